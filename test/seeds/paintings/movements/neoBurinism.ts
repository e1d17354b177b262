import { luminance, mix, shift, toHex } from '../colour.ts'
import { path } from '../geometry.ts'
import { createNoise } from '../random.ts'
import { flowAt, paintAt, seenOutline, shapeAt } from '../scene.ts'
import type { Easel, Movement } from './movement.ts'
import { fill, svg } from './movement.ts'

/** All tones by line: the burin swells in the dark and dies in the light. One or two tint blocks beneath. */
export const neoBurinism: Movement = {
  name: 'Neo-Burinism',
  span: [1872, 1929],
  media: ['engraving on wove paper', 'engraving with tint block', 'wood engraving'],
  neighbour: 'Lantern Prints',
  surface: { ground: 'paper', grain: 0.7, relief: 0 },
  paint(easel) {
    const { scene, palette, random, touch, drift } = easel
    const paper = mix([246, 239, 222], palette.light, 0.4)
    const ink = toHex(mix(palette.dark, random.pick(palette.water), random.pick([0, 0, 0.35])))
    const margin = random.range(12, 26)
    const { width, height } = scene
    const gap = 4.6 * touch
    const lines = hatch(easel, gap, 0, 0.04) + hatch(easel, gap * 1.1, 1, 0.52) + hatch(easel, gap * 1.1, 2, 0.76)
    const inner = `x="${margin}" y="${margin}" width="${(width - 2 * margin).toFixed(1)}" height="${(height - 2 * margin).toFixed(1)}"`
    const outlines = scene.shapes
      .slice(1)
      .filter((one) => one.detail >= 0.3 && !['cheek', 'shine', 'glitter'].includes(one.name))
    const contour = `<path d="${outlines.map((one) => seenOutline(scene, one)).join('')}" fill="none" stroke-width="${(1.1 * touch).toFixed(1)}"/>`
    const body = `<rect width="100%" height="100%" fill="${toHex(paper)}"/>${tints(easel, paper, drift, inner)}<g clip-path="url(#plate)" stroke="${ink}" fill="none">${lines}${drift > 0.4 ? contour : `<g opacity=".6">${contour}</g>`}</g><rect ${inner} fill="none" stroke="${ink}" stroke-width="1.4"/>`
    return svg(scene, `<clipPath id="plate"><rect ${inner}/></clipPath>`, body)
  },
}

/** One set of lines. Darker than `from` (0 light, 1 dark) the line appears, and it swells with the dark. */
function hatch({ scene, random, touch }: Easel, gap: number, set: number, from: number): string {
  const noise = createNoise(random)
  const turn = [0.12, 0.95, -0.75][set]! + random.normal() * 0.05
  const cos = Math.cos(turn)
  const sin = Math.sin(turn)
  const reach = Math.hypot(scene.width, scene.height) / 2
  const widths = [0.5, 0.85, 1.25, 1.75, 2.35]
  const paths = widths.map(() => [] as string[])
  const step = 5
  for (let v = -reach; v < reach; v += gap) {
    let pen = -1
    for (let u = -reach; u < reach; u += step) {
      const wave = v + noise(u / 110, v / 110) * 11
      const x = scene.width / 2 + u * cos - wave * sin
      const y = scene.height / 2 + u * sin + wave * cos
      const inside = x > -step && y > -step && x < scene.width + step && y < scene.height + step
      const seen = inside ? shapeAt(scene, x, y) : null
      const dark = seen
        ? 0.42 + (0.52 - luminance(paintAt(seen.paint, x, y))) * 1.3 + 0.09 * Math.sin(flowAt(seen, x, y) * 2 + set)
        : 0
      const level =
        dark < from
          ? -1
          : Math.min(widths.length - 1, Math.floor(((dark - from) / (1 - from)) * widths.length * (set ? 0.8 : 1.05)))
      const end = `L${(x + cos * step).toFixed(1)} ${(y + sin * step).toFixed(1)}`
      if (level >= 0) paths[level]!.push(pen === level ? end : `M${x.toFixed(1)} ${y.toFixed(1)}${end}`)
      pen = level
    }
  }
  return paths.map((d, i) => `<path stroke-width="${(widths[i]! * touch).toFixed(2)}" d="${d.join('')}"/>`).join('')
}

/** Flat colour printed before the lines; more of it with drift. */
function tints(
  { scene, random, palette }: Easel,
  paper: readonly [number, number, number],
  drift: number,
  inner: string,
): string {
  const tone = random.pick([palette.land[0]!, palette.water[0]!, palette.accent[0]!, palette.accent[1]!])
  const block = `<rect ${inner} fill="${toHex(mix(paper, tone, random.range(0.08, 0.3)))}"/>`
  const things = scene.shapes.slice(1).filter((one) => one.detail >= (drift > 0.6 ? 0.2 : 0.8) && one.name !== 'shadow')
  const chosen = things.filter(() => random.chance(0.25 + drift * 0.6))
  const printed = chosen.map((one) =>
    fill(path(one.outline), toHex(shift(mix(one.paint.from, paper, 0.35), 0.03)), 'opacity=".8"'),
  )
  return `${block}<g clip-path="url(#plate)" transform="translate(${random.range(-2, 2).toFixed(1)} 1.5)">${printed.join('')}</g>`
}
