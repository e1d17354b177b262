import type { Reviewer, TrailEntry } from '#preload/api.ts'
import type { Weights } from './weighings.ts'
import type { Parts } from '../evidence/parts.ts'
import { reasonsFor } from '../evidence/reasons.ts'
import { namesThen } from './namesThen.ts'
import type { Catalogue } from './open.ts'

/** Verdicts, and labels that were set by hand outside of them, as they were said. */
const events = /* sql */ `
  select verdict.at, verdict.actor, verdict.artwork, verdict.attribute, verdict.kind as verdict, verdict.before, verdict.after,
    verdict.reason, verdict.suggestion, verdict.evidence, verdict.run, back.actor as takenBackBy, back.at as takenBackAt,
    0 as place, verdict.id, verdict.change
  from verdict left join verdict as back on back.undoes = verdict.id
  union all
  select label.at, label.actor, label.artwork, label.attribute, iif(label.ground = 'undo', 'undo', 'by-hand'),
    (select earlier.term from label as earlier where earlier.artwork = label.artwork and earlier.attribute = label.attribute
      and earlier.id < label.id order by earlier.id desc limit 1),
    label.term, '', null, '{}', null, back.actor, back.at, 1, label.id, label.change
  from label left join label as back on back.undoes = label.id
  where label.verdict is null and label.ground in ('hand', 'undo')`

type Then = Pick<TrailEntry, 'beforeThen' | 'afterThen' | 'suggestionThen'>

type Row = Omit<TrailEntry, 'model' | 'evidence' | 'weights' | keyof Then> & {
  change: number | null
  beforeTerm: number | null
  afterTerm: number | null
  suggestionTerm: number | null
  shown: string
  network: string | null
  startedAt: string | null
}

/** Who decided what, when, why, and by what evidence. */
export function trailQuery(db: Catalogue) {
  const query = db.prepare<[{ limit: number; offset: number }], Row>(`
    select event.at, event.actor, artwork.file, artwork.title, attribute.name as attribute, event.verdict,
      coalesce(before.name, '') as before, coalesce(after.name, '') as after, event.reason,
      coalesce(suggestion.name, '') as suggestion, event.evidence ->> 'givenProbability' as labelProbability,
      event.evidence ->> 'suggestionProbability' as suggestionProbability, event.evidence ->> 'score' as score, event.evidence as shown, event.run,
      coalesce(run.metrics ->> 'network', run.backbone) as network, run.started_at as startedAt,
      event.change, event.before as beforeTerm, event.after as afterTerm, event.suggestion as suggestionTerm,
      coalesce(event.takenBackBy, '') as takenBackBy, coalesce(event.takenBackAt, '') as takenBackAt
    from (${events}) as event
    join artwork on artwork.id = event.artwork join attribute on attribute.id = event.attribute
    left join term as before on before.id = event.before left join term as after on after.id = event.after
    left join term as suggestion on suggestion.id = event.suggestion left join run on run.id = event.run
    order by event.at, event.place, event.id limit :limit offset :offset`)
  const reviewers = db.prepare<[], Reviewer>(`
    select actor as name, count(*) as decisions from (${events}) where verdict <> 'undo' group by actor
    order by decisions desc, actor`)
  const asEntry =
    (nameThen: ReturnType<typeof namesThen>) =>
    ({ network, startedAt, shown, change, beforeTerm, afterTerm, suggestionTerm, ...row }: Row): TrailEntry => {
      const then = (term: number | null, now: string) => (term === null ? now : (nameThen(term, change) ?? now))
      const names = { beforeThen: then(beforeTerm, row.before), afterThen: then(afterTerm, row.after), suggestionThen: then(suggestionTerm, row.suggestion) } // prettier-ignore
      return {
        ...row,
        ...names,
        evidence: told({ ...row, ...names }, shown),
        weights: weightsIn(shown),
        model: network === null ? '' : `${network}, ${startedAt}`,
      }
    }
  return {
    list: (limit: number, offset: number) => query.all({ limit, offset }).map(asEntry(namesThen(db))),
    *all(): Generator<TrailEntry> {
      const entry = asEntry(namesThen(db))
      for (const row of query.iterate({ limit: -1, offset: 0 })) yield entry(row)
    },
    reviewers: () => reviewers.all(),
  }
}

/** As "picture 0.69, artist 1.16": names and numbers, the same in every language. */
function weightsIn(shown: string): string {
  const { weights = {} } = JSON.parse(shown) as { weights?: Weights }
  return Object.entries(weights).map(([name, weight]) => `${name} ${weight}`).join(', ') // prettier-ignore
}

/** Labels are told as doubted when the chance that they are right was below this; what the user had chosen then is not kept. */
const usualThreshold = 0.3

type Told = Then & Pick<TrailEntry, 'labelProbability' | 'suggestionProbability'>

function told({ beforeThen, suggestionThen, labelProbability, suggestionProbability }: Told, shown: string): string {
  if (labelProbability === null || suggestionProbability === null) return ''
  const { witnesses } = JSON.parse(shown) as { witnesses?: Parts }
  return reasonsFor({ label: beforeThen, suggestion: suggestionThen, labelProbability, suggestionProbability, ...(witnesses ? { parts: witnesses } : {}) }, usualThreshold).join(' ') // prettier-ignore
}
