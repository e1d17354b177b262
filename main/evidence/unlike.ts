import type { Neighbours } from './agreement.ts'

/**
 * How much each work is like those most like it: the mean of their cosines, in [-1, 1], 1 where it has none to be compared with.
 * What is no artwork, or a photograph of something else, is like few (Sun et al. 2022, k nearest neighbours). [works]
 */
export function likeness({ similarities, positions, count }: Neighbours): Float64Array {
  return Float64Array.from({ length: positions.length / count }, (_, work) => {
    let [sum, found] = [0, 0]
    for (let at = work * count; at < (work + 1) * count; at++)
      if (positions[at]! >= 0) {
        sum += similarities[at]!
        found++
      }
    return found === 0 ? 1 : sum / found
  })
}

/** Of some works the `most` least like others, the least first. */
export function leastAlike(neighbours: Neighbours, works: readonly number[], most: number) {
  const all = likeness(neighbours)
  return works
    .map((work) => ({ work, likeness: all[work] ?? 1 }))
    .toSorted((a, b) => a.likeness - b.likeness || a.work - b.work)
    .slice(0, most)
}
