import { mix, shift } from '../colour.ts'
import type { Point } from '../geometry.ts'
import { ellipse, rectangle, turned } from '../geometry.ts'
import type { Shape, Sitting } from '../scene.ts'
import { ball, shape } from '../scene.ts'

/** Head and shoulders, a little turned, in front of a wall. */
export function portrait(sitting: Sitting): Shape[] {
  const { width, height, random, palette } = sitting
  const r = Math.min(width * 0.23, height * random.range(0.13, 0.2))
  const x = width * random.range(0.38, 0.62)
  const y = height * random.range(0.34, 0.42)
  const turn = random.range(-0.28, 0.28)
  const hair = random.pick([
    palette.dark,
    mix(palette.dark, [150, 70, 30], 0.45),
    mix(mix(palette.land[0]!, [190, 140, 70], 0.6), palette.dark, 0.2),
  ])
  const dress = random.pick([...palette.accent, ...palette.water, mix(palette.dark, palette.water[0]!, 0.3)])
  const long = random.chance(0.5)
  const shapes = wall(sitting)
  if (long)
    shapes.push(
      shape(
        'hair',
        turned(x, y - r * 1.25, y + r * 2, [
          [0, r * 0.5],
          [0.2, r * 1.12],
          [0.7, r * 1.15],
          [1, r * 0.8],
        ]),
        shift(hair, 0.06),
        shift(hair, -0.06),
        { flow: 1.5, detail: 0.6 },
      ),
    )
  shapes.push(...body(sitting, x, y, r, dress))
  shapes.push(...head(sitting, x, y, r, turn))
  shapes.push(...hairOn(sitting, x, y, r, turn, hair))
  if (random.chance(0.4)) shapes.push(...hat(sitting, x, y, r))
  return shapes
}

function wall({ width, height, random, palette }: Sitting): Shape[] {
  const far = random.chance(0.4)
    ? mix(palette.dark, random.pick(palette.land), 0.45)
    : mix(random.pick([...palette.land, ...palette.water, palette.sky[0]![0]]), palette.light, random.range(0, 0.5))
  const shapes = [
    shape('wall', rectangle(0, 0, width, height), shift(far, 0.08), shift(far, -0.1), { flow: 1, detail: 0.05 }),
  ]
  if (random.chance(0.5)) {
    const side = random.chance(0.5)
    const edge = width * random.range(0.2, 0.34)
    const colour = mix(far, random.pick(palette.accent), random.range(0.3, 0.7))
    const drape: Point[] = side
      ? [
          [0, 0],
          [edge, 0],
          [edge * 0.8, height * 0.5],
          [edge * 1.05, height],
          [0, height],
        ]
      : [
          [width, 0],
          [width - edge, 0],
          [width - edge * 0.8, height * 0.5],
          [width - edge * 1.05, height],
          [width, height],
        ]
    shapes.push(shape('drape', drape, colour, shift(colour, -0.15), { flow: 1.5, detail: 0.2 }))
  }
  return shapes
}

function body(
  { random, palette, height }: Sitting,
  x: number,
  y: number,
  r: number,
  dress: readonly [number, number, number],
): Shape[] {
  const neck = y + r * 1.75
  const slope = random.range(0.25, 0.4)
  const shoulders = turned(x, neck - r * 0.1, height + 2, [
    [0, r * 0.55],
    [slope * 0.5, r * 1.3],
    [slope, r * 2],
    [1, r * random.range(2.1, 2.6)],
  ])
  const opening: Point[] = [
    [x - r * 0.55, neck - r * 0.12],
    [x + r * 0.55, neck - r * 0.12],
    [x + r * 0.1, neck + r * random.range(0.5, 1)],
  ]
  const [lit, shade] = palette.skin
  const shapes = [
    shape('dress', shoulders, shift(dress, 0.08), shift(mix(dress, palette.dark, 0.35), -0.04), {
      flow: 1.2,
      detail: 0.35,
    }),
    shape(
      'neck',
      turned(x, y + r * 0.6, neck + r * 0.12, [
        [0, r * 0.42],
        [0.6, r * 0.4],
        [1, r * 0.6],
      ]),
      shade,
      mix(lit, shade, 0.4),
      { flow: 1.5, detail: 0.7 },
    ),
    shape('opening', opening, mix(lit, shade, 0.3), lit, { flow: 1.4, detail: 0.7 }),
  ]
  if (random.chance(0.5)) {
    const collar = mix(palette.light, dress, random.range(0, 0.3))
    shapes.push(
      shape(
        'collar',
        [
          [x - r * 0.62, neck - r * 0.2],
          [x - r * 0.06, neck + r * 0.75],
          [x - r * 0.75, neck + r * 0.5],
        ],
        collar,
        shift(collar, -0.1),
        { flow: 0.9, detail: 0.8 },
      ),
    )
    shapes.push(
      shape(
        'collar',
        [
          [x + r * 0.62, neck - r * 0.2],
          [x + r * 0.06, neck + r * 0.75],
          [x + r * 0.75, neck + r * 0.5],
        ],
        collar,
        shift(collar, -0.15),
        { flow: 2.2, detail: 0.8 },
      ),
    )
  } else {
    const bead = random.pick([palette.light, ...palette.accent])
    for (let i = -4; i <= 4; i++)
      shapes.push(
        ball(
          'bead',
          ellipse([x + i * r * 0.13, neck + r * (0.2 - 0.012 * i * i)], r * 0.075, r * 0.075, { count: 10 }),
          bead,
          shift(bead, -0.2),
          1,
        ),
      )
  }
  return shapes
}

