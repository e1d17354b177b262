/**
 * Terms in an order in which those taken for each other lie side by side: clusters are joined, the most confused first
 * (average linkage), each turned so that the two terms that meet are the most alike. `confusion`: [given][predicted].
 */
export function similarOrder(confusion: readonly (readonly number[])[]): number[] {
  const likeness = likenesses(confusion)
  let clusters = confusion.map((_, term) => [term])
  const between = confusion.map((_, term) => likeness[term]!.slice())
  const alive = confusion.map((_, term) => term)
  while (alive.length > 1) {
    let best: [number, number] = [alive[0]!, alive[1]!]
    for (const [at, first] of alive.entries())
      for (const second of alive.slice(at + 1))
        if (between[first]![second]! > between[best[0]]![best[1]]!) best = [first, second]
    const [first, second] = best
    const [one, other] = [clusters[first]!, clusters[second]!]
    for (const third of alive)
      between[first]![third] = between[third]![first] =
        (between[first]![third]! * one.length + between[second]![third]! * other.length) / (one.length + other.length)
    clusters[first] = joined(one, other, likeness)
    alive.splice(alive.indexOf(second), 1)
  }
  return alive.length === 0 ? [] : clusters[alive[0]!]!
}

/** Share of the works of either term that are taken for the other. */
function likenesses(confusion: readonly (readonly number[])[]): number[][] {
  const totals = confusion.map((row) => Math.max(1, row.reduce((sum, count) => sum + count, 0))) // prettier-ignore
  return confusion.map((row, one) =>
    row.map((count, other) => (one === other ? 0 : count / totals[one]! + confusion[other]![one]! / totals[other]!)),
  )
}

function joined(one: number[], other: number[], likeness: readonly number[][]): number[] {
  const ways = [one, one.toReversed()].flatMap((left) => [other, other.toReversed()].map((right) => [left, right] as const)) // prettier-ignore
  const meet = ([left, right]: (typeof ways)[number]) => likeness[left.at(-1)!]![right[0]!]!
  const best = ways.reduce((found, way) => (meet(way) > meet(found) ? way : found))
  return best.flat()
}
