import { groupsQuery } from './groups.ts'
import type { Catalogue } from './open.ts'

/** What the attribute or column of who made a work is called, in the languages of those who have asked. */
const creatorNames = ['artist', 'creator', 'maker', 'painter', 'künstler', 'artiste', 'autor', 'artista', 'author']

/** Values that say that nobody knows who made a work. */
const isUnknown = (value: string) =>
  /^(unknown|unidentified|anonymous|anonymus|anonym|unbekannt|inconnu|anonyme|desconocido|an[oó]nimo|sconosciuto|n\/a|none|[-?.]+)\b|^[-?.]*$/i.test(value) // prettier-ignore

export type Creators = { name: string; of: Map<number, string> }

/** Who made each work, by the first such attribute or column that the collection has. Null: it says nothing of that. */
export function creatorsQuery(db: Catalogue) {
  const groups = groupsQuery(db)
  return (): Creators | null => {
    for (const name of creatorNames) {
      const found = groups(name)
      if (!found) continue
      const of = new Map([...found].filter(([, value]) => !isUnknown(value.trim())))
      if (of.size > 0) return { name, of }
    }
    return null
  }
}
