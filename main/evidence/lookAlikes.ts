import type { Neighbours } from './agreement.ts'

/** A label that waits for its verdict, with what is suggested instead. Works count from zero; terms by id. */
export type Doubt = { work: number; given: number; suggestion: number; /** In [0, 1], low is worse. */ score: number }
export type LookAlikes = { suggestion: number; /** Worst first. */ works: number[] }

/**
 * Works that look alike and for which the same is suggested: those that are among each other's most similar works, directly or
 * through others of the group. Groups of fewer than two are left out; the largest come first.
 */
export function lookAlikes(doubts: readonly Doubt[], neighbours: Neighbours): LookAlikes[] {
  const byWork = new Map(doubts.map((doubt) => [doubt.work, doubt]))
  const root = new Map(doubts.map(({ work }) => [work, work]))
  const find = (work: number): number => {
    let top = work
    while (root.get(top) !== top) top = root.get(top)!
    for (let at = work; at !== top;) [at] = [root.get(at)!, root.set(at, top)]
    return top
  }
  for (const { work, suggestion } of doubts)
    for (let i = work * neighbours.count; i < (work + 1) * neighbours.count; i++) {
      const other = neighbours.positions[i] ?? -1
      if (byWork.get(other)?.suggestion === suggestion) root.set(find(other), find(work))
    }
  return gathered(doubts, ({ work }) => find(work))
}

/** Works for which the same is suggested and that share what `key` says; null: not in a group. */
export function gathered(doubts: readonly Doubt[], key: (doubt: Doubt) => unknown): LookAlikes[] {
  const groups = Map.groupBy(doubts, (doubt) => {
    const of = key(doubt)
    return of === null ? null : `${doubt.suggestion} ${String(of)}`
  })
  groups.delete(null)
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({ suggestion: group[0]!.suggestion, works: group.toSorted((a, b) => a.score - b.score || a.work - b.work).map(({ work }) => work) }))
    .toSorted((a, b) => b.works.length - a.works.length || a.works[0]! - b.works[0]!)
} // prettier-ignore
