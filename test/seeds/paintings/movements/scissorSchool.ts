import type { Colour } from '../colour.ts'
import { distance, luminance, mix, shift, toHex } from '../colour.ts'
import type { Point } from '../geometry.ts'
import { beyond, ellipse, path, rectangle, shaken, softPath } from '../geometry.ts'
import type { Shape } from '../scene.ts'
import type { Easel, Movement } from './movement.ts'
import { fill, svg } from './movement.ts'

/** Painted paper, cut freehand and pinned. With drift the pieces get an inked edge. */
export const scissorSchool: Movement = {
  name: 'Scissor School',
  span: [1938, 1969],
  media: ['gouache on paper, cut and pasted', 'painted paper on canvas'],
  neighbour: 'Lantern Prints',
  surface: { ground: 'paper', grain: 0.55, relief: 0.2, wobble: 0.8, veil: { kind: 'streak', strength: 0.16 } },
  paint(easel) {
    const { scene, palette, drift } = easel
    const ink = drift > 0.65 ? `stroke="${toHex(palette.dark)}" stroke-width="1.6"` : ''
    const kept = scene.shapes.filter((one) => !['shine', 'iris', 'shadow', 'stem', 'heart', 'cheek'].includes(one.name))
    let pasted = false
    const pieces = kept.map((one, i) => {
      if (!pasted && (one.detail >= 0.5 || i === kept.length - 1)) {
        pasted = true
        return fronds(easel) + piece(easel, one, i, ink)
      }
      return piece(easel, one, i, ink)
    })
    return svg(scene, '', `${ground(easel)}${pieces.join('')}`)
  },
}

/** Two to six painted sheets behind everything. */
function ground({ scene, random, palette }: Easel): string {
  const { width, height } = scene
  const tone = bold(scene.shapes[0]!.paint.from)
  const count = random.int(0, 3)
  const sheets = Array.from({ length: count }, (_, i) => {
    const x = (width * i) / count
    const sheet = rectangle(
      x - 4,
      random.range(-4, 0.1 * height),
      x + width / count + 4,
      height * random.range(0.7, 1.02),
    )
    return fill(
      path(shaken(sheet, 4, random)),
      toHex(bold(mix(random.pick([...palette.accent, ...palette.water]), tone, 0.35))),
      'opacity=".8"',
    )
  })
  return `<rect width="100%" height="100%" fill="${toHex(tone)}"/>${sheets.join('')}`
}

function bold(colour: Colour): Colour {
  return shift(colour, luminance(colour) < 0.3 ? 0.03 : 0, 1.45)
}

function piece({ random, palette, scene, touch }: Easel, one: Shape, i: number, ink: string): string {
  if (i === 0) return ''
  const step = Math.max(1, Math.round((one.outline.length / (11 + 6 * one.detail)) * Math.sqrt(touch)))
  const corners =
    one.outline.length > 14
      ? one.outline.filter((_, k) => k % step === 0 || isEdge(one.outline[k]!, scene))
      : one.outline
  const freehand = shaken(
    beyond(corners, scene.width, scene.height),
    one.detail > 0.9 ? 0.8 : Math.min(2.6, (one.box.right - one.box.left) * 0.02),
    random,
  )
  const flat = mix(one.paint.from, one.paint.to, 0.4)
  const near = distance(flat, scene.shapes[0]!.paint.from) < 40 && one.detail > 0.4
  const colour = bold(near ? random.pick(palette.accent) : flat)
  const soft =
    one.outline.length > 14 && one.detail < 2 && !['hill', 'sea', 'field', 'shore', 'headland'].includes(one.name)
  return lifted(soft ? softPath(freehand) : path(freehand), toHex(colour), ink)
}

/** A piece of paper and its shadow: three thin ones, since a blurred one takes ten times as long. */
function lifted(d: string, colour: string, more = ''): string {
  const shadow = [1, 2, 3].map((k) => `<path d="${d}" transform="translate(${k} ${k * 1.4})"/>`).join('')
  return `<g fill-opacity=".1">${shadow}</g>${fill(d, colour, more)}`
}

const isEdge = ([x, y]: Point, { width, height }: Easel['scene']) => x <= 0 || y <= 0 || x >= width || y >= height

/** The weeds and leaves that fall from every scissor of this school. */
function fronds({ scene, random, palette, touch }: Easel): string {
  const size = Math.min(scene.width, scene.height)
  return Array.from({ length: random.int(2, 5) }, () => {
    const at: Point = [random.range(0.05, 0.95) * scene.width, random.range(0.08, 0.92) * scene.height]
    const colour = toHex(bold(random.pick([...palette.accent, palette.light, palette.water[0]!])))
    const long = size * random.range(0.12, 0.22) * touch
    const arms = random.int(3, 5)
    const leaves = Array.from({ length: arms * 2 }, (_, i) => {
      const side = i % 2 ? 1 : -1
      const y = -long + (long * 2 * Math.floor(i / 2)) / (arms - 1)
      const leaf = ellipse([side * long * 0.3, y - long * 0.12], long * 0.4, long * 0.16, {
        tilt: side * -0.6,
        count: 10,
      })
      return softPath(shaken(leaf, 1.5, random))
    })
    const spine = softPath(ellipse([0, 0], long * 0.12, long * 1.15, { count: 12 }))
    const turn = `translate(${at[0].toFixed(0)} ${at[1].toFixed(0)}) rotate(${random.int(-70, 70)})`
    return `<g transform="${turn}">${lifted(leaves.join('') + spine, colour)}</g>`
  }).join('')
}
