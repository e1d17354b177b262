import type { Colour } from '../colour.ts'
import { mix, shift, toHex } from '../colour.ts'
import type { Point } from '../geometry.ts'
import { beyond, ellipse, path, softPath } from '../geometry.ts'
import type { Shape } from '../scene.ts'
import { seenOutline } from '../scene.ts'
import type { Easel, Movement } from './movement.ts'
import { fill, svg } from './movement.ts'

/** Wet colour left to find its own shore. With drift it pools into fields. */
export const lacustrine: Movement = {
  name: 'Lacustrine School',
  span: [1861, 1912],
  media: ['watercolour on paper', 'watercolour and pencil on laid paper'],
  neighbour: 'Silentism',
  surface: { ground: 'paper', grain: 1, relief: 0.1, wobble: 4, veil: { kind: 'cloud', strength: 0.3 } },
  paint(easel) {
    const { scene, palette, random, drift } = easel
    const sheet = mix([250, 246, 236], palette.light, 0.35)
    const { width, height } = scene
    const margin = Math.min(width, height) * random.range(0.02, 0.05)
    const washes = scene.shapes
      .filter((one) => one.name !== 'shine')
      .map((one) => wash(easel, one, sheet))
      .join('')
    const clip = `<clipPath id="sheet"><path d="${path(edge(width, height, margin, random))}"/></clipPath>`
    const picture = `<g clip-path="url(#sheet)">${washes}${blooms(easel)}</g>`
    const pencil = drift < 0.5 ? lines(easel) : ''
    return svg(scene, clip, `<rect width="100%" height="100%" fill="${toHex(sheet)}"/>${picture}${pencil}`)
  },
}

function edge(width: number, height: number, margin: number, random: Easel['random']): Point[] {
  const jag = () => margin + random.range(-3, 5)
  const across = Array.from({ length: 14 }, (_, i) => margin + ((width - 2 * margin) * i) / 13)
  const along = Array.from({ length: 12 }, (_, i) => margin + ((height - 2 * margin) * i) / 11)
  return [
    ...across.map((x): Point => [x, jag()]),
    ...along.map((y): Point => [width - jag(), y]),
    ...across.toReversed().map((x): Point => [x, height - jag()]),
    ...along.toReversed().map((y): Point => [jag(), y]),
  ]
}

/** Three layers of one thin colour, each with an outline of its own, and a rim where the water dried. */
function wash({ scene, random, drift }: Easel, one: Shape, sheet: Colour): string {
  const wide = Math.max(one.box.right - one.box.left, one.box.bottom - one.box.top)
  const large = one.detail < 0.35
  const deep = large && one.name !== 'sky' ? -0.05 : 0
  const base = shift(mix(mix(one.paint.from, one.paint.to, 0.5), sheet, large ? 0.1 : 0.02), deep, 1.25)
  const wander =
    Math.min(16, wide * (one.detail > 0.7 ? 0.016 : 0.028)) * (1 + drift) * (one.outline.length > 30 ? 0.35 : 1)
  const layers = [0, 1, 2].map((i) => {
    const outline = beyond(one.outline, scene.width, scene.height).map(([x, y]): Point => [
      x + random.normal() * wander,
      y + random.normal() * wander,
    ])
    const colour = toHex(
      shift(i === 1 ? mix(base, one.paint.to, 0.4) : mix(base, one.paint.from, 0.4), 0, 1, random.normal() * 0.1),
    )
    const rim =
      i === 2 && drift < 0.7 ? `stroke="${toHex(shift(base, -0.18))}" stroke-width="1.1" stroke-opacity=".45"` : ''
    return fill(
      softPath(one.outline.length > 12 ? outline : softened(outline)),
      colour,
      `opacity="${one.detail > 0.7 ? 0.56 : 0.45}" ${rim}`,
    )
  })
  return layers.join('')
}

/** Extra corners, so that rounding keeps the form of a box or a sail. */
function softened(points: readonly Point[]): Point[] {
  return points.flatMap((p, i): Point[] => {
    const q = points[(i + 1) % points.length]!
    return [
      p,
      [p[0] * 0.85 + q[0] * 0.15, p[1] * 0.85 + q[1] * 0.15],
      [p[0] * 0.15 + q[0] * 0.85, p[1] * 0.15 + q[1] * 0.85],
    ]
  })
}

/** Backruns: drops that fell into a wash not yet dry. */
function blooms({ scene, random, palette }: Easel): string {
  return Array.from({ length: random.int(4, 10) }, () => {
    const r = random.range(3, 34)
    const at: Point = [random.range(0, scene.width), random.range(0, scene.height)]
    const colour = random.chance(0.5) ? palette.light : random.pick([...palette.water, ...palette.accent])
    return fill(
      softPath(ellipse(at, r, r * 0.8, { unrest: 0.3, random })),
      toHex(colour),
      `opacity="${random.range(0.1, 0.28).toFixed(2)}"`,
    )
  }).join('')
}

function lines({ scene, palette }: Easel): string {
  const things = scene.shapes.filter((one) => one.detail >= 0.5 && !['glitter', 'cheek', 'shine'].includes(one.name))
  const pencil = toHex(mix(palette.dark, [120, 120, 125], 0.4))
  const d = things.map((one) => seenOutline(scene, one)).join('')
  return `<path d="${d}" fill="none" stroke="${pencil}" stroke-width="1" opacity=".5"/>`
}
