import type { Ranking } from './areas.ts'

/**
 * How much more of each work would change the two areas under a term's curves: their derivatives by the weight of the work
 * (for ROC these are DeLong's placements, 1988). Where every work counts once they sum to 0; adding
 * sum of (weight - 1) x influence to the area foretells the area under other weights to first order. By distinct
 * probability, highest first: of works with the term, and of those without.
 */
export type AreaInfluence = { roc: [has: Float64Array, hasNot: Float64Array]; precision: [has: Float64Array, hasNot: Float64Array] } // prettier-ignore

export function areaInfluence(ranking: Ranking, roc: number | null, precision: number | null): AreaInfluence {
  const empty = () => new Float64Array(ranking.found.length)
  return {
    roc: roc === null ? [empty(), empty()] : rocInfluence(ranking, roc),
    precision: precision === null ? [empty(), empty()] : precisionInfluence(ranking, precision),
  }
}

function rocInfluence(
  { positives, negatives, found, falseAlarms }: Ranking,
  area: number,
): [Float64Array, Float64Array] {
  const [has, hasNot] = [new Float64Array(found.length), new Float64Array(found.length)]
  for (let at = 0; at < found.length; at++) {
    const hits = at > 0 ? found[at - 1]! : 0
    const misses = at > 0 ? falseAlarms[at - 1]! : 0
    const below = (negatives - (falseAlarms[at]! + misses) / 2) / negatives
    const above = (found[at]! + hits) / 2 / positives
    has[at] = (below - area) / positives
    hasNot[at] = (above - area) / negatives
  }
  return [has, hasNot]
}

/** Works lower the precision at every threshold at or below their own; those with the term raise it there, and bring their own. */
function precisionInfluence({ positives, found, falseAlarms }: Ranking, area: number): [Float64Array, Float64Array] {
  const [has, hasNot] = [new Float64Array(found.length), new Float64Array(found.length)]
  let [shares, precisions] = [0, 0]
  for (let at = found.length - 1; at >= 0; at--) {
    const reached = found[at]! + falseAlarms[at]!
    const precision = found[at]! / reached
    const first = found[at]! - (at > 0 ? found[at - 1]! : 0)
    shares += first / reached
    precisions += (first * precision) / reached
    has[at] = (precision - area + shares - precisions) / positives
    hasNot[at] = -precisions / positives
  }
  return [has, hasNot]
}
