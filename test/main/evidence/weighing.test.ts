import { expect, test } from 'vitest'
import { createRandom } from '#main/engine/training/random.ts'
import { foretell, weigh, type Testimony, type Weighing } from '#main/evidence/weighing.ts'

const [works, terms] = [4000, 4]

/** Labels drawn from what the witnesses say, each to the power of its weight; a share of them drawn blindly. */
function drawn(weights: readonly number[], rate: number, seed: number): Testimony {
  const random = createRandom('weighing', seed)
  const witnesses = weights.length
  const values = Float32Array.from({ length: works * terms * witnesses }, () => Math.log(random() + 0.01))
  const testimony = {
    values,
    labels: new Int32Array(works),
    weights: new Float64Array(works).fill(1),
    terms,
    witnesses,
  }
  const foretold = foretell(testimony, weights)
  for (let work = 0; work < works; work++) {
    let left = random()
    let term = 0
    while (term < terms - 1 && (left -= foretold[work * terms + term]!) > 0) term++
    testimony.labels[work] = random() < rate ? Math.floor(random() * terms) : term
  }
  return testimony
}

const logLikelihood = (testimony: Testimony, { weights, rate }: Weighing) => {
  const foretold = foretell(testimony, weights)
  let sum = 0
  for (const [work, label] of testimony.labels.entries())
    sum += testimony.weights[work]! * Math.log((1 - rate) * foretold[work * terms + label]! + rate / terms)
  return sum
}

test('weights and the rate of blind labels are found again, and a witness who knows nothing gets none', () => {
  const { weights, rate } = weigh(drawn([2, 1, 0], 0.12, 1))
  expect(Math.abs(weights[0]! - 2)).toBeLessThan(0.2)
  expect(Math.abs(weights[1]! - 1)).toBeLessThan(0.15)
  expect(weights[2]!).toBeLessThan(0.1)
  expect(Math.abs(rate - 0.12)).toBeLessThan(0.03)
})

test('nothing near what was found is likelier', () => {
  const testimony = drawn([1.5, 0.7], 0.2, 2)
  const found = weigh(testimony)
  const best = logLikelihood(testimony, found)
  for (const change of [-0.02, 0.02]) {
    expect(logLikelihood(testimony, { ...found, rate: found.rate + change })).toBeLessThan(best)
    for (const witness of [0, 1]) {
      const weights = found.weights.map((value, i) => value + (i === witness ? change : 0))
      expect(logLikelihood(testimony, { ...found, weights })).toBeLessThan(best)
    }
  }
})

test('works that count for nothing change nothing, and what is believed before matters where there is little to see', () => {
  const testimony = drawn([1], 0, 3)
  const half = { ...testimony, weights: testimony.weights.map((_, work) => work % 2) }
  const alone = {
    ...testimony,
    values: testimony.values.filter((_, cell) => Math.floor(cell / terms) % 2 === 1),
    labels: testimony.labels.filter((_, work) => work % 2 === 1),
    weights: new Float64Array(works / 2).fill(1),
  }
  expect(weigh(half).weights[0]).toBeCloseTo(weigh(alone).weights[0]!, 3)
  const nothing = { values: new Float32Array(0), labels: new Int32Array(0), weights: new Float64Array(0), terms, witnesses: 1 } // prettier-ignore
  expect(weigh(nothing)).toEqual({ weights: [0.5], rate: 0.1 })
  const few = { ...alone, values: alone.values.slice(0, 5 * terms), labels: alone.labels.slice(0, 5), weights: new Float64Array(5).fill(1) } // prettier-ignore
  expect(Math.abs(weigh(few, { wrong: 10, right: 90 }).rate - 0.1)).toBeLessThan(0.03)
  const much = drawn([4, 2], 0.1, 4)
  expect(Math.abs(weigh(much, { wrong: 1, right: 1 }).rate - weigh(much).rate)).toBeLessThan(0.01)
})
