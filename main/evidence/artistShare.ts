/** Labels of works that belong to groups (their artists), -1: none. */
type Grouped = {
  labels: Int32Array
  groups: Int32Array
  terms: number
  /** How much each work counts among those of its group, in [0, 1]; left out: wholly. [works] */
  closeness?: Float32Array | null
}

/** How many works of each group have each label: [group][term]. */
export function countByGroup({ labels, groups, terms, closeness }: Grouped): Map<number, Float64Array> {
  const counts = new Map<number, Float64Array>()
  for (const [work, group] of groups.entries()) {
    if (group < 0 || labels[work]! < 0) continue
    let row = counts.get(group)
    if (!row) counts.set(group, (row = new Float64Array(terms)))
    row[labels[work]!]! += closeness?.[work] ?? 1
  }
  return counts
}

/** Share of each term among all labels. [terms] */
export function frequencies(labels: Int32Array, terms: number): Float64Array {
  const counts = new Float64Array(terms)
  let total = 0
  for (const label of labels)
    if (label >= 0) {
      counts[label]!++
      total++
    }
  return counts.map((count) => count / Math.max(1, total))
}

/**
 * What the other works of its group say of each work: their share of each term after one work more that is like the whole
 * collection (a Dirichlet prior of weight 1). The work's own label is left out. [works, terms], rows sum to 1.
 */
export function otherWorks(grouped: Grouped): Float32Array {
  const { labels, groups, terms, closeness } = grouped
  const usual = frequencies(labels, terms)
  const counts = countByGroup(grouped)
  const out = new Float32Array(labels.length * terms)
  for (let work = 0; work < labels.length; work++) {
    const row = counts.get(groups[work]!)
    const own = labels[work]!
    const weight = own >= 0 ? (closeness?.[work] ?? 1) : 0
    const others = row ? Math.max(0, row.reduce((sum, count) => sum + count, 0) - weight) : 0
    for (let term = 0; term < terms; term++)
      out[work * terms + term] =
        (usual[term]! + (row ? Math.max(0, row[term]! - (term === own ? weight : 0)) : 0)) / (1 + others)
  }
  return out
}
