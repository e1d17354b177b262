import type { Api, QueueEntry } from '#preload/api.ts'
import { ApiError, type Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'
import { cardQuery } from './catalogue/cards.ts'
import { labelTable } from './catalogue/labels.ts'
import { queueQuery, type QueueRow } from './catalogue/queue.ts'
import { reasonsFor } from './evidence/reasons.ts'
import type { Parts } from './evidence/parts.ts'
import { groupQueue } from './learning/lookAlikes.ts'
import { proof } from './learning/proof.ts'

const mostEntries = 1000

export function queueHandlers({ session, settings, backbone }: App): Handlers<Api>['queue'] {
  const db = () => session.current().db
  const threshold = () => settings.get().threshold
  return {
    list: ({ attribute, limit, offset, flaggedOnly }) => {
      const below = flaggedOnly ? threshold() : 2
      const rows = queueQuery(db()).waiting(attributeId(attribute), below, Math.min(limit, mostEntries), offset)
      return rows.map((row, index) => asEntry(row, attribute, offset + index + 1, threshold()))
    },
    summary: ({ attribute }) => ({ attribute, ...queueQuery(db()).summary(attributeId(attribute), threshold()) }),
    groups: ({ attribute, by, flaggedOnly }) =>
      groupQueue(session.current(), attribute, by, flaggedOnly ? threshold() : 2),
    proof: async (options) => {
      const { folder } = session.current()
      const place = { db: db(), collectionFolder: folder, backbone: await backbone() }
      return proof(place, options, (ids) => cardQuery(db())(ids, threshold()))
    },
  }

  function attributeId(name: string): number {
    const id = labelTable(db()).findAttribute(name)
    if (id === undefined) throw new ApiError('unknown-attribute', `This collection has no attribute "${name}".`)
    return id
  }
}

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
