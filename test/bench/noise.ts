import { createRandom } from '#main/engine/training/random.ts'
import { countValues, type Row } from './table.ts'

export type Noise = { name: string; rows: Row[]; planted: Set<string> }

/**
 * A share of the labels of a column changed at random, to any other term or to one that `likely` finds as often as it
 * says. Terms with fewer than `fewest` works neither lose nor gain one.
 */
export function plant(
  rows: readonly Row[],
  column: string,
  options: { name: string; share: number; seed: number; fewest: number; likely?: (from: string, to: string) => number },
): Noise {
  const { name, share, seed, fewest, likely = () => 1 } = options
  const random = createRandom(`${name} ${column}`, seed)
  const terms = countValues(rows, column).filter(([term, count]) => term !== '' && count >= fewest).map(([term]) => term) // prettier-ignore
  const candidates = rows.flatMap((row, index) => (terms.includes(row[column]!) ? [{ index, key: random() }] : []))
  const chosen = candidates.toSorted((a, b) => a.key - b.key).slice(0, Math.round(candidates.length * share))
  const changed = rows.map((row) => ({ ...row }))
  const planted = new Set<string>()
  for (const { index } of chosen) {
    const from = rows[index]![column]!
    const weights = terms.map((to) => (to === from ? 0 : likely(from, to)))
    const to = terms[draw(weights, random)]!
    if (to === from) continue
    changed[index]![column] = to
    planted.add(rows[index]!['file']!)
  }
  return { name, rows: changed, planted }
}

function draw(weights: readonly number[], random: () => number): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [index, weight] of weights.entries()) {
    left -= weight
    if (left < 0) return index
  }
  return weights.findLastIndex((weight) => weight > 0)
}
