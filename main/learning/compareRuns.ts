import type { Comparison, Measure, Run } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { labelTable } from '../catalogue/labels.ts'
import { learningSetQuery } from '../catalogue/learningSet.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { mostProbable, type Predictions } from '../evidence/confidence.ts'
import { metrics } from '../evidence/metrics.ts'
import { knownRun } from './knownRun.ts'
import { bootstrapInterval, mcnemarTest } from './pairedTests.ts'
import { predictionFile, readPredictions } from './predictions.ts'

const mostDifferences = 200
const seed = 0

export type CompareOptions = { runs: [first: number, second: number]; attribute: string }
/** One run's predictions of works, with the names of its terms. */
export type Side = { predictions: Predictions; terms: readonly string[] }

/**
 * Two runs on the works that both have judged, against the labels that stand now. Throws ApiError 'unknown-run',
 * 'same-run', 'not-learned', 'nothing-in-common', 'run-damaged'.
 */
export async function compareRuns(
  collection: OpenCollection,
  { runs, attribute }: CompareOptions,
): Promise<Comparison> {
  const { db } = collection
  const [first, second] = runs.map((id) => knownRun(db, id)) as [Run, Run]
  if (first.id === second.id) throw new ApiError('same-run', 'Choose two different runs to compare.')
  const terms = [learnedTerms(first, attribute), learnedTerms(second, attribute)] as const
  const id = labelTable(db).findAttribute(attribute)!
  const query = learningSetQuery(db)
  const names = new Map(query.terms(id).map((term) => [term.id, term.name]))
  const known = new Set(terms[0].filter((term) => terms[1].includes(term)))
  const wrong = query.wrongImages(id)
  const labelled = query
    .labels(id)
    .map(({ artwork, term }) => ({ artwork, label: names.get(term)! }))
    .filter(({ artwork, label }) => known.has(label) && !wrong.has(artwork))
  const rows = await Promise.all(
    [first, second].map((run, side) => readRows(collection, { run, id, terms: terms[side]!.length }, labelled)),
  )
  const both = labelled.flatMap((_, work) => (rows.every((row) => row(work) !== null) ? [work] : []))
  if (both.length === 0)
    throw new ApiError('nothing-in-common', `Runs ${first.id} and ${second.id} have judged no label for ${attribute} both.`) // prettier-ignore
  const works = both.map((work) => labelled[work]!)
  const sides = rows.map((row, side) => sideOf(works, both.map((work) => row(work)!), terms[side]!)) as [Side, Side] // prettier-ignore
  return { attribute, runs: [first.id, second.id], ...comparePredictions(works, sides) }
}

function learnedTerms({ id, attributes }: Run, attribute: string): string[] {
  const learned = attributes.find(({ name }) => name === attribute)
  if (learned) return learned.terms
  const names = attributes.map(({ name }) => name).join(', ')
  throw new ApiError('not-learned', `Run ${id} has not learned "${attribute}". It has learned: ${names}.`)
}

type Labelled = { artwork: number; label: string }
type Wanted = { run: Run; id: number; terms: number }

/** The row of probabilities of a work; null where the run has none. */
async function readRows({ folder }: OpenCollection, { run, id, terms }: Wanted, works: readonly Labelled[]) {
  const file = predictionFile(folder, run.id, id)
  const artworks = works.map(({ artwork }) => artwork)
  const all = await readPredictions(file, artworks, terms).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    throw new ApiError('run-damaged', `What run ${run.id} had predicted is not in the collection's folder any more (${file}).`) // prettier-ignore
  })
  return (work: number) => {
    const row = all.subarray(work * terms, (work + 1) * terms)
    return row.some((p) => p > 0) ? row : null
  }
}

function sideOf(works: readonly Labelled[], rows: readonly Float32Array[], terms: readonly string[]): Side {
  const index = new Map(terms.map((term, i) => [term, i]))
  const probabilities = new Float32Array(rows.length * terms.length)
  for (const [work, row] of rows.entries()) probabilities.set(row, work * terms.length)
  const labels = Int32Array.from(works, ({ label }) => index.get(label)!)
  return { terms, predictions: { probabilities, labels, terms: terms.length } }
}

/** Exported for tests. Each side has a row for every work. */
export function comparePredictions(
  works: readonly Labelled[],
  sides: readonly [Side, Side],
): Omit<Comparison, 'attribute' | 'runs'> {
  const figures = sides.map(({ predictions }) => figuresOf(predictions)) as [Figures, Figures]
  const measure = (name: keyof Figures): Measure => {
    const [first, second] = [figures[0][name], figures[1][name]]
    return { values: [first, second], difference: second - first }
  }
  const guesses = sides.map(predictedTerms) as [string[], string[]]
  const isRight = (side: 0 | 1, work: number) => guesses[side][work] === works[work]!.label
  const positions = works.map((_, work) => work)
  const onlyFirst = positions.filter((work) => isRight(0, work) && !isRight(1, work))
  const onlySecond = positions.filter((work) => isRight(1, work) && !isRight(0, work))
  const bothWrong = positions.filter((work) => guesses[0][work] !== guesses[1][work] && !isRight(0, work) && !isRight(1, work)) // prettier-ignore
  const oneRight = [...onlyFirst, ...onlySecond].toSorted((a, b) => a - b)
  const different = [...oneRight, ...bothWrong]
  const counts = { works: works.length, onlyFirst: onlyFirst.length, onlySecond: onlySecond.length }
  return {
    works: works.length,
    accuracy: measure('accuracy'),
    top3: measure('top3'),
    macroF1: measure('macroF1'),
    logLoss: measure('logLoss'),
    interval: bootstrapInterval(counts, seed),
    mcnemar: mcnemarTest(counts.onlyFirst, counts.onlySecond),
    different: different.length,
    differences: different.slice(0, mostDifferences).map((work) => ({
      ...works[work]!,
      predictions: [guesses[0][work]!, guesses[1][work]!],
    })),
  }
}

type Figures = { accuracy: number; top3: number; macroF1: number; logLoss: number }

/** Terms that no compared work has do not count, so that runs with different terms can be compared. */
function figuresOf(predictions: Predictions): Figures {
  const { accuracy, top3, logLoss, terms } = metrics(predictions)
  const seen = terms.filter(({ support }) => support > 0)
  return { accuracy, top3, logLoss, macroF1: seen.reduce((sum, { f1 }) => sum + f1, 0) / seen.length }
}

const predictedTerms = ({ predictions: { probabilities, labels, terms: width }, terms }: Side): string[] =>
  Array.from(labels, (_, work) => terms[mostProbable(probabilities.subarray(work * width, (work + 1) * width))]!)
