import type { Catalogue } from './open.ts'

export type LabelledWork = { artwork: number; term: number; sha256: string }

/** isSeveral: it names several terms, and is none to learn itself. */
export type LearnableTerm = { id: number; name: string; isSeveral: 0 | 1 }

/** What there is to learn from: the labels that stand, by attribute. */
export function learningSetQuery(db: Catalogue) {
  const attributes = db.prepare<[], { id: number; name: string }>(`
    select id, name from attribute where exists (select 1 from current_label where attribute = attribute.id)
    order by case name when 'style' then 1 when 'genre' then 2 when 'artist' then 3 else 4 end, id`)
  const terms = db.prepare<[number], { id: number; name: string }>(`
    select id, name from term where attribute = ? order by name`)
  const learnable = db.prepare<[number], LearnableTerm>(`
    select id, name, exists (select 1 from term_part where term_part.term = term.id) as isSeveral
    from term where attribute = ? and retired_at is null order by name`)
  const labels = db.prepare<[number], LabelledWork>(`
    select current_label.artwork, current_label.term, artwork.sha256 from current_label
    join artwork on artwork.id = current_label.artwork where current_label.attribute = ? order by current_label.artwork`)
  const given = db.prepare<[number], Pick<LabelledWork, 'artwork' | 'term'>>(`
    select artwork, term from current_label where attribute = ? order by artwork`)
  const wrongImages = db.prepare<[number], number>(`
    select decision.artwork from decision join verdict on verdict.id = decision.verdict
    where decision.attribute = ? and verdict.kind in ('wrong-image', 'not-artwork')`).pluck() // prettier-ignore
  return {
    attributes: () => attributes.all(),
    terms: (attribute: number) => terms.all(attribute),
    /** Without those retired. */
    learnable: (attribute: number) => learnable.all(attribute),
    labels: (attribute: number) => labels.all(attribute),
    /** The same without the images. */
    given: (attribute: number) => given.all(attribute),
    /** Works whose image is not what the record describes, or no artwork at all: their label teaches nothing. */
    wrongImages: (attribute: number) => new Set(wrongImages.all(attribute)),
  }
}
