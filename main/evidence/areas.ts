import type { Predictions } from './confidence.ts'
import type { Outcomes } from './outcomes.ts'

/**
 * One term against the rest, down the ranking: after each distinct probability, how many works that have the term and how
 * many that have it not lie at or above it.
 */
export type Ranking = {
  positives: number
  negatives: number
  /** Highest first, all distinct. */
  thresholds: Float32Array
  found: Int32Array
  falseAlarms: Int32Array
}

const bits = new Uint32Array(1)
const asNumber = new Float32Array(bits.buffer)
/** More works than anybody has; times the bits of a number in [0, 1] it is still a whole number that a double holds. */
const mostWorks = 2 ** 22

/**
 * Ranks by the column of a term. Floats that are not negative have the order of their bits, so bits and place of a work are
 * sorted as one number. `level`: at which of the thresholds each work lies.
 */
export function rank(
  { probabilities, terms }: Predictions,
  { positions, given }: Outcomes,
  term: number,
): Ranking & { level: Int32Array } {
  // prettier-ignore
  const keys = new Float64Array(positions.length)
  for (let work = 0; work < positions.length; work++) {
    asNumber[0] = Math.max(0, probabilities[positions[work]! * terms + term]!)
    keys[work] = bits[0]! * mostWorks + work
  }
  keys.sort()
  const level = new Int32Array(keys.length)
  const thresholds: number[] = []
  const found: number[] = []
  const falseAlarms: number[] = []
  let before = -1
  for (let at = keys.length - 1; at >= 0; at--) {
    const key = keys[at]!
    const value = Math.floor(key / mostWorks)
    const work = key - value * mostWorks
    if (value !== before) {
      bits[0] = value
      thresholds.push(asNumber[0]!)
      found.push(found.at(-1) ?? 0)
      falseAlarms.push(falseAlarms.at(-1) ?? 0)
      before = value
    }
    level[work] = found.length - 1
    const counts = given[work] === term ? found : falseAlarms
    counts[counts.length - 1]!++
  }
  const positives = found.at(-1) ?? 0
  return { positives, negatives: keys.length - positives, level, thresholds: Float32Array.from(thresholds), found: Int32Array.from(found), falseAlarms: Int32Array.from(falseAlarms) } // prettier-ignore
}

/** Area under the ROC curve: the chance that a work with the term lies above one without, ties counting half. Null: one of the two is missing. */
export function rocArea({ positives, negatives, found, falseAlarms }: Ranking): number | null {
  if (positives === 0 || negatives === 0) return null
  let [area, hits, misses] = [0, 0, 0]
  for (let at = 0; at < found.length; at++) {
    area += ((falseAlarms[at]! - misses) * (found[at]! + hits)) / 2
    ;[hits, misses] = [found[at]!, falseAlarms[at]!]
  }
  return area / positives / negatives
}

/** Average precision: precision at each threshold, weighted by what is found there for the first time. Null: no work has the term. */
export function averagePrecision({ positives, found, falseAlarms }: Ranking): number | null {
  if (positives === 0) return null
  let [area, hits] = [0, 0]
  for (let at = 0; at < found.length; at++) {
    if (found[at] === hits) continue // under weights a threshold may have no works at all
    area += ((found[at]! - hits) * found[at]!) / (found[at]! + falseAlarms[at]!)
    hits = found[at]!
  }
  return area / positives
}

/** Mean over the terms that have a value, plain and by support. Null: none has. */
export function meanArea(values: readonly (number | null)[], supports: ArrayLike<number>) {
  let [sum, count, weighted, weight] = [0, 0, 0, 0]
  for (const [term, value] of values.entries()) {
    if (value === null) continue
    sum += value
    count++
    weighted += value * supports[term]!
    weight += supports[term]!
  }
  return { macro: count === 0 ? null : sum / count, weighted: weight === 0 ? null : weighted / weight }
}
