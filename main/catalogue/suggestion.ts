import type { Catalogue } from './open.ts'

export type Suggestion = { suggestion: string; /** Out of sample, in [0, 1]. */ suggestionProbability: number }

/** What the model of the current run suggests for an artwork's attribute. */
export function suggestionQuery(db: Catalogue) {
  const query = db.prepare<[number, number], Suggestion>(`
    select term.name as suggestion, evidence.suggestion_probability as suggestionProbability
    from run join evidence on evidence.run = run.id join term on term.id = evidence.suggestion
    where run.is_current = 1 and evidence.attribute = ? and evidence.artwork = ?`)
  return (artwork: number, attribute: number) => query.get(attribute, artwork)
}
