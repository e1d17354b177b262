import type { QueueEntry } from '#preload/api.ts'
import type { QueueRow } from '../catalogue/queue.ts'
import type { Parts } from '../evidence/parts.ts'
import { reasonsFor } from '../evidence/reasons.ts'

/** A row of the queue as the contract shows it. */
export function asEntry(row: QueueRow, attribute: string, rank: number, threshold: number): QueueEntry {
  const { decided, reopened, parts, ...rest } = row
  const isFlagged = row.score < threshold && (decided === null || decided === 'skip')
  return {
    rank,
    attribute,
    ...rest,
    flagged: isFlagged,
    reasons: [...(reopened === null ? [] : [reopened]), ...reasonsFor({ ...rest, parts: JSON.parse(parts) as Parts }, threshold)], // prettier-ignore
  }
}
