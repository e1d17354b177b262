import type { TermAttribution } from '#preload/api.ts'
import { isCreatorName } from '../catalogue/creators.ts'
import { attributionOf } from '../evidence/attribution.ts'

/** What a term of artists says of how works stand to the artist; null: nothing, or it is no artist. */
export function termAttribution(attribute: string, name: string): TermAttribution | null {
  if (!isCreatorName(attribute)) return null
  const { qualifier, artist } = attributionOf(name)
  return qualifier === null ? null : { qualifier, artist }
}
