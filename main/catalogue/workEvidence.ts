import type { EvidenceKey, WorkEvidence } from '#preload/api.ts'
import { currentRun, isDecided, isOfLabel } from './flagged.ts'
import type { Catalogue } from './open.ts'
import { evidenceValues } from './orders.ts'

type Row = { id: number; label: string; suggestion: string; flagged: 0 | 1 } & Record<EvidenceKey, number | null>

const keys = Object.keys(evidenceValues) as EvidenceKey[]

/** What the current run says of the labels that stand; works of which it says nothing are left out. */
export function workEvidenceQuery(db: Catalogue) {
  const query = db.prepare<[{ ids: string; attribute: string; threshold: number }], Row>(`
    select evidence.artwork as id, given.name as label, suggestion.name as suggestion,
      ${keys.map((key) => `${evidenceValues[key]} as ${key}`).join(', ')},
      evidence.score < :threshold and not ${isDecided('evidence')} as flagged
    from json_each(:ids) as wanted cross join evidence
    join term as given on given.id = evidence.given join term as suggestion on suggestion.id = evidence.suggestion
    where evidence.run = ${currentRun} and evidence.attribute = (select id from attribute where name = :attribute)
      and evidence.artwork = wanted.value and ${isOfLabel}`)
  return (ids: readonly number[], attribute: string, threshold: number): WorkEvidence[] =>
    query.all({ ids: JSON.stringify(ids), attribute, threshold }).map(({ id, label, suggestion, flagged, ...values }) => ({
      id,
      label,
      suggestion,
      flagged: flagged === 1,
      values,
    })) // prettier-ignore
}
