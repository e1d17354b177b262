import type { Catalogue } from './open.ts'

/**
 * What each work has for a name that is an attribute or a column of the imported tables (capitals do not matter): its artist,
 * its series. Works without a value are not in the map. Null: the collection knows no such name.
 */
export function groupsQuery(db: Catalogue) {
  const attribute = db.prepare<[string], number>(`select id from attribute where lower(name) = lower(?)`).pluck()
  const labels = db.prepare<[number], { artwork: number; value: string }>(`
    select artwork, term.name as value from current_label join term on term.id = current_label.term
    where current_label.attribute = ?`)
  const records = db.prepare<[string], { artwork: number; value: string }>(`
    select artwork.id as artwork, trim(field.value) as value from artwork, json_each(artwork.record) as field
    where lower(field.key) = lower(?) and trim(field.value) <> ''`)
  return (name: string): Map<number, string> | null => {
    const id = attribute.get(name)
    const rows = id === undefined ? records.all(name) : labels.all(id)
    return rows.length === 0 ? null : new Map(rows.map(({ artwork, value }) => [artwork, value]))
  }
}
