/** Out-of-sample probabilities [works, terms], row-major, with the label of each work (-1: none). */
export type Predictions = { probabilities: Float32Array; labels: Int32Array; terms: number }

export type Confidence = {
  /** Position of the work. */
  work: number
  given: number
  /** The most probable term other than the given one. */
  suggestion: number
  givenProbability: number
  suggestionProbability: number
  /** In [0, 1], low is worse. */
  score: number
}

/**
 * Self-confidence (Northcutt et al. 2021): the out-of-sample probability of the given label is the score. One entry a
 * labelled work; works without a row of probabilities (all zero) are left out.
 */
export function confidence({ probabilities, labels, terms }: Predictions): Confidence[] {
  const out: Confidence[] = []
  for (let work = 0; work < labels.length; work++) {
    const given = labels[work]!
    if (given < 0) continue
    const row = probabilities.subarray(work * terms, (work + 1) * terms)
    const suggestion = mostProbable(row, given)
    const givenProbability = clamp(row[given]!)
    const suggestionProbability = clamp(row[suggestion]!)
    if (givenProbability === 0 && suggestionProbability === 0) continue
    out.push({ work, given, suggestion, givenProbability, suggestionProbability, score: givenProbability })
  }
  return out
}

/** Index of the largest probability, `except` left out; of equal ones the first. */
export function mostProbable(row: Float32Array, except = -1): number {
  let best = except === 0 ? 1 : 0
  for (let term = 0; term < row.length; term++) if (term !== except && row[term]! > row[best]!) best = term
  return best
}

const clamp = (p: number) => Math.min(1, Math.max(0, p))
