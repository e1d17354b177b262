import { labelTable } from '../catalogue/labels.ts'
import { learningSetQuery } from '../catalogue/learningSet.ts'
import { runTable } from '../catalogue/runs.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { confidence } from '../evidence/confidence.ts'
import { predictionFile, readPredictions } from './predictions.ts'
import { asRun } from './runView.ts'

/** After labels were changed by hand: what the current run says about the new ones, so that the queue need not wait. */
export async function refreshEvidence({ db, folder }: OpenCollection, attribute: string, artworks: readonly number[]) {
  const runs = runTable(db)
  const current = runs.current()
  const learned = current && asRun(current).attributes.find(({ name }) => name === attribute)
  const id = labelTable(db).findAttribute(attribute)
  if (!current || !learned || id === undefined || artworks.length === 0) return
  const terms = learningSetQuery(db).terms(id)
  const termId = new Map(terms.map((term) => [term.name, term.id]))
  const index = new Map(learned.terms.map((name, i) => [name, i]))
  const labels = Int32Array.from(
    artworks,
    (artwork) => index.get(labelTable(db).current(artwork, attribute)?.term ?? '') ?? -1,
  )
  const probabilities = await readPredictions(predictionFile(folder, current.id, id), artworks, learned.terms.length)
  const rows = confidence({ probabilities, labels, terms: learned.terms.length }).map(
    ({ work, given, suggestion, ...rest }) => ({
      artwork: artworks[work]!,
      given: termId.get(learned.terms[given]!)!,
      suggestion: termId.get(learned.terms[suggestion]!)!,
      ...rest,
    }),
  )
  runs.addEvidence(current.id, id, rows)
}
