import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isolationScores } from '#main/evidence/isolationForest.ts'

type Case = { name: string; dimension: number; rows: number[]; scores: number[] }
const cases = JSON.parse(
  readFileSync(new URL('../../fixtures/reference/isolationForest.json', import.meta.url), 'utf8'),
) as Case[]

test.each(cases)("unusual works are ordered as by scikit-learn's forest: $name", ({ dimension, rows, scores }) => {
  const found = isolationScores({ rows: Float32Array.from(rows), dimension })
  expect(found.every((score) => score > 0 && score < 1)).toBe(true)
  expect(rankCorrelation(Array.from(found, (score) => 1 - score), scores)).toBeGreaterThan(0.95) // prettier-ignore
  const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length
  expect(Math.abs(1 - mean(found) - mean(scores))).toBeLessThan(0.01)
})

test('the same seed gives the same scores, another seed others; works all alike are no more unusual than each other', () => {
  const [first] = cases
  const data = { rows: Float32Array.from(first!.rows), dimension: first!.dimension }
  expect(isolationScores(data, { seed: 1 })).toEqual(isolationScores(data, { seed: 1 }))
  expect(isolationScores(data, { seed: 1 })).not.toEqual(isolationScores(data, { seed: 2 }))
  expect(new Set(isolationScores({ rows: new Float32Array(40).fill(3), dimension: 4 })).size).toBe(1)
  expect([...isolationScores({ rows: Float32Array.of(1, 2), dimension: 2 })]).toEqual([0.5])
})

/** Spearman's. */
function rankCorrelation(one: readonly number[], other: readonly number[]): number {
  const ranks = (values: readonly number[]) => {
    const order = [...values.keys()].toSorted((a, b) => values[a]! - values[b]!)
    const out = Array<number>(values.length)
    for (const [rank, index] of order.entries()) out[index] = rank - (values.length - 1) / 2
    return out
  }
  const [a, b] = [ranks(one), ranks(other)]
  const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, value, i) => sum + value * y[i]!, 0)
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}
