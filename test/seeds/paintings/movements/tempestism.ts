import { coarseHex, mix, shift, toHex } from '../colour.ts'
import { createNoise } from '../random.ts'
import { flowAt, paintAt, shapeAt } from '../scene.ts'
import type { Easel, Movement } from './movement.ts'
import { svg } from './movement.ts'

/** Loaded brushes that follow a wind no one else felt. With drift the strokes shorten. */
export const tempestism: Movement = {
  name: 'Tempestism',
  span: [1892, 1931],
  media: ['oil on canvas', 'oil on burlap'],
  neighbour: 'Pulverism',
  surface: { ground: 'canvas', grain: 0.35, relief: 1 },
  paint(easel) {
    const { scene, palette, random, touch, drift } = easel
    const wind = createNoise(random)
    const swirl = random.range(0.35, 1.25)
    const long = 1.25 - drift * 0.75
    const body = [
      strokes(easel, { width: 26 * touch, length: 105 * long, from: 0, wind, swirl }),
      strokes(easel, { width: 13 * touch, length: 62 * long, from: 0.12, wind, swirl }),
      strokes(easel, { width: 7 * touch, length: 30 * long, from: 0.5, wind, swirl: swirl * 0.6 }),
      strokes(easel, { width: 4 * touch, length: 13 * long, from: 0.8, wind, swirl: swirl * 0.25 }),
    ]
    return svg(
      scene,
      '',
      `<rect width="100%" height="100%" fill="${toHex(mix(scene.shapes[0]!.paint.to, palette.dark, 0.3))}"/><g fill="none" stroke-linecap="round" stroke-linejoin="round">${body.join('')}</g>`,
    )
  },
}

type Brush = { width: number; length: number; from: number; wind: (x: number, y: number) => number; swirl: number }

function strokes(easel: Easel, brush: Brush): string {
  const { scene, random } = easel
  const step = brush.width * (brush.from === 0 ? 0.72 : 1.1)
  const marks: string[] = []
  for (let y = 0; y < scene.height + step; y += step) {
    for (let x = 0; x < scene.width + step; x += step) {
      const px = x + random.normal() * step * 0.4
      const py = y + random.normal() * step * 0.4
      if (shapeAt(scene, px, py).detail < brush.from || (brush.from > 0 && brush.from < 0.5 && random.chance(0.3)))
        continue
      marks.push(stroke(easel, brush, px, py))
    }
  }
  return random.shuffle(marks).join('')
}

/** Three to five hairs side by side, each a shade of its own, along one curve through the field of the wind. */
function stroke({ scene, random }: Easel, { width, length, wind, swirl }: Brush, x: number, y: number): string {
  const seen = shapeAt(scene, x, y)
  const base = paintAt(seen.paint, x, y)
  const steps = 4
  const reach = length * random.range(0.6, 1.3) * (1.15 - 0.5 * seen.detail)
  const line: [number, number, number][] = []
  let px = x
  let py = y
  for (let i = 0; i <= steps; i++) {
    const angle = flowAt(seen, px, py) + wind(px / 130, py / 130) * 2.2 * swirl
    line.push([px, py, angle])
    px += (Math.cos(angle) * reach) / steps
    py += (Math.sin(angle) * reach) / steps
    if (i > 0 && seen.detail > 0.55 && shapeAt(scene, px, py) !== seen) break
  }
  const hairs = width > 8 ? 5 : 3
  const tone = shift(base, random.normal() * 0.045, 1.22, random.normal() * 0.1)
  let out = ''
  for (let h = 0; h < hairs; h++) {
    const aside = (h / (hairs - 1) - 0.5) * width * 0.72
    const d = line.map(
      ([lx, ly, a]) => `${(lx - Math.sin(a) * aside).toFixed(1)} ${(ly + Math.cos(a) * aside).toFixed(1)}`,
    )
    const colour = coarseHex(shift(tone, random.normal() * 0.035 + (h === 0 ? 0.03 : h === hairs - 1 ? -0.035 : 0)))
    const thick = ((width / hairs) * random.range(1.05, 1.6)).toFixed(1)
    out += `<path d="M${d.join('L')}" stroke="${colour}" stroke-width="${thick}"/>`
  }
  return out
}
