import type { LabelEvent } from '#preload/api.ts'
import type { Step } from '../catalogue/changes.ts'
import { labelTable } from '../catalogue/labels.ts'
import type { Catalogue } from '../catalogue/open.ts'

type Written = { id: number; artwork: number; attribute: number; term: number | null; ground: LabelEvent['ground']; verdict: number | null } // prettier-ignore

/** Takes back, and does again, the labels that a row of the history (`done`) wrote. Call them in a transaction. */
export function labelEvents(db: Catalogue) {
  const labels = labelTable(db)
  const written = db.prepare<[number], Written>(`
    select id, artwork, attribute, term, ground, verdict from label where change = ? order by id`)
  const current = db.prepare<[number, number], number>(`
    select term from current_label where artwork = ? and attribute = ?`).pluck() // prettier-ignore
  const standing = db.prepare<[number | null], number>(`select coalesce(standing, id) from term where id = ?`).pluck() // prettier-ignore
  const before = db.prepare<[number, number, number], number | null>(`
    select term from label where artwork = ? and attribute = ? and id < ? order by id desc limit 1`).pluck() // prettier-ignore
  return {
    /** A label that an import has brought since stays. */
    takeBack(done: number, step: Step) {
      for (const { id, artwork, attribute, term, verdict } of written.all(done).toReversed()) {
        if ((current.get(artwork, attribute) ?? null) !== (standing.get(term) ?? null)) continue
        const earlier = before.get(artwork, attribute, id) ?? null
        labels.appendRow({ artwork, attribute, term: earlier, ground: 'undo', verdict, undoes: id, ...step })
      }
    },
    /** `verdictOf`: the verdict that stands for an earlier one. */
    repeat(done: number, step: Step, verdictOf: (verdict: number) => number = (verdict) => verdict) {
      for (const { id: _, verdict, ...label } of written.all(done))
        labels.appendRow({ ...label, verdict: verdict === null ? null : verdictOf(verdict), undoes: null, ...step })
    },
  }
}
