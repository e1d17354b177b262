import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { curve, steps, type Training } from './tinyTraining.ts'

type Case = Training & { torch: string; losses: number[] }
const file = path.join(process.cwd(), 'test/fixtures/reference/tinyTraining.json')
const cases = JSON.parse(readFileSync(file, 'utf8')) as Case[]

test.each(cases)('$optimiser.kind has the loss curve of PyTorch $torch over 50 steps', async (given) => {
  const { losses } = await curve(given)
  expect(given.losses).toHaveLength(steps)
  for (const [at, loss] of given.losses.entries()) expect(Math.abs(losses[at]! - loss) / loss).toBeLessThan(0.001)
  expect(given.losses.at(-1)).toBeLessThan(0.9 * given.losses[0]!)
})
