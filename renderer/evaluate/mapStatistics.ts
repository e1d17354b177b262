import { dotIndex } from '#charts/dotIndex.ts'
import { side } from '#charts/dots.ts'

export type GroupRow = {
  name: string
  works: number
  /** Share of its works whose nearest work on the map is of the same group; null: none was looked at. */
  together: number | null
  /** The group that is most often the nearest where it is another one. */
  beside: string | null
}

type Map = { x: ArrayLike<number>; y: ArrayLike<number> }
type Groups = { groups: readonly { name: string; works: number }[]; of: ArrayLike<number> }

/** Works looked at, at the most: every so many-th. */
const mostLookedAt = 5000

/** What a map says without being seen: how far each group keeps to itself, and whom it lies beside. */
export function groupRows(map: Map, { groups, of }: Groups): GroupRow[] {
  const index = dotIndex(map)
  const counts = groups.map(() => ({ seen: 0, own: 0, others: new Map<number, number>() }))
  const every = Math.max(1, Math.ceil(map.x.length / mostLookedAt))
  for (let point = 0; point < map.x.length; point += every) {
    const group = of[point]!
    if (group < 0) continue
    const other = index.nearest(map.x[point]!, map.y[point]!, side, point)
    if (other < 0) continue
    const count = counts[group]!
    count.seen++
    if (of[other] === group) count.own++
    else if (of[other]! >= 0) count.others.set(of[other]!, (count.others.get(of[other]!) ?? 0) + 1)
  }
  return groups.map(({ name, works }, group) => {
    const { seen, own, others } = counts[group]!
    const [first] = [...others].toSorted((a, b) => b[1] - a[1])
    return { name, works, together: seen === 0 ? null : own / seen, beside: first ? groups[first[0]]!.name : null }
  })
}
