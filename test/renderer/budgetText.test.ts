import { expect, test } from 'vitest'
import { outlook } from '#renderer/text/budgetText.ts'
import type { ReviewBudget } from '#preload/api.ts'

const told = (steps: [labels: number, finds: number][], expected: number) =>
  outlook({ steps: steps.map(([labels, finds]) => ({ labels, finds })), expected } as ReviewBudget)

test('of a long queue two hundred labels are told', () => {
  const steps: [number, number][] = [[25, 11], [50, 20], [100, 36], [200, 61], [500, 80], [900, 84]] // prettier-ignore
  expect(told(steps, 84)).toBe('The next 200 labels reviewed will find about 61 of the estimated 84 errors.')
})

test('where a few labels find nearly all, looking at the rest is not asked for', () => {
  expect(told([[25, 5.2], [50, 5.7], [100, 5.9], [160, 6]], 6)).toBe('The next 25 labels reviewed will find about 5 of the estimated 6 errors.') // prettier-ignore
})

test('nothing is promised where nothing is expected', () => {
  expect(told([[25, 0.2]], 0.2)).toBe('No more wrong labels are expected.')
  expect(told([], 0)).toBe('No more wrong labels are expected.')
})
