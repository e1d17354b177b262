import type { Change, ChangeFacts } from '#preload/api.ts'
import type { Catalogue } from './open.ts'

/** A row of the history that events name: who does what when. */
export type Step = { change: number; actor: string; /** ISO 8601, UTC. */ at: string }

export type ChangeRow = {
  id: number
  facts: ChangeFacts
  /** The row whose events stand, or stood until they were taken back: the change itself, or the newest redo of it. */
  done: number
}

type Stored = Omit<ChangeRow, 'facts'> & { facts: string }
type Listed = { id: number; actor: string; at: string; facts: string; lastKind: string | null; lastActor: string; lastAt: string } // prettier-ignore

const done = /* sql */ `coalesce((select max(id) from change as again where again.about = change.id and again.kind = 'redo'), change.id)`
const last = /* sql */ `(select max(id) from change as later where later.about = change.id)`

/** What users did, in order. A change stands unless the newest row about it is an undo. */
export function changeTable(db: Catalogue) {
  const insert = db.prepare<[{ kind: string; facts: string; actor: string; at: string; about: number | null }]>(`
    insert into change (kind, facts, actor, at, about) values (:kind, :facts, :actor, :at, :about)`)
  const newestStanding = db.prepare<[], Stored>(`
    select id, facts, ${done} as done from change
    where about is null and coalesce((select kind from change as later where later.id = ${last}), '') <> 'undo'
    order by id desc limit 1`)
  const newestUndone = db.prepare<[], Stored>(`
    select change.id, change.facts, ${done} as done from change as undo join change on change.id = undo.about
    where undo.kind = 'undo' and undo.id > (select max(id) from change where about is null) and undo.id = ${last}
    order by undo.id desc limit 1`)
  const columns = /* sql */ `change.id, change.actor, change.at, change.facts,
    later.kind as lastKind, later.actor as lastActor, later.at as lastAt from change left join change as later on later.id = ${last}`
  const list = db.prepare<[{ before: number; limit: number }], Listed>(`
    select ${columns} where change.about is null and change.id < :before order by change.id desc limit :limit`)
  const get = db.prepare<[number], Listed>(`select ${columns} where change.id = ?`)
  const works = db.prepare<[{ change: number; limit: number }], number>(`select artwork from (${worksOfChange}) limit :limit`).pluck() // prettier-ignore
  const labels = db.prepare<[number], { artwork: number; attribute: string }>(`
    select distinct label.artwork, attribute.name as attribute from label join attribute on attribute.id = label.attribute
    where label.change = ?`)

  return {
    add: (facts: ChangeFacts, actor: string, at: string): Step => ({ change: append(facts.kind, JSON.stringify(facts), actor, at, null), actor, at }), // prettier-ignore
    addStep: (kind: 'undo' | 'redo', about: number, actor: string, at: string): Step => ({ change: append(kind, '{}', actor, at, about), actor, at }), // prettier-ignore
    /** What an undo would take back. */
    newestStanding: () => parsed(newestStanding.get()),
    /** What a redo would do again: nothing once there is a new change. */
    newestUndone: () => parsed(newestUndone.get()),
    /** Newest first, those before `before` (an id). */
    list: (limit: number, before: number): Change[] => list.all({ limit, before }).map(asChange),
    get: (id: number): Change => asChange(get.get(id)!),
    /** The labels that a change is about. */
    labels: (change: number) => labels.all(change),
    works: (change: number, limit: number) => works.all({ change, limit }),
  }

  function append(kind: string, facts: string, actor: string, at: string, about: number | null) {
    return Number(insert.run({ kind, facts, actor, at, about }).lastInsertRowid)
  }
}

/** Column: artwork, those of the events of change :change. */
export const worksOfChange = /* sql */ `
  select artwork from label where change = :change union select artwork from verdict where change = :change
  union select artwork from mark where change = :change`

const parsed = (row: Stored | undefined): ChangeRow | undefined => row && { ...row, facts: JSON.parse(row.facts) as ChangeFacts } // prettier-ignore

const asChange = ({ id, actor, at, facts, lastKind, lastActor, lastAt }: Listed): Change => ({
  id,
  actor,
  at,
  undone: lastKind === 'undo' ? { actor: lastActor, at: lastAt } : null,
  facts: JSON.parse(facts) as ChangeFacts,
})
