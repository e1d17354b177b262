import type { Artist, Genre } from './artists.ts'
import { artists, genres } from './artists.ts'
import { movementOf, movements } from './movements/all.ts'
import type { Random } from './random.ts'
import { createRandom } from './random.ts'
import { titleOf } from './titles.ts'

/** One work as it truly is. `id` is its place in the seed, from which its picture is drawn. */
export type Work = {
  readonly id: number
  readonly title: string
  readonly artist: Artist
  readonly style: string
  readonly genre: Genre
  readonly year: number
  readonly medium: string
  readonly accession: string
  /** Relative to the folder of the table, with '/'. */
  readonly file: string
}

export type PlantedError = { file: string; attribute: 'style' | 'genre' | 'artist'; given: string; true: string }

/** All works of a seed in the order of their accession numbers. Every style, artist and genre comes as evenly as may be. */
export function planWorks(count: number, seed: string): Work[] {
  const random = createRandom(`${seed}/plan`)
  const ids = random.shuffle(Array.from({ length: count }, (_, id) => id))
  const titles = new Set<string>()
  return ids.map((id, place) => {
    const own = createRandom(`${seed}/work/${id}`)
    const style = movements[id % movements.length]!.name
    const artist = artistFor(style, Math.floor(id / movements.length))
    const genre = own.chance(0.6) ? own.pick(artist.genres) : own.pick(genres)
    const accession = accessionOf(place, count)
    return {
      id,
      title: newTitle(titles, artist.name, genre, own),
      artist,
      style,
      genre,
      year: yearOf(artist, style, own),
      medium: own.pick(movementOf(style).media),
      accession,
      file: `images/${accession}.jpg`,
    }
  })
}

/** Artists of a movement take turns by their share of it; the golden ratio spreads the turns evenly. */
function artistFor(style: string, turn: number): Artist {
  const members = artists.flatMap((artist) => {
    const share = artist.movements.find(([name]) => name === style)?.[1] ?? 0
    return share ? [[artist, share] as const] : []
  })
  const whole = members.reduce((sum, [, share]) => sum + share, 0)
  let left = ((turn * 0.6180339887 + 0.05) % 1) * whole
  for (const [artist, share] of members) {
    left -= share
    if (left < 0) return artist
  }
  throw new RangeError(`No artist belongs to ${style}`)
}

/** As a museum numbers them: year of acquisition, group, object. */
function accessionOf(place: number, count: number): string {
  const year = 1951 + Math.floor((place / count) * 68)
  const first = Math.ceil(((year - 1951) * count) / 68)
  const within = place - first
  return `${year}.${String(Math.floor(within / 40) + 1).padStart(2, '0')}.${String((within % 40) + 1).padStart(2, '0')}`
}

function yearOf(artist: Artist, style: string, random: Random): number {
  const [from, to] = movementOf(style).span
  return random.int(Math.max(from, artist.life[0] + 21), Math.min(to, artist.life[1]))
}

/** No artist has two works of one title: the second becomes "II". */
function newTitle(taken: Set<string>, artist: string, genre: Genre, random: Random): string {
  const fresh = (title: string) => !taken.has(`${artist}\n${title}`)
  let title = titleOf(genre, random)
  for (let tries = 0; tries < 6 && !fresh(title); tries++) title = titleOf(genre, random)
  const first = title
  for (let number = 2; !fresh(title); number++) title = `${first}, ${roman(number)}`
  taken.add(`${artist}\n${title}`)
  return title
}

function roman(value: number): string {
  const steps = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const
  let left = value
  let text = ''
  for (const [worth, letters] of steps) {
    while (left >= worth) {
      text += letters
      left -= worth
    }
  }
  return text
}

/** Exactly `share` of the style labels wrong, half of them by the neighbouring movement, and an eighth as many in genre and artist. */
export function plantErrors(works: readonly Work[], share: number, seed: string): PlantedError[] {
  const random = createRandom(`${seed}/errors`)
  const order = random.shuffle(works)
  const styles = Math.round(works.length * share)
  const others = Math.round(styles / 8)
  const titles = new Set(works.map((work) => `${work.artist.name}\n${work.title}`))
  return order.slice(0, styles + 2 * others).flatMap((work, i): PlantedError[] => {
    if (i < styles) {
      const { neighbour } = movementOf(work.style)
      const any = random.pick(movements.filter((one) => one.name !== work.style)).name
      return [{ file: work.file, attribute: 'style', given: i % 2 ? neighbour : any, true: work.style }]
    }
    if (i < styles + others) {
      const given = random.pick(genres.filter((genre) => genre !== work.genre))
      return [{ file: work.file, attribute: 'genre', given, true: work.genre }]
    }
    const free = artists.filter((one) => one !== work.artist && !titles.has(`${one.name}\n${work.title}`))
    const given = random.pick(free).name
    titles.add(`${given}\n${work.title}`)
    return [{ file: work.file, attribute: 'artist', given, true: work.artist.name }]
  })
}
