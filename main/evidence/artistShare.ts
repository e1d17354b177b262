import { termsOf, type Targets } from '../engine/training/namedTerms.ts'

/** Labels of works that belong to groups (their artists), -1: none. One that names k terms is 1 / k of a work of each. */
type Grouped = Targets & {
  groups: Int32Array
  terms: number
  /** How much each work counts among those of its group, in [0, 1]; left out: wholly. [works] */
  closeness?: Float32Array | null
}

/** How many works of each group have each label: [group][term]. */
export function countByGroup({ groups, terms, closeness, ...targets }: Grouped): Map<number, Float64Array> {
  const counts = new Map<number, Float64Array>()
  for (const [work, group] of groups.entries()) {
    const own = termsOf(targets, work)
    if (group < 0 || own.length === 0) continue
    let row = counts.get(group)
    if (!row) counts.set(group, (row = new Float64Array(terms)))
    for (const term of own) row[term]! += (closeness?.[work] ?? 1) / own.length
  }
  return counts
}

/** Share of each term among all labels. [terms] */
export function frequencies(targets: Targets, terms: number): Float64Array {
  const counts = new Float64Array(terms)
  let total = 0
  for (const work of targets.labels.keys()) {
    const own = termsOf(targets, work)
    for (const term of own) counts[term]! += 1 / own.length
    if (own.length > 0) total++
  }
  return counts.map((count) => count / Math.max(1, total))
}

/**
 * What the other works of its group say of each work: their share of each term after one work more that is like the whole
 * collection (a Dirichlet prior of weight 1). The work's own label is left out. [works, terms], rows sum to 1.
 */
export function otherWorks(grouped: Grouped): Float32Array {
  const { labels, groups, terms, closeness } = grouped
  const usual = frequencies(grouped, terms)
  const counts = countByGroup(grouped)
  const out = new Float32Array(labels.length * terms)
  for (let work = 0; work < labels.length; work++) {
    const row = counts.get(groups[work]!)
    const own = termsOf(grouped, work)
    const weight = own.length > 0 ? (closeness?.[work] ?? 1) : 0
    const others = row ? Math.max(0, row.reduce((sum, count) => sum + count, 0) - weight) : 0
    for (let term = 0; term < terms; term++)
      out[work * terms + term] =
        (usual[term]! + (row ? Math.max(0, row[term]! - (own.includes(term) ? weight / own.length : 0)) : 0)) /
        (1 + others)
  }
  return out
}
