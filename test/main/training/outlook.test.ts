import { expect, test } from 'vitest'
import { createOutlook } from '#main/engine/training/outlook.ts'

const expected = [
  { imageSeconds: 100, foldSeconds: 20 },
  { imageSeconds: 50, foldSeconds: 200 },
]

test('at first what was expected is left, in all folds', () => {
  const left = createOutlook(expected, 3, () => 0)
  expect(left({ fold: 0, phase: 0, part: 'images', done: 0, total: 10 })).toBe(100 + 20 + 50 + 200 + 2 * 220)
  expect(left({ fold: 0, phase: 1, part: 'steps', done: 5, total: 10 })).toBe(100 + 2 * 220)
  expect(left({ fold: 2, phase: 1, part: 'steps', done: 10, total: 10 })).toBe(0)
})

test('a part that takes twice as long as expected takes that in every fold', () => {
  let time = 0
  const left = createOutlook(expected, 2, () => time)
  left({ fold: 0, phase: 1, part: 'steps', done: 0, total: 10 })
  time = 40_000
  expect(left({ fold: 0, phase: 1, part: 'steps', done: 1, total: 10 })).toBe(360 + 20 + 400)
})

test('who goes on in the middle is not thought to be fast', () => {
  let time = 0
  const left = createOutlook(expected, 1, () => time)
  left({ fold: 0, phase: 1, part: 'steps', done: 5, total: 10 })
  time = 20_000
  expect(left({ fold: 0, phase: 1, part: 'steps', done: 6, total: 10 })).toBeCloseTo(80, 6)
})

test('where nothing was expected nothing is said', () => {
  expect(createOutlook([], 3)({ fold: 0, phase: 0, part: 'steps', done: 1, total: 2 })).toBeNull()
})
