import type { Colour } from '../colour.ts'
import { mix, shift } from '../colour.ts'
import type { Point } from '../geometry.ts'
import { ellipse, rectangle, turned } from '../geometry.ts'
import { createNoise } from '../random.ts'
import type { Shape, Sitting } from '../scene.ts'
import { ball, shape } from '../scene.ts'

export function landscape(sitting: Sitting): Shape[] {
  const { width, height, random, palette } = sitting
  const horizon = height * Math.min(0.72, Math.max(0.25, sitting.horizon + random.range(-0.08, 0.08)))
  const sky = random.pick(palette.sky)
  const shapes = skyOf(sitting, horizon, sky)
  const noise = createNoise(random)
  const ridges = random.int(2, 4)
  for (let i = 0; i < ridges; i++) {
    const t = i / ridges
    const base = horizon + (height - horizon) * t * 0.5
    const rise = height * random.range(0.05, 0.2) * (1 - t * 0.6)
    const tint = palette.land[Math.min(palette.land.length - 1, Math.floor(t * palette.land.length))]!
    const colour = mix(tint, sky[1], 0.55 * (1 - t) ** 1.5)
    const line = Array.from({ length: 41 }, (_, k): Point => {
      const x = (k / 40) * width
      return [x, base - rise * (0.5 + 0.7 * noise(k * random.range(0.11, 0.115) + i * 9, i * 5.3))]
    })
    const outline: Point[] = [...line, [width, height], [0, height]]
    shapes.push(shape('hill', outline, colour, shift(colour, -0.12), { flow: random.range(-0.25, 0.25), detail: 0.3 }))
  }
  const ground = horizon + (height - horizon) * 0.5
  shapes.push(...fields(sitting, ground))
  if (random.chance(0.6)) shapes.push(road(sitting, ground))
  if (random.chance(0.55)) shapes.push(...house(sitting, ground + (height - ground) * random.range(0.05, 0.25)))
  shapes.push(...trees(sitting, ground))
  return shapes
}

/** The sky, often a sun or a moon, often clouds. */
export function skyOf(sitting: Sitting, horizon: number, sky: readonly [Colour, Colour]): Shape[] {
  const { width, height, random, palette } = sitting
  const shapes = [shape('sky', rectangle(0, 0, width, height), sky[0], sky[1])]
  // The gradient ends at the horizon, not at the lower edge.
  shapes[0] = { ...shapes[0]!, paint: { kind: 'line', from: sky[0], to: sky[1], start: [0, 0], end: [0, horizon] } }
  if (random.chance(0.62)) {
    const r = Math.min(width, height) * random.range(0.045, 0.11)
    const at: Point = [width * random.range(0.15, 0.85), Math.max(r * 1.4, horizon * random.range(0.25, 0.95))]
    const light = mix(palette.light, random.pick(palette.accent), random.pick([0.15, 0.5, 0.85]))
    shapes.push(ball('sun', ellipse(at, r * 2.1, r * 2.1), mix(light, sky[1], 0.55), sky[1], 0.2))
    shapes.push(ball('sun', ellipse(at, r, r), shift(light, 0.06), light, 0.8))
  }
  const clouds = random.chance(0.6) ? random.int(2, 2 + Math.round(sitting.fullness * 4)) : 0
  for (let i = 0; i < clouds; i++) {
    const y = horizon * random.range(0.08, 0.75)
    const rx = width * random.range(0.08, 0.24)
    const light = mix(mix(sky[1], palette.light, random.range(0.35, 0.85)), random.pick(palette.accent), 0.12)
    const cloud = ellipse([width * random.range(0, 1), y], rx, rx * random.range(0.12, 0.3), { unrest: 0.35, random })
    shapes.push(shape('cloud', cloud, light, mix(light, sky[0], 0.45), { detail: 0.35 }))
  }
  return shapes
}

function fields({ width, height, random, palette }: Sitting, ground: number): Shape[] {
  const count = random.int(2, 4)
  const slope = random.range(-0.12, 0.12) * height
  const shapes: Shape[] = []
  for (let i = 0; i < count; i++) {
    const y = ground + ((height - ground) * i) / count
    const bend = random.range(-0.05, 0.05) * height
    const outline: Point[] = Array.from({ length: 13 }, (_, k): Point => {
      const t = k / 12
      return [t * width, y + slope * (t - 0.5) * (1 - i / count) + bend * Math.sin(t * Math.PI)]
    })
    const colour = random.chance(0.25)
      ? mix(random.pick(palette.accent), palette.land.at(-1)!, 0.35)
      : shift(random.pick(palette.land), random.range(-0.04, 0.1))
    const flow = Math.atan2(slope, width) + random.range(-0.15, 0.15)
    shapes.push(
      shape('field', [...outline, [width, height], [0, height]], colour, shift(colour, -0.1), { flow, detail: 0.25 }),
    )
  }
  return shapes
}

