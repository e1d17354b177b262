import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Side } from '#main/evaluating/commonWorks.ts'
import { comparePredictions } from '#main/learning/compareRuns.ts'
import { bootstrapInterval, chiSquaredTail, mcnemarTest } from '#main/learning/pairedTests.ts'

type Found = ReturnType<typeof mcnemarTest>
type Interval = { low: number; high: number; error: number }
type Figures = Record<'accuracy' | 'top3' | 'macroF1' | 'logLoss', number>
const { tests, tail, intervals, comparison } = JSON.parse(
  readFileSync(new URL('../../fixtures/reference/pairedTests.json', import.meta.url), 'utf8'),
) as {
  tests: Found[]
  tail: { x: number; p: number }[]
  intervals: ({ works: number; onlyFirst: number; onlySecond: number } & Interval)[]
  comparison: {
    labels: number[]
    probabilities: [number[][], number[][]]
    expected: { sides: [Figures, Figures]; mcnemar: Found; interval: Interval; different: number }
  }
}

const relative = (found: number, expected: number) => Math.abs(found - expected) / Math.max(expected, 1e-300)

test.each(tests)("McNemar's test of $onlyFirst against $onlySecond is statsmodels's", (expected) => {
  const { p, statistic, ...rest } = mcnemarTest(expected.onlyFirst, expected.onlySecond)
  expect(rest).toEqual({ onlyFirst: expected.onlyFirst, onlySecond: expected.onlySecond, method: expected.method })
  expect(relative(p, expected.p)).toBeLessThan(1e-10)
  if (expected.statistic === null) expect(statistic).toBeNull()
  else expect(statistic).toBeCloseTo(expected.statistic, 10)
})

test.each(tail)("the tail of chi-squared beyond $x is scipy's", ({ x, p }) => {
  expect(relative(chiSquaredTail(x), p)).toBeLessThan(1e-12)
})

/** Ends of two bootstraps differ by chance: with 2,000 and 20,000 resamples by about 0.06 standard errors, and by the step of a count. */
const isNear = (found: { low: number; high: number }, expected: Interval, works: number) => {
  const slack = 0.25 * expected.error + 1 / works
  expect(Math.abs(found.low - expected.low)).toBeLessThan(slack)
  expect(Math.abs(found.high - expected.high)).toBeLessThan(slack)
}

test.each(intervals)(
  "the interval over $works works is that of scipy's bootstrap",
  ({ low, high, error, ...counts }) => {
    isNear(bootstrapInterval(counts, 0), { low, high, error }, counts.works)
    expect(bootstrapInterval(counts, 3)).toEqual(bootstrapInterval(counts, 3))
    const mirrored = { ...counts, onlyFirst: counts.onlySecond, onlySecond: counts.onlyFirst }
    isNear(bootstrapInterval(mirrored, 0), { low: -high, high: -low, error }, counts.works)
  },
)

const names = ['a', 'b', 'c', 'd', 'e', 'f']
const works = comparison.labels.map((label, index) => ({ artwork: 100 + index, label: names[label]! }))

/** A side whose terms stand in the order of `order`. */
function side(rows: number[][], order: number[]): Side {
  const probabilities = Float32Array.from(rows.flatMap((row) => order.map((term) => row[term]!)))
  const labels = Int32Array.from(comparison.labels, (label) => order.indexOf(label))
  return { terms: order.map((term) => names[term]!), predictions: { probabilities, labels, terms: order.length } }
}

test("measures of two runs side by side are scikit-learn's, whatever the order of their terms", () => {
  const { expected, probabilities } = comparison
  const found = comparePredictions(works, [side(probabilities[0], [0, 1, 2, 3, 4, 5]), side(probabilities[1], [3, 5, 0, 1, 4, 2])]) // prettier-ignore
  for (const name of ['accuracy', 'top3', 'macroF1', 'logLoss'] as const) {
    const { values, difference } = found[name]
    for (const which of [0, 1] as const) expect(values[which], name).toBeCloseTo(expected.sides[which][name], 6)
    expect(difference).toBe(values[1] - values[0])
  }
  const { p, statistic, ...counts } = found.mcnemar
  expect({ ...counts, p: null, statistic: null }).toEqual({ ...expected.mcnemar, p: null, statistic: null })
  expect(p).toBeCloseTo(expected.mcnemar.p, 10)
  if (expected.mcnemar.statistic !== null) expect(statistic).toBeCloseTo(expected.mcnemar.statistic, 10)
  isNear(found.interval, expected.interval, works.length)
  expect(found.different).toBe(expected.different)
})

test('the works where two runs differ: those that one has right first, no more than 200', () => {
  const { probabilities } = comparison
  const one = side(probabilities[0], [0, 1, 2, 3, 4, 5])
  const { differences, different, mcnemar } = comparePredictions(works, [one, side(probabilities[1], [0, 1, 2, 3, 4, 5])]) // prettier-ignore
  expect(differences.length).toBe(different)
  expect(differences.every(({ predictions: [a, b] }) => a !== b)).toBe(true)
  const oneIsRight = differences.map(({ label, predictions }) => predictions.includes(label))
  const right = mcnemar.onlyFirst + mcnemar.onlySecond
  expect(oneIsRight).toEqual(differences.map((_, index) => index < right))
  for (const { artwork, label } of differences)
    expect(works.find((work) => work.artwork === artwork)!.label).toBe(label)

  const many = Array.from({ length: 450 }, (_, index) => ({ artwork: index + 1, label: 'a' }))
  const always = (term: number): Side => ({
    terms: ['a', 'b'],
    predictions: {
      probabilities: Float32Array.from(many.flatMap(() => (term === 0 ? [0.8, 0.2] : [0.2, 0.8]))),
      labels: new Int32Array(many.length),
      terms: 2,
    },
  })
  const all = comparePredictions(many, [always(0), always(1)])
  expect(all).toMatchObject({ different: 450, accuracy: { values: [1, 0], difference: -1 }, interval: { low: -1, high: -1 } }) // prettier-ignore
  expect(all.differences.length).toBe(200)
  expect(comparePredictions(many, [always(0), always(0)])).toMatchObject({ different: 0, differences: [], mcnemar: { p: 1 }, interval: { low: 0, high: 0 } }) // prettier-ignore
})
