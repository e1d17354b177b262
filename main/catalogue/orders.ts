import type { EvidenceKey, Filter } from '#preload/api.ts'
import { currentRun, isDecided, isOfLabel } from './flagged.ts'

/** What is said for a label, from a row of `evidence`. Low is worse; null: not known. */
export const evidenceValues: Readonly<Record<EvidenceKey, string>> = {
  score: `evidence.score`,
  labelProbability: `evidence.given_probability`,
  suggestionProbability: `evidence.suggestion_probability`,
  margin: `evidence.given_probability - evidence.suggestion_probability`,
  artist: `(evidence.parts ->> '$.artist.given') * 1.0 / nullif(evidence.parts ->> '$.artist.works', 0)`,
  neighbours: `(evidence.parts ->> '$.neighbours.given') * 1.0 / nullif(evidence.parts ->> '$.neighbours.works', 0)`,
}

type Sort = NonNullable<Filter['sort']>
/** Of a `select` from artwork: what is joined, and the order. Parameter :sortOf; with `within`, :ids (the only works wanted). */
export type Order = { join: string; by: string }

const isEvidenceKey = (sort: Sort): sort is EvidenceKey => sort in evidenceValues

/** The order of a filter; works of which nothing is known come last either way, and equal ones in the order of import. */
export function orderOf({ sort = 'added', descending = false }: Filter): Order {
  const way = descending ? ' desc' : ''
  const key = keyOf(sort, false)
  if (key !== null) return { join: key, by: `key.value${way} nulls last, artwork.id` }
  switch (sort) {
    case 'title':
      return { join: '', by: `artwork.title = '', artwork.title collate nocase${way}, artwork.id` }
    case 'file':
      return { join: '', by: `artwork.file collate nocase${way}, artwork.id` }
    case 'size':
      return { join: '', by: `artwork.width * artwork.height${way}, artwork.id` }
    default:
      return { join: '', by: `artwork.id${way}` }
  }
}

/** What gives each work the number `key.value` that it is sorted by; null: it is sorted by something else. */
export function keyOf(sort: Sort, within: boolean): string | null {
  if (isEvidenceKey(sort)) return ofEvidence(evidenceValues[sort], '', within)
  if (sort === 'suspicion') return ofEvidence(evidenceValues.score, `and not ${isDecided('evidence')}`, within)
  return sort === 'year' ? ofYear : null
}

/** The lowest value of each work among its labels. */
const ofEvidence = (value: string, and: string, within: boolean) => `
  left join (select evidence.artwork, min(${value}) as value from ${within ? 'json_each(:ids) as wanted cross join attribute cross join' : ''} evidence
    where evidence.run = ${currentRun} and (:sortOf is null or evidence.attribute = (select id from attribute where name = :sortOf))
      ${within ? 'and evidence.artwork = wanted.value and evidence.attribute = attribute.id' : ''}
      and ${isOfLabel} ${and} group by evidence.artwork) as key on key.artwork = artwork.id`

const ofYear = `
  left join (select artwork, year_from as value from work_field
    where field = (select id from field where name = :sortOf)) as key on key.artwork = artwork.id`
