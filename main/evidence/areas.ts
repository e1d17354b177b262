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

/**
 * Ranks by the column of a term. `level`: at which of the thresholds each work lies. Probabilities below zero count as zero.
 */
export function rank(
  { probabilities, terms }: Predictions,
  { positions, given }: Outcomes,
  term: number,
): Ranking & { level: Int32Array } {
  // prettier-ignore
  const values = new Float32Array(positions.length)
  for (let work = 0; work < values.length; work++)
    values[work] = Math.max(0, probabilities[positions[work]! * terms + term]!)
  const order = sortedPlaces(values)
  const level = new Int32Array(values.length)
  const [thresholds, found, falseAlarms] = [new Float32Array(values.length), new Int32Array(values.length), new Int32Array(values.length)] // prettier-ignore
  let [at, hits, misses] = [-1, 0, 0]
  for (let place = order.length - 1; place >= 0; place--) {
    const work = order[place]!
    if (at < 0 || values[work] !== thresholds[at]) thresholds[++at] = values[work]!
    if (given[work] === term) hits++
    else misses++
    found[at] = hits
    falseAlarms[at] = misses
    level[work] = at
  }
  const cut = <T extends { subarray(start: number, end: number): T }>(array: T) => array.subarray(0, at + 1)
  return { positives: hits, negatives: misses, level, thresholds: cut(thresholds), found: cut(found), falseAlarms: cut(falseAlarms) } // prettier-ignore
}

const digit = 11

/**
 * Places of numbers that are not negative, the least first: their bits have the same order, so they are dealt by 11 bits at a
 * time, the lowest first (radix sort): several times faster than comparing them.
 */
function sortedPlaces(values: Float32Array): Uint32Array {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length)
  let [from, to] = [Uint32Array.from(bits.keys()), new Uint32Array(bits.length)]
  for (let shift = 0; shift < 32; shift += digit) {
    const starts = new Uint32Array((1 << digit) + 1)
    for (let at = 0; at < bits.length; at++) starts[((bits[at]! >>> shift) & ((1 << digit) - 1)) + 1]!++
    for (let value = 0; value < 1 << digit; value++) starts[value + 1]! += starts[value]!
    for (let at = 0; at < from.length; at++) {
      const place = from[at]!
      to[starts[(bits[place]! >>> shift) & ((1 << digit) - 1)]!++] = place
    }
    ;[from, to] = [to, from]
  }
  return from
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
