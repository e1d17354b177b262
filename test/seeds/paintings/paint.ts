import type { Artist, Genre } from './artists.ts'
import { shift } from './colour.ts'
import { abstract } from './genres/abstract.ts'
import { landscape } from './genres/landscape.ts'
import { portrait } from './genres/portrait.ts'
import { seascape } from './genres/seascape.ts'
import { stillLife } from './genres/stillLife.ts'
import { movementOf } from './movements/all.ts'
import type { Work } from './plan.ts'
import type { Random } from './random.ts'
import { createRandom } from './random.ts'
import type { Palette, Shape, Sitting } from './scene.ts'

const compose: Readonly<Record<Genre, (sitting: Sitting) => Shape[]>> = {
  landscape,
  seascape,
  'still life': stillLife,
  portrait,
  abstract,
}

/** The SVG of a work, the same for the same seed. All pictures are composed at 640 px; `size` only scales them. */
export function paint(work: Pick<Work, 'id' | 'artist' | 'style' | 'genre'>, seed: string, size = 640): string {
  const random = createRandom(`${seed}/picture/${work.id}`)
  const { artist } = work
  const [width, height] = sheet(artist, work.genre, random)
  const palette = today(artist.palette, random)
  const { horizon, fullness } = artist
  const shapes = compose[work.genre]({ width, height, random, palette, horizon, fullness })
  const touch = artist.touch * random.range(0.88, 1.14)
  const easel = { scene: { width, height, shapes }, palette, random, touch, drift: random.next() }
  const movement = movementOf(work.style)
  const own = movement.paint(easel)
  const document =
    easel.drift > 0.7 ? over(own, movementOf(movement.neighbour).paint(easel), random.range(0.35, 0.8)) : own
  return size === 640 ? document : document.replace(/width="\d+" height="\d+"/, resized(width, height, size))
}

/** A work of transition: its own movement at `opacity` over its neighbour's, as painters change their minds. */
function over(own: string, beneath: string, opacity: number): string {
  const renamed = beneath.replaceAll('id="', 'id="b-').replaceAll('url(#', 'url(#b-')
  const opening = own.indexOf('>') + 1
  return `${own.slice(0, opening)}${renamed}<g opacity="${opacity.toFixed(2)}">${own.slice(opening, -6)}</g></svg>`
}

const resized = (width: number, height: number, size: number) =>
  `width="${Math.round((width * size) / 640)}" height="${Math.round((height * size) / 640)}"`

function sheet(artist: Artist, genre: Genre, random: Random): [number, number] {
  let ratio = random.pick(artist.format) * random.range(0.95, 1.06)
  if (genre === 'portrait' && ratio > 1) ratio = random.range(0.74, 0.9)
  if (genre === 'seascape' && ratio < 0.9 && random.chance(0.6)) ratio = 1 / ratio
  const long = random.int(608, 640)
  return ratio >= 1 ? [long, Math.round(long / ratio)] : [Math.round(long * ratio), long]
}

/** The artist's colours as they came from the tube on the day. */
function today(palette: Palette, random: Random): Palette {
  const turn = random.normal() * 0.09
  const light = random.normal() * 0.025
  const strength = random.range(0.88, 1.12)
  const own = <T extends readonly [number, number, number]>(colour: T) => shift(colour, light, strength, turn)
  return {
    sky: palette.sky.map(([a, b]) => [own(a), own(b)] as const),
    land: palette.land.map(own),
    water: palette.water.map(own),
    accent: palette.accent.map(own),
    skin: [own(palette.skin[0]), own(palette.skin[1])],
    dark: palette.dark,
    light: palette.light,
  }
}
