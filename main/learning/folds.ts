import { createHash } from 'node:crypto'

/**
 * Deals labelled works to folds so that every term is spread evenly and copies of an image stay together, else a model
 * would be judged on an image it has learned. Order within a term is by hash of image and seed: the same works give the
 * same folds, on every machine. Returns a fold in [0, folds) for each work.
 */
export function dealFolds(works: readonly { term: number; sha256: string }[], folds: number, seed: number): Int8Array {
  const groups = new Map<string, number[]>()
  for (const [index, { sha256 }] of works.entries()) groups.set(sha256, [...(groups.get(sha256) ?? []), index])
  const ordered = [...groups]
    .map(([sha256, members]) => ({ members, term: works[members[0]!]!.term, key: shuffleKey(sha256, seed) }))
    .toSorted((a, b) => a.term - b.term || (a.key < b.key ? -1 : 1))
  const out = new Int8Array(works.length)
  let term = Number.NaN
  let next = 0
  for (const group of ordered) {
    if (group.term !== term) {
      term = group.term
      next = Number.parseInt(shuffleKey(String(term), seed).slice(0, 6), 16)
    }
    for (const member of group.members) out[member] = next % folds
    next++
  }
  return out
}

/** Shares of a fixed split, in the order of its folds: those judged, those that teach, those that choose. */
export type Shares = readonly [judged: number, taught: number, choosing: number]

/** As dealFolds, to the three folds of a fixed split by their shares: each group of copies goes where most is still wanting. */
export function dealShares(
  works: readonly { term: number; sha256: string }[],
  shares: Shares,
  seed: number,
): Int8Array {
  const groups = Map.groupBy(works.keys(), (work) => works[work]!.sha256)
  const keyed = [...groups].map(([sha256, members]) => ({ members, key: shuffleKey(sha256, seed) }))
  const out = new Int8Array(works.length)
  const byTerm = Map.groupBy(keyed, ({ members }) => works[members[0]!]!.term)
  for (const ofTerm of byTerm.values()) {
    const dealt = [0, 0, 0]
    let sum = 0
    for (const { members } of ofTerm.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
      sum += members.length
      const wanting = shares.map((share, fold) => share * sum - dealt[fold]!)
      const fold = wanting.indexOf(Math.max(...wanting))
      for (const member of members) out[member] = fold
      dealt[fold]! += members.length
    }
  }
  return out
}

export type GroupedWork = {
  sha256: string
  /** Works of one group share a fold; null: the work stands for itself. */
  group: string | null
  /** The work's labels, each a number of its own across all attributes. */
  terms: readonly number[]
}

/**
 * Deals whole groups (all works of an artist) to folds, copies of an image with them, and spreads every term as evenly as
 * the groups allow: the largest group first, each to the fold that has the least of its terms (as scikit-learn's
 * StratifiedGroupKFold does). Returns a fold in [0, folds) for each work, the same on every machine.
 */
export const dealGroupedFolds = (works: readonly GroupedWork[], folds: number, seed: number): Int8Array =>
  dealGroups(works, Array<number>(folds).fill(1), seed)

/** The same to folds of different shares; one with a share of 0 stays empty. */
export function dealGroups(works: readonly GroupedWork[], shares: readonly number[], seed: number): Int8Array {
  const folds = shares.length
  const sizes = new Map<number, number>()
  for (const { terms } of works) for (const term of terms) sizes.set(term, (sizes.get(term) ?? 0) + 1)
  const dealt = new Map<number, Float64Array>([...sizes.keys()].map((term) => [term, new Float64Array(folds)]))
  const filled = new Float64Array(folds)
  const out = new Int8Array(works.length)
  for (const { members, terms, key } of groupsOf(works, seed)) {
    const first = Number.parseInt(key.slice(0, 6), 16) % folds
    const cost = (fold: number) => {
      const share = shares[fold]!
      if (share === 0) return Number.POSITIVE_INFINITY
      let sum = filled[fold]! / works.length / 1e6
      for (const [term, count] of terms) sum += (count * dealt.get(term)![fold]!) / sizes.get(term)!
      return sum / share
    }
    let best = first
    for (let step = 1; step < folds; step++) {
      const fold = (first + step) % folds
      if (cost(fold) < cost(best)) best = fold
    }
    for (const member of members) out[member] = best
    for (const [term, count] of terms) dealt.get(term)![best]! += count
    filled[best]! += members.length
  }
  return out
}

/** Works tied by a group or by copies of an image, largest first. */
function groupsOf(works: readonly GroupedWork[], seed: number) {
  const parent = works.map((_, index) => index)
  const root = (index: number): number => {
    while (parent[index] !== index) index = parent[index] = parent[parent[index]!]!
    return index
  }
  const firstOf = new Map<string, number>()
  for (const [index, { sha256, group }] of works.entries())
    for (const tie of group === null ? [`image ${sha256}`] : [`image ${sha256}`, `group ${group}`]) {
      const first = firstOf.get(tie)
      if (first === undefined) firstOf.set(tie, index)
      else parent[root(index)] = root(first)
    }
  const groups = new Map<number, number[]>()
  for (const index of works.keys()) groups.set(root(index), [...(groups.get(root(index)) ?? []), index])
  return [...groups.values()]
    .map((members) => ({
      members,
      terms: countTerms(members.map((member) => works[member]!.terms)),
      key: keyOf(
        members.map((member) => works[member]!),
        seed,
      ),
    })) // prettier-ignore
    .toSorted((a, b) => b.members.length - a.members.length || (a.key < b.key ? -1 : 1))
}

function countTerms(labels: readonly (readonly number[])[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const term of labels.flat()) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

/** Does not depend on the order in which the works come. */
const keyOf = (members: readonly GroupedWork[], seed: number) =>
  members.map(({ sha256, group }) => shuffleKey(group ?? sha256, seed)).toSorted()[0]!

export const shuffleKey = (text: string, seed: number) => createHash('sha256').update(`${seed} ${text}`).digest('hex')
