import type { Mark, MarkKind } from '#preload/api.ts'
import type { Step } from './changes.ts'
import type { Catalogue } from './open.ts'

export type MarkRow = { artwork: number; kind: MarkKind; /** Null: removed. */ text: string | null }

/** Flags and notes as events; `current_mark` follows in the same transaction. */
export function markTable(db: Catalogue) {
  const insert = db.prepare<[MarkRow & Step]>(`
    insert into mark (artwork, kind, text, actor, at, change) values (:artwork, :kind, :text, :actor, :at, :change)`)
  const setCurrent = db.prepare<[{ artwork: number; kind: MarkKind; mark: number }]>(`
    insert into current_mark (artwork, kind, mark) values (:artwork, :kind, :mark) on conflict do update set mark = excluded.mark`)
  const removeCurrent = db.prepare<[number, MarkKind]>(`delete from current_mark where artwork = ? and kind = ?`)
  const current = db.prepare<[number], Mark>(`
    select mark.kind, mark.text, mark.actor, mark.at from current_mark join mark on mark.id = current_mark.mark
    where current_mark.artwork = ? order by mark.kind`)
  const before = db.prepare<[number, MarkKind, number], string | null>(`
    select text from mark where artwork = ? and kind = ? and id < ? order by id desc limit 1`).pluck() // prettier-ignore
  const written = db.prepare<[number], MarkRow & { id: number }>(`
    select id, artwork, kind, text from mark where change = ? order by id`)

  function append(mark: MarkRow, step: Step) {
    const { artwork, kind, text } = mark
    const id = Number(insert.run({ ...mark, ...step }).lastInsertRowid)
    if (text === null) removeCurrent.run(artwork, kind)
    else setCurrent.run({ artwork, kind, mark: id })
  }

  return {
    append,
    /** Those that stand on a work. */
    of: (artwork: number) => current.all(artwork),
    /** Takes back the marks that a row of the history wrote. */
    takeBack(done: number, step: Step) {
      for (const { id, artwork, kind } of written.all(done))
        append({ artwork, kind, text: before.get(artwork, kind, id) ?? null }, step)
    },
    /** Does again what a row of the history wrote. */
    repeat(done: number, step: Step) {
      for (const { artwork, kind, text } of written.all(done)) append({ artwork, kind, text }, step)
    },
  }
}
