import { coarseHex, mix, shift, toHex } from '../colour.ts'
import { createNoise } from '../random.ts'
import { flowAt, paintAt, shapeAt } from '../scene.ts'
import type { Easel, Movement } from './movement.ts'
import { createMarks, svg } from './movement.ts'

/** Small tiles in mortar, laid along the form as on the floors of a villa; gold where there is light. */
export const tesserism: Movement = {
  name: 'Tesserism',
  span: [1902, 1934],
  media: ['tempera and gold on panel', 'glass and stone on plaster'],
  neighbour: 'Pulverism',
  surface: { ground: 'paper', grain: 0.35, relief: 0.75 },
  paint(easel) {
    const { scene, palette, random } = easel
    const mortar = random.chance(0.6)
      ? mix(palette.dark, palette.land[0]!, 0.25)
      : mix(palette.light, palette.dark, 0.35)
    const size = (8.5 - easel.drift * 1.8) * easel.touch
    const body =
      `<rect width="100%" height="100%" fill="${toHex(mortar)}"/>` +
      tiles(easel, size, 0, 0.62) +
      tiles(easel, size * 0.62, 0.62, 2)
    return svg(scene, '', body)
  },
}

/** Tiles `size` px wide for the shapes with detail in [from, to). */
function tiles({ scene, random, palette, drift }: Easel, size: number, from: number, to: number): string {
  const marks = createMarks('')
  const noise = createNoise(random)
  const gold = mix(palette.accent[0]!, palette.light, 0.35)
  for (let y = -size * 2; y < scene.height + size * 3; y += size) {
    const wave = noise(0.3, y / 90) * size
    for (let x = -size * 2; x < scene.width + size * 3; x += size) {
      const px = x + wave + noise(x / 60, y / 60) * size * 0.7
      const py = y + noise(x / 70, y / 110) * size * 1.6
      const seen = shapeAt(scene, px, py)
      if (seen.detail < from || seen.detail >= to) continue
      const base = paintAt(seen.paint, px, py)
      const glint = random.chance(0.007 + (seen.name === 'sun' ? 0.3 : 0))
      const colour = glint ? shift(gold, 0.08) : shift(base, random.normal() * 0.05, 1.15, random.normal() * 0.1)
      const bend = Math.sin(flowAt(seen, px, py) * 2) * 0.35
      marks.add(
        coarseHex(colour),
        tile(px, py, size * (0.43 + random.normal() * 0.02), bend + random.normal() * 0.07 * (1 + drift), random),
      )
    }
  }
  return marks.svg(random, 'fill')
}

function tile(x: number, y: number, half: number, turn: number, random: Easel['random']): string {
  const cos = Math.cos(turn) * half
  const sin = Math.sin(turn) * half
  const corner = (u: number, v: number) => {
    const wide = u * (1 + random.normal() * 0.09)
    const tall = v * (1 + random.normal() * 0.09)
    return `${(x + wide * cos - tall * sin).toFixed(1)} ${(y + wide * sin + tall * cos).toFixed(1)}`
  }
  return `M${corner(-1, -1)}L${corner(1, -1)}L${corner(1, 1)}L${corner(-1, 1)}Z`
}
