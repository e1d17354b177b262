import { falseDiscovery, fisherTail } from './proportions.ts'

/** Works that share something: a folder, a batch, a cataloguer. `works`: positions. */
export type Group = { by: string; value: string; works: readonly number[] }
/** `wrong` of the `judged` works of the group are doubtful or were corrected; p: by chance alone, on one side. */
export type GroupErrors = Group & { judged: number; wrong: number; lift: number; p: number }

const fewestWorks = 5
const fewestWrong = 3
/** Of the groups that are told, so many at most are chance. */
const falseShare = 0.05

/**
 * Groups with more wrong labels than chance explains, the largest lift first: their share of wrong labels over that of all
 * others. `wrong` of each work: 1 wrong, 0 not, -1 not judged.
 */
export function groupErrors(groups: readonly Group[], wrong: Int8Array): GroupErrors[] {
  const judged = wrong.filter((one) => one >= 0).length
  const marked = wrong.filter((one) => one > 0).length
  const tested = groups.flatMap((group): GroupErrors[] => {
    const own = group.works.filter((work) => wrong[work]! >= 0)
    const hits = own.filter((work) => wrong[work]! > 0).length
    if (own.length < fewestWorks || own.length === judged) return []
    const others = (marked - hits) / (judged - own.length)
    const lift = hits / own.length / Math.max(others, 0.5 / (judged - own.length))
    return [{ ...group, judged: own.length, wrong: hits, lift, p: fisherTail(hits, own.length, marked, judged) }]
  })
  const believed = falseDiscovery(tested.map(({ p }) => p), falseShare) // prettier-ignore
  const told = tested.filter(({ wrong: hits, lift }, index) => believed[index] && hits >= fewestWrong && lift > 1)
  return withoutTwins(told.toSorted((a, b) => b.lift - a.lift || a.p - b.p))
}

/** The same works under two names are told once. */
function withoutTwins(found: readonly GroupErrors[]): GroupErrors[] {
  const seen = new Set<string>()
  return found.filter(({ works }) => {
    const key = works.join()
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Stretches of works in the order of a key (accession numbers), `size` works each. Numbers within the keys count as numbers. */
export function stretches(by: string, keys: ReadonlyMap<number, string>, size: number): Group[] {
  const order = [...keys].toSorted(([, a], [, b]) => collator.compare(a, b))
  if (order.length < 2 * size) return []
  return Array.from({ length: Math.floor(order.length / size) }, (_, at) => {
    const part = order.slice(at * size, at + 1 === Math.floor(order.length / size) ? order.length : (at + 1) * size)
    return { by, value: `${part[0]![1]} – ${part.at(-1)![1]}`, works: part.map(([work]) => work).toSorted((a, b) => a - b) } // prettier-ignore
  })
}

const collator = new Intl.Collator('en', { numeric: true })
