import { createRandom } from '../engine/training/random.ts'
import { shuffleKey } from './folds.ts'
import type { Preparation } from './preparationSchema.ts'

/** A labelled work of a run; `term` counts from 0. */
export type DrawnWork = { term: number; sha256: string }
type Drawing = Pick<Preparation, 'duplicates' | 'sample' | 'topUp'>

/** No work is shown more often than this. */
const mostCopies = 50

/**
 * How often each work teaches: 0 for copies of an image that are removed and for works outside the sample. Terms that are short
 * of the sample and dropped are named. The same works and seed give the same draws, in whatever order they come.
 */
export function drawCopies(
  works: readonly DrawnWork[],
  { duplicates, sample, topUp }: Drawing,
  seed: number,
): { copies: Int32Array; short: number[] } {
  const copies = new Int32Array(works.length)
  const short: number[] = []
  const groups = Map.groupBy(works.keys(), (work) => works[work]!.term)
  const terms = [...groups].toSorted(([a], [b]) => a - b)
  for (const [term, members] of terms) {
    const order = inOrder(works, members, seed)
    const different = duplicates === 'remove' ? firstOfEach(works, order) : order
    if (sample?.short === 'drop' && different.length < sample.perTerm) short.push(term)
    else for (const [work, times] of drawn(different, sample, `${term}`, seed)) copies[work] = times
  }
  if (topUp !== null) toppedUp(copies, works, topUp, seed)
  return { copies, short }
}

function inOrder(works: readonly DrawnWork[], members: readonly number[], seed: number): number[] {
  const keyed = members.map((work) => ({ work, key: shuffleKey(works[work]!.sha256, seed) }))
  return keyed.toSorted((a, b) => (a.key === b.key ? a.work - b.work : a.key < b.key ? -1 : 1)).map(({ work }) => work)
}

function firstOfEach(works: readonly DrawnWork[], order: readonly number[]): number[] {
  const seen = new Set<string>()
  return order.filter((work) => !seen.has(works[work]!.sha256) && seen.add(works[work]!.sha256))
}

function drawn(order: readonly number[], sample: Drawing['sample'], purpose: string, seed: number): [number, number][] {
  if (!sample || (order.length < sample.perTerm && sample.short === 'max')) return order.map((work) => [work, 1])
  if (order.length >= sample.perTerm) return order.slice(0, sample.perTerm).map((work) => [work, 1])
  const random = createRandom(`draw ${purpose}`, seed)
  const times = new Map<number, number>()
  for (let draw = 0; draw < sample.perTerm; draw++) {
    const work = order[Math.floor(random() * order.length)]!
    times.set(work, (times.get(work) ?? 0) + 1)
  }
  return [...times]
}

/** Shows the works of small terms again, one after the other, until each term has its share of the largest. */
function toppedUp(copies: Int32Array, works: readonly DrawnWork[], share: number, seed: number) {
  const groups = Map.groupBy([...works.keys()].filter((work) => copies[work]! > 0), (work) => works[work]!.term) // prettier-ignore
  const sizeOf = (members: readonly number[]) => members.reduce((sum, work) => sum + copies[work]!, 0)
  const wanted = Math.round(share * Math.max(0, ...[...groups.values()].map(sizeOf)))
  for (const members of groups.values()) {
    const order = inOrder(works, members, seed)
    for (let size = sizeOf(members), at = 0; size < wanted && at < mostCopies * order.length; at++) {
      const work = order[at % order.length]!
      if (copies[work]! >= mostCopies) continue
      copies[work]!++
      size++
    }
  }
}
