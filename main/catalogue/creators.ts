import { attributionOf, type Attribution } from '../evidence/attribution.ts'
import { groupsQuery } from './groups.ts'
import type { Catalogue } from './open.ts'

/** What the attribute or column of who made a work is called, in the languages of those who have asked. */
const creatorNames = ['artist', 'creator', 'maker', 'painter', 'künstler', 'artiste', 'autor', 'artista', 'author']

export const isCreatorName = (attribute: string) => creatorNames.includes(attribute.toLowerCase())

/** Values that say that nobody knows who made a work. */
const isUnknown = (value: string) =>
  /^(unknown|unidentified|anonymous|anonymus|anonym|unbekannt|inconnu|anonyme|desconocido|an[oó]nimo|sconosciuto|n\/a|none|[-?.]+)\b|^[-?.]*$/i.test(value) // prettier-ignore

export type Creators = {
  name: string
  /** The artist of each work; of a work from a workshop, after a painting or by a follower: the artist whom it names. */
  of: Map<number, string>
  /** How works stand to that artist, where it is not simply by the artist. */
  qualified: Map<number, NonNullable<Attribution['qualifier']>>
}

/** Who made each work, by the first such attribute or column that the collection has. Null: it says nothing of that. */
export function creatorsQuery(db: Catalogue) {
  const groups = groupsQuery(db)
  return (): Creators | null => {
    for (const name of creatorNames) {
      const found = groups(name)
      if (!found) continue
      const creators = told(name, found)
      if (creators.of.size > 0) return creators
    }
    return null
  }
}

function told(name: string, values: ReadonlyMap<number, string>): Creators {
  const known = new Map<string, Attribution>()
  const creators: Creators = { name, of: new Map(), qualified: new Map() }
  for (const [artwork, value] of values) {
    let attribution = known.get(value)
    if (!attribution) known.set(value, (attribution = attributionOf(value)))
    const { artist, qualifier } = attribution
    if (isUnknown(artist)) continue
    creators.of.set(artwork, artist)
    if (qualifier !== null) creators.qualified.set(artwork, qualifier)
  }
  return creators
}
