import type { Step } from '../catalogue/changes.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { verdictTable, type VerdictRow } from '../catalogue/verdicts.ts'

/** Takes back, and does again, the verdicts that a row of the history (`done`) wrote. Call them in a transaction. */
export function verdictEvents(db: Catalogue) {
  const verdicts = verdictTable(db)
  const written = db.prepare<[number], VerdictRow & { id: number }>(`
    select id, artwork, attribute, kind, before, after, suggestion, evidence, run, reason from verdict
    where change = ? order by id`)
  return {
    takeBack(done: number, step: Step) {
      for (const verdict of written.all(done).toReversed()) verdicts.takeBack(verdict, step)
    },
    /** Returns the new verdict of each, by the id of the old one. */
    repeat(done: number, step: Step): Map<number, number> {
      return new Map(written.all(done).map(({ id, ...verdict }) => [id, verdicts.append(verdict, step)]))
    },
  }
}
