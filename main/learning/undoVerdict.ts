import type { Verdict } from '#preload/api.ts'
import { labelTable } from '../catalogue/labels.ts'
import { queueQuery } from '../catalogue/queue.ts'
import { verdictTable } from '../catalogue/verdicts.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { refreshEvidence } from './refreshEvidence.ts'

/**
 * Takes back the newest verdict that stands; null: there is none. A label that comes back may be older than the evidence
 * of the run in use, which then judges it now.
 */
export async function undoVerdict(collection: OpenCollection, actor: string, at: string): Promise<Verdict | null> {
  const { db } = collection
  const taken = verdictTable(db).undo(actor, at)
  if (!taken) return null
  const attribute = labelTable(db).findAttribute(taken.attribute)!
  const isJudged = queueQuery(db).one(attribute, taken.artwork) !== undefined
  if (!isJudged) await refreshEvidence(collection, taken.attribute, [taken.artwork])
  return taken
}
