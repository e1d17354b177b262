import type { Catalogue } from './open.ts'

/** The label with which each work came into the collection, by artwork: the first that an import has entered, as the term stands now. */
export function importedLabelsQuery(db: Catalogue) {
  const first = db.prepare<[number], { artwork: number; term: number }>(`
    select label.artwork, coalesce(term.standing, term.id) as term from label join term on term.id = label.term
    where label.id in (select min(id) from label where attribute = ? and ground = 'import' and term is not null group by artwork)`)
  return (attribute: number) => new Map(first.all(attribute).map(({ artwork, term }) => [artwork, term]))
}
