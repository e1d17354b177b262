import type { Catalogue } from './open.ts'

/** Works labelled with a term, or with one of the several that a label names, whose image a network has embedded; at most so many. */
export function embeddedOfTermQuery(db: Catalogue) {
  const query = db.prepare<[{ attribute: number; term: string; backbone: string; but: number; limit: number }], number>(`
    select current_label.artwork from current_label
    cross join artwork on artwork.id = current_label.artwork
    cross join embedding on embedding.backbone = :backbone and embedding.artwork = artwork.id and embedding.sha256 = artwork.sha256
    where current_label.attribute = :attribute and current_label.artwork <> :but
      and current_label.term = (select id from term where attribute = :attribute and name = :term)
    order by current_label.artwork limit :limit`).pluck() // prettier-ignore
  const has = db.prepare<[string, number], number>(`
    select 1 from artwork join embedding on embedding.artwork = artwork.id and embedding.sha256 = artwork.sha256
    where embedding.backbone = ? and artwork.id = ?`).pluck() // prettier-ignore
  const parts = db.prepare<{ attribute: number; term: string }, string>(`
    select part.name from term join term_part on term_part.term = term.id join term as part on part.id = term_part.part
    where term.attribute = :attribute and term.name = :term order by term_part.place`).pluck() // prettier-ignore
  return {
    /** `but`: a work that is left out. */
    of: (about: { attribute: number; term: string; backbone: string; but: number; limit: number }) =>
      [about.term, ...parts.all({ attribute: about.attribute, term: about.term })].flatMap((term) => query.all({ ...about, term })).slice(0, about.limit), // prettier-ignore
    has: (backbone: string, artwork: number) => has.get(backbone, artwork) !== undefined,
  }
}
