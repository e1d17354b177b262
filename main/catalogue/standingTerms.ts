import type { Catalogue } from './open.ts'
import { termParts } from './termParts.ts'

/**
 * Finds anew which term speaks for each term of an attribute after mergers (a chain of them is followed to its end), and lets
 * the current labels follow: each has the standing term of what its label says; and the parts of combined terms. Call it in a transaction.
 */
export function findStandingTerms(db: Catalogue, attribute: number) {
  const rows = db
    .prepare<[number], { id: number; into: number | null; standing: number | null }>(
      `select id, merged_into as "into", standing from term where attribute = ?`,
    )
    .all(attribute)
  const into = new Map(rows.map((row) => [row.id, row.into]))
  const set = db.prepare(`update term set standing = ? where id = ?`)
  for (const { id, standing } of rows) {
    let end = id
    for (let next = into.get(end); next !== null && next !== undefined; next = into.get(end)) end = next
    const wanted = end === id ? null : end
    if (wanted !== standing) set.run(wanted, id)
  }
  db.prepare(`
    update current_label set term = now.id from label, term, term as now
    where current_label.attribute = ? and label.id = current_label.label and term.id = label.term
      and now.id = coalesce(term.standing, term.id) and now.id <> current_label.term`).run(attribute) // prettier-ignore
  termParts(db).find(attribute)
}
