import type { Api, HistoryStep } from '#preload/api.ts'
import type { Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'
import { changeTable } from './catalogue/changes.ts'
import type { OpenCollection } from './collection/openCollection.ts'
import { redo, undo } from './history/history.ts'
import { judgeAnew } from './learning/judgeAnew.ts'
import { refreshMissing } from './learning/refreshMissing.ts'

const mostWorks = 1000
const mostChanges = 1000

export function historyHandlers({ session, settings, ask, changed }: App): Handlers<Api>['history'] {
  async function step(collection: OpenCollection, take: typeof undo): Promise<HistoryStep | null> {
    const { db } = collection
    const change = take(db, settings.actor(), new Date().toISOString())
    if (!change) return null
    const changes = changeTable(db)
    if (change.facts.kind === 'vocabulary' || change.facts.kind === 'several-terms')
      await judgeAnew(collection, change.facts.attribute)
    else await refreshMissing(collection, ask, changes.labels(change.id))
    changed(['label', 'verdict', 'change', 'term'])
    return { change, artworks: changes.works(change.id, mostWorks) }
  }
  return {
    undo: () => step(session.current(), undo),
    redo: () => step(session.current(), redo),
    list: ({ limit, before }) =>
      changeTable(session.current().db).list(Math.min(limit, mostChanges), before ?? Number.MAX_SAFE_INTEGER),
  }
}
