import type { McNemar } from '#preload/api.ts'
import { createRandom } from '../engine/training/random.ts'
import { quantile } from '../evidence/bootstrap.ts'

/** Fewer works than this are tested exactly. */
const fewest = 25
const resamples = 2000
/** Of more works the interval is that of the normal distribution: the two are the same to a thousandth of its width. */
const mostDrawn = 5000
const middle95 = 1.959963984540054

/**
 * McNemar's test of two judges on the same works, as statsmodels has it: `onlyFirst` and `onlySecond` count the works that
 * only one has right. Exact binomial below 25 of them, else chi-squared with Edwards's continuity correction.
 */
export function mcnemarTest(onlyFirst: number, onlySecond: number): McNemar {
  const discordant = onlyFirst + onlySecond
  const counts = { onlyFirst, onlySecond }
  if (discordant < fewest) {
    const p = Math.min(1, 2 * fairCoin(Math.min(onlyFirst, onlySecond), discordant))
    return { ...counts, method: 'exact', statistic: null, p }
  }
  const statistic = (Math.abs(onlyFirst - onlySecond) - 1) ** 2 / discordant
  return { ...counts, method: 'chi-squared', statistic, p: chiSquaredTail(statistic) }
}

/** Probability of at most `most` heads in `throws` throws. */
function fairCoin(most: number, throws: number): number {
  let ways = 1
  let sum = 1
  for (let heads = 1; heads <= most; heads++) {
    ways *= (throws - heads + 1) / heads
    sum += ways
  }
  return sum / 2 ** throws
}

/**
 * Probability that a chi-squared variable of one degree of freedom exceeds x: the upper incomplete gamma function Q(1/2, x/2)
 * by its series and its continued fraction (Abramowitz and Stegun 6.5.29, 6.5.31; Lentz's method).
 */
export function chiSquaredTail(x: number): number {
  const z = x / 2
  if (z <= 0) return 1
  const scale = Math.exp(-z) * Math.sqrt(z / Math.PI)
  if (z < 1.5) {
    let term = 2
    let sum = 2
    for (let n = 1.5; term > sum * 1e-17; n++) sum += term *= z / n
    return 1 - scale * sum
  }
  let b = z + 0.5
  let c = Number.MAX_VALUE
  let d = 1 / b
  let fraction = d
  for (let i = 1, change = 0; Math.abs(change - 1) > 1e-15 && i < 500; i++) {
    const a = -i * (i - 0.5)
    b += 2
    d = 1 / (a * d + b)
    c = b + a / c
    change = c * d
    fraction *= change
  }
  return scale * fraction
}

type Counts = { works: number; onlyFirst: number; onlySecond: number }

/**
 * 95 % interval of the second accuracy less the first: works are drawn again with replacement, each with both its
 * judgements (paired bootstrap, percentile method: Efron and Tibshirani 1993). Only the counts matter: most works are
 * judged alike. The same counts and seed give the same interval.
 */
export function bootstrapInterval(
  { works, onlyFirst, onlySecond }: Counts,
  seed: number,
): { low: number; high: number } {
  const random = createRandom('paired bootstrap', seed)
  const lost = onlyFirst / works
  const decided = lost + onlySecond / works
  if (works > mostDrawn) {
    const difference = decided - 2 * lost
    const error = Math.sqrt((decided - difference ** 2) / works)
    return { low: difference - middle95 * error, high: difference + middle95 * error }
  }
  const differences = Float64Array.from({ length: resamples }, () => {
    let sum = 0
    for (let draw = 0; draw < works; draw++) {
      const at = random()
      if (at < decided) sum += at < lost ? -1 : 1
    }
    return sum / works
  }).toSorted()
  return { low: quantile(differences, 0.025), high: quantile(differences, 0.975) }
}
