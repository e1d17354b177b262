import { expect, test } from 'vitest'
import { look, newWatch, rateFactor, type Schedule, type Watch } from '#main/engine/training/schedule.ts'

const at = (schedule: Schedule, step: number, { steps = 100, warmUp = 0, drops = 0 } = {}) =>
  rateFactor(schedule, { step, steps, warmUp, drops })

test('a warm-up climbs in equal steps to the whole rate, whatever comes after it', () => {
  const factors = [0, 1, 2, 3].map((step) => at({ kind: 'constant' }, step, { warmUp: 4 }))
  expect(factors).toEqual([0.25, 0.5, 0.75, 1])
  expect(at({ kind: 'cosine', floor: 0 }, 4, { warmUp: 4 })).toBe(1)
})

test('a cosine is half way between the rate and its floor in the middle, and at its floor in the end', () => {
  const cosine: Schedule = { kind: 'cosine', floor: 0.1 }
  expect(at(cosine, 0)).toBe(1)
  expect(at(cosine, 50)).toBeCloseTo(0.55, 12)
  expect(at(cosine, 100)).toBeCloseTo(0.1, 12)
  // PyTorch's CosineAnnealingLR(T_max=100, eta_min=0.1) after 25 of 100 steps at a rate of 1.
  expect(at(cosine, 25)).toBeCloseTo(0.8681980515339464, 9)
  expect(at(cosine, 60, { warmUp: 20 })).toBeCloseTo(0.55, 12)
})

test('a plateau lowers the rate after so many rounds without a gain, once each time', () => {
  const schedule: Schedule = { kind: 'plateau', factor: 0.5, patience: 2 }
  const losses = [1, 0.9, 0.95, 0.92, 0.91, 0.93, 0.8, 0.85, 0.85]
  const drops: number[] = []
  let watch = newWatch()
  for (const [round, loss] of losses.entries()) {
    watch = look(watch, round, loss, schedule).watch
    drops.push(watch.drops)
  }
  expect(drops).toEqual([0, 0, 0, 1, 1, 2, 2, 2, 3])
  expect(at(schedule, 7, { drops: 2 })).toBe(0.25)
})

test('the best round is the one with the lowest loss; an equal loss is no gain', () => {
  let watch = newWatch()
  const gains = [2, 1.5, 1.5, 1.7, 1.2, 1.3].map((loss, round) => {
    const seen = look(watch, round, loss, { kind: 'constant' })
    watch = seen.watch
    return seen.gained
  })
  expect(gains).toEqual([true, true, false, false, true, false])
  expect(watch).toMatchObject({ best: 1.2, bestRound: 4 })
})

test('a watch that has seen nothing survives a checkpoint', () => {
  const kept = JSON.parse(JSON.stringify(newWatch())) as Watch
  expect(look(kept, 0, 3.2, { kind: 'constant' })).toMatchObject({ gained: true, watch: { best: 3.2, bestRound: 0 } })
})

test('a loss that is not a number is never the best', () => {
  expect(look(newWatch(), 0, Number.NaN, { kind: 'constant' }).gained).toBe(false)
  expect(look(newWatch(), 0, Number.POSITIVE_INFINITY, { kind: 'constant' }).gained).toBe(false)
})
