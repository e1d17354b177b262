import type { Predictions } from './confidence.ts'
import type { Range } from './proportions.ts'

/** How well works of two terms are told apart: the chance that a work of one is more like it than a work of the other, 0.5 is chance. */
export type TermPair = {
  terms: [number, number]
  works: [number, number]
  apart: number
  /** Those that look more like the other term. */ crossed: number[]
} & Range

const fewestWorks = 8
/** Told are pairs whose interval ends below. */
const toldApart = 0.85
const z = 1.96

/**
 * Pairs of terms that the data cannot tell apart, the worst first: areas under the ROC curve of p(a) / (p(a) + p(b)), with 95 %
 * intervals (Hanley and McNeil 1982).
 */
export function confusedPairs({ probabilities, labels, terms }: Predictions): TermPair[] {
  const works = Array.from({ length: terms }, () => [] as number[])
  for (const [work, label] of labels.entries()) {
    const row = probabilities.subarray(work * terms, (work + 1) * terms)
    if (label >= 0 && row.some((p) => p > 0)) works[label]!.push(work)
  }
  const pairs: TermPair[] = []
  for (let a = 0; a < terms; a++)
    for (let b = a + 1; b < terms; b++) {
      const counts: [number, number] = [works[a]!.length, works[b]!.length]
      if (Math.min(...counts) < fewestWorks) continue
      const leaning = (work: number) => probabilities[work * terms + a]! / (probabilities[work * terms + a]! + probabilities[work * terms + b]! || 1) // prettier-ignore
      const apart = areaBetween(works[a]!.map(leaning), works[b]!.map(leaning))
      const crossed = [...works[a]!.filter((work) => leaning(work) < 0.5), ...works[b]!.filter((work) => leaning(work) > 0.5)].toSorted((x, y) => x - y) // prettier-ignore
      const half = z * deviation(apart, ...counts)
      const pair = { terms: [a, b] as [number, number], works: counts, apart, crossed, low: Math.max(0, apart - half), high: Math.min(1, apart + half) } // prettier-ignore
      if (pair.high < toldApart) pairs.push(pair)
    }
  return pairs.toSorted((one, other) => one.apart - other.apart)
}

/** Chance that one of `high` lies above one of `low`; ties count half (Mann and Whitney 1947). */
export function areaBetween(high: readonly number[], low: readonly number[]): number {
  const [highs, lows] = [Float64Array.from(high).toSorted(), Float64Array.from(low).toSorted()]
  let [below, upTo, sum] = [0, 0, 0]
  for (const value of highs) {
    while (below < lows.length && lows[below]! < value) below++
    while (upTo < lows.length && lows[upTo]! <= value) upTo++
    sum += (below + upTo) / 2
  }
  return sum / (high.length * low.length)
}

function deviation(area: number, one: number, other: number): number {
  const [q1, q2] = [area / (2 - area), (2 * area ** 2) / (1 + area)]
  return Math.sqrt((area * (1 - area) + (one - 1) * (q1 - area ** 2) + (other - 1) * (q2 - area ** 2)) / (one * other))
}
