import type { Catalogue } from './open.ts'

export type Confirmed = { actor: string; at: string }

/**
 * Which of these labels of an attribute a person stands behind, by artwork: kept or changed in a review, or set by hand, and
 * still what they were then.
 */
export function confirmedQuery(db: Catalogue) {
  const query = db.prepare<[{ attribute: number; artworks: string }], Confirmed & { artwork: number }>(`
    select current_label.artwork, coalesce(verdict.actor, label.actor) as actor, coalesce(verdict.at, label.at) as at
    from current_label join label on label.id = current_label.label
    left join decision on decision.artwork = current_label.artwork and decision.attribute = current_label.attribute
    left join verdict on verdict.id = decision.verdict and verdict.kind in ('relabel', 'keep') and verdict.after = current_label.term
    where current_label.attribute = :attribute and current_label.artwork in (select value from json_each(:artworks))
      and (verdict.id is not null or label.ground = 'hand')`)
  return (attribute: number, artworks: readonly number[]): Map<number, Confirmed> => {
    const rows = query.all({ attribute, artworks: JSON.stringify(artworks) })
    return new Map(rows.map(({ artwork, ...who }) => [artwork, who]))
  }
}
