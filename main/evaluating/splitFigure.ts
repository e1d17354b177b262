import type { SplitFigure } from '#preload/api.ts'
import { shareInterval } from '../evidence/binomial.ts'
import type { Predictions } from '../evidence/confidence.ts'
import { figures } from '../evidence/figures.ts'
import { outcomes } from '../evidence/outcomes.ts'
import { fewestWorks } from './evaluate.ts'

/** How good predictions are on some of their works. The mean of F1 is over the terms that these works have. */
export function splitFigure(predictions: Predictions, isIn: (work: number) => boolean): SplitFigure {
  const labels = predictions.labels.map((label, work) => (isIn(work) ? label : -1))
  const { works, accuracy, terms } = figures(outcomes({ ...predictions, labels }))
  const seen = terms.filter(({ support }) => support > 0)
  return {
    works,
    accuracy,
    interval: shareInterval(Math.round(accuracy * works), works),
    macroF1: seen.length === 0 ? 0 : seen.reduce((sum, { f1 }) => sum + f1, 0) / seen.length,
    canJudge: works >= fewestWorks,
  }
}
