import type { Random } from './random.ts'

export type Point = readonly [number, number]
export type Box = { left: number; top: number; right: number; bottom: number }

const short = (value: number) => String(Math.round(value * 10) / 10)

/** An SVG path of straight lines. */
export function path(points: readonly Point[], closed = true): string {
  return 'M' + points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L') + (closed ? 'Z' : '')
}

/** A closed SVG path of quadratic curves through the middles of the sides: the outline with its corners rounded. */
export function softPath(points: readonly Point[]): string {
  const middle = (a: Point, b: Point) => `${short((a[0] + b[0]) / 2)} ${short((a[1] + b[1]) / 2)}`
  const last = points[points.length - 1]!
  let d = 'M' + middle(last, points[0]!)
  points.forEach((point, i) => {
    d += `Q${short(point[0])} ${short(point[1])} ${middle(point, points[(i + 1) % points.length]!)}`
  })
  return d + 'Z'
}

export function rectangle(left: number, top: number, right: number, bottom: number): Point[] {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ]
}

/** `tilt` in radians; `unrest` in [0, 1) makes the radius wander as of a cloud or a crown of leaves. */
export function ellipse(
  at: Point,
  rx: number,
  ry: number,
  more: { tilt?: number; unrest?: number; random?: Random; count?: number } = {},
): Point[] {
  const { tilt = 0, unrest = 0, random, count = 28 } = more
  const a = random ? random.range(0, 6.28) : 0
  const b = random ? random.range(0, 6.28) : 0
  return Array.from({ length: count }, (_, i) => {
    const t = (i / count) * Math.PI * 2
    const r = 1 + unrest * (0.5 * Math.sin(3 * t + a) + 0.35 * Math.sin(5 * t + b) + 0.15 * Math.sin(9 * t + a))
    const x = Math.cos(t) * rx * r
    const y = Math.sin(t) * ry * r
    return [at[0] + x * Math.cos(tilt) - y * Math.sin(tilt), at[1] + x * Math.sin(tilt) + y * Math.cos(tilt)]
  })
}

/** A vessel or a dress: half widths down an axis, mirrored. `profile`: [share of the height from the top, half width]. */
export function turned(x: number, top: number, bottom: number, profile: readonly Point[]): Point[] {
  const smooth: Point[] = []
  for (let i = 0; i < profile.length - 1; i++) {
    const [t0, w0] = profile[i]!
    const [t1, w1] = profile[i + 1]!
    for (let k = 0; k < 6; k++) {
      const u = k / 6
      smooth.push([t0 + (t1 - t0) * u, w0 + (w1 - w0) * u * u * (3 - 2 * u)])
    }
  }
  smooth.push(profile[profile.length - 1]!)
  const y = (t: number) => top + (bottom - top) * t
  return [...smooth.map(([t, w]): Point => [x + w, y(t)]), ...smooth.toReversed().map(([t, w]): Point => [x - w, y(t)])]
}

export function boxOf(points: readonly Point[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const [x, y] of points) {
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  return box
}

export function contains(points: readonly Point[], x: number, y: number): boolean {
  let inside = false
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    const [xi, yi] = points[i]!
    const [xj, yj] = points[j]!
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

export function centre(points: readonly Point[]): Point {
  let x = 0
  let y = 0
  for (const point of points) {
    x += point[0]
    y += point[1]
  }
  return [x / points.length, y / points.length]
}

/** Positive whichever way the corners run. */
export function area(points: readonly Point[]): number {
  let sum = 0
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    sum += points[j]![0] * points[i]![1] - points[i]![0] * points[j]![1]
  }
  return Math.abs(sum) / 2
}

/** Cuts a convex polygon by the line through `at` with direction `angle`; either part may be empty. */
export function cut(points: readonly Point[], at: Point, angle: number): [Point[], Point[]] {
  const nx = -Math.sin(angle)
  const ny = Math.cos(angle)
  const side = (p: Point) => (p[0] - at[0]) * nx + (p[1] - at[1]) * ny
  const left: Point[] = []
  const right: Point[] = []
  points.forEach((p, i) => {
    const q = points[(i + 1) % points.length]!
    const a = side(p)
    const b = side(q)
    ;(a >= 0 ? left : right).push(p)
    if (a >= 0 !== b >= 0) {
      const t = a / (a - b)
      const crossing: Point = [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t]
      left.push(crossing)
      right.push(crossing)
    }
  })
  return [left, right]
}

/** Moves every corner by chance, at most `amount` px or so: a hand that is not a machine's. */
export function shaken(points: readonly Point[], amount: number, random: Random): Point[] {
  return points.map(([x, y]) => [x + random.normal() * amount, y + random.normal() * amount])
}

const out = (value: number, end: number) => (value <= 0 ? -60 : value >= end ? end + 60 : value)

/** Corners on the edge of the sheet moved outside it, so that a shaken or rounded outline still covers the edge. */
export function beyond(points: readonly Point[], width: number, height: number): Point[] {
  return points.map(([x, y]) => [out(x, width), out(y, height)])
}
