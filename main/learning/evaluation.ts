import type { Evaluation } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { labelTable } from '../catalogue/labels.ts'
import { learningSetQuery } from '../catalogue/learningSet.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { runTable } from '../catalogue/runs.ts'
import { metrics } from '../evidence/metrics.ts'
import { predictionFile, readPredictions } from './predictions.ts'
import { asRun } from './runView.ts'

/** The run asked for, or the current one, with what it learned of the attribute. Throws 'not-learned'. */
export function learnedAttribute(db: Catalogue, attribute: string, run: number | null) {
  const runs = runTable(db)
  const row = run === null ? runs.current() : runs.get(run)
  const id = labelTable(db).findAttribute(attribute)
  const learned = row && asRun(row).attributes.find(({ name }) => name === attribute)
  if (!row || !learned || id === undefined)
    throw new ApiError('not-learned', `"${attribute}" has not been learned yet. Learn first, then ask again.`)
  return { run: row.id, id, learned }
}

/** How well a run knows an attribute, out of sample, against the labels that stand now. */
export async function evaluate(
  db: Catalogue,
  collectionFolder: string,
  { attribute, run }: { attribute: string; run: number | null },
): Promise<Evaluation> {
  const { run: runId, id, learned } = learnedAttribute(db, attribute, run)
  const query = learningSetQuery(db)
  const names = new Map(query.terms(id).map((term) => [term.id, term.name]))
  const index = new Map(learned.terms.map((name, i) => [name, i]))
  const labelled = query.labels(id).filter(({ term }) => index.has(names.get(term)!))
  const artworks = labelled.map(({ artwork }) => artwork)
  const terms = learned.terms.length
  const file = predictionFile(collectionFolder, runId, id)
  const probabilities = await readPredictions(file, artworks, terms)
  const hasRow = (work: number) => probabilities.subarray(work * terms, (work + 1) * terms).some((p) => p > 0)
  const labels = Int32Array.from(labelled, ({ term }, work) => (hasRow(work) ? index.get(names.get(term)!)! : -1))
  const { terms: byTerm, ...rest } = metrics({ probabilities, labels, terms })
  return {
    attribute,
    run: runId,
    ...rest,
    terms: byTerm.map((term, i) => ({ term: learned.terms[i]!, ...term })),
    tooRare: learned.tooRare,
  }
}
