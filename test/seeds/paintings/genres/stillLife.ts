import type { Colour } from '../colour.ts'
import { mix, shift } from '../colour.ts'
import type { Point } from '../geometry.ts'
import { ellipse, rectangle, turned } from '../geometry.ts'
import type { Shape, Sitting } from '../scene.ts'
import { ball, shape } from '../scene.ts'

const vessels: readonly (readonly Point[])[] = [
  [
    [0, 0.16],
    [0.08, 0.13],
    [0.25, 0.12],
    [0.55, 0.36],
    [0.85, 0.26],
    [1, 0.2],
  ],
  [
    [0, 0.09],
    [0.06, 0.08],
    [0.38, 0.08],
    [0.52, 0.2],
    [0.95, 0.2],
    [1, 0.18],
  ],
  [
    [0, 0.3],
    [0.06, 0.28],
    [0.3, 0.26],
    [0.65, 0.34],
    [0.95, 0.22],
    [1, 0.24],
  ],
  [
    [0, 0.22],
    [0.1, 0.15],
    [0.35, 0.3],
    [0.6, 0.32],
    [0.9, 0.14],
    [1, 0.2],
  ],
]

export function stillLife(sitting: Sitting): Shape[] {
  const { width, height, random } = sitting
  const edge = height * random.range(0.52, 0.68)
  const shapes = room(sitting, edge)
  const scale = Math.min(width, height)
  const x = width * random.range(0.32, 0.68)
  const foot = edge + (height - edge) * random.range(0.12, 0.4)
  const tall = scale * random.range(0.34, 0.5)
  const flowers = random.chance(0.5)
  if (flowers) shapes.push(...bouquet(sitting, x, foot - tall * 0.9, tall))
  shapes.push(...vessel(sitting, x, foot, tall, random.pick(vessels)))
  if (random.chance(0.5)) {
    const aside = x + (x < width / 2 ? 1 : -1) * width * random.range(0.2, 0.3)
    shapes.push(...vessel(sitting, aside, foot - 4, tall * random.range(0.55, 0.95), random.pick(vessels)))
  }
  if (random.chance(0.45)) shapes.push(...bowl(sitting, width * random.range(0.2, 0.8), foot + (height - foot) * 0.3))
  shapes.push(...fruit(sitting, foot, x))
  return shapes
}

/** Wall, perhaps a window, table and cloth. */
function room({ width, height, random, palette }: Sitting, edge: number): Shape[] {
  const wall = random.chance(0.35)
    ? mix(palette.dark, random.pick(palette.land), 0.4)
    : mix(random.pick([...palette.land, ...palette.water, ...palette.accent]), palette.light, random.range(0.15, 0.55))
  const shapes = [
    shape('wall', rectangle(0, 0, width, height), shift(wall, 0.06), shift(wall, -0.08), { flow: 1.2, detail: 0.05 }),
  ]
  if (random.chance(0.45)) {
    const side = random.chance(0.5) ? 0.06 : 0.64
    const sky = random.pick(palette.sky)
    const frame = rectangle(width * side, height * 0.05, width * (side + 0.3), edge - height * 0.13)
    shapes.push(shape('window', frame, sky[0], sky[1], { detail: 0.3 }))
    const bar = width * (side + 0.15)
    shapes.push(
      shape('frame', rectangle(bar - 3, height * 0.05, bar + 3, edge - height * 0.13), palette.light, wall, {
        flow: 1.57,
        detail: 0.6,
      }),
    )
  }
  const table = random.chance(0.5) ? random.pick(palette.accent) : random.pick(palette.land)
  const tilt = height * random.range(-0.05, 0.05)
  const top: Point[] = [
    [0, edge + tilt],
    [width, edge - tilt],
    [width, height],
    [0, height],
  ]
  shapes.push(shape('table', top, mix(table, palette.light, 0.2), shift(table, -0.12), { flow: 0.05, detail: 0.15 }))
  if (random.chance(0.55)) {
    const at = width * random.range(0.1, 0.5)
    const wide = width * random.range(0.25, 0.45)
    const deep = edge + (height - edge) * 0.25
    const cloth: Point[] = [
      [at, deep],
      [at + wide, deep - 12],
      [at + wide * 1.15, height * 0.93],
      [at + wide * 0.62, height * 0.88],
      [at + wide * 0.3, height],
      [at - wide * 0.15, height * 0.92],
    ]
    shapes.push(
      shape('cloth', cloth, mix(palette.light, wall, 0.08), mix(palette.light, palette.water[0]!, 0.45), {
        flow: 1.3,
        detail: 0.35,
      }),
    )
  }
  return shapes
}

/** What stands on the table throws a shadow to the right. */
function shadow({ palette }: Sitting, x: number, y: number, r: number, ground: Colour): Shape {
  const colour = mix(ground, palette.dark, 0.5)
  return shape('shadow', ellipse([x + r * 0.6, y], r * 1.25, r * 0.24), colour, mix(colour, ground, 0.4), {
    detail: 0.4,
    across: true,
  })
}

