import { labelTable } from '../catalogue/labels.ts'
import { queueQuery } from '../catalogue/queue.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import type { Ask } from '../reading/reading.ts'
import { refreshEvidence } from './refreshEvidence.ts'

type Work = { artwork: number; attribute: string }

/** After labels were brought back: those older, or newer, than the evidence of the run in use are judged by it now. */
export async function refreshMissing(collection: OpenCollection, ask: Ask, works: readonly Work[]): Promise<void> {
  const queue = queueQuery(collection.db)
  const labels = labelTable(collection.db)
  for (const [attribute, group] of Map.groupBy(works, (work) => work.attribute)) {
    const id = labels.findAttribute(attribute)!
    const missing = group.map(({ artwork }) => artwork).filter((artwork) => labels.current(artwork, attribute) && !queue.one(id, artwork)) // prettier-ignore
    await refreshEvidence(collection, ask, attribute, missing)
  }
}
