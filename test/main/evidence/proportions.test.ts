import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createRandom } from '#main/engine/training/random.ts'
import { budget } from '#main/evidence/budget.ts'
import { groupErrors, stretches } from '#main/evidence/groupErrors.ts'
import { falseDiscovery, fisherTail, wilson } from '#main/evidence/proportions.ts'
import { areaBetween, confusedPairs } from '#main/evidence/termPairs.ts'

type Reference = { wilson: number[][]; fisher: number[][]; high: number[]; low: number[]; area: number; p: number[]; kept: boolean[] } // prettier-ignore
const reference = JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/reference/proportions.json'), 'utf8')) as Reference // prettier-ignore

test('Wilson’s interval, Fisher’s tail, the false discovery rate and the area under the curve are those of scipy and scikit-learn', () => {
  for (const [hits, count, low, high] of reference.wilson) {
    expect(wilson(hits!, count!).low).toBeCloseTo(low!, 10)
    expect(wilson(hits!, count!).high).toBeCloseTo(high!, 10)
  }
  for (const [hits, drawn, marked, all, p] of reference.fisher)
    expect(Math.abs(Math.log(fisherTail(hits!, drawn!, marked!, all!) / p!))).toBeLessThan(1e-6)
  expect(falseDiscovery(reference.p, 0.05)).toEqual(reference.kept)
  expect(areaBetween(reference.high, reference.low)).toBeCloseTo(reference.area, 12)
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
})

test('a cataloguer who errs is found among many who do not, and chance alone finds nobody', () => {
  const works = 2000
  const find = (rateOf: (who: number) => number, seed: number) => {
    const random = createRandom('cataloguers', seed)
    const who = Int32Array.from({ length: works }, () => Math.floor(random() * 40))
    const wrong = Int8Array.from(who, (one) => Number(random() < rateOf(one)))
    const groups = Array.from({ length: 40 }, (_, one) => ({ by: 'cataloguer', value: `C${one}`, works: [...who.keys()].filter((work) => who[work] === one) })) // prettier-ignore
    return groupErrors(groups, wrong)
  }
  const found = find((who) => (who === 7 ? 0.3 : 0.05), 1)
  expect(found.map(({ value }) => value)).toEqual(['C7'])
  expect(found[0]!.lift).toBeGreaterThan(3)
  expect([1, 2, 3, 4, 5, 6, 7, 8].filter((seed) => find(() => 0.06, seed).length > 0).length).toBeLessThan(3)
})

test('numbers are put in order as numbers, and the last stretch takes the rest', () => {
  const keys = new Map(Array.from({ length: 7 }, (_, work) => [work, `1923.${[10, 2, 1, 30, 4, 5, 100][work]}`]))
  const found = stretches('accession', keys, 3)
  expect(found.map(({ value }) => value)).toEqual(['1923.1 – 1923.4', '1923.5 – 1923.100'])
  expect(found[0]!.works).toEqual([1, 2, 4])
})

test('two terms with the same pictures are told as a pair, terms that differ are not', () => {
  const random = createRandom('pairs', 1)
  const labels = Int32Array.from({ length: 300 }, (_, work) => work % 3)
  const probabilities = Float32Array.from([...labels].flatMap((label) => (label === 2 ? [0.1, 0.1, 0.8] : [0.3 + 0.3 * random(), 0.3 + 0.3 * random(), 0.1]))) // prettier-ignore
  const pairs = confusedPairs({ probabilities, labels, terms: 3 })
  expect(pairs.map(({ terms }) => terms)).toEqual([[0, 1]])
  expect(pairs[0]!.low).toBeLessThan(0.5)
  expect(pairs[0]!.high).toBeGreaterThan(0.5)
  expect(pairs[0]!.crossed.length).toBeGreaterThan(70)
})

const queue = (chances: number[], verdicts: (0 | 1)[] = []) => chances.map((chance, at) => ({ chance, verdict: verdicts[at] ?? (-1 as const) })) // prettier-ignore
const unseen = { size: 50, looked: 0, wrong: 0, population: 900 }

test('what review would find is the sum of the chances, and the verdicts correct it', () => {
  const chances = Array.from({ length: 1000 }, (_, at) => (at < 100 ? 0.8 : 0.002))
  const before = budget(queue(chances), unseen)
  expect(before.steps.find(({ labels }) => labels === 100)!.finds).toBeCloseTo(80, 6)
  expect(before.expected).toBeCloseTo(80 + 1.8, 6)
  expect(before.advice).toBe('go-on')
  // Half as many wrong ones as expected among the first forty.
  const after = budget(
    queue(
      chances,
      Array.from({ length: 40 }, (_, at) => (at % 5 < 2 ? 1 : 0)),
    ),
    unseen,
  )
  expect(after).toMatchObject({ reviewed: 40, found: 16 })
  expect(after.correction).toBeCloseTo((16 + 4) / (32 + 4), 6)
  expect(after.steps.find(({ labels }) => labels === 50)!.finds).toBeCloseTo(50 * 0.8 * after.correction, 6)
})

test('where hardly a wrong label is left the control sample is asked for, and a clean one says stop', () => {
  const chances = Array.from({ length: 900 }, () => 0.001)
  expect(budget(queue(chances), unseen).advice).toBe('check')
  const clean = budget(queue(chances), { ...unseen, looked: 50 })
  expect(clean.advice).toBe('stop')
  expect(clean.control.missed.high).toBeCloseTo(900 * wilson(0, 50).high, 6)
  expect(budget(queue(chances), { ...unseen, looked: 50, wrong: 10 }).control.low).toBeGreaterThan(0.1)
  expect(budget(queue(chances), { ...unseen, looked: 35, wrong: 8 }).advice).toBe('check')
})
