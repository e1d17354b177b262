import type { VerdictKind } from '#preload/api.ts'
import type { Catalogue } from './open.ts'

export type StandingVerdict = {
  kind: VerdictKind
  actor: string
  at: string
  suggestion: string | null
  /** Out of sample, in [0, 1]. */
  suggestionProbability: number | null
}

/** The verdict that stands on an artwork's attribute, with what the model said then. */
export function standingVerdictQuery(db: Catalogue) {
  const query = db.prepare<[number, number], StandingVerdict>(`
    select verdict.kind, verdict.actor, verdict.at, term.name as suggestion,
      verdict.evidence ->> 'suggestionProbability' as suggestionProbability
    from decision join verdict on verdict.id = decision.verdict left join term on term.id = verdict.suggestion
    where decision.artwork = ? and decision.attribute = ?`)
  return (artwork: number, attribute: number) => query.get(artwork, attribute)
}
