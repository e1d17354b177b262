import { expect, test } from 'vitest'
import { drawRound, type Sampler } from '#main/engine/training/sampler.ts'

/** 90 works of term 0, 9 of term 1, 1 of term 2, and 20 without a label. */
const labels = [Int32Array.from([...Array<number>(90).fill(0), ...Array<number>(9).fill(1), 2, ...Array<number>(20).fill(-1)])] // prettier-ignore
const works = Array.from({ length: 120 }, (_, work) => work)
const draw = (sampler: Sampler, seed = 7, round = 0) =>
  drawRound(sampler, works, [{ labels: labels[0]! }], { seed, round })

const counts = (drawn: readonly number[]) => {
  const byTerm = new Map<number, number>()
  for (const work of drawn) byTerm.set(labels[0]![work]!, (byTerm.get(labels[0]![work]!) ?? 0) + 1)
  return byTerm
}

test('the natural sampler visits every work once, in an order of its own', () => {
  const drawn = draw({ kind: 'natural' })
  expect(drawn).not.toEqual(works)
  expect(drawn.toSorted((a, b) => a - b)).toEqual(works)
})

test('the balanced sampler draws as many as there are works, and terms alike', () => {
  const drawn = Array.from({ length: 30 }, (_, round) => draw({ kind: 'balanced', head: 0 }, 7, round)).flat()
  expect(drawn).toHaveLength(30 * 120)
  const byTerm = counts(drawn)
  expect(byTerm.has(-1)).toBe(false)
  // 3,600 draws: 1,200 a term, with a standard deviation of 28.
  for (const term of [0, 1, 2]) expect(Math.abs(byTerm.get(term)! - 1200)).toBeLessThan(4 * 28.3)
  const ofFirst = drawn.filter((work) => work === 0).length
  expect(ofFirst).toBeLessThan(40) // no work of a large term is favoured: 13 are expected
})

test('the fixed sampler takes so many of each term, and repeats those of a short one', () => {
  const drawn = draw({ kind: 'fixed', head: 0, perTerm: 20 })
  expect([0, 1, 2].map((term) => counts(drawn).get(term))).toEqual([20, 20, 20])
  expect(new Set(drawn.filter((work) => labels[0]![work] === 0)).size).toBe(20)
  expect(new Set(drawn.filter((work) => labels[0]![work] === 1)).size).toBe(9)
})

test.each<Sampler>([{ kind: 'natural' }, { kind: 'balanced', head: 0 }, { kind: 'fixed', head: 0, perTerm: 5 }])(
  '$kind: the same seed and round draw the same works, another of either draws others',
  (sampler) => {
    expect(draw(sampler, 3, 2)).toEqual(draw(sampler, 3, 2))
    expect(draw(sampler, 3, 2)).not.toEqual(draw(sampler, 3, 3))
    expect(draw(sampler, 3, 2)).not.toEqual(draw(sampler, 4, 2))
  },
)

test('a work whose label names several terms is among the works of each, and a term that no label names alone is drawn too', () => {
  const several = new Map([
    [100, [1, 3]],
    [101, [3, 2]],
  ])
  const targets = [{ labels: labels[0]!, several }]
  const drawn = drawRound({ kind: 'fixed', head: 0, perTerm: 30 }, works, targets, { seed: 3, round: 0 })
  expect(drawn).toHaveLength(4 * 30)
  const [first, second] = [100, 101].map((work) => drawn.filter((one) => one === work).length)
  // Of term 3 there are these two works alone, 15 times each; of term 1 there are ten, 3 times each; of term 2 two, 15 times each.
  expect([first, second]).toEqual([15 + 3, 15 + 15])
})

test('no labels, no works', () => {
  const none = [{ labels: new Int32Array(120).fill(-1) }]
  expect(drawRound({ kind: 'balanced', head: 0 }, works, none, { seed: 1, round: 0 })).toEqual([])
})
