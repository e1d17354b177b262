import type { Attribute } from '#preload/api.ts'
import { currentRun, isFlagged } from './flagged.ts'
import type { Catalogue } from './open.ts'
import { termParts } from './termParts.ts'

/**
 * Attributes with their terms in use, most works first: a work with several terms counts for each and for their combination.
 * `learned`: terms of the current run, by attribute.
 */
export function attributeQuery(db: Catalogue) {
  const attributes = db.prepare<[], { id: number; name: string; separator: string | null; labelled: number }>(`
    select id, name, separator, (select count(*) from current_label where attribute = attribute.id) as labelled from attribute order by case name when 'style' then 1 when 'genre' then 2 when 'artist' then 3 else 4 end, id`)
  const terms = db.prepare<
    [{ attribute: number; threshold: number }],
    { id: number; name: string; works: number; flagged: number }
  >(`
    with works as (select term, sum(works) as works from (
        select term, count(*) as works from current_label where attribute = :attribute group by term
        union all select term_part.part, count(*) from term_part
          join current_label on current_label.attribute = :attribute and current_label.term = term_part.term group by part)
        group by term),
      doubts as (select term, sum(flagged) as flagged from (
        select given as term, count(*) as flagged from evidence
          where evidence.run = ${currentRun} and evidence.attribute = :attribute and ${isFlagged} group by given
        union all select term_part.part, count(*) from evidence join term_part on term_part.term = evidence.given
          where evidence.run = ${currentRun} and evidence.attribute = :attribute and ${isFlagged} group by part)
        group by term)
    select term.id, term.name, works.works, coalesce(doubts.flagged, 0) as flagged from works
    join term on term.id = works.term
    left join doubts on doubts.term = works.term order by works.works desc, term.name`)
  return (threshold: number, learned: ReadonlyMap<string, ReadonlySet<string>>): Attribute[] =>
    attributes
      .all()
      .filter(({ labelled }) => labelled > 0)
      .map(({ id, name, separator, labelled }) => {
        const found = terms.all({ attribute: id, threshold })
        const names = new Map(found.map((term) => [term.id, term.name]))
        const parts = separator === null ? null : termParts(db).of(id)
        const asTerm = ({ id: term, ...rest }: (typeof found)[number]) => ({
          ...rest,
          learned: learned.get(name)?.has(rest.name) ?? false,
          parts: (parts?.get(term) ?? []).map((part) => names.get(part)!),
        })
        return { name, labelled, separator, terms: found.map(asTerm) }
      })
}
