import type { Comparison, CurvePoint } from '#preload/api.ts'
import { percentExact } from '../text/format.ts'
import { t } from '../text/text.ts'

/** Below this probability a difference is called hardly chance. */
const usual = 0.05

/** Which is better, and whether that means anything, in a sentence. */
export function verdictOn({ runs, accuracy, mcnemar }: Comparison): string {
  const [first, second] = accuracy.values
  if (first === second) return t('runs.same', { share: percentExact(first) })
  const better = second > first ? runs[1] : runs[0]
  return t('runs.better', {
    better: String(better),
    most: percentExact(Math.max(first, second)),
    least: percentExact(Math.min(first, second)),
    chance: mcnemar.p < usual ? t('runs.noChance') : t('runs.chance'),
  })
}

/**
 * The last training of a curve: that of the network where it was trained, else the last one. On works it had not seen where
 * both curves know that. Steps are counted from 1.
 */
export function lastTrainings(curves: readonly CurvePoint[][]): { x: number; y: number }[][] {
  const trainings = curves.map((curve) => {
    const last = curve.findLast(({ stage }) => stage === 'network') ?? curve.at(-1)
    return curve.filter(({ stage, part }) => stage === last?.stage && part === last.part)
  })
  const areSeen = trainings.every((training) => training.every(({ validation }) => validation !== null))
  return trainings.map((points) =>
    points.map(({ training, validation }, index) => ({ x: index + 1, y: areSeen ? validation! : training })),
  )
}
