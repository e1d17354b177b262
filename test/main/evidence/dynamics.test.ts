import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { combine, judge, type Witnesses } from '#main/evidence/combination.ts'
import { courseOf, dynamicsReason, dynamicsScores, heldFactor, type Track } from '#main/evidence/dynamics.ts'
import { createRandom } from '#main/engine/training/random.ts'

type Reference = { moments: number; given: number[][]; other: number[][]; mean: number[]; spread: number[]; margin: number[] } // prettier-ignore
const reference = JSON.parse(readFileSync(new URL('../../fixtures/reference/dynamics.json', import.meta.url), 'utf8')) as Reference // prettier-ignore
const track = ({ given, other }: Pick<Reference, 'given' | 'other'>): Track => ({
  given: Float32Array.from(given.flat()),
  other: Float32Array.from(other.flat()),
})

test("mean, spread and area under the margin are NumPy's, from probabilities instead of logits", () => {
  const { moments, mean, spread, margin } = reference
  for (const work of mean.keys()) {
    const course = courseOf(track(reference), work, moments)
    expect(course.mean).toBeCloseTo(mean[work]!, 5)
    expect(course.spread).toBeCloseTo(spread[work]!, 5)
    expect(course.margin).toBeCloseTo(margin[work]!, 4)
  }
})

test('the scores put works in the order of the area under the margin, and works without a course last', () => {
  const { moments, margin } = reference
  const labels = Int32Array.from(margin, (_, work) => (work === 3 ? -1 : 0))
  const scores = dynamicsScores({ labels, moments, learned: track(reference), unseen: track(reference) }, 'learned')
  const order = [...scores.keys()].filter((work) => work !== 3)
  expect(order.toSorted((a, b) => scores[a]! - scores[b]!)).toEqual(order.toSorted((a, b) => margin[a]! - margin[b]!))
  expect(scores[3]).toBe(1)
  expect(scores.every((score) => score > 0 && score <= 1)).toBe(true)
})

const course = (given: number[], other: number[]) =>
  courseOf(track({ given: [given], other: [other] }), 0, given.length)

test('each way to learn a label has its sentence', () => {
  const half = [0.4, 0.4, 0.4, 0.4]
  expect(dynamicsReason(course([0.1, 0.2, 0.2, 0.3], half))).toContain('held another one likelier all the time')
  expect(dynamicsReason(course([0.5, 0.5, 0.3, 0.2], half))).toContain('gave it up again')
  expect(dynamicsReason(course([0.1, 0.2, 0.3, 0.41], half))).toBe('The network learned this label late and never held it firmly.') // prettier-ignore
  expect(dynamicsReason(course([0.3, 0.8, 0.9, 0.95], [0.5, 0.1, 0.1, 0]))).toContain('late, but then held it firmly')
  expect(dynamicsReason(course([0.41, 0.42, 0.42, 0.42], half))).toContain('at once, but never held it firmly')
  expect(dynamicsReason(course([0.7, 0.9, 0.9, 0.9], [0.1, 0.1, 0, 0]))).toContain('at once and held it firmly')
})

test('a label that was ahead loses nothing, one that was behind loses the odds to the power of the weight', () => {
  expect(heldFactor(course([0.9, 0.9], [0.1, 0.1]), 0.5)).toBe(1)
  expect(heldFactor(course([0.1, 0.1], [0.9, 0.9]), 0.5)).toBeCloseTo(1 / 3, 5)
  expect(heldFactor(course([0, 0], [1, 1]), 0)).toBe(1)
})

/** Labels of which every tenth is wrong; the network that learned them held the true term likelier. */
function collection(artists: Int32Array | null): Witnesses {
  const [works, terms, moments] = [200, 3, 2]
  const random = createRandom('dynamics', 1)
  const truth = Int32Array.from({ length: works }, () => Math.floor(random() * terms))
  const labels = truth.map((term, work) => (work % 10 === 0 ? (term + 1) % terms : term))
  const picture = Float32Array.from([...truth].flatMap((term) => [0, 1, 2].map((other) => (other === term ? 0.5 + random() / 5 : 0.2)))) // prettier-ignore
  const given = Float32Array.from({ length: works * moments }, (_, i) => (Math.floor(i / moments) % 10 ? 0.7 : 0.2))
  const held = { given, other: given.map((p) => 0.9 - p) }
  return { labels, terms, picture, neighbours: null, artists, unseen: null, dynamics: { labels: labels.slice(), moments, learned: held, unseen: held } } // prettier-ignore
}

test('it counts where nobody knows the artists, not where they are known, and as much as a user lets it', () => {
  const unknown = collection(null)
  const known = collection(Int32Array.from(unknown.labels, (_, work) => Math.floor(work / 4)))
  const lowered = (witnesses: Witnesses, factors = {}) =>
    judge(witnesses, { ...combine(witnesses), factors }).filter(({ dynamics }) => dynamics < 1).map(({ work }) => work) // prettier-ignore
  const wrong = [...unknown.labels.keys()].filter((work) => work % 10 === 0)
  expect(lowered(unknown)).toEqual(wrong)
  expect(lowered(unknown, { dynamics: 0 })).toEqual([])
  expect(lowered(known)).toEqual([])
  expect(lowered(known, { dynamics: 1 })).toEqual(wrong)
  const [first] = judge(unknown, combine(unknown))
  expect(first!.score).toBeCloseTo(first!.single * first!.batch * first!.dynamics, 6)
  expect(first!.dynamics).toBeCloseTo((0.2 / 0.7) ** 0.5, 5)
})

test('a label that was changed after it was learned is not judged by how the other one was learned', () => {
  const witnesses = collection(null)
  const combination = combine(witnesses)
  witnesses.labels[0] = (witnesses.labels[0]! + 1) % 3
  expect(judge(witnesses, combination)[0]!.dynamics).toBe(1)
  expect(judge(witnesses, combination)[10]!.dynamics).toBeLessThan(1)
})
