import { expect, test } from 'vitest'
import { createRandom } from '#main/engine/training/random.ts'
import { falseAlarms } from '#test/bench/falseAlarms.ts'
import { falseAlarmThresholds, thresholdScores } from '#main/evidence/thresholds.ts'

/** Right labels whose probability differs by term; a share of wrong ones with a low probability. */
function labelled(works: number, wrongShare: number, seed: number) {
  const random = createRandom('thresholds', seed)
  const labels = Int32Array.from({ length: works }, () => Math.floor(random() * 3))
  const wrong = Array.from(labels, () => random() < wrongShare)
  const probabilities = Float32Array.from([...labels].flatMap((label, work) => {
    const given = wrong[work] ? random() * 0.1 : random() ** (1 / (label + 1))
    return [0, 1, 2].map((term) => (term === label ? given : (1 - given) / 2))
  })) // prettier-ignore
  return { probabilities, labels, terms: 3, wrong }
}

test.each([0.02, 0.05, 0.2])('a share of %d of right labels not seen before falls below its threshold', (share) => {
  const thresholds = falseAlarmThresholds(labelled(3000, 0, 1), share)
  const { probabilities, labels } = labelled(3000, 0, 2)
  const below = [...labels].filter((label, work) => probabilities[work * 3 + label]! < thresholds[label]!).length
  expect(Math.abs(below / 3000 - share)).toBeLessThan(0.015)
})

test('wrong labels that are known to be wrong do not lower the thresholds', () => {
  const clean = falseAlarmThresholds(labelled(4000, 0, 3), 0.05)
  const noisy = labelled(4000, 0.1, 4)
  const trust = Float64Array.from(noisy.wrong, (isWrong) => (isWrong ? 0 : 1))
  const [blind, told] = [falseAlarmThresholds(noisy, 0.05), falseAlarmThresholds(noisy, 0.05, trust)]
  for (const term of [0, 1, 2]) {
    expect(blind[term]!).toBeLessThan(clean[term]!)
    expect(Math.abs(told[term]! - clean[term]!)).toBeLessThan(0.06)
  }
})

test('a term too rare for the share takes the threshold of all, and scores are one half at the threshold', () => {
  const many = labelled(500, 0, 5)
  const labels = many.labels.map((label, work) => (work === 7 ? 2 : Math.min(label, 1)))
  const thresholds = falseAlarmThresholds({ ...many, labels }, 0.05)
  expect(thresholds[2]).toBeGreaterThan(0)
  expect(thresholds[2]).toBeLessThan(Math.max(thresholds[0]!, thresholds[1]!))
  const even = { probabilities: Float32Array.of(0.25, 0.75, 0.5, 0.5), labels: Int32Array.of(0, -1), terms: 2 }
  expect([...thresholdScores(even, Float64Array.of(0.25, 0.5))]).toEqual([0.5, 1])
})

test('thresholds for 5 % false alarms from half of the artists hold within 2 points on the others, whose works differ', () => {
  const random = createRandom('artists', 6)
  const [artists, each, terms] = [240, 12, 4]
  const labels = Int32Array.from({ length: artists * each }, (_, work) => Math.floor(work / each) % terms)
  const ofArtist = Int32Array.from(labels, (_, work) => Math.floor(work / each))
  // Some artists are easily taken for what they are, others hardly ever.
  const ease = Float64Array.from({ length: artists }, () => 0.3 + 1.4 * random())
  const picture = Float32Array.from([...labels].flatMap((label, work) => {
    const given = random() ** (1 / (ease[ofArtist[work]!]! * (1 + label)))
    return Array.from({ length: terms }, (_, term) => (term === label ? given : (1 - given) / (terms - 1)))
  })) // prettier-ignore
  const witnesses = { labels, terms, picture, unseen: picture, artists: ofArtist, neighbours: null }
  const alarms = falseAlarms(witnesses, 0.05, 'picture')
  const mean = alarms.reduce((sum, alarm) => sum + alarm, 0) / alarms.length
  expect(Math.abs(mean - 0.05)).toBeLessThan(0.01)
  for (const alarm of alarms) expect(Math.abs(alarm - 0.05)).toBeLessThan(0.02)
})
