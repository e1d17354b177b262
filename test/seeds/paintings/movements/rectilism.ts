import type { Colour } from '../colour.ts'
import { distance, mix, shift, toHex } from '../colour.ts'
import { centre, cut, path, rectangle } from '../geometry.ts'
import type { Point } from '../geometry.ts'
import { colourAt } from '../scene.ts'
import type { Easel, Movement } from './movement.ts'
import { fill, svg } from './movement.ts'

/** The world as planes between bars. With drift the bars begin to lean. */
export const rectilism: Movement = {
  name: 'Rectilism',
  span: [1914, 1952],
  media: ['oil on canvas', 'gouache on board', 'casein on panel'],
  neighbour: 'Splinterism',
  surface: { ground: 'canvas', grain: 0.55, relief: 0.25, wobble: 1.6 },
  paint(easel) {
    const { scene, palette, random, touch } = easel
    const { width, height } = scene
    const planes: Plane[] = []
    divide(easel, rectangle(0, 0, width, height), 0, planes)
    const bar = toHex(random.chance(0.9) ? mix(palette.dark, [12, 12, 14], 0.5) : palette.light)
    const thick = random.range(2.6, 5.5) * touch
    const body = planes.map(({ points, colour }) => {
      const from = toHex(shift(colour, 0.025))
      return fill(
        path(points),
        from,
        `stroke="${bar}" stroke-width="${(thick * random.pick([1, 1, 1, 1.7])).toFixed(1)}"`,
      )
    })
    return svg(scene, '', `${body.join('')}${discs(easel, bar, thick)}`)
  },
}

type Plane = { points: Point[]; colour: Colour }

function divide(easel: Easel, points: Point[], depth: number, planes: Plane[]): void {
  const { scene, random, drift, touch } = easel
  const [x, y] = centre(points)
  const wide = Math.max(...points.map((p) => p[0])) - Math.min(...points.map((p) => p[0]))
  const tall = Math.max(...points.map((p) => p[1])) - Math.min(...points.map((p) => p[1]))
  const probes = Array.from({ length: 12 }, () =>
    colourAt(scene, x + random.range(-0.46, 0.46) * wide, y + random.range(-0.46, 0.46) * tall),
  )
  const middle = colourAt(scene, x, y)
  const strangeness = probes.reduce((sum, colour) => sum + distance(colour, middle), 0) / probes.length
  const small = 25 * touch
  const again = depth < 3 || (strangeness > 27 && depth < 9) || random.chance(0.08)
  if (!again || Math.min(wide, tall) < small || wide + tall < small * 3.4) {
    planes.push({ points, colour: plain(easel, middle) })
    return
  }
  const across = wide > tall * random.range(0.75, 1.35)
  const lean = drift > 0.55 ? random.normal() * 0.16 * drift : 0
  const at: Point = [x + (random.range(0.3, 0.7) - 0.5) * wide, y + (random.range(0.3, 0.7) - 0.5) * tall]
  for (const part of cut(points, at, (across ? Math.PI / 2 : 0) + lean)) {
    if (part.length > 2) divide(easel, part, depth + 1, planes)
  }
}

/** The nearest colour on the artist's table, so that few colours make the picture. */
function plain({ palette, random }: Easel, colour: Colour): Colour {
  const table = [
    ...palette.accent,
    ...palette.land,
    ...palette.water,
    ...palette.sky.flat(),
    ...palette.skin,
    palette.dark,
    palette.light,
  ]
  const nearest = table.toSorted((a, b) => distance(a, colour) - distance(b, colour))[0]!
  return shift(mix(nearest, colour, random.range(0.1, 0.35)), random.normal() * 0.02, 1.15)
}

/** What is round stays round, cut in half. */
function discs({ scene, random, palette }: Easel, bar: string, thick: number): string {
  const round = scene.shapes.filter(
    (one) => ['sun', 'face', 'flower', 'fruit', 'disc'].includes(one.name) && one.detail > 0.3,
  )
  return round
    .slice(-7)
    .map((one) => {
      const r = (one.box.right - one.box.left) / 2
      const x = (one.box.left + one.box.right) / 2
      const y = (one.box.top + one.box.bottom) / 2
      const turn = random.pick([0, 90, 180, 270])
      const half = `<path d="M${-r} 0A${r} ${r} 0 0 1 ${r} 0Z" fill="${toHex(one.paint.from)}" stroke="${bar}" stroke-width="${thick}"/>`
      const other = `<path d="M${-r} 0A${r} ${r} 0 0 0 ${r} 0Z" fill="${toHex(mix(one.paint.to, palette.dark, 0.15))}" stroke="${bar}" stroke-width="${thick}"/>`
      return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn})">${half}${one.name === 'face' || random.chance(0.7) ? other : ''}</g>`
    })
    .join('')
}
