import { coarseHex, luminance, mix, shift, toHex } from '../colour.ts'
import { flowAt, paintAt, shapeAt } from '../scene.ts'
import type { Easel, Movement } from './movement.ts'
import { createMarks, svg } from './movement.ts'

/** Points of pure colour that mix in the eye. With drift they grow into short dabs along the form. */
export const pulverism: Movement = {
  name: 'Pulverism',
  span: [1886, 1921],
  media: ['oil on canvas', 'oil on panel'],
  neighbour: 'Tesserism',
  surface: { ground: 'canvas', grain: 0.5, relief: 0.5 },
  paint(easel) {
    const { scene, palette, random } = easel
    const ground = mix(palette.light, palette.land[0]!, 0.35)
    const size = 5.6 * easel.touch
    const body =
      `<rect width="100%" height="100%" fill="${toHex(ground)}"/>` +
      layer(easel, size * 1.55, size * 1.7, 0) +
      layer(easel, size, size * 1.15, 0.35) +
      layer(easel, size * 0.72, size * 1.5, 0.62) +
      layer(easel, size * 0.5, size * 0.6, 0.95)
    return svg(scene, '', body + accents(easel, size, random.range(0.02, 0.05)))
  },
}

/** Dots `size` px wide on a shaken grid of `step` px; shapes with less detail than `finest` keep the larger dots beneath. */
function layer({ scene, random, drift }: Easel, size: number, step: number, finest: number): string {
  const marks = createMarks(`fill="none" stroke-linecap="round" stroke-width="${size.toFixed(1)}"`)
  for (let y = -step / 2, row = 0; y < scene.height + step; y += step * 0.87, row++) {
    for (let x = row % 2 ? 0 : step / 2; x < scene.width + step; x += step) {
      const px = x + random.normal() * step * 0.25
      const py = y + random.normal() * step * 0.25
      const seen = shapeAt(scene, px, py)
      if (seen.detail < finest) continue
      const plain = paintAt(seen.paint, px, py)
      const turn = random.normal() * 0.24
      const light = random.normal() * (0.045 + 0.03 * luminance(plain))
      const colour = random.chance(0.06) ? shift(plain, 0.1, 0.9, Math.PI) : shift(plain, light, 1.3, turn)
      const along = drift > 0.6 ? size * drift * 0.9 : 0.1
      const angle = flowAt(seen, px, py)
      const dx = (Math.cos(angle) * along).toFixed(1)
      const dy = (Math.sin(angle) * along).toFixed(1)
      marks.add(coarseHex(colour), `M${px.toFixed(1)} ${py.toFixed(1)}l${dx} ${dy}`)
    }
  }
  return marks.svg(random, 'stroke')
}

function accents({ scene, random, palette }: Easel, size: number, share: number): string {
  const marks = createMarks(`fill="none" stroke-linecap="round" stroke-width="${(size * 0.8).toFixed(1)}"`)
  const count = ((scene.width * scene.height) / (size * size)) * share
  for (let i = 0; i < count; i++) {
    const colour = shift(random.chance(0.5) ? random.pick(palette.accent) : palette.light, 0.04)
    marks.add(
      coarseHex(colour),
      `M${random.range(0, scene.width).toFixed(1)} ${random.range(0, scene.height).toFixed(1)}h.1`,
    )
  }
  return `<g opacity=".75">${marks.svg(random, 'stroke')}</g>`
}
