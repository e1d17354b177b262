/** 1.96: of a normal distribution, 95 % lie within so many deviations. */
const z = 1.959963984540054

export type Range = { low: number; high: number }

/** The 95 % interval of a proportion, `hits` of `count` (Wilson 1927); from 0 to 1 where nothing was counted. */
export function wilson(hits: number, count: number): Range {
  if (count === 0) return { low: 0, high: 1 }
  const p = hits / count
  const middle = (p + z ** 2 / (2 * count)) / (1 + z ** 2 / count)
  const half = (z / (1 + z ** 2 / count)) * Math.sqrt((p * (1 - p)) / count + z ** 2 / (4 * count ** 2))
  return { low: hits === 0 ? 0 : Math.max(0, middle - half), high: hits === count ? 1 : Math.min(1, middle + half) }
}

/** The mean of chances with its 95 % interval. `error`: standard error of what all chances rest on together. */
export function meanChance(chances: ArrayLike<number>, error = 0): { mean: number } & Range {
  const count = Math.max(1, chances.length)
  const mean = Array.from(chances).reduce((sum, p) => sum + p, 0) / count
  // Each label is right or wrong: its own p (1 - p) and the spread of the chances, together mean (1 - mean).
  const half = z * Math.sqrt((mean * (1 - mean)) / count + error ** 2)
  return { mean, low: Math.max(0, mean - half), high: Math.min(1, mean + half) }
}

/**
 * Chance to find `hits` or more marked among `drawn` of `all`, of which `marked` are marked, if the draw were blind: the upper
 * tail of the hypergeometric distribution, Fisher's exact test on one side.
 */
export function fisherTail(hits: number, drawn: number, marked: number, all: number): number {
  const least = Math.max(hits, 0, drawn + marked - all)
  const most = Math.min(drawn, marked)
  if (hits <= Math.max(0, drawn + marked - all)) return 1
  const whole = logChoose(all, drawn)
  let sum = 0
  for (let k = least; k <= most; k++) sum += Math.exp(logChoose(marked, k) + logChoose(all - marked, drawn - k) - whole)
  return Math.min(1, sum)
}

/** Which of several tests to believe, so that of those believed a share of `rate` at most is chance (Benjamini and Hochberg 1995). */
export function falseDiscovery(p: readonly number[], rate: number): boolean[] {
  const order = [...p.keys()].toSorted((a, b) => p[a]! - p[b]!)
  const last = order.findLastIndex((test, rank) => p[test]! <= (rate * (rank + 1)) / p.length)
  const out = p.map(() => false)
  for (const test of order.slice(0, last + 1)) out[test] = true
  return out
}

const logChoose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k)

const factorials = [0]
function logFactorial(n: number): number {
  for (let i = factorials.length; i <= n; i++) factorials.push(factorials[i - 1]! + Math.log(i))
  return factorials[n]!
}
