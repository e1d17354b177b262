import { countNeighbours, type Neighbours } from './agreement.ts'
import { countByGroup } from './artistShare.ts'
import { courseOf, dynamicsReason } from './dynamics.ts'
import type { Judgement, Witnesses } from './combination.ts'
import { namedBy, sumOf } from './severalTerms.ts'

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
  /** By how much the way the label was learned lowers the chance, in (0, 1), and what is told of it; left out: not at all. */
  dynamics?: { factor: number; sentence: string }
  /** What contradicts the label in its record, in sentences. */
  rules?: string[]
}

/** Makes of each judgement what is told about it. `artist`: who made the work, null: not known; `label`: what it says where that names several terms. */
export function heardWitnesses(
  { labels, several = new Map(), terms, artists, neighbours, closeness, dynamics }: Witnesses,
  names: readonly string[],
) {
  // What is told is of the artist's own works alone: a workshop's are not "by" the artist.
  const ofWork = closeness ? artists?.map((artist, work) => (closeness[work] === 1 ? artist : -1)) : artists
  const byArtist = artists && countByGroup({ labels, groups: ofWork!, terms })
  const besideByArtist = artists && Map.groupBy(several.keys(), (work) => ofWork![work]!)
  return (judgement: Judgement, artist: string | null, label: string | null = null): Parts => {
    const { work, given, single, batch, further, dynamics: factor } = judgement
    const own = { terms: namedBy(judgement), label: label ?? names[given]! }
    const parts: Parts = { single: rounded(single), batch: rounded(batch) }
    if (dynamics && factor < 1)
      parts.dynamics = { factor: rounded(factor), sentence: dynamicsReason(courseOf(dynamics.learned, work, dynamics.moments)) } // prettier-ignore
    const artistNumber = artists?.[work] ?? -1
    if (artistNumber >= 0 && artist !== null) {
      const others = byArtist!.get(artistNumber)?.slice() ?? new Float64Array(terms)
      const beside = (besideByArtist!.get(artistNumber) ?? []).filter((other) => other !== work)
      // A label with several terms is none of those that name one, and stands in no block.
      if (ofWork![work]! >= 0 && !further) others[given]!--
      if (!further) parts.block = others[given]! + 1
      const told = tell(others, beside.map((other) => several.get(other)!), own, names) // prettier-ignore
      if (told.works > 0) parts.artist = { name: artist, ...told }
    }
    if (neighbours) {
      const { count, positions } = neighbours
      const beside = [...positions.subarray(work * count, (work + 1) * count)].flatMap((other) => (several.has(other) ? [several.get(other)!] : [])) // prettier-ignore
      const told = tell(countNeighbours(neighbours, work, labels, terms), beside, own, names)
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

/** Works of any term of the label count as labelled so. `counts`: of works with one term; `beside`: the terms of those with several. */
function tell(
  counts: ArrayLike<number>,
  beside: readonly (readonly number[])[],
  own: { terms: readonly number[]; label: string },
  names: readonly string[],
) {
  const given = sumOf(counts, own.terms) + beside.filter((named) => named.some((term) => own.terms.includes(term))).length // prettier-ignore
  const found = { works: beside.length, given, top: own.label, ofTop: given }
  for (let term = 0; term < counts.length; term++) {
    found.works += counts[term]!
    if (own.terms.includes(term)) continue
    const works = counts[term]! + beside.filter((named) => named.includes(term)).length
    if (works > found.ofTop) Object.assign(found, { top: names[term]!, ofTop: works })
  }
  return found
}

const rounded = (p: number) => Number(p.toPrecision(4))
