import type { QueueSummary } from '#preload/api.ts'
import { currentRun, isDecided, isFlagged } from './flagged.ts'
import type { Catalogue } from './open.ts'

export type QueueRow = {
  artwork: number
  file: string
  title: string
  sha256: string
  label: string
  suggestion: string
  labelProbability: number
  suggestionProbability: number
  score: number
  /** What each witness said, as JSON. */
  parts: string
  /** Kind of the verdict that stands on this label, if any. */
  decided: string | null
  /** Why a kept label is back, in a sentence; null: it is not. */
  reopened: string | null
}
/** A label that the current run says nothing about: its term is too rare, or it is newer than the run. */
export type UnjudgedRow = Omit<QueueRow, Evidence> & { [K in Evidence]: null }
type Evidence = 'suggestion' | 'labelProbability' | 'suggestionProbability' | 'score' | 'parts'

const columns = /* sql */ `
  artwork.id as artwork, artwork.file, artwork.title, artwork.sha256, given.name as label, suggestion.name as suggestion,
  evidence.given_probability as labelProbability, evidence.suggestion_probability as suggestionProbability, evidence.score,
  evidence.parts, iif(reopened.verdict is null, verdict.kind, null) as decided, reopened.reason as reopened`

const entries = /* sql */ `
  select ${columns} from evidence
  join current_label on current_label.artwork = evidence.artwork and current_label.attribute = evidence.attribute
    and current_label.term = evidence.given
  join artwork on artwork.id = evidence.artwork
  join term as given on given.id = evidence.given
  join term as suggestion on suggestion.id = evidence.suggestion
  left join decision on decision.artwork = evidence.artwork and decision.attribute = evidence.attribute
  left join verdict on verdict.id = decision.verdict left join reopened on reopened.verdict = verdict.id
  where evidence.run = ${currentRun} and evidence.attribute = :attribute`

/** A label skipped since the run that shows it waits at the end; the next run brings it back to its place. */
const skippedSince = /* sql */ `coalesce(verdict.kind = 'skip' and verdict.run is evidence.run, 0)`

/** Labels in the order in which they should be looked at: worst first, and those skipped since the run at the end. */
export function queueQuery(db: Catalogue) {
  // Those that wait come as the index has them, so that no more are read than asked for; few are skipped.
  const of = `evidence.score < :below and (verdict.kind is null or verdict.kind = 'skip' or reopened.verdict is not null)`
  const waiting = db.prepare<[{ attribute: number; below: number; limit: number; offset: number }], QueueRow>(`
    select * from (${entries} and ${of} and not ${skippedSince} order by evidence.score, evidence.artwork limit :limit + :offset)
    union all select * from (${entries} and ${of} and ${skippedSince} order by evidence.score, evidence.artwork)
    limit :limit offset :offset`)
  const all = db.prepare<[{ attribute: number }], (QueueRow | UnjudgedRow) & { isSkipped: 0 | 1 }>(`
    select ${columns}, ${skippedSince} as isSkipped from current_label
    join artwork on artwork.id = current_label.artwork
    join term as given on given.id = current_label.term
    left join evidence on evidence.run = ${currentRun} and evidence.attribute = current_label.attribute
      and evidence.artwork = current_label.artwork and evidence.given = current_label.term
    left join term as suggestion on suggestion.id = evidence.suggestion
    left join decision on decision.artwork = current_label.artwork and decision.attribute = current_label.attribute
    left join verdict on verdict.id = decision.verdict left join reopened on reopened.verdict = verdict.id
    where current_label.attribute = :attribute order by artwork.id`)
  const one = db.prepare<[{ attribute: number; artwork: number }], QueueRow>(`
    ${entries} and evidence.artwork = :artwork`)
  const summary = db.prepare<[{ attribute: number; threshold: number }], Omit<QueueSummary, 'attribute'>>(`
    select
      (select count(*) from current_label where attribute = :attribute) as labelled,
      (select count(*) from evidence where evidence.run = ${currentRun} and evidence.attribute = :attribute and ${isFlagged}) as waiting,
      (select count(*) from decision where attribute = :attribute and ${isDecided('decision')}) as reviewed,
      (select count(*) from evidence where evidence.run = ${currentRun} and evidence.attribute = :attribute
        and evidence.score < :threshold) as flagged`)
  return {
    /** Not decided yet, with a score below `below`. */
    waiting: (attribute: number, below: number, limit: number, offset: number) =>
      waiting.all({ attribute, below, limit, offset }),
    /** Every label, by work. `isSkipped`: since the run. */
    all: (attribute: number) => all.all({ attribute }),
    /** Undefined where the current run says nothing about the label that stands. */
    one: (attribute: number, artwork: number) => one.get({ attribute, artwork }),
    summary: (attribute: number, threshold: number) => summary.get({ attribute, threshold })!,
  }
}
