import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  confidentLearning,
  confidentLearningScores,
  wrongLabels,
  type Pruning,
} from '#main/evidence/confidentLearning.ts'
import { normalisedMargin } from '#main/evidence/margin.ts'

type Case = {
  name: string
  labels: number[]
  probabilities: number[][]
  thresholds: number[]
  joint: number[][]
  noise: number[][]
  margins: number[]
  /** Positions of works, least margin first. */
  issues: Record<Pruning, number[]>
}
const cases = JSON.parse(
  readFileSync(new URL('../../fixtures/reference/confidentLearning.json', import.meta.url), 'utf8'),
) as Case[]
const predictionsOf = ({ probabilities, labels }: Case) => ({
  probabilities: Float32Array.from(probabilities.flat()),
  labels: Int32Array.from(labels),
  terms: probabilities[0]!.length,
})
const furthest = (found: ArrayLike<number>, expected: readonly number[]) =>
  Math.max(...expected.map((value, i) => Math.abs(value - found[i]!)))

test.each(cases)("thresholds, joint and noise matrix are cleanlab's: $name", (given) => {
  const found = confidentLearning(predictionsOf(given))
  expect(furthest(found.thresholds, given.thresholds)).toBeLessThan(1e-6)
  expect(found.joint).toEqual(given.joint)
  expect(furthest(found.noise.flat(), given.noise.flat())).toBeLessThan(1e-6)
  expect(furthest(normalisedMargin(predictionsOf(given)), given.margins)).toBeLessThan(1e-6)
})

test.each(cases)("each variant finds cleanlab's labels in cleanlab's order: $name", (given) => {
  const predictions = predictionsOf(given)
  for (const variant of ['off-diagonal', 'by-class', 'by-noise-rate', 'both'] as const) {
    const wrong = wrongLabels(predictions, variant)
    const scores = confidentLearningScores(predictions, variant)
    const ordered = [...scores.keys()].filter((work) => wrong[work]).toSorted((a, b) => scores[a]! - scores[b]!)
    expect(ordered, variant).toEqual(given.issues[variant])
    const lastWrong = Math.max(0, ...ordered.map((work) => scores[work]!))
    expect(scores.every((score, work) => score >= 0 && score <= 1 && (wrong[work] || score >= lastWrong))).toBe(true)
  }
  expect(cases.some(({ issues }) => issues.both.length > 10)).toBe(true)
})

test('works without a label are neither counted nor taken for wrong', () => {
  const [first] = cases
  const predictions = predictionsOf(first!)
  const terms = predictions.terms
  const more = {
    terms,
    probabilities: Float32Array.from([...predictions.probabilities, ...Array<number>(terms).fill(1 / terms)]),
    labels: Int32Array.from([...predictions.labels, -1]),
  }
  expect(confidentLearning(more)).toEqual(confidentLearning(predictions))
  expect(wrongLabels(more, 'both').at(-1)).toBe(false)
  expect(normalisedMargin(more).at(-1)).toBe(1)
})
