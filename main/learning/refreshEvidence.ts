import { labelTable } from '../catalogue/labels.ts'
import { learningSetQuery } from '../catalogue/learningSet.ts'
import { runTable } from '../catalogue/runs.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { labelEvidence } from './labelEvidence.ts'
import { predictionFile, readPredictions } from './predictions.ts'
import { asRun } from './runView.ts'

/** After labels were changed by hand: what the current run says about the new ones, so that the queue need not wait. */
export async function refreshEvidence({ db, folder }: OpenCollection, attribute: string, artworks: readonly number[]) {
  const runs = runTable(db)
  const current = runs.current()
  const learned = current && asRun(current).attributes.find(({ name }) => name === attribute)
  const id = labelTable(db).findAttribute(attribute)
  if (!current || !learned || id === undefined || artworks.length === 0) return
  const termId = new Map(learningSetQuery(db).terms(id).map((term) => [term.name, term.id])) // prettier-ignore
  const index = new Map(learned.terms.map((name, i) => [name, i]))
  const labels = Int32Array.from(
    artworks,
    (artwork) => index.get(labelTable(db).current(artwork, attribute)?.term ?? '') ?? -1,
  )
  const terms = learned.terms.map((name) => termId.get(name)!)
  const probabilities = await readPredictions(predictionFile(folder, current.id, id), artworks, terms.length)
  const predictions = { probabilities, labels, terms: terms.length }
  runs.addEvidence(current.id, id, labelEvidence({ predictions, artworks, terms }))
}
