import { termsOf, type Targets } from '../engine/training/namedTerms.ts'
import { frequencies } from './artistShare.ts'

/** The works most like each work: positions [works, count], -1 where there are fewer, and their similarities in [-1, 1]. */
export type Neighbours = { count: number; positions: Int32Array; similarities: Float32Array }

/** What the collection as a whole says counts for a tenth, so that no term is impossible. */
export const usualShare = 0.1

/**
 * Share of each term among the works most like each work, weighed by their similarity: the vote of k nearest neighbours.
 * A label that names several terms shares its vote among them.
 * [works, terms], rows sum to 1. A work is not among its own neighbours.
 */
export function agreement({ positions, similarities, count }: Neighbours, targets: Targets, terms: number) {
  const { labels } = targets
  const usual = frequencies(targets, terms)
  const out = new Float32Array(labels.length * terms)
  for (let work = 0; work < labels.length; work++) {
    const row = out.subarray(work * terms, (work + 1) * terms)
    let total = 0
    for (let i = work * count; i < (work + 1) * count; i++) {
      if (positions[i]! < 0) continue
      const own = termsOf(targets, positions[i]!)
      const weight = Math.max(0, similarities[i]!)
      for (const term of own) row[term]! += weight / own.length
      if (own.length > 0) total += weight
    }
    for (let term = 0; term < terms; term++)
      row[term] = total > 0 ? (1 - usualShare) * (row[term]! / total) + usualShare * usual[term]! : usual[term]!
  }
  return out
}

/** How many of the neighbours of one work have each label. [terms] */
export function countNeighbours({ positions, count }: Neighbours, work: number, labels: Int32Array, terms: number) {
  const counts = new Int32Array(terms)
  for (let i = work * count; i < (work + 1) * count; i++) {
    const label = positions[i]! < 0 ? -1 : labels[positions[i]!]!
    if (label >= 0) counts[label]!++
  }
  return counts
}
