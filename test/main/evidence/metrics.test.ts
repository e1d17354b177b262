import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { metrics } from '#main/evidence/metrics.ts'

type Figures = Omit<ReturnType<typeof metrics>, 'confusion' | 'terms'> &
  Pick<ReturnType<typeof metrics>, 'confusion' | 'terms'> & { topK: number }
type Case = { name: string; probabilities: number[][]; labels: number[]; expected: Figures }

const cases = JSON.parse(
  readFileSync(new URL('../../fixtures/reference/metrics.json', import.meta.url), 'utf8'),
) as Case[]

test.each(cases)("the measures are scikit-learn's: $name", ({ probabilities, labels, expected }) => {
  const terms = probabilities[0]!.length
  const found = metrics({
    probabilities: Float32Array.from(probabilities.flat()),
    labels: Int32Array.from(labels),
    terms,
  })
  const { confusion, terms: byTerm, topK, ...numbers } = expected
  expect(found.confusion).toEqual(confusion)
  for (const [name, value] of Object.entries(numbers))
    expect(Math.abs((found as unknown as Record<string, number>)[name]! - value), name).toBeLessThan(1e-9)
  for (const [index, term] of byTerm.entries())
    for (const [name, value] of Object.entries(term))
      expect(Math.abs(found.terms[index]![name as keyof typeof term] - value), name).toBeLessThan(1e-9)
  if (!expectsTies(probabilities)) expect(found.top3).toBeCloseTo(topK, 9)
})

const expectsTies = (rows: number[][]) => rows.some((row) => new Set(row).size < row.length)

test('without any label every measure is 0 and nothing is divided by zero', () => {
  const found = metrics({ probabilities: Float32Array.of(0.5, 0.5), labels: Int32Array.of(-1), terms: 2 })
  const { terms, confusion, ...numbers } = found
  expect(Object.values(numbers).every((value) => value === 0)).toBe(true)
  expect(terms).toEqual([0, 0].map(() => ({ support: 0, precision: 0, recall: 0, f1: 0 })))
  expect(confusion).toEqual([
    [0, 0],
    [0, 0],
  ])
})
