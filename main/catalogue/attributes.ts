import type { Attribute } from '#preload/api.ts'
import { currentRun, isFlagged } from './flagged.ts'
import type { Catalogue } from './open.ts'

/** Attributes with their terms in use, most works first. `learned`: terms of the current run, by attribute. */
export function attributeQuery(db: Catalogue) {
  const attributes = db.prepare<[], { id: number; name: string; labelled: number }>(`
    select id, name, (select count(*) from current_label where attribute = attribute.id) as labelled from attribute order by case name when 'style' then 1 when 'genre' then 2 when 'artist' then 3 else 4 end, id`)
  const terms = db.prepare<
    [{ attribute: number; threshold: number }],
    { name: string; works: number; flagged: number }
  >(`
    with works as (select term, count(*) as works from current_label where attribute = :attribute group by term),
      doubts as (select given as term, count(*) as flagged from evidence
        where evidence.run = ${currentRun} and evidence.attribute = :attribute and ${isFlagged} group by given)
    select term.name, works.works, coalesce(doubts.flagged, 0) as flagged from works join term on term.id = works.term
    left join doubts on doubts.term = works.term order by works.works desc, term.name`)
  return (threshold: number, learned: ReadonlyMap<string, ReadonlySet<string>>): Attribute[] =>
    attributes
      .all()
      .filter(({ labelled }) => labelled > 0)
      .map(({ id, name, labelled }) => ({
        name,
        labelled,
        terms: terms
          .all({ attribute: id, threshold })
          .map((term) => ({ ...term, learned: learned.get(name)?.has(term.name) ?? false })),
      }))
}
