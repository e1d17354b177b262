import type { RuleHit } from './rules.ts'

/** Rows of a table in their order: the label of each, and the chance of each term, [rows, terms]. -1: no label. */
type Rows = { labels: ArrayLike<number>; foretold: ArrayLike<number>; terms: number; names: readonly string[] }

/** Before looking: one pair of neighbouring rows in a thousand is swapped, one row in ten thousand begins a shift. */
const swapPrior = 1e-3
const shiftPrior = 1e-4
/** Both rows of a swapped pair must gain: a single error beside a right label gains on one side only. */
const bothGain = 1
const leastChance = 1e-3
/** A shift changes at least so many labels of a stretch, and most of them for the better: single errors come out even. */
const fewestChanged = 5
const mostlyBetter = 0.75
/** A rule alone says no more than this: the witnesses speak besides. */
const leastScore = 0.05

const logOf = ({ foretold, terms }: Rows, row: number, term: number) => Math.log(Math.max(leastChance, foretold[row * terms + term]!)) // prettier-ignore

/** Neighbouring rows whose labels fit better the other way round; by row. The score is the chance that they are not swapped. */
export function swapHits(rows: Rows): Map<number, RuleHit> {
  const { labels, names } = rows
  const hits = new Map<number, RuleHit>()
  for (let row = 0; row + 1 < labels.length; row++) {
    const [own, next] = [labels[row]!, labels[row + 1]!]
    if (own < 0 || next < 0 || own === next) continue
    const gains = [logOf(rows, row, next) - logOf(rows, row, own), logOf(rows, row + 1, own) - logOf(rows, row + 1, next)] // prettier-ignore
    const score = chance(gains[0]! + gains[1]!, swapPrior)
    if (score > 0.5 || Math.min(...gains) < bothGain) continue
    const tell = (place: string, label: number) => ({ score, sentence: `The labels of this row and the row ${place} it in the table (${names[label]}) fit better the other way round.` }) // prettier-ignore
    worst(hits, row, tell('below', next))
    worst(hits, row + 1, tell('above', own))
  }
  return hits
}

/**
 * Stretches of rows whose labels fit better one row up or down, as after a cell was inserted or deleted: the stretch of the
 * largest sum of log-likelihood ratios (Kadane), again and again. By row; the score is the chance that nothing has moved.
 */
export function shiftHits(rows: Rows): Map<number, RuleHit> {
  const { labels } = rows
  const hits = new Map<number, RuleHit>()
  for (const by of [-1, 1]) {
    const gains = Array.from({ length: labels.length }, (_, row) => {
      const [own, other] = [labels[row]!, labels[row + by] ?? -1]
      return own < 0 || other < 0 ? -Infinity : logOf(rows, row, other) - logOf(rows, row, own)
    })
    for (const { start, end, sum } of stretches(gains)) {
      const changed = range(start, end).filter((row) => labels[row] !== labels[row + by])
      const score = chance(sum, shiftPrior)
      const better = changed.filter((row) => gains[row]! > 0).length
      if (changed.length < fewestChanged || better < mostlyBetter * changed.length || score > 0.5) continue
      const sentence = `The labels of ${end - start} rows of the table, this one among them, fit better one row ${by < 0 ? 'further down' : 'further up'}.`
      for (const row of changed) worst(hits, row, { score, sentence })
    }
  }
  return hits
}

/** Stretches with a positive sum, each as long as its sum stays positive, ending where it was largest. */
function stretches(gains: readonly number[]) {
  const out: { start: number; end: number; sum: number }[] = []
  let best = { start: 0, end: 0, sum: 0 }
  let [start, sum] = [0, 0]
  const close = () => {
    if (best.sum > 0) out.push(best)
  }
  for (const [row, gain] of gains.entries()) {
    sum += gain
    if (sum > best.sum) best = { start, end: row + 1, sum }
    if (sum > 0 && best.sum - sum < Math.log(1 / shiftPrior)) continue
    close()
    ;[start, sum] = [row + 1, 0]
    best = { start, end: start, sum: 0 }
  }
  close()
  return out
}

/** That nothing has moved, where what has moved would be so much likelier (log-likelihood ratio). */
const chance = (gain: number, prior: number) => Math.max(leastScore, 1 / (1 + Math.exp(gain) * prior))

const range = (start: number, end: number) => Array.from({ length: end - start }, (_, index) => start + index)

function worst(hits: Map<number, RuleHit>, row: number, hit: RuleHit) {
  const before = hits.get(row)
  if (!before || hit.score < before.score) hits.set(row, hit)
}
