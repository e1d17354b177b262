/** Cohen's kappa with its 95 % interval. */
export type Kappa = { value: number; low: number; high: number }

/**
 * Agreement of two raters beyond chance (Cohen 1960), with the large-sample interval of Fleiss, Cohen and Everitt (1969,
 * Psychological Bulletin 72). Null: fewer than two pairs, or chance alone would agree always.
 */
export function cohensKappa(pairs: readonly (readonly [string, string])[]): Kappa | null {
  const terms = [...new Set(pairs.flat())]
  const index = new Map(terms.map((term, i) => [term, i]))
  const shares = terms.map(() => new Float64Array(terms.length))
  for (const [one, other] of pairs) shares[index.get(one)!]![index.get(other)!]! += 1 / pairs.length
  const rows = shares.map((row) => row.reduce((sum, p) => sum + p, 0))
  const columns = terms.map((_, j) => shares.reduce((sum, row) => sum + row[j]!, 0))
  const observed = terms.reduce((sum, _, i) => sum + shares[i]![i]!, 0)
  const chance = terms.reduce((sum, _, i) => sum + rows[i]! * columns[i]!, 0)
  if (pairs.length < 2 || 1 - chance < 1e-12) return null
  const value = (observed - chance) / (1 - chance)
  let onDiagonal = 0
  let everywhere = 0
  for (const [i, row] of shares.entries()) {
    onDiagonal += row[i]! * (rows[i]! + columns[i]!)
    for (const [j, share] of row.entries()) everywhere += share * (columns[i]! + rows[j]!) ** 2
  }
  const missed = 1 - observed
  const variance =
    (observed * missed) / (1 - chance) ** 2 +
    (2 * missed * (2 * observed * chance - onDiagonal)) / (1 - chance) ** 3 +
    (missed ** 2 * (everywhere - 4 * chance ** 2)) / (1 - chance) ** 4
  const half = 1.959964 * Math.sqrt(Math.max(0, variance) / pairs.length)
  return { value, low: Math.max(-1, value - half), high: Math.min(1, value + half) }
}
