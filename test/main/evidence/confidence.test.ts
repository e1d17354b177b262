import { expect, test } from 'vitest'
import { confidence, mostProbable } from '#main/evidence/confidence.ts'
import { nearest } from '#main/evidence/nearest.ts'
import { cannotBeJudged, reasonsFor } from '#main/evidence/reasons.ts'

const judge = (rows: number[][], labels: number[]) =>
  confidence({ probabilities: Float32Array.from(rows.flat()), labels: Int32Array.from(labels), terms: rows[0]!.length })

test('the score is the probability of the label, the suggestion the most probable other term', () => {
  expect(judge([[0.5, 0.25, 0.25], [0.125, 0.125, 0.75]], [0, 1])).toEqual([
    { work: 0, given: 0, suggestion: 1, givenProbability: 0.5, suggestionProbability: 0.25, score: 0.5 },
    { work: 1, given: 1, suggestion: 2, givenProbability: 0.125, suggestionProbability: 0.75, score: 0.125 },
  ]) // prettier-ignore
})

test('of equally probable terms the first is taken, and never the label itself', () => {
  const even = [0.25, 0.25, 0.25, 0.25]
  expect(judge([even, even, even], [0, 1, 3]).map(({ suggestion }) => suggestion)).toEqual([1, 0, 0])
  expect(mostProbable(Float32Array.of(0, 0, 0))).toBe(0)
  expect(mostProbable(Float32Array.of(1, 0), 0)).toBe(1)
})

test('works without a label or without a prediction are left out', () => {
  expect(judge([[0.5, 0.5], [0, 0], [1, 0]], [-1, 0, 1]).map(({ work }) => work)).toEqual([2]) // prettier-ignore
})

test('rounding errors of float32 never leave [0, 1]', () => {
  const [row] = judge([[1.0000001, -1e-9]], [0])
  expect(row).toMatchObject({ givenProbability: 1, suggestionProbability: 0, score: 1 })
})

test('the nearest works are those of the largest cosine, ties in the order of the works', () => {
  const rows = Float32Array.of(2, 0, 0, 5, 1, 1, 3, 0, 0, 0, -1, 0)
  const found = nearest(Float32Array.of(1, 0), rows, [10, 11, 12, 13, 14, 15], 6)
  expect(found.map(({ candidate }) => candidate)).toEqual([10, 13, 12, 11, 14, 15])
  expect(found.map(({ similarity }) => Number(similarity.toFixed(6)))).toEqual([
    1,
    1,
    Number(Math.SQRT1_2.toFixed(6)),
    0,
    0,
    -1,
  ])
  expect(nearest(Float32Array.of(0, 0), rows, [10], 1)).toEqual([{ candidate: 10, similarity: 0 }])
  expect(nearest(Float32Array.of(1, 0), new Float32Array(0), [], 3)).toEqual([])
})

test('reasons are sentences with both probabilities, and none where nothing speaks against a label', () => {
  const doubt = { label: 'Baroque', suggestion: 'Rococo', labelProbability: 0.004, suggestionProbability: 0.87 }
  expect(reasonsFor(doubt, 0.3).join(' ')).toMatch(/seldom Baroque.*fewer than 1 in 100.*more like Rococo.*87 in 100/)
  expect(reasonsFor({ ...doubt, labelProbability: 0.9, suggestionProbability: 0.1 }, 0.3)).toEqual([])
  expect(cannotBeJudged(5)).toBe('Cannot be judged: fewer than five works have this label.')
  expect(cannotBeJudged(12)).toBe('Cannot be judged: fewer than 12 works have this label.')
})
