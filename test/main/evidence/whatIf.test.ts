import { expect, test } from 'vitest'
import { createRandom } from '#main/engine/training/random.ts'
import { combine, judge, type Witnesses } from '#main/evidence/combination.ts'
import { hearLabel } from '#main/evidence/whatIf.ts'

const terms = 3
const works = 240

/** Forty artists with six works of one term each; neighbours share the term; the label of every 20th work is wrong. */
function collection(): Witnesses {
  const random = createRandom('what if', 1)
  const truth = Int32Array.from({ length: works }, (_, work) => Math.floor(work / 6) % terms)
  const labels = truth.map((term, work) => (work % 20 === 7 ? (term + 1) % terms : term))
  const row = (term: number, sure: number) => Array.from({ length: terms }, (_, other) => (other === term ? sure : (1 - sure) / (terms - 1))) // prettier-ignore
  const picture = Float32Array.from([...truth].flatMap((term) => row(random() < 0.75 ? term : (term + 1) % terms, 0.55 + 0.3 * random()))) // prettier-ignore
  const count = 5
  const alike = (work: number) => [...truth.keys()].filter((other) => other !== work && truth[other] === truth[work])
  const positions = Int32Array.from([...truth.keys()].flatMap((work) => alike(work).toSorted(() => random() - 0.5).slice(0, count))) // prettier-ignore
  const similarities = new Float32Array(works * count).fill(0.8)
  const artists = Int32Array.from(truth, (_, work) => Math.floor(work / 6))
  return { labels, terms, picture, neighbours: { count, positions, similarities }, artists, unseen: null }
}

const witnesses = collection()
const combination = combine(witnesses)
const judged = judge(witnesses, combination)
const heard = (judgement: (typeof judged)[number], rules = 1) =>
  hearLabel({ witnesses, combination, judgement, rules }, 0.3)

test('taken apart, a judgement has the score that it had as a whole', () => {
  for (const judgement of judged) expect(heard(judgement).score).toBeCloseTo(judgement.score, 5)
  expect(heard(judged[0]!, 0.1).score).toBeCloseTo(judged[0]!.score * 0.1, 5)
})

test('without a witness the score is what a collection without it gives', () => {
  const without = { ...combination, factors: { artist: 0 } }
  const others = judge(witnesses, without)
  for (const [index, judgement] of judged.entries()) {
    const found = heard(judgement).whatIf.find((one) => one.kind === 'without' && one.witness === 'artist')!
    expect(found.score).toBeCloseTo(others[index]!.score, 5)
  }
})

test('as many more works labelled so as are told make the label no longer doubtful, and one fewer does not', () => {
  const still = { ...witnesses, neighbours: null }
  const learned = combine(still)
  const judgement = judge(still, learned).find(({ work, score }) => work % 20 === 7 && score < 0.1)!
  const asked = { witnesses: still, combination: learned, judgement, rules: 1 }
  const found = hearLabel(asked, 0.3).whatIf.find(({ kind }) => kind === 'more')
  if (found?.kind !== 'more') throw new Error('No number of works is told')
  const { work, given } = judgement
  const others = [...still.labels.keys()].filter((other) => other !== work && still.artists![other] === still.artists![work] && still.labels[other] !== given) // prettier-ignore
  const scoreAfter = (count: number) => {
    const labels = still.labels.map((label, other) => (others.slice(0, count).includes(other) ? given : label))
    return judge({ ...still, labels }, learned).find((one) => one.work === work)!.score
  }
  expect(found).toMatchObject({ witness: 'artist', of: 5 })
  expect(scoreAfter(found.works)).toBeGreaterThanOrEqual(0.3)
  expect(scoreAfter(found.works - 1)).toBeLessThan(0.3)
})

test('weights that a user changes change the order, and those left at one do not', () => {
  const same = judge(witnesses, { ...combination, factors: { picture: 1, artist: 1 } })
  expect(same).toEqual(judged)
  const picture = judge(witnesses, { ...combination, factors: { artist: 0, neighbours: 0 } })
  const order = (all: typeof judged) => all.toSorted((a, b) => a.score - b.score || a.work - b.work).map(({ work }) => work) // prettier-ignore
  expect(order(picture)).not.toEqual(order(judged))
  expect(order(picture)).toEqual(order(judge(witnesses, { ...combination, factors: { artist: 0, neighbours: 0 } })))
})
