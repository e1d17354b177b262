import type { Run } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { labelTable } from '../catalogue/labels.ts'
import { learningSetQuery } from '../catalogue/learningSet.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { runTable, type EvidenceRow } from '../catalogue/runs.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { labelEvidence } from './labelEvidence.ts'
import { predictionFile, readPredictions } from './predictions.ts'
import { knownRun, unknownRun } from './knownRun.ts'
import { asRun } from './runView.ts'

/** What a run has kept of an attribute: probabilities [artworks, terms], row = artwork's id - 1. */
type Kept = { attribute: number; terms: string[]; probabilities: Float32Array }

/**
 * Makes an earlier run current. The files are read first; then, in one transaction, its probabilities judge the labels
 * that stand now, so that whatever is interrupted leaves the run before with its queue. Throws ApiError 'unknown-run',
 * 'run-damaged'.
 */
export async function restoreRun({ db, folder }: OpenCollection, id: number): Promise<Run> {
  const runs = runTable(db)
  const { attributes } = knownRun(db, id)
  const artworks = Array.from({ length: highestArtwork(db) }, (_, index) => index + 1)
  const kept: Kept[] = []
  for (const { name, terms } of attributes) {
    const attribute = labelTable(db).findAttribute(name)!
    const probabilities = await readKept(predictionFile(folder, id, attribute), id, artworks, terms.length)
    kept.push({ attribute, terms, probabilities })
  }
  const isThere = runs.restore(id, () => kept.map((part) => ({ attribute: part.attribute, rows: judge(db, part) })))
  if (!isThere) throw unknownRun(db, id)
  return asRun(runs.get(id)!)
}

const highestArtwork = (db: Catalogue) => db.prepare<[], number>(`select coalesce(max(id), 0) from artwork`).pluck().get()! // prettier-ignore

async function readKept(file: string, run: number, artworks: readonly number[], terms: number) {
  try {
    return await readPredictions(file, artworks, terms)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new ApiError(
      'run-damaged',
      `What run ${run} had predicted is not in the collection's folder any more (${file}). Learn again instead, or bring the file back.`,
    )
  }
}

/** The labels that stand, those left out that learning would leave out too: works whose image is wrong. */
function judge(db: Catalogue, { attribute, terms: names, probabilities }: Kept): EvidenceRow[] {
  const query = learningSetQuery(db)
  const idOf = new Map(query.terms(attribute).map(({ id, name }) => [name, id]))
  const terms = names.map((name) => idOf.get(name)!)
  const index = new Map(terms.map((id, i) => [id, i]))
  const wrong = query.wrongImages(attribute)
  const rows = probabilities.length / names.length
  const labels = new Int32Array(rows).fill(-1)
  for (const { artwork, term } of query.labels(attribute))
    if (artwork <= rows && !wrong.has(artwork)) labels[artwork - 1] = index.get(term) ?? -1
  const artworks = Array.from({ length: rows }, (_, row) => row + 1)
  return labelEvidence({ predictions: { probabilities, labels, terms: names.length }, artworks, terms })
}
