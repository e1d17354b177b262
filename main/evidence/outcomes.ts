import { mostProbable, type Predictions } from './confidence.ts'

/** What became of each labelled work; all arrays are [works], in the order of the predictions without those that have no label. */
export type Outcomes = {
  terms: number
  /** Position of the work among the predictions. */
  positions: Int32Array
  given: Int32Array
  predicted: Int32Array
  /** Terms that are more probable than the given one. */
  above: Int32Array
  /** Minus the logarithm of the label's probability, in nats; probabilities are held above 1e-12. */
  loss: Float64Array
  /** Squared distance of the probabilities from the label, in [0, 2]. */
  squared: Float64Array
  /** Probability of the prediction. */
  confidence: Float64Array
}

/** The most probable term is the prediction, of equal ones the first. */
export function outcomes({ probabilities, labels, terms }: Predictions): Outcomes {
  const positions = Int32Array.from(labels.keys()).filter((work) => labels[work]! >= 0)
  const count = positions.length
  const out: Outcomes = {
    terms,
    positions,
    given: Int32Array.from(positions, (work) => labels[work]!),
    predicted: new Int32Array(count),
    above: new Int32Array(count),
    loss: new Float64Array(count),
    squared: new Float64Array(count),
    confidence: new Float64Array(count),
  }
  for (const [index, work] of positions.entries()) {
    const row = probabilities.subarray(work * terms, (work + 1) * terms)
    const best = mostProbable(row)
    const label = row[out.given[index]!]!
    let [above, squares] = [0, 0]
    for (let term = 0; term < terms; term++) {
      const p = row[term]!
      if (p > label) above++
      squares += p * p
    }
    out.predicted[index] = best
    out.confidence[index] = row[best]!
    out.above[index] = above
    out.loss[index] = -Math.log(Math.max(1e-12, label))
    out.squared[index] = squares + 1 - 2 * label
  }
  return out
}

/** Bins of equal width over the probability of a prediction; a bin holds its upper end. */
export const calibrationBins = 15
export const binOf = (confidence: number) =>
  Math.min(calibrationBins - 1, Math.max(0, Math.ceil(confidence * calibrationBins) - 1))
