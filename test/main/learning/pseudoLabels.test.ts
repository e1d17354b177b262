import { expect, test } from 'vitest'
import { choosePseudoLabels } from '#main/learning/pseudoLabels.ts'

const candidates = (rows: number[][]) => ({ works: rows.map((_, at) => at), probabilities: Float32Array.from(rows.flat()), terms: rows[0]!.length }) // prettier-ignore

test('the surest works of each term are taken, those below the confidence never', () => {
  const given = candidates([[0.95, 0.05], [0.99, 0.01], [0.2, 0.8], [0.03, 0.97], [0.08, 0.92], [0.6, 0.4]]) // prettier-ignore
  expect(choosePseudoLabels(given, { confidence: 0.9, perTerm: 2 })).toEqual(new Map([[1, 0], [0, 0], [3, 1], [4, 1]])) // prettier-ignore
  expect(choosePseudoLabels(given, { confidence: 0.9, perTerm: 1 })).toEqual(new Map([[1, 0], [3, 1]])) // prettier-ignore
  expect(choosePseudoLabels(given, { confidence: 0.995, perTerm: 5 }).size).toBe(0)
})

test('an easy term does not crowd out the others: it takes in twice the rarest at the most', () => {
  const easy = Array.from({ length: 20 }, () => [0.99, 0.005, 0.005])
  const hard = Array.from({ length: 3 }, () => [0.02, 0.96, 0.02])
  const chosen = [...choosePseudoLabels(candidates([...easy, ...hard]), { confidence: 0.9, perTerm: 50 }).values()]
  expect(chosen.filter((term) => term === 0)).toHaveLength(6)
  expect(chosen.filter((term) => term === 1)).toHaveLength(3)
})

test('works that are not offered are never taken, and a row of nothing says nothing', () => {
  const given = { ...candidates([[0.99, 0.01], [0.98, 0.02], [0, 0]]), works: [1, 2] } // prettier-ignore
  expect(choosePseudoLabels(given, { confidence: 0.5, perTerm: 5 })).toEqual(new Map([[1, 0]]))
})
