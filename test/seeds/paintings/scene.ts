import type { Colour } from './colour.ts'
import { mix, toHex } from './colour.ts'
import type { Box, Point } from './geometry.ts'
import { boxOf, centre, contains, path } from './geometry.ts'
import type { Random } from './random.ts'

/** What is seen, before any movement paints it: shapes from back to front, in px. */
export type Scene = { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] }

export type Shape = {
  readonly name: string
  readonly outline: readonly Point[]
  readonly box: Box
  readonly paint: Paint
  /** Which way a brush goes: radians, or around the shape's middle. */
  readonly flow: number | 'around'
  /** 0: large and quiet, 1: small and worth the finest brush. */
  readonly detail: number
}

export type Paint =
  | { readonly kind: 'line'; readonly from: Colour; readonly to: Colour; readonly start: Point; readonly end: Point }
  | { readonly kind: 'round'; readonly from: Colour; readonly to: Colour; readonly at: Point; readonly radius: number }

export type Palette = {
  /** Pairs from the top of the sky to the horizon. */
  readonly sky: readonly (readonly [Colour, Colour])[]
  /** From far to near. */
  readonly land: readonly Colour[]
  readonly water: readonly Colour[]
  readonly accent: readonly Colour[]
  /** In light and in shade. */
  readonly skin: readonly [Colour, Colour]
  readonly dark: Colour
  readonly light: Colour
}

/** What a genre asks of an artist. */
export type Sitting = {
  readonly width: number
  readonly height: number
  readonly random: Random
  readonly palette: Palette
  /** Where the artist likes the horizon, as a share of the height. */
  readonly horizon: number
  /** In [0, 1]: how full the artist's pictures are. */
  readonly fullness: number
}

/** Shaded from top to bottom, `down` the colour below. */
export function shape(
  name: string,
  outline: readonly Point[],
  top: Colour,
  down: Colour = top,
  more: { flow?: number | 'around'; detail?: number; across?: boolean } = {},
): Shape {
  const box = boxOf(outline)
  const start: Point = [box.left, box.top]
  const end: Point = more.across ? [box.right, box.top] : [box.left, box.bottom]
  const paint: Paint = { kind: 'line', from: top, to: down, start, end }
  return { name, outline, box, paint, flow: more.flow ?? 0, detail: more.detail ?? 0.3 }
}

/** Lit from the upper left, as a fruit, a head or the sun. */
export function ball(name: string, outline: readonly Point[], lit: Colour, shade: Colour, detail = 0.7): Shape {
  const box = boxOf(outline)
  const size = Math.max(box.right - box.left, box.bottom - box.top)
  const at: Point = [box.left + (box.right - box.left) * 0.36, box.top + (box.bottom - box.top) * 0.34]
  const paint: Paint = { kind: 'round', from: lit, to: shade, at, radius: size * 0.68 }
  return { name, outline, box, paint, flow: 'around', detail }
}

/** The frontmost shape at a point. */
export function shapeAt(scene: Scene, x: number, y: number): Shape {
  for (let i = scene.shapes.length - 1; i > 0; i--) {
    const one = scene.shapes[i]!
    const { left, right, top, bottom } = one.box
    if (x >= left && x <= right && y >= top && y <= bottom && contains(one.outline, x, y)) return one
  }
  return scene.shapes[0]!
}

export function paintAt(paint: Paint, x: number, y: number): Colour {
  if (paint.kind === 'round') {
    return mix(paint.from, paint.to, Math.min(1, Math.hypot(x - paint.at[0], y - paint.at[1]) / paint.radius))
  }
  const dx = paint.end[0] - paint.start[0]
  const dy = paint.end[1] - paint.start[1]
  const t = ((x - paint.start[0]) * dx + (y - paint.start[1]) * dy) / (dx * dx + dy * dy || 1)
  return mix(paint.from, paint.to, Math.max(0, Math.min(1, t)))
}

export const colourAt = (scene: Scene, x: number, y: number) => paintAt(shapeAt(scene, x, y).paint, x, y)

export function flowAt(one: Shape, x: number, y: number): number {
  if (one.flow !== 'around') return one.flow
  return Math.atan2(y - (one.box.top + one.box.bottom) / 2, x - (one.box.left + one.box.right) / 2) + Math.PI / 2
}

const n = (value: number) => value.toFixed(1)

/** An SVG gradient for `<defs>`; refer to it as `url(#id)`. */
export function gradient(id: string, paint: Paint, change: (colour: Colour) => Colour = (colour) => colour): string {
  const stops =
    `<stop offset="0" stop-color="${toHex(change(paint.from))}"/>` +
    `<stop offset="1" stop-color="${toHex(change(paint.to))}"/>`
  if (paint.kind === 'round') {
    const [x, y] = paint.at
    return `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${n(x)}" cy="${n(y)}" r="${n(paint.radius)}">${stops}</radialGradient>`
  }
  const ends = `x1="${n(paint.start[0])}" y1="${n(paint.start[1])}" x2="${n(paint.end[0])}" y2="${n(paint.end[1])}"`
  return `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" ${ends}>${stops}</linearGradient>`
}

/** The parts of an outline that nothing in front hides, as an SVG path. */
export function seenOutline(scene: Scene, one: Shape): string {
  const [cx, cy] = centre(one.outline)
  let d = ''
  one.outline.forEach((p, i) => {
    const q = one.outline[(i + 1) % one.outline.length]!
    const x = (p[0] + q[0]) / 2
    const y = (p[1] + q[1]) / 2
    if (shapeAt(scene, x + (cx - x) * 0.05, y + (cy - y) * 0.05) === one) d += path([p, q], false)
  })
  return d
}
