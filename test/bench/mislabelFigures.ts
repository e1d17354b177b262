export type Figures = {
  auroc: number
  averagePrecision: number
  /** Share of planted ones among the first N, N planted. */
  firstN: number
  /** Share of the planted ones in the first 5, 10 and 20 % of the queue. */
  recall: [number, number, number]
  /** Share of the queue to look through for half of the planted ones. */
  half: number
}

/** How well low scores find what was planted; works of equal score in the order of the works. */
export function figuresOf(scores: ArrayLike<number>, planted: readonly boolean[]): Figures {
  const order = [...planted.keys()].toSorted((a, b) => scores[a]! - scores[b]!)
  const all = planted.filter(Boolean).length
  let [found, before, precision, half] = [0, 0, 0, 1]
  const foundAfter = order.map((work, rank) => {
    if (planted[work]) precision += ++found / (rank + 1)
    else before += found
    if (found >= all / 2 && half === 1) half = (rank + 1) / order.length
    return found
  })
  const within = (share: number) => (foundAfter[Math.round(order.length * share) - 1] ?? 0) / all
  return {
    auroc: withTies(scores, planted, before) / (all * (order.length - all)),
    averagePrecision: precision / all,
    firstN: (foundAfter[all - 1] ?? 0) / all,
    recall: [within(0.05), within(0.1), within(0.2)],
    half,
  }
}

/** Pairs in the right order, those of equal score counting half, whatever order the works came in. */
function withTies(scores: ArrayLike<number>, planted: readonly boolean[], before: number): number {
  const groups = new Map<number, number[]>()
  for (const work of planted.keys()) {
    const group = groups.get(scores[work]!)
    if (group) group.push(work)
    else groups.set(scores[work]!, [work])
  }
  let pairs = before
  for (const works of groups.values()) {
    if (works.length === 1) continue
    let [found, inOrder] = [0, 0]
    for (const work of works)
      if (planted[work]) found++
      else inOrder += found
    pairs += (found * (works.length - found)) / 2 - inOrder
  }
  return pairs
}
