import type { MapGroups } from '#preload/api.ts'
import { flagged } from './flagged.ts'
import type { Catalogue } from './open.ts'

/** How works are told apart on a map: by the label that stands, or by whether one of their labels is flagged. */
export function mapGroupsQuery(db: Catalogue) {
  const labels = db.prepare<[number], { artwork: number; term: string }>(`
    select current_label.artwork, term.name as term from current_label join term on term.id = current_label.term
    where current_label.attribute = ?`)
  const doubted = db.prepare<[{ threshold: number }], number>(`
    with flagged as (${flagged}) select distinct artwork from flagged`).pluck() // prettier-ignore
  return {
    /** `attribute` is an id. */
    byTerm: (attribute: number, works: readonly number[]): MapGroups => {
      const termOf = new Map(labels.all(attribute).map(({ artwork, term }) => [artwork, term]))
      return grouped(works.map((id) => termOf.get(id) ?? null))
    },
    byFlag: (name: string, threshold: number, works: readonly number[]): MapGroups => {
      const found = new Set(doubted.all({ threshold }))
      return grouped(works.map((id) => (found.has(id) ? name : null)))
    },
  }
}

function grouped(names: readonly (string | null)[]): MapGroups {
  const counts = new Map<string, number>()
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
  const groups = [...counts].map(([name, works]) => ({ name, works })).toSorted((a, b) => b.works - a.works || (a.name < b.name ? -1 : 1)) // prettier-ignore
  const position = new Map(groups.map(({ name }, index) => [name, index]))
  return { groups, of: names.map((name) => (name === null ? -1 : position.get(name)!)) }
}
