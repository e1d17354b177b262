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

const isEvidenceKey = (sort: Sort): sort is EvidenceKey => sort in evidenceValues

/** What works are ordered by, of a `select` from artwork; null: by a number of their own, see allKeysOf. */
export function orderOf({ sort = 'added', descending = false }: Filter): string | null {
  const way = descending ? ' desc' : ''
  switch (sort) {
    case 'added':
      return `artwork.id${way}`
    case 'title':
      return `artwork.title = '', artwork.title collate nocase${way}, artwork.id`
    case 'file':
      return `artwork.file collate nocase${way}, artwork.id`
    case 'size':
      return `artwork.width * artwork.height${way}, artwork.id`
    default:
      return null
  }
}

/** The number of each label or date that works are sorted by. Columns: artwork, value, the lowest first; parameter :sortOf. */
export function allKeysOf(sort: Sort): string | null {
  const of = evidenceOf(sort)
  // The order of the joins is said: the evidence as its index has it, then the label of each.
  if (of) return `
    select evidence.artwork, ${of.value} as value from evidence ${of.isIndexed ? 'indexed by evidence_by_score' : ''}
    cross join current_label on current_label.artwork = evidence.artwork and current_label.attribute = evidence.attribute
      and current_label.term = evidence.given
    where evidence.run = ${currentRun} and ${ofAttribute} and value is not null ${of.and} order by value, evidence.artwork`
  return sort === 'year' ? `${years} and year_from is not null order by value, artwork` : null
} // prettier-ignore

/** What gives each of the works :ids the number \`key.value\` that it is sorted by; null: it is sorted by something else. Parameter :sortOf. */
export function keyOf(sort: Sort): string | null {
  const of = evidenceOf(sort)
  if (of) return `
    left join (select evidence.artwork, min(${of.value}) as value from json_each(:ids) as wanted cross join attribute cross join evidence
      where evidence.run = ${currentRun} and ${ofAttribute} and evidence.artwork = wanted.value and evidence.attribute = attribute.id
        and ${isOfLabel} ${of.and} group by evidence.artwork) as key on key.artwork = artwork.id`
  return sort === 'year' ? `left join (${years}) as key on key.artwork = artwork.id` : null
} // prettier-ignore

/** isIndexed: the index has all of it. */
function evidenceOf(sort: Sort): { value: string; and: string; isIndexed: boolean } | null {
  if (sort === 'suspicion') return { value: evidenceValues.score, and: `and not ${isDecided('evidence')}`, isIndexed: true }
  if (!isEvidenceKey(sort)) return null
  return { value: evidenceValues[sort], and: '', isIndexed: !evidenceValues[sort].includes('parts') }
} // prettier-ignore

const ofAttribute = `(:sortOf is null or evidence.attribute = (select id from attribute where name = :sortOf))`
const years = `select artwork, year_from as value from work_field where field = (select id from field where name = :sortOf)`
