import { mix, shift } from '../colour.ts'
import type { Point } from '../geometry.ts'
import { ellipse, rectangle } from '../geometry.ts'
import type { Shape, Sitting } from '../scene.ts'
import { ball, shape } from '../scene.ts'

/** Discs, bars, arcs and wedges that hold a balance: one large, some middling, many small. */
export function abstract(sitting: Sitting): Shape[] {
  const { width, height, random, palette } = sitting
  const all = [...palette.accent, ...palette.accent, ...palette.land, ...palette.water, palette.dark, palette.light]
  const ground = random.chance(0.6)
    ? mix(palette.light, random.pick(all), random.range(0.05, 0.3))
    : mix(palette.dark, random.pick(all), random.range(0.2, 0.6))
  const shapes = [
    shape('ground', rectangle(0, 0, width, height), shift(ground, 0.04), shift(ground, -0.05), {
      flow: 0.6,
      detail: 0.05,
    }),
  ]
  const lean = random.range(-0.9, 0.9)
  const size = Math.min(width, height)
  const focus: Point = [width * random.range(0.3, 0.7), height * random.range(0.3, 0.7)]
  const sizes = [
    ...Array(random.int(1, 2)).fill(0.34),
    ...Array(random.int(2, 4)).fill(0.2),
    ...Array(random.int(4, 6 + Math.round(sitting.fullness * 8))).fill(0.08),
  ] as number[]
  for (const share of sizes) {
    const r = size * share * random.range(0.7, 1.25)
    const spread = share > 0.3 ? 0.14 : 0.4
    const at: Point = [
      focus[0] + random.normal() * width * spread * 0.6,
      focus[1] + random.normal() * height * spread * 0.6,
    ]
    shapes.push(form(sitting, at, r, lean, random.pick(all)))
  }
  return shapes
}

function form(
  { random }: Sitting,
  at: Point,
  r: number,
  lean: number,
  colour: readonly [number, number, number],
): Shape {
  const detail = r < 60 ? 0.8 : 0.4
  const down = shift(colour, random.range(-0.16, 0.05))
  const turn = lean + random.pick([0, 0, 1.571, 0.785])
  const place = (points: readonly Point[]) =>
    points.map(([x, y]): Point => [
      at[0] + x * Math.cos(turn) - y * Math.sin(turn),
      at[1] + x * Math.sin(turn) + y * Math.cos(turn),
    ])
  switch (random.pick(['disc', 'disc', 'bar', 'bar', 'wedge', 'arc', 'stone'] as const)) {
    case 'disc':
      return ball('disc', ellipse(at, r, r, { count: 36 }), shift(colour, 0.05), down, detail)
    case 'bar':
      return shape('bar', place(rectangle(-r * 1.5, -r * 0.22, r * 1.5, r * 0.22)), colour, down, {
        flow: turn,
        detail,
      })
    case 'wedge':
      return shape(
        'wedge',
        place([
          [-r, r * 0.7],
          [r, r * 0.5],
          [r * 0.2, -r],
        ]),
        colour,
        down,
        { flow: turn + 0.5, detail },
      )
    case 'arc': {
      const outer = ellipse([0, 0], r, r, { count: 32 }).slice(0, 18)
      const inner = ellipse([0, 0], r * 0.68, r * 0.68, { count: 32 })
        .slice(0, 18)
        .toReversed()
      return shape('arc', place([...outer, ...inner]), colour, down, { flow: 'around', detail })
    }
    case 'stone':
      return ball('stone', ellipse(at, r, r * 0.7, { tilt: turn, unrest: 0.25, random }), colour, down, detail)
  }
}
