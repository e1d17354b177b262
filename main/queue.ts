import type { Api } from '#preload/api.ts'
import { ApiError, type Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'
import { labelTable } from './catalogue/labels.ts'
import { queueQuery } from './catalogue/queue.ts'
import { asEntry } from './learning/queueEntry.ts'

const mostEntries = 1000

export function queueHandlers({ session, settings, backbone, ask }: App): Handlers<Api>['queue'] {
  const db = () => session.current().db
  const threshold = () => settings.get().threshold
  return {
    list: ({ attribute, limit, offset, flaggedOnly }) => {
      const below = flaggedOnly ? threshold() : 2
      const rows = queueQuery(db()).waiting(attributeId(attribute), below, Math.min(limit, mostEntries), offset)
      return rows.map((row, index) => asEntry(row, attribute, offset + index + 1, threshold()))
    },
    summary: ({ attribute }) => ({ attribute, ...queueQuery(db()).summary(attributeId(attribute), threshold()) }),
    groups: (wanted) => ask('groups', wanted),
    proof: async (wanted) => ask('proof', { ...wanted, backbone: await backbone() }),
  }

  function attributeId(name: string): number {
    const id = labelTable(db()).findAttribute(name)
    if (id === undefined) throw new ApiError('unknown-attribute', `This collection has no attribute "${name}".`)
    return id
  }
}
