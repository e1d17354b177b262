/**
 * The middle 95 % of a share that is drawn again: of `works` works each is a hit with the chance hits / works. What a percentile
 * bootstrap of a share comes to with resamples without end: the quantiles of the binomial distribution. Null: no works.
 */
export function shareInterval(hits: number, works: number): { low: number; high: number } | null {
  if (works === 0) return null
  if (hits === 0 || hits === works) return { low: hits / works, high: hits / works }
  const chances = relativeChances(works, hits / works)
  const total = chances.reduce((sum, chance) => sum + chance, 0)
  const quantile = (share: number) => {
    let sum = 0
    for (const [count, chance] of chances.entries()) if ((sum += chance / total) >= share) return count / works
    return 1
  }
  return { low: quantile(0.025), high: quantile(0.975) }
}

/** Of each count of hits, for the most likely one; from it outwards, so that none is lost among very small numbers. */
function relativeChances(works: number, chance: number): Float64Array {
  const odds = chance / (1 - chance)
  const middle = Math.min(works, Math.floor((works + 1) * chance))
  const out = new Float64Array(works + 1)
  out[middle] = 1
  for (let count = middle; count < works && out[count]! > 1e-300; count++)
    out[count + 1] = (out[count]! * (works - count) * odds) / (count + 1)
  for (let count = middle; count > 0 && out[count]! > 1e-300; count--)
    out[count - 1] = (out[count]! * count) / ((works - count + 1) * odds)
  return out
}
