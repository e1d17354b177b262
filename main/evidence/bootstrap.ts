import { createTally, figures, type Figures } from './figures.ts'
import { topOf } from './metrics.ts'
import type { Outcomes } from './outcomes.ts'
import type { Areas, TermAreas } from './termAreas.ts'

/** Positions of works drawn with replacement, as many as there are works. */
export type Draw = () => ArrayLike<number>
export type Interval = { low: number; high: number }

/** What an interval is found for. */
export const intervalNames = ['accuracy', 'top3', 'macroPrecision', 'macroRecall', 'macroF1', 'weightedPrecision', 'weightedRecall', 'weightedF1', 'balancedAccuracy', 'logLoss', 'brier', 'calibrationError', 'kappa', 'macroAuc', 'weightedAuc', 'macroAveragePrecision', 'weightedAveragePrecision'] as const // prettier-ignore
export type IntervalName = (typeof intervalNames)[number]

/** The figures that have intervals, in one row. Null: not defined. */
export const headline = (found: Figures, areas: Areas): Record<IntervalName, number | null> => ({
  accuracy: found.accuracy,
  top3: topOf(found.top, 3),
  macroPrecision: found.macro.precision,
  macroRecall: found.macro.recall,
  macroF1: found.macro.f1,
  weightedPrecision: found.weighted.precision,
  weightedRecall: found.weighted.recall,
  weightedF1: found.weighted.f1,
  balancedAccuracy: found.balancedAccuracy,
  logLoss: found.logLoss,
  brier: found.brier,
  calibrationError: found.calibrationError,
  kappa: found.kappa,
  macroAuc: areas.auc.macro,
  weightedAuc: areas.auc.weighted,
  macroAveragePrecision: areas.averagePrecision.macro,
  weightedAveragePrecision: areas.averagePrecision.weighted,
})

/** How often each work is among those drawn. */
export function countDraw(drawn: ArrayLike<number>, works: number): Uint16Array {
  const counts = new Uint16Array(works)
  for (let at = 0; at < drawn.length; at++) counts[drawn[at]!]!++
  return counts
}

export type Intervals = {
  figures: Record<IntervalName, Interval | null>
  terms: Record<'precision' | 'recall' | 'f1', Interval>[]
}

/**
 * 95 % intervals by the percentile bootstrap (Efron and Tibshirani 1993): works are drawn again with replacement, and all
 * figures found again. What resamples do not define is left out. `breathe` is awaited after each.
 */
export async function bootstrap(
  outcomes: Outcomes,
  areas: TermAreas,
  { draw, resamples }: { draw: Draw; resamples: number },
  breathe: () => Promise<void>,
): Promise<Intervals> {
  const works = outcomes.given.length
  const tally = createTally(outcomes.terms)
  const rows: Record<IntervalName, number | null>[] = []
  const terms: Figures['terms'][] = []
  for (let resample = 0; resample < resamples; resample++) {
    const weights = countDraw(draw(), works)
    const found = figures(outcomes, weights, tally)
    rows.push(headline(found, areas.reweighed(weights)))
    terms.push(found.terms)
    await breathe()
  }
  const ofTerm = (term: number, name: 'precision' | 'recall' | 'f1') =>
    percentiles(terms.map((found) => found[term]![name]))!
  return {
    figures: Object.fromEntries(intervalNames.map((name) => [name, percentiles(rows.map((row) => row[name]))])) as Intervals['figures'], // prettier-ignore
    terms: Array.from({ length: outcomes.terms }, (_, term) => ({
      precision: ofTerm(term, 'precision'),
      recall: ofTerm(term, 'recall'),
      f1: ofTerm(term, 'f1'),
    })),
  }
}

/** The middle 95 % of values. Null: there are none. */
export function percentiles(values: readonly (number | null)[]): Interval | null {
  const sorted = Float64Array.from(values.filter((value) => value !== null)).toSorted()
  return sorted.length === 0 ? null : { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) }
}

/** Of values in order; between neighbours in proportion, as numpy has it. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = share * (sorted.length - 1)
  const below = sorted[Math.floor(at)]!
  return below + (at % 1) * (sorted[Math.ceil(at)]! - below)
}
