import type { Predictions } from './confidence.ts'
import { figures } from './figures.ts'
import { outcomes, type Outcomes } from './outcomes.ts'

export type TermMetrics = { support: number; precision: number; recall: number; f1: number }
export type Metrics = {
  works: number
  accuracy: number
  top3: number
  macroF1: number
  weightedF1: number
  balancedAccuracy: number
  /** Mean, in nats; probabilities are held above 1e-12. */
  logLoss: number
  terms: TermMetrics[]
  /** [given][predicted], counts. */
  confusion: number[][]
}

/**
 * The measures that a run is known by, as scikit-learn defines them; a quotient by zero is 0. The most probable term is
 * the prediction, of equal ones the first; a label is in the top three when fewer than three terms are more probable.
 */
export function metrics(predictions: Predictions): Metrics {
  const judged = outcomes(predictions)
  const { works, accuracy, top, macro, weighted, balancedAccuracy, logLoss, terms } = figures(judged)
  return {
    works,
    accuracy,
    top3: topOf(top, 3),
    macroF1: macro.f1,
    weightedF1: weighted.f1,
    balancedAccuracy,
    logLoss,
    terms: terms.map(({ support, precision, recall, f1 }) => ({ support, precision, recall, f1 })),
    confusion: confusionOf(judged),
  }
}

/** Of fewer terms than k, every label is among them. */
export const topOf = (top: readonly number[], k: number) => top[Math.min(k, top.length) - 1] ?? 0

/** [given][predicted], counts. */
export function confusionOf({ terms, given, predicted }: Outcomes): number[][] {
  const confusion = Array.from({ length: terms }, () => Array<number>(terms).fill(0))
  for (const [work, own] of given.entries()) confusion[own]![predicted[work]!]!++
  return confusion
}
