import type { Predictions } from './confidence.ts'

/**
 * A threshold for each term below which a share of rightly labelled works falls (split conformal prediction: the k-th least of n
 * probabilities, k = share x (n + 1)). `trust`: the chance that each label is right, [works]; left out, all count as right,
 * and wrong labels among them make the thresholds lower. Terms too rare for the share take the threshold of all. [terms]
 */
export function falseAlarmThresholds(
  { probabilities, labels, terms }: Predictions,
  share: number,
  trust?: Float64Array,
) {
  // prettier-ignore
  const given = (work: number) => probabilities[work * terms + labels[work]!]!
  const weight = (work: number) => trust?.[work] ?? 1
  const labelled = [...labels.keys()].filter((work) => labels[work]! >= 0).toSorted((a, b) => given(a) - given(b))
  const quantile = (works: readonly number[]): number | null => {
    const all = works.reduce((sum, work) => sum + weight(work), 0)
    let left = share * (all + 1)
    for (const work of works) {
      left -= weight(work)
      if (left < 0) return left + weight(work) >= 1 || works[0] !== work ? given(work) : null
    }
    return null
  }
  const usual = quantile(labelled) ?? 0
  return Float64Array.from({ length: terms }, (_, term) => quantile(labelled.filter((work) => labels[work] === term)) ?? usual) // prettier-ignore
}

/** In [0, 1], 0.5 at the threshold of the term: p / (p + threshold). 1 for works without a label. [works] */
export function thresholdScores({ probabilities, labels, terms }: Predictions, thresholds: Float64Array) {
  return Float64Array.from(labels, (label, work) => {
    if (label < 0) return 1
    const p = probabilities[work * terms + label]!
    return p / (p + thresholds[label]! || 1)
  })
}