function head({ palette, random }: Sitting, x: number, y: number, r: number, turn: number): Shape[] {
  const [lit, shade] = palette.skin
  const face = turned(x, y - r * 1.2, y + r * 1.25, [
    [0, r * 0.3],
    [0.15, r * 0.78],
    [0.45, r * 0.93],
    [0.75, r * 0.7],
    [0.92, r * 0.4],
    [1, r * 0.18],
  ])
  const dx = turn * r
  const eye = y + r * 0.02
  const lip = mix([186, 60, 62], shade, random.range(0.25, 0.6))
  const look = mix(palette.dark, palette.water.at(-1)!, 0.35)
  const features = [-1, 1].flatMap((side): Shape[] => {
    const ex = x + dx + side * r * 0.4 * (1 - 0.25 * side * turn)
    return [
      ball(
        'cheek',
        ellipse([ex + side * r * 0.1, y + r * 0.45], r * 0.2, r * 0.16),
        mix(lit, lip, 0.35),
        mix(lit, shade, 0.3),
        0.8,
      ),
      shape('eye', ellipse([ex, eye], r * 0.17, r * 0.085), palette.light, mix(palette.light, shade, 0.3), {
        detail: 1,
      }),
      ball('iris', ellipse([ex + dx * 0.1, eye], r * 0.085, r * 0.09, { count: 14 }), look, palette.dark, 1),
      shape(
        'brow',
        ellipse([ex, eye - r * 0.22], r * 0.21, r * 0.04, { tilt: side * 0.14 }),
        mix(palette.dark, shade, 0.25),
        palette.dark,
        { detail: 1 },
      ),
    ]
  })
  const nose: Point[] = [
    [x + dx * 1.1, eye],
    [x + dx * 1.5 + r * 0.14, y + r * 0.46],
    [x + dx * 1.3 - r * 0.1, y + r * 0.47],
  ]
  return [
    shape('face', face, mix(lit, palette.light, 0.12), mix(lit, shade, 0.75), {
      flow: 'around',
      detail: 0.75,
      across: random.chance(0.7),
    }),
    ...features,
    shape('nose', nose, mix(lit, shade, 0.4), mix(lit, shade, 0.85), { flow: 1.5, detail: 1 }),
    shape(
      'mouth',
      ellipse([x + dx * 1.1, y + r * 0.74], r * 0.25, r * 0.075, { unrest: 0.1, random }),
      lip,
      shift(lip, -0.12),
      { detail: 1 },
    ),
  ]
}

function hairOn(
  { random }: Sitting,
  x: number,
  y: number,
  r: number,
  turn: number,
  hair: readonly [number, number, number],
): Shape[] {
  const parting = x + r * random.range(-0.4, 0.4) + turn * r
  const fringe = ellipse([x, y - r * 0.3], r * 1.06, r * 1.1, { count: 40 })
    .filter((point) => point[1] <= y - r * 0.05)
    .toSorted((a, b) => Math.atan2(a[1] - y, a[0] - x) - Math.atan2(b[1] - y, b[0] - x))
  const under: Point[] = [
    [x + r * 0.85, y - r * 0.1],
    [x + r * 0.62, y - r * 0.5],
    [parting, y - r * random.range(0.62, 0.85)],
    [x - r * 0.62, y - r * 0.5],
    [x - r * 0.85, y - r * 0.1],
  ]
  const cap = shape('hair', [...fringe, ...under], shift(hair, 0.1), hair, { flow: 'around', detail: 0.7 })
  return random.chance(0.3)
    ? [ball('bun', ellipse([x + turn * r, y - r * 1.42], r * 0.4, r * 0.36), shift(hair, 0.1), hair, 0.6), cap]
    : [cap]
}

function hat({ random, palette }: Sitting, x: number, y: number, r: number): Shape[] {
  const colour = random.pick([...palette.accent, mix(palette.light, palette.land[0]!, 0.4)])
  const tilt = random.range(-0.12, 0.12)
  const crown = ellipse([x, y - r * 1.15], r * 0.95, r * random.range(0.5, 0.8), { tilt })
  const brim = ellipse([x, y - r * 0.82], r * random.range(1.2, 1.75), r * 0.24, { tilt })
  const band = ellipse([x, y - r * 0.95], r * 0.97, r * 0.14, { tilt })
  return [
    shape('hat', crown, shift(colour, 0.1), shift(colour, -0.1), { flow: 0.1, detail: 0.5 }),
    shape('band', band, mix(palette.dark, random.pick(palette.accent), 0.4), palette.dark, { flow: tilt, detail: 0.9 }),
    shape('hat', brim, shift(colour, 0.04), shift(colour, -0.16), { flow: tilt, detail: 0.6 }),
  ]
}
