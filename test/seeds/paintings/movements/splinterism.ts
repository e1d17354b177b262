import { mix, shift, toHex } from '../colour.ts'
import type { Point } from '../geometry.ts'
import { area, centre, cut, path, rectangle } from '../geometry.ts'
import { colourAt, paintAt } from '../scene.ts'
import type { Easel, Movement } from './movement.ts'
import { fill, svg } from './movement.ts'

/** Everything seen from several sides at once, in facets that fade at one edge. With drift the cuts fall upright. */
export const splinterism: Movement = {
  name: 'Splinterism',
  span: [1908, 1936],
  media: ['oil on canvas', 'oil and sand on canvas'],
  neighbour: 'Rectilism',
  surface: { ground: 'canvas', grain: 0.6, relief: 0.45, wobble: 1.6 },
  paint(easel) {
    const { scene, palette, random, drift } = easel
    const ground = mix(palette.land[0]!, palette.dark, 0.25)
    const hush = random.range(0.05, 0.28)
    const defs: string[] = []
    const facets = shards(easel).map((points, i) => {
      const [x, y] = centre(points)
      // Seen from a little beside: neighbouring facets disagree about where things are.
      const base = colourAt(scene, x + random.normal() * 7, y + random.normal() * 7)
      const colour = shift(mix(base, ground, hush), 0, 0.92, random.normal() * 0.07)
      const turn = random.range(0, 1) < drift ? random.pick([0, 90]) : random.range(0, 360)
      defs.push(
        `<linearGradient id="f${i}" gradientTransform="rotate(${turn.toFixed(0)} .5 .5)"><stop offset="0" stop-color="${toHex(shift(colour, 0.1 + random.normal() * 0.04))}"/><stop offset="1" stop-color="${toHex(shift(colour, -0.12 + random.normal() * 0.04))}"/></linearGradient>`,
      )
      const edge = toHex(mix(palette.dark, colour, random.range(0.25, 0.8)))
      return fill(path(points), `url(#f${i})`, `stroke="${edge}" stroke-width="${random.range(0.4, 1.5).toFixed(1)}"`)
    })
    return svg(scene, defs.join(''), `${facets.join('')}${contours(easel)}`)
  },
}

/** The canvas, cut by lines of a few directions until the pieces are as small as what they show asks. */
function shards({ scene, random, touch, drift }: Easel): Point[][] {
  const directions =
    drift > 0.55
      ? [0, Math.PI / 2, 0.25, 1.35]
      : [random.range(0.3, 0.7), random.range(-0.7, -0.3), random.range(1.2, 1.9), random.range(-1.3, -0.9)]
  const whole = scene.width * scene.height
  const done: Point[][] = []
  const split = (points: Point[]): void => {
    const [x, y] = centre(points)
    const finest = scene.shapes.reduce(
      (most, one) =>
        one.box.left < x && x < one.box.right && one.box.top < y && y < one.box.bottom
          ? Math.max(most, one.detail)
          : most,
      0,
    )
    const enough = whole * touch * (0.012 - 0.0098 * finest) * random.range(0.6, 1.6)
    if (area(points) < enough) {
      done.push(points)
      return
    }
    const at: Point = [x + random.normal() * 12, y + random.normal() * 12]
    for (const part of cut(points, at, random.pick(directions) + random.normal() * 0.12)) {
      if (part.length > 2 && area(part) > 30) split(part)
    }
  }
  split(rectangle(0, 0, scene.width, scene.height))
  return done
}

/** Pieces of the true outlines, shifted, so that the eye finds the thing again. */
function contours({ scene, random, palette }: Easel): string {
  const things = scene.shapes.filter((one) => one.detail >= 0.5)
  return things
    .map((one) => {
      const [dx, dy] = [random.normal() * 4, random.normal() * 4]
      const from = random.int(0, one.outline.length - 1)
      const part = Array.from(
        { length: Math.ceil(one.outline.length * 0.7) },
        (_, i) => one.outline[(from + i) % one.outline.length]!,
      )
      const moved = part.map(([x, y]): Point => [x + dx, y + dy])
      const body =
        one.detail >= 0.7
          ? fill(path(one.outline), toHex(paintAt(one.paint, ...centre(one.outline))), 'opacity=".44"')
          : ''
      return `${body}<path d="${path(moved, false)}" fill="none" stroke="${toHex(palette.dark)}" stroke-width="${random.range(0.8, 2.2).toFixed(1)}" opacity=".6"/>`
    })
    .join('')
}
