import { labelTable } from '../catalogue/labels.ts'
import { runTable } from '../catalogue/runs.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import type { Ask } from '../reading/reading.ts'
import { asRun } from './runView.ts'

/** After labels were changed by hand: what the current run says about the new ones, so that the queue need not wait. */
export async function refreshEvidence(
  collection: OpenCollection,
  ask: Ask,
  attribute: string,
  artworks: readonly number[],
) {
  const { db } = collection
  const runs = runTable(db)
  const current = runs.current()
  const learned = current && asRun(current).attributes.find(({ name }) => name === attribute)
  const id = labelTable(db).findAttribute(attribute)
  if (!current || !learned || id === undefined || artworks.length === 0) return
  const about = {
    run: current.id,
    backbone: current.backbone,
    attribute: { id, name: attribute },
  }
  runs.addEvidence(current.id, id, await ask('judge', { about, artworks }))
}
