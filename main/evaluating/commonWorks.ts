import type { Run } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { labelTable } from '../catalogue/labels.ts'
import { learnedTermTable, type Columns, type LearnedTerms } from '../catalogue/learnedTerms.ts'
import { learningSetQuery } from '../catalogue/learningSet.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { mostProbable, type Predictions } from '../evidence/confidence.ts'
import { knownRun } from '../learning/knownRun.ts'
import { predictionFile } from '../learning/predictions.ts'
import { readRun } from './judgedWorks.ts'

/** One run's predictions of works, with the names of its terms; `given`: the works' own labels, for which a term of the run may stand. */
export type Side = { predictions: Predictions; terms: readonly string[]; given?: readonly string[] }
export type Labelled = { artwork: number; label: string }
export type CommonWorks = { runs: number[]; works: Labelled[]; sides: Side[] }

/**
 * The works that all of these runs have judged, whose label stands and is known to all. Throws ApiError 'unknown-run',
 * 'same-run', 'not-learned', 'nothing-in-common', 'run-damaged'.
 */
export async function commonWorks(
  collection: OpenCollection,
  runIds: readonly number[],
  attribute: string,
): Promise<CommonWorks> {
  // prettier-ignore
  const { db } = collection
  const runs = runIds.map((id) => knownRun(db, id))
  if (new Set(runIds).size < Math.max(2, runIds.length))
    throw new ApiError('same-run', 'Choose two different runs to compare.')
  runs.forEach((run) => refuseUnlearned(run, attribute))
  const id = labelTable(db).findAttribute(attribute)!
  const learned = runs.map((run) => learnedTermTable(db).of(run.id, id))
  const query = learningSetQuery(db)
  const names = new Map(query.terms(id).map((term) => [term.id, term.name]))
  const wrong = query.wrongImages(id)
  const labelled = query
    .labels(id)
    .filter(({ artwork, term }) => learned.every(({ indexOf }) => indexOf(term) >= 0) && !wrong.has(artwork))
    .map(({ artwork, term }) => ({ artwork, term, label: names.get(term)! }))
  const rows = await Promise.all(
    runs.map((run, side) => readRows(collection, { run, id, columns: learned[side]!.columns }, labelled)),
  )
  const common = labelled.flatMap((_, work) => (rows.every((row) => row(work) !== null) ? [work] : []))
  if (common.length === 0)
    throw new ApiError('nothing-in-common', `Runs ${runIds.join(' and ')} have no label for ${attribute} that all have judged.`) // prettier-ignore
  const works = common.map((work) => labelled[work]!)
  const sides = rows.map((row, side) => sideOf(works, common.map((work) => row(work)!), learned[side]!)) // prettier-ignore
  return { runs: runs.map((run) => run.id), works: works.map(({ artwork, label }) => ({ artwork, label })), sides }
}

function refuseUnlearned({ id, attributes }: Run, attribute: string) {
  if (attributes.some(({ name }) => name === attribute)) return
  const names = attributes.map(({ name }) => name).join(', ')
  throw new ApiError('not-learned', `Run ${id} has not learned "${attribute}". It has learned: ${names}.`)
}

type Wanted = { run: Run; id: number; columns: Columns }

/** The row of probabilities of a work; null where the run has none. */
async function readRows({ folder }: OpenCollection, { run, id, columns }: Wanted, works: readonly Labelled[]) {
  const artworks = works.map(({ artwork }) => artwork)
  const all = await readRun(predictionFile(folder, run.id, id), run.id, artworks, columns)
  const { terms } = columns
  return (work: number) => {
    const row = all.subarray(work * terms, (work + 1) * terms)
    return row.some((p) => p > 0) ? row : null
  }
}

function sideOf(
  works: readonly (Labelled & { term: number })[],
  rows: readonly Float32Array[],
  { names: terms, indexOf }: LearnedTerms,
): Side {
  const probabilities = new Float32Array(rows.length * terms.length)
  for (const [work, row] of rows.entries()) probabilities.set(row, work * terms.length)
  const labels = Int32Array.from(works, ({ term }) => indexOf(term))
  const given = works.map(({ label }) => label)
  return { terms, given, predictions: { probabilities, labels, terms: terms.length } }
}

/** What a run predicts of each work, by the work's own label where its term stands for that, too. */
export const predictedTerms = ({
  predictions: { probabilities, labels, terms: width },
  terms,
  given,
}: Side): string[] =>
  Array.from(labels, (label, work) => {
    const best = mostProbable(probabilities.subarray(work * width, (work + 1) * width))
    return best === label ? (given?.[work] ?? terms[best]!) : terms[best]!
  })
