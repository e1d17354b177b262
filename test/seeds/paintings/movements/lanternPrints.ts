import type { Colour } from '../colour.ts'
import { mix, shift, toHex } from '../colour.ts'
import { path } from '../geometry.ts'
import type { Shape } from '../scene.ts'
import { gradient } from '../scene.ts'
import type { Easel, Movement } from './movement.ts'
import { fill, svg } from './movement.ts'

/** Colour woodcuts sold by lamplight: flat blocks with graded edges, a key block of dark line, a seal. */
export const lanternPrints: Movement = {
  name: 'Lantern Prints',
  span: [1830, 1898],
  media: ['colour woodblock print', 'colour woodcut on mulberry paper'],
  neighbour: 'Scissor School',
  surface: { ground: 'wood', grain: 0.8, relief: 0, wobble: 1.3 },
  paint(easel) {
    const { scene, palette, random, drift, touch } = easel
    const paper: Colour = mix([243, 232, 205], palette.light, 0.25)
    const old = (colour: Colour) => shift(mix(colour, paper, 0.2), 0, 0.95)
    const line = toHex(mix(palette.dark, [32, 38, 62], 0.5))
    const key = drift > 0.75 ? 0.8 : 1.7 * touch
    const kept = scene.shapes.filter((one) => !['shine', 'cheek'].includes(one.name))
    const defs = kept.map((one, i) => gradient(`g${i}`, one.paint, old) + pattern(easel, one, i)).join('')
    const blocks = kept.map((one, i) => block(one, i, line, key, scene.height))
    const body = `${blocks.join('')}${bokashi(easel, old(palette.water.at(-1)!))}`
    const margin = random.chance(0.65) ? 14 : 0
    const frame = margin
      ? `<path fill-rule="evenodd" fill="${toHex(paper)}" d="M0 0H${scene.width}V${scene.height}H0ZM${margin} ${margin}V${scene.height - margin}H${scene.width - margin}V${margin}Z"/><rect x="${margin}" y="${margin}" width="${scene.width - 2 * margin}" height="${scene.height - 2 * margin}" fill="none" stroke="${line}" stroke-width="1.3"/>`
      : ''
    return svg(scene, defs, body + frame + seal(easel))
  },
}

/** Water carries scales, fields carry furrows. */
function pattern({ palette, random }: Easel, one: Shape, i: number): string {
  if (one.name === 'sea' && i % 2 === 0) {
    const r = random.int(9, 16)
    const ring = (k: number) =>
      `<circle cx="${r}" cy="${r}" r="${(r * k).toFixed(1)}"/><circle cx="0" cy="${r * 1.5}" r="${(r * k).toFixed(1)}"/><circle cx="${r * 2}" cy="${r * 1.5}" r="${(r * k).toFixed(1)}"/>`
    return `<pattern id="p${i}" width="${r * 2}" height="${r}" patternUnits="userSpaceOnUse"><g fill="none" stroke="${toHex(palette.light)}" stroke-width="1" opacity=".5">${ring(1)}${ring(0.66)}</g></pattern>`
  }
  if ((one.name === 'field' || one.name === 'dress') && i % 2) {
    const step = random.int(7, 12)
    const dot = `<path d="M0 ${step / 2}q${step / 4} -3 ${step / 2} 0t${step / 2} 0" fill="none" stroke="${toHex(mix(palette.dark, one.paint.to, 0.5))}" stroke-width="1"/>`
    return `<pattern id="p${i}" width="${step}" height="${step}" patternUnits="userSpaceOnUse"><g opacity=".5">${dot}</g></pattern>`
  }
  return ''
}

function block(one: Shape, i: number, line: string, key: number, height: number): string {
  const d = path(one.outline)
  const drawn = i > 0 && one.name !== 'glitter' && !(one.name === 'sun' && one.detail < 0.5)
  const width = key * (one.detail >= 0.9 ? 0.7 : 1)
  const edge = drawn ? `stroke="${line}" stroke-width="${width.toFixed(1)}" stroke-linejoin="round"` : ''
  const cover = fill(d, `url(#g${i})`, edge)
  const carries = (one.name === 'sea' && i % 2 === 0) || ((one.name === 'field' || one.name === 'dress') && i % 2 === 1)
  return carries && one.box.top < height ? cover + fill(d, `url(#p${i})`) : cover
}

/** The graded band at the top that a printer wipes by hand. */
function bokashi({ scene, random }: Easel, colour: Colour): string {
  const deep = scene.height * random.range(0.1, 0.22)
  return `<linearGradient id="top" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${toHex(shift(colour, -0.06))}" stop-opacity=".85"/><stop offset="1" stop-color="${toHex(colour)}" stop-opacity="0"/></linearGradient><rect width="100%" height="${deep.toFixed(0)}" fill="url(#top)"/>`
}

function seal({ scene, random }: Easel): string {
  const s = 17
  const x = random.chance(0.5) ? 26 : scene.width - 26 - s
  const y = scene.height - 26 - s * random.int(1, 3)
  const cuts = Array.from(
    { length: 5 },
    () =>
      `M${x + random.range(3, s - 6)} ${y + random.range(3, s - 3)}h${random.range(3, 8).toFixed(0)}M${x + random.range(4, s - 4)} ${y + random.range(3, s - 8)}v${random.range(3, 6).toFixed(0)}`,
  )
  return `<rect x="${x}" y="${y}" width="${s}" height="${s}" rx="2" fill="#b3261e" opacity=".88"/><path d="${cuts.join('')}" stroke="#f3e6cc" stroke-width="1.3" opacity=".9"/>`
}
