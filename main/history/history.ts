import type { Change, ChangeFacts } from '#preload/api.ts'
import { changeTable, type Step } from '../catalogue/changes.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { kindOf } from './kinds.ts'

/** One action of a user, written whole or not at all: `write` appends events that name `step.change`. Returns what it returns. */
export function record<T>(db: Catalogue, facts: ChangeFacts, actor: string, at: string, write: (step: Step) => T): T {
  return db.transaction(() => write(changeTable(db).add(facts, actor, at)))()
}

/** Takes back the newest change that stands; null: there is none. */
export function undo(db: Catalogue, actor: string, at: string): Change | null {
  return db.transaction(() => {
    const changes = changeTable(db)
    const last = changes.newestStanding()
    if (!last) return null
    kindOf(last.facts).takeBack(db, last.done, changes.addStep('undo', last.id, actor, at), last.facts)
    return changes.get(last.id)
  })()
}

/** Does again what was taken back last; null: there is nothing, or something else was done since. */
export function redo(db: Catalogue, actor: string, at: string): Change | null {
  return db.transaction(() => {
    const changes = changeTable(db)
    const last = changes.newestUndone()
    if (!last) return null
    kindOf(last.facts).repeat(db, last.done, changes.addStep('redo', last.id, actor, at), last.facts)
    return changes.get(last.id)
  })()
}
