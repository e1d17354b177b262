import { describe, expect, test } from 'vitest'
import { createRandom } from '#main/engine/training/random.ts'
import { mix, voteWeights } from '#main/learning/softVote.ts'

/** Three voices on works of three terms: one often right, one seldom, one never. */
function invented(works = 300) {
  const random = createRandom('voices', 4)
  const labels = Int32Array.from({ length: works }, (_, work) => (work % 10 === 9 ? -1 : work % 3))
  const voice = (skill: number) => {
    const out = new Float32Array(works * 3)
    for (let work = 0; work < works; work++) {
      const right = random() < skill ? work % 3 : (work + 1 + Math.floor(random() * 2)) % 3
      for (let term = 0; term < 3; term++) out[work * 3 + term] = term === right ? 0.8 : 0.1
    }
    return out
  }
  return { voices: [voice(0.9), voice(0.6), voice(0)], labels, terms: 3 }
}

const lossOf = ({ labels, terms }: ReturnType<typeof invented>, p: Float32Array) => {
  const works = [...labels.keys()].filter((work) => labels[work]! >= 0)
  return works.reduce((sum, work) => sum - Math.log(p[work * terms + labels[work]!]!), 0) / works.length
}
const all = () => true

describe('weights of runs that vote', () => {
  test('are equal, in proportion to accuracy, or those with the least loss; each sums to 1', () => {
    const given = invented()
    expect(voteWeights('equal', given, all)).toEqual([1 / 3, 1 / 3, 1 / 3])
    const byAccuracy = voteWeights('accuracy', given, all)
    expect(byAccuracy[0]! / byAccuracy[1]!).toBeCloseTo(0.9 / 0.6, 0)
    expect(byAccuracy[2]).toBe(0)
    const best = voteWeights('optimised', given, all)
    expect(best.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9)
    // No other weights of a grid have less loss.
    const loss = (weights: readonly number[]) =>
      lossOf(
        given,
        mix(given.voices, 3, () => weights),
      )
    for (let a = 0; a <= 1; a += 0.05)
      for (let b = 0; a + b <= 1; b += 0.05) expect(loss(best)).toBeLessThanOrEqual(loss([a, b, 1 - a - b]) + 1e-6)
  })

  test('are not moved by works that are kept away', () => {
    const given = invented()
    const use = (work: number) => work % 5 !== 0
    const changed = {
      ...given,
      labels: given.labels.map((label, work) => (use(work) || label < 0 ? label : (label + 1) % 3)),
    }
    for (const weighing of ['accuracy', 'optimised'] as const)
      expect(voteWeights(weighing, changed, use)).toEqual(voteWeights(weighing, given, use))
    expect(voteWeights('accuracy', changed, all)).not.toEqual(voteWeights('accuracy', given, all))
  })
})

test('the mean of what runs say sums to 1, and a work of which one says nothing stays empty', () => {
  const { voices } = invented(6)
  voices[1]!.fill(0, 3, 6)
  const mixed = mix(voices, 3, () => [0.5, 0.25, 0.25])
  for (let work = 0; work < 6; work++)
    expect(mixed[work * 3]! + mixed[work * 3 + 1]! + mixed[work * 3 + 2]!).toBeCloseTo(work === 1 ? 0 : 1, 6)
  expect(mixed[0]).toBeCloseTo(0.5 * voices[0]![0]! + 0.25 * voices[1]![0]! + 0.25 * voices[2]![0]!, 6)
})
