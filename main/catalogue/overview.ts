import type { Catalogue } from './open.ts'

type Counts = { works: number; problems: number; labels: number; verdicts: number }

/** Counts for the header of the window. */
export function overviewQuery(db: Catalogue) {
  const counts = db.prepare<[], Counts>(`
    select (select count(*) from artwork) as works, (select count(*) from problem) as problems,
      (select count(*) from current_label) as labels, (select count(*) from decision) as verdicts`)
  const corrections = db.prepare<[{ time: string }], number>(`
    select count(*) from (
      select artwork, attribute from (select distinct artwork, attribute from label where ground <> 'import' and at > :time) as spoken
      where (select term from current_label where artwork = spoken.artwork and attribute = spoken.attribute)
        is not (select coalesce(term.standing, term.id) from label left join term on term.id = label.term
          where artwork = spoken.artwork and label.attribute = spoken.attribute and at <= :time order by label.id desc limit 1)
      union select decision.artwork, decision.attribute from decision join verdict on verdict.id = decision.verdict
      where verdict.kind in ('keep', 'wrong-image', 'not-artwork') and verdict.at > :time)`)
    .pluck() // prettier-ignore
  return {
    counts: () => counts.get()!,
    /** Labels that are not what they were at a time (ISO 8601), or have been confirmed since; what was undone does not count. */
    correctionsSince: (time: string) => corrections.get({ time })!,
  }
}
