import type { EvaluationOptions, RunAttribute } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import type { Columns, LearnedTerms } from '../catalogue/learnedTerms.ts'
import { learningSetQuery } from '../catalogue/learningSet.ts'
import { standQuery } from '../catalogue/stand.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import type { Predictions } from '../evidence/confidence.ts'
import { learnedAttribute } from '../learning/learnedAttribute.ts'
import { foldColumns, predictionFile, readPredictions } from '../learning/predictions.ts'

/** Works with a label that stands and that a run has learned the term of, with what the run says of them. */
export type JudgedWorks = {
  /** Changes with the run and with every label and verdict. */
  key: string
  run: number
  attribute: { id: number; name: string }
  learned: RunAttribute
  /** In the order of the predictions. */
  artworks: number[]
  images: string[]
  predictions: Predictions
} & Pick<LearnedTerms, 'columns' | 'indexOf'>

let kept: { key: string; works: Promise<JudgedWorks> } | undefined

/**
 * Works whose image is not what the record describes are left out, and so are those of which the run says nothing. Read
 * once for as long as nothing changes. Throws ApiError 'not-learned', 'run-damaged'.
 */
export function judgedWorks(collection: OpenCollection, options: EvaluationOptions): Promise<JudgedWorks> {
  const { db, folder } = collection
  const { run, id, learned, columns, indexOf } = learnedAttribute(db, options.attribute, options.run)
  const key = `${folder} ${run} ${id} ${standQuery(db)()}`
  if (kept?.key === key) return kept.works
  const works = read(collection, { key, run, attribute: { id, name: options.attribute }, learned, columns, indexOf })
  kept = { key, works }
  works.catch(() => (kept = kept?.works === works ? undefined : kept))
  return works
}

type About = Pick<JudgedWorks, 'key' | 'run' | 'attribute' | 'learned' | 'columns' | 'indexOf'>

async function read({ db, folder }: OpenCollection, about: About): Promise<JudgedWorks> {
  const { run, attribute, learned, columns, indexOf } = about
  const terms = learned.terms.length
  const labelled = labelledWorks(db, attribute.id, indexOf)
  const artworks = labelled.map(({ artwork }) => artwork)
  const all = await readRun(predictionFile(folder, run, attribute.id), run, artworks, columns)
  const has = labelled.map((_, work) => hasRow(all, work, terms))
  const said = labelled.filter((_, work) => has[work])
  const probabilities = said.length === labelled.length ? all : new Float32Array(said.length * terms)
  if (probabilities !== all)
    for (let work = 0, at = 0; work < has.length; work++)
      if (has[work]) probabilities.set(all.subarray(work * terms, (work + 1) * terms), at++ * terms)
  const labels = Int32Array.from(said, ({ label }) => label)
  return { ...about, artworks: said.map(({ artwork }) => artwork), images: said.map(({ sha256 }) => sha256), predictions: { probabilities, labels, terms } } // prettier-ignore
}

/** Labels that stand, as positions in a run's terms. */
export function labelledWorks(db: OpenCollection['db'], attribute: number, indexOf: (term: number) => number) {
  const query = learningSetQuery(db)
  const wrong = query.wrongImages(attribute)
  return query
    .labels(attribute)
    .map(({ artwork, sha256, term }) => ({ artwork, sha256, label: indexOf(term) }))
    .filter(({ artwork, label }) => label >= 0 && !wrong.has(artwork))
}

/** What a run says of works, [works, terms]. Throws ApiError 'run-damaged'. */
export async function readRun(file: string, run: number, artworks: readonly number[], columns: Columns) {
  const columnsKept = await readPredictions(file, artworks, columns.width).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    throw new ApiError('run-damaged', `What run ${run} had predicted is not in the collection's folder any more (${file}).`) // prettier-ignore
  })
  return foldColumns(columnsKept, columns)
}

function hasRow(probabilities: Float32Array, work: number, terms: number): boolean {
  for (let at = work * terms; at < (work + 1) * terms; at++) if (probabilities[at]! > 0) return true
  return false
}