function vessel(sitting: Sitting, x: number, foot: number, tall: number, profile: readonly Point[]): Shape[] {
  const { random, palette } = sitting
  const colour = random.pick([...palette.accent, ...palette.water, mix(palette.light, palette.land[0]!, 0.3)])
  const outline = turned(
    x,
    foot - tall,
    foot,
    profile.map(([t, w]): Point => [t, w * tall]),
  )
  const body = shape('vessel', outline, shift(colour, 0.14), shift(mix(colour, palette.dark, 0.3), -0.06), {
    flow: 1.5,
    detail: 0.7,
    across: true,
  })
  const shine = ellipse([x - tall * 0.11, foot - tall * 0.42], tall * 0.025, tall * 0.13, { tilt: 0.15 })
  const mouth = ellipse([x, foot - tall], profile[0]![1] * tall, profile[0]![1] * tall * 0.26)
  return [
    shadow(sitting, x, foot - 2, tall * 0.3, palette.land.at(-1)!),
    body,
    shape('mouth', mouth, mix(palette.dark, colour, 0.45), mix(colour, palette.dark, 0.3), { detail: 0.9 }),
    shape('shine', shine, mix(colour, palette.light, 0.75), mix(colour, palette.light, 0.5), { flow: 1.5, detail: 1 }),
  ]
}

function bouquet({ random, palette, fullness }: Sitting, x: number, y: number, tall: number): Shape[] {
  const leaf = mix(palette.land.at(-1)!, palette.dark, 0.2)
  const count = random.int(5, 7 + Math.round(fullness * 6))
  const heads = Array.from({ length: count }, (_, i): Point => {
    const a = -Math.PI / 2 + random.range(-1.25, 1.25)
    const r = tall * (0.2 + 0.55 * Math.sqrt((i + 1) / count))
    return [x + Math.cos(a) * r * 0.95, y + Math.sin(a) * r * 0.85]
  })
  const stems = heads.map((at) =>
    shape(
      'stem',
      [
        [x - 3, y + 6],
        [at[0] - 1.5, at[1]],
        [at[0] + 1.5, at[1]],
        [x + 3, y + 6],
      ],
      leaf,
      leaf,
      { flow: 1.5, detail: 0.8 },
    ),
  )
  const leaves = heads.slice(0, 6).map((at) => {
    const middle: Point = [(at[0] + x) / 2 + random.normal() * 14, (at[1] + y) / 2]
    return shape(
      'leaf',
      ellipse(middle, tall * 0.12, tall * 0.04, { tilt: random.range(0, 3) }),
      shift(leaf, 0.12),
      leaf,
      { flow: 0.6, detail: 0.7 },
    )
  })
  const petals = heads.flatMap((at) => {
    const colour = random.chance(0.2) ? palette.light : random.pick(palette.accent)
    const r = tall * random.range(0.075, 0.14)
    const head = ellipse(at, r, r * random.range(0.8, 1), { unrest: 0.22, random })
    return [
      ball('flower', head, shift(colour, 0.1), shift(colour, -0.14), 0.85),
      ball('heart', ellipse(at, r * 0.3, r * 0.3), mix(palette.dark, colour, 0.4), palette.dark, 1),
    ]
  })
  return [...stems, ...leaves, ...petals]
}

function bowl(sitting: Sitting, x: number, y: number): Shape[] {
  const { random, palette, width, height } = sitting
  const r = Math.min(width, height) * random.range(0.14, 0.2)
  const colour = mix(palette.light, random.pick(palette.water), random.range(0.1, 0.7))
  const cup = turned(x, y - r * 0.62, y, [
    [0, r],
    [0.35, r * 0.92],
    [0.8, r * 0.5],
    [0.9, r * 0.35],
    [1, r * 0.4],
  ])
  const inside = random.pick(palette.accent)
  const heap = Array.from({ length: random.int(3, 5) }, (_, i) => {
    const at: Point = [x + (i - 1.8) * r * 0.42, y - r * (0.72 + random.range(0, 0.22))]
    return ball('fruit', ellipse(at, r * 0.3, r * 0.29), shift(inside, 0.14), shift(inside, -0.16), 0.85)
  })
  return [
    shadow(sitting, x, y - 2, r * 0.8, palette.land.at(-1)!),
    ...heap,
    shape('bowl', cup, shift(colour, 0.08), shift(colour, -0.2), { detail: 0.7, across: true }),
  ]
}

function fruit(sitting: Sitting, foot: number, x: number): Shape[] {
  const { random, palette, width, height, fullness } = sitting
  const count = random.int(2, 4 + Math.round(fullness * 3))
  const r = Math.min(width, height) * random.range(0.05, 0.075)
  const kinds = random.shuffle(palette.accent).slice(0, 2)
  return Array.from({ length: count }, (_, i) => i).flatMap((i) => {
    const colour = random.pick(kinds)
    const at: Point = [x + random.range(-0.38, 0.38) * width, foot + (height - foot) * (0.1 + (0.55 * i) / count)]
    const long = random.chance(0.3)
    const body = ellipse(at, r * (long ? 1.3 : 1), r * (long ? 0.85 : 0.95), {
      tilt: random.range(-0.4, 0.4),
      unrest: 0.04,
      random,
    })
    const leaf = ellipse([at[0] + r * 0.3, at[1] - r * 1.05], r * 0.4, r * 0.14, { tilt: -0.5 })
    const green = mix(palette.land.at(-1)!, palette.dark, 0.15)
    const shapes = [
      shadow(sitting, at[0], at[1] + r * 0.85, r, palette.land.at(-1)!),
      ball('fruit', body, shift(colour, 0.16), shift(mix(colour, palette.dark, 0.2), -0.08), 0.85),
    ]
    return random.chance(0.4) ? [...shapes, shape('leaf', leaf, green, green, { flow: -0.5, detail: 1 })] : shapes
  })
}