function road({ width, height, random, palette }: Sitting, ground: number): Shape {
  const foot = width * random.range(0.2, 0.8)
  const head = width * random.range(0.3, 0.7)
  const sway = width * random.range(-0.25, 0.25)
  const middle = (t: number) => head + (foot - head) * t * t + sway * Math.sin(t * Math.PI * 1.6) * (0.3 + 0.7 * t)
  const half = (t: number) => 1.5 + width * 0.13 * t ** 1.8
  const ts = Array.from({ length: 15 }, (_, i) => i / 14)
  const y = (t: number) => ground + (height - ground) * t ** 1.3
  const outline = [
    ...ts.map((t): Point => [middle(t) + half(t), y(t)]),
    ...ts.toReversed().map((t): Point => [middle(t) - half(t), y(t)]),
  ]
  const colour = random.chance(0.5)
    ? mix(palette.light, palette.land[0]!, 0.3)
    : mix(random.pick(palette.water), palette.light, 0.25)
  return shape('road', outline, shift(colour, 0.06), colour, { flow: 1.2, detail: 0.5 })
}

function house({ width, height, random, palette }: Sitting, y: number): Shape[] {
  const size = height * random.range(0.07, 0.14)
  const shapes: Shape[] = []
  let x = width * random.range(0.1, 0.75)
  for (let i = random.int(1, 3); i > 0; i--) {
    const wide = size * random.range(0.8, 1.5)
    const tall = size * random.range(0.6, 1)
    const wall = mix(palette.light, random.pick(palette.accent), random.range(0, 0.3))
    const roof = mix(random.pick(palette.accent), palette.dark, random.range(0.05, 0.35))
    shapes.push(
      shape('wall', rectangle(x, y - tall, x + wide, y), wall, shift(wall, -0.1), { flow: 1.57, detail: 0.9 }),
    )
    const eaves = wide * 0.08
    const top: Point[] = [
      [x - eaves, y - tall],
      [x + wide * 0.5, y - tall - size * 0.5],
      [x + wide + eaves, y - tall],
    ]
    shapes.push(shape('roof', top, roof, shift(roof, -0.08), { flow: 0.5, detail: 0.9 }))
    const door = rectangle(x + wide * 0.4, y - tall * 0.5, x + wide * 0.6, y)
    shapes.push(shape('door', door, mix(palette.dark, roof, 0.3), palette.dark, { flow: 1.57, detail: 1 }))
    x += wide * random.range(0.9, 1.4)
  }
  return shapes
}

function trees({ width, height, random, palette, fullness }: Sitting, ground: number): Shape[] {
  const kind = random.pick(['poplar', 'round', 'round', 'pine', 'none'] as const)
  if (kind === 'none') return []
  const count = random.int(2, 3 + Math.round(fullness * 6))
  const standing = Array.from({ length: count }, () => random.range(0, 1)).toSorted((a, b) => a - b)
  const middle = width * random.range(0.1, 0.9)
  return standing.flatMap((t) => {
    const y = ground + (height - ground) * (0.05 + t * 0.75)
    const size = height * (0.1 + 0.3 * t) * random.range(0.7, 1.2)
    const x = random.chance(0.6) ? middle + width * random.range(-0.3, 0.3) : width * random.range(0, 1)
    const base = random.chance(0.2)
      ? random.pick(palette.accent)
      : mix(palette.land.at(-1)!, palette.dark, random.range(0, 0.5))
    return tree(kind, x, y, size, base, barkOf(palette.dark, base), random)
  })
}

const barkOf = (dark: Colour, leaf: Colour) => mix(dark, leaf, 0.2)

function tree(
  kind: 'poplar' | 'round' | 'pine',
  x: number,
  y: number,
  size: number,
  leaf: Colour,
  bark: Colour,
  random: Sitting['random'],
): Shape[] {
  const shade = shift(leaf, -0.14)
  const lit = shift(leaf, 0.1)
  const trunk = shape('trunk', rectangle(x - size * 0.025, y - size * 0.4, x + size * 0.03, y), bark, bark, {
    flow: 1.57,
    detail: 0.9,
  })
  if (kind === 'poplar') {
    const crown = ellipse([x, y - size * 0.62], size * 0.12, size * 0.55, { unrest: 0.12, random })
    return [trunk, shape('leaves', crown, lit, shade, { flow: 1.5, detail: 0.75, across: true })]
  }
  if (kind === 'pine') {
    const tiers: Point[] = [
      [0, 0.02],
      [0.35, size * 0.16],
      [0.36, size * 0.08],
      [0.68, size * 0.22],
      [0.7, size * 0.12],
      [1, size * 0.28],
    ]
    return [
      trunk,
      shape('leaves', turned(x, y - size * 1.1, y - size * 0.12, tiers), lit, shade, { flow: 0.9, detail: 0.75 }),
    ]
  }
  const crown = ellipse([x, y - size * 0.65], size * 0.36, size * 0.36, { unrest: 0.2, random })
  const second = ellipse([x + size * 0.2, y - size * 0.5], size * 0.24, size * 0.2, { unrest: 0.2, random })
  return [trunk, ball('leaves', second, leaf, shade, 0.75), ball('leaves', crown, lit, shade, 0.75)]
}
