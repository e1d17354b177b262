import { mostProbable, type Predictions } from './confidence.ts'

/**
 * Normalised margin (Northcutt et al. 2021; cleanlab's normalized_margin): how far the given label is ahead of the most
 * probable other one, (p(given) - p(other) + 1) / 2, in [0, 1]. [works], 1 for works without a label.
 */
export function normalisedMargin({ probabilities, labels, terms }: Predictions): Float64Array {
  return Float64Array.from(labels, (label, work) => {
    if (label < 0) return 1
    const row = probabilities.subarray(work * terms, (work + 1) * terms)
    return (row[label]! - row[mostProbable(row, label)]! + 1) / 2
  })
}
