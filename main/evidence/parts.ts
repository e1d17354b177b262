import { countNeighbours, type Neighbours } from './agreement.ts'
import { countByGroup } from './artistShare.ts'
import type { Judgement, Witnesses } from './combination.ts'

/** What witnesses said of a label, as it is kept beside the score and told in the reasons. Terms by name. */
export type Parts = {
  /** Chances that this label alone is right, and that the artist's works with it are rightly labelled, in [0, 1]. */
  single: number
  batch: number
  /** Other works of the artist here: all that are labelled, those with this label, and their most frequent label. */
  artist?: { name: string; works: number; given: number; top: string; ofTop: number }
  /** The same of the works most like it; nearest: ids of the closest five. */
  neighbours?: { works: number; given: number; top: string; ofTop: number; nearest: number[] }
  /** Works of the artist with this label, this one included. */
  block?: number
  /** What contradicts the label in its record, in sentences. */
  rules?: string[]
}

/** Makes of each judgement what is told about it. `artist`: the name of who made the work, null: not known. */
export function heardWitnesses({ labels, terms, artists, neighbours, closeness }: Witnesses, names: readonly string[]) {
  // What is told is of the artist's own works alone: a workshop's are not "by" the artist.
  const own = closeness ? artists?.map((artist, work) => (closeness[work] === 1 ? artist : -1)) : artists
  const byArtist = artists && countByGroup({ labels, groups: own!, terms })
  return ({ work, given, single, batch }: Judgement, artist: string | null): Parts => {
    const parts: Parts = { single: rounded(single), batch: rounded(batch) }
    const ofArtist = byArtist?.get(artists![work]!)
    if (ofArtist && artist !== null) {
      const others = ofArtist.slice()
      if (own![work]! >= 0) others[given]!--
      parts.block = others[given]! + 1
      const told = tell(others, given, names)
      if (told.works > 0) parts.artist = { name: artist, ...told }
    }
    if (neighbours) {
      const told = tell(countNeighbours(neighbours, work, labels, terms), given, names)
      if (told.works > 0) parts.neighbours = { ...told, nearest: nearestOf(neighbours, work) }
    }
    return parts
  }
}

const mostNearest = 5

function nearestOf({ positions, count }: Neighbours, work: number): number[] {
  return Array.from(positions.subarray(work * count, (work + 1) * count))
    .filter((position) => position >= 0)
    .slice(0, mostNearest)
    .map((position) => position + 1)
}

function tell(counts: ArrayLike<number>, given: number, names: readonly string[]) {
  let works = 0
  let top = given
  for (let term = 0; term < counts.length; term++) {
    works += counts[term]!
    if (counts[term]! > counts[top]!) top = term
  }
  return { works, given: counts[given]!, top: names[top]!, ofTop: counts[top]! }
}

const rounded = (p: number) => Number(p.toPrecision(4))
