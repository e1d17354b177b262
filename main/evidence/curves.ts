import type { Ranking } from './areas.ts'

export type Point = [x: number, y: number]

/** More points than a chart can show are left out. */
const mostPoints = 200

/** From (0, 0) to (1, 1): share of false alarms, share found. Empty where one of the two is missing. */
export function rocCurve({ positives, negatives, found, falseAlarms }: Ranking): Point[] {
  if (positives === 0 || negatives === 0) return []
  const corners = cornersOf(found, falseAlarms, found.length)
  return thin([[0, 0], ...corners.map((at): Point => [falseAlarms[at]! / negatives, found[at]! / positives])])
}

/** Recall and precision at each threshold, the highest first. Empty where no work has the term. */
export function precisionRecallCurve({ positives, found, falseAlarms }: Ranking): Point[] {
  if (positives === 0) return []
  const corners = cornersOf(found, falseAlarms, found.indexOf(positives) + 1)
  return thin(corners.map((at): Point => [found[at]! / positives, found[at]! / (found[at]! + falseAlarms[at]!)]))
}

/** The first thresholds; of more than can be shown those where a straight stretch, up or across, begins or ends. */
function cornersOf(found: Int32Array, falseAlarms: Int32Array, length: number): number[] {
  const corners: number[] = []
  for (let at = 0; at < length; at++) {
    const isStraight = (counts: Int32Array) => counts[at - 1] === counts[at] && counts[at] === counts[at + 1]
    const isInside = at > 0 && at + 1 < length && length > mostPoints
    if (!isInside || !(isStraight(found) || isStraight(falseAlarms))) corners.push(at)
  }
  return corners
}

/**
 * The points that change the shape most (Visvalingam and Whyatt 1993, in one pass with a growing tolerance): a point stays
 * while the line between its neighbours passes it by at more than the tolerance. First and last stay.
 */
export function thin(points: readonly Point[], most = mostPoints): Point[] {
  let kept = points.slice()
  for (let tolerance = 0; kept.length > most; tolerance = tolerance === 0 ? 1e-5 : tolerance * 2)
    kept = kept.length > 20 * most && tolerance > 0 ? everyOther(kept) : straightened(kept, tolerance)
  return kept
}

function straightened(points: readonly Point[], tolerance: number): Point[] {
  const out: Point[] = [points[0]!]
  for (let at = 1; at + 1 < points.length; at++)
    if (distance(points[at]!, out.at(-1)!, points[at + 1]!) > tolerance) out.push(points[at]!)
  return [...out, points.at(-1)!]
}

const everyOther = (points: readonly Point[]) => points.filter((_, at) => at % 2 === 0 || at === points.length - 1)

/** Of a point from the line through two others. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = Math.hypot(dx, dy)
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs(dx * (y - ay) - dy * (x - ax)) / length
}

const grid = Array.from({ length: 101 }, (_, step) => step / 100)

/** The mean of curves at a hundred shares of false alarms, between their points in proportion; where one rises upright, its top. */
export function meanCurve(curves: readonly (readonly Point[])[]): Point[] {
  const drawn = curves.filter((curve) => curve.length > 0)
  if (drawn.length === 0) return []
  const at = drawn.map(() => 0)
  const middle = grid.map((x): Point => {
    const heights = drawn.map((curve, index) => {
      while (at[index]! + 1 < curve.length && curve[at[index]! + 1]![0] <= x) at[index]!++
      const [before, after] = [curve[at[index]!]!, curve[at[index]! + 1]]
      return after ? before[1] + ((after[1] - before[1]) * (x - before[0])) / (after[0] - before[0]) : before[1]
    })
    return [x, heights.reduce((sum, height) => sum + height, 0) / heights.length]
  })
  return [[0, 0], ...middle]
}

/** All decisions of all terms in one ranking: 1,000 steps of probability are enough for a curve. */
export function pooled(rankings: readonly Ranking[], steps = 1000): Ranking {
  const [found, falseAlarms] = [new Int32Array(steps), new Int32Array(steps)]
  for (const ranking of rankings) {
    let [hits, misses] = [0, 0]
    for (const [at, threshold] of ranking.thresholds.entries()) {
      const step = steps - 1 - Math.min(steps - 1, Math.floor(threshold * steps))
      found[step]! += ranking.found[at]! - hits
      falseAlarms[step]! += ranking.falseAlarms[at]! - misses
      ;[hits, misses] = [ranking.found[at]!, ranking.falseAlarms[at]!]
    }
  }
  for (let step = 1; step < steps; step++) {
    found[step]! += found[step - 1]!
    falseAlarms[step]! += falseAlarms[step - 1]!
  }
  const thresholds = Float32Array.from({ length: steps }, (_, step) => (steps - 1 - step) / steps)
  return { positives: found[steps - 1]!, negatives: falseAlarms[steps - 1]!, thresholds, found, falseAlarms }
}
