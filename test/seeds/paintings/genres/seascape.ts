import { mix, shift } from '../colour.ts'
import type { Point } from '../geometry.ts'
import { ellipse } from '../geometry.ts'
import { createNoise } from '../random.ts'
import type { Shape, Sitting } from '../scene.ts'
import { shape } from '../scene.ts'
import { skyOf } from './landscape.ts'

export function seascape(sitting: Sitting): Shape[] {
  const { height, random, palette } = sitting
  const horizon = height * Math.min(0.66, Math.max(0.22, sitting.horizon + random.range(-0.1, 0.06)))
  const sky = random.pick(palette.sky)
  const shapes = skyOf(sitting, horizon, sky)
  const sun = shapes.findLast((one) => one.name === 'sun')
  if (random.chance(0.5)) shapes.push(...headland(sitting, horizon))
  shapes.push(...swell(sitting, horizon))
  if (sun) shapes.push(...glitter(sitting, (sun.box.left + sun.box.right) / 2, horizon))
  const boats = random.weighted([
    [0, 1],
    [1, 3],
    [2, 2],
    [4, 2],
  ] as const)
  const depths = Array.from({ length: boats }, () => random.range(0.02, 0.62)).toSorted((a, b) => a - b)
  for (const t of depths) shapes.push(...boat(sitting, horizon + (height - horizon) * t, 0.07 + t * 0.42))
  if (random.chance(0.35)) shapes.push(...shore(sitting))
  return shapes
}

/** Bands of water, darker and rougher as they come near. */
function swell({ width, height, random, palette }: Sitting, horizon: number): Shape[] {
  const bands = random.int(5, 9)
  const rough = random.range(0.2, 1)
  const noise = createNoise(random)
  return Array.from({ length: bands }, (_, i) => {
    const t = i / bands
    const base = horizon + (height - horizon) * t ** 1.35
    const high = i === 0 ? 0 : height * 0.028 * rough * (0.3 + 2 * t)
    const long = width * (0.08 + 0.2 * t)
    const line = Array.from({ length: 61 }, (__, k): Point => {
      const x = (k / 60) * width
      const crest = Math.abs(Math.sin((x / long + i * 0.7) * Math.PI)) ** 0.7
      return [x, base - high * crest + high * noise(x / long, i * 3.1)]
    })
    const deep = palette.water[Math.min(palette.water.length - 1, Math.floor(t * palette.water.length))]!
    const colour = shift(mix(deep, palette.sky[0]![1], 0.45 * (1 - t)), random.range(-0.03, 0.05))
    const crest = mix(colour, palette.light, 0.12 + 0.35 * rough * t)
    return shape('sea', [...line, [width, height], [0, height]], crest, shift(colour, -0.06), {
      flow: random.range(-0.12, 0.12),
      detail: 0.3,
    })
  }).map(
    (one) =>
      ({
        ...one,
        paint: { ...one.paint, end: [one.box.left, one.box.top + (height - horizon) * 0.3] as Point },
      }) as Shape,
  )
}

function glitter({ height, width, random, palette }: Sitting, x: number, horizon: number): Shape[] {
  const colour = mix(palette.light, random.pick(palette.accent), 0.3)
  return Array.from({ length: random.int(8, 15) }, (_, i) => {
    const t = (i + 1) / 15
    const y = horizon + (height - horizon) * t ** 1.2
    const long = width * (0.02 + 0.07 * t) * random.range(0.4, 1.3)
    const at: Point = [x + random.normal() * width * 0.03 * (0.4 + t), y]
    return shape('glitter', ellipse(at, long, height * 0.004 * (1 + t * 1.6), { count: 12 }), colour, colour, {
      detail: 0.9,
    })
  })
}

function headland({ width, height, random, palette }: Sitting, horizon: number): Shape[] {
  const left = random.chance(0.5)
  const long = width * random.range(0.25, 0.65)
  const high = height * random.range(0.06, 0.24)
  const noise = createNoise(random)
  const line = Array.from({ length: 25 }, (_, k): Point => {
    const t = k / 24
    const y = horizon - high * (1 - t) ** 0.7 * (0.8 + 0.4 * noise(t * 5, 1))
    return [left ? t * long : width - t * long, Math.min(horizon, y)]
  })
  const edge = left ? 0 : width
  const colour = mix(random.pick(palette.land), palette.sky[0]![1], random.range(0.15, 0.45))
  return [
    shape('headland', [...line, [edge, horizon + 2]], shift(colour, 0.06), shift(colour, -0.1), {
      flow: 0.5,
      detail: 0.5,
    }),
  ]
}

function boat({ width, height, random, palette }: Sitting, y: number, scale: number): Shape[] {
  const size = height * scale * random.range(0.8, 1.2)
  const x = width * random.range(0.12, 0.88)
  const lean = random.range(-0.12, 0.12)
  const hull = mix(random.pick(palette.accent), palette.dark, random.range(0.2, 0.7))
  const sail = random.chance(0.5) ? palette.light : random.pick(palette.accent)
  const p = (u: number, v: number): Point => [x + (u + v * lean) * size, y - v * size]
  const mirror = ellipse([x, y + size * 0.2], size * 0.34, size * 0.13, { unrest: 0.2, random })
  return [
    shape('mirror', mirror, mix(sail, palette.water.at(-1)!, 0.55), palette.water.at(-1)!, { detail: 0.6 }),
    shape('sail', [p(0.03, 0.2), p(0.04, 1.15), p(0.22, 0.72), p(0.42, 0.24)], shift(sail, 0.04), shift(sail, -0.1), {
      flow: 1.4,
      detail: 0.9,
      across: true,
    }),
    shape('sail', [p(-0.03, 0.22), p(-0.01, 1), p(-0.16, 0.6), p(-0.32, 0.26)], shift(sail, -0.08), sail, {
      flow: 1.7,
      detail: 0.9,
      across: true,
    }),
    shape('hull', [p(-0.45, 0.17), p(0.5, 0.2), p(0.36, 0), p(0.1, -0.04), p(-0.3, 0)], hull, shift(hull, -0.12), {
      detail: 1,
    }),
  ]
}

function shore({ width, height, random, palette }: Sitting): Shape[] {
  const noise = createNoise(random)
  const high = height * random.range(0.08, 0.2)
  const falling = random.chance(0.5)
  const line = Array.from({ length: 31 }, (_, k): Point => {
    const t = k / 30
    const rise = falling ? 1 - t : t
    return [t * width, height - high * rise * (1 + 0.35 * noise(t * 6, 2))]
  })
  const sand = mix(random.pick(palette.land), palette.light, random.range(0, 0.5))
  return [
    shape('shore', [...line, [width, height + 1], [0, height + 1]], shift(sand, 0.08), shift(sand, -0.1), {
      flow: 0.1,
      detail: 0.4,
    }),
  ]
}
