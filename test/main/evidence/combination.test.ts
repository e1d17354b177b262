import { expect, test } from 'vitest'
import { createRandom } from '#main/engine/training/random.ts'
import { combine, judge, type Witnesses } from '#main/evidence/combination.ts'
import { heardWitnesses } from '#main/evidence/parts.ts'

const [artists, each, terms] = [60, 10, 4]
const works = artists * each

/**
 * Artists with ten works of one term each. The picture knows the term in seven of ten works, and where the artist was seen it
 * repeats what the artist's works are labelled.
 */
function collection({ singles = 0, blocks = 0, seed = 1 }): {
  witnesses: Witnesses
  truth: Int32Array
  wrong: Set<number>
} {
  // prettier-ignore
  const random = createRandom('combination', seed)
  const truth = Int32Array.from({ length: works }, (_, work) => Math.floor(work / each) % terms)
  const labels = truth.slice()
  const another = (term: number) => (term + 1 + Math.floor(random() * (terms - 1))) % terms
  const wrong = new Set<number>()
  while (wrong.size < singles) wrong.add(Math.floor(random() * works))
  for (const work of wrong) labels[work] = another(truth[work]!)
  for (let block = 0; block < blocks; block++) {
    const artist = block * 7
    const term = another(truth[artist * each]!)
    for (let work = artist * each; work < (artist + 1) * each; work++) {
      labels[work] = term
      wrong.add(work)
    }
  }
  const seen = Int32Array.from(truth, (term) => (random() < 0.7 ? term : another(term)))
  const row = (term: number, sure: number) => Array.from({ length: terms }, (_, other) => (other === term ? sure : (1 - sure) / (terms - 1))) // prettier-ignore
  const unseen = Float32Array.from([...seen].flatMap((term) => row(term, 0.6 + 0.2 * random())))
  const isBatch = (work: number) => blocks > 0 && wrong.has(work) && labels[work] === labels[Math.floor(work / each) * each] // prettier-ignore
  const picture = Float32Array.from([...seen].flatMap((term, work) => row(isBatch(work) ? labels[work]! : term, 0.6 + 0.2 * random()))) // prettier-ignore
  const ofArtist = Int32Array.from({ length: works }, (_, work) => Math.floor(work / each))
  return { witnesses: { labels, terms, picture, unseen, artists: ofArtist, neighbours: null }, truth, wrong }
}

const firstN = (witnesses: Witnesses, wrong: ReadonlySet<number>) => {
  const judged = judge(witnesses, combine(witnesses)).toSorted((a, b) => a.score - b.score)
  return judged.slice(0, wrong.size).filter(({ work }) => wrong.has(work)).length / wrong.size
}

test('single errors come first by the artist’s other works, where the picture alone misses a third', () => {
  const { witnesses, wrong, truth } = collection({ singles: 60 })
  expect(firstN(witnesses, wrong)).toBeGreaterThan(0.95)
  expect(firstN({ ...witnesses, artists: null, unseen: null }, wrong)).toBeLessThan(0.8)
  const combination = combine(witnesses)
  expect(Math.abs(combination.single.rate - 0.13)).toBeLessThan(0.04) // 60 of 600, a quarter of blind draws are right
  const found = judge(witnesses, combination).filter(({ work, score }) => wrong.has(work) && score < 0.3)
  expect(found.length).toBeGreaterThan(50)
  expect(found.filter(({ work, suggestion }) => suggestion === truth[work]).length / found.length).toBeGreaterThan(0.95)
})

test('an artist wholly mislabelled comes first by a model that has not seen the artist, and the true term is suggested', () => {
  const { witnesses, wrong, truth } = collection({ blocks: 6 })
  expect(firstN(witnesses, wrong)).toBeGreaterThan(0.95)
  expect(firstN({ ...witnesses, unseen: null }, wrong)).toBeLessThan(0.2)
  const worst = judge(witnesses, combine(witnesses)).filter(({ work }) => wrong.has(work))
  expect(worst.every(({ batch, single }) => batch < single)).toBe(true)
  expect(worst.filter(({ work, suggestion }) => suggestion === truth[work]).length).toBe(worst.length)
})

test('where all labels are right none is doubted', () => {
  const { witnesses } = collection({})
  const judged = judge(witnesses, combine(witnesses))
  expect(judged.length).toBe(works)
  expect(judged.filter(({ score }) => score < 0.3)).toEqual([])
})

test('scores are chances, the same every time; works without label or prediction are left out', () => {
  const { witnesses } = collection({ singles: 20, blocks: 2 })
  witnesses.labels[3] = -1
  witnesses.picture.fill(0, 5 * terms, 6 * terms)
  witnesses.artists![7] = -1
  const judged = judge(witnesses, combine(witnesses))
  expect(judged.every((one) => one.score >= 0 && one.score <= 1 && one.suggestion !== one.given)).toBe(true)
  expect(judged.map(({ work }) => work)).toEqual([...Array(works).keys()].filter((work) => work !== 3 && work !== 5))
  expect(judge(witnesses, combine(witnesses))).toEqual(judged)
  expect(judged.find(({ work }) => work === 7)!.batch).toBe(1)
})

test('a label changed afterwards is judged by the weights found before, and its own label is no witness for it', () => {
  const { witnesses, truth } = collection({ singles: 60 })
  const combination = combine(witnesses)
  const before = judge(witnesses, combination).find(({ work, given }) => given === truth[work] && work > 100)!
  const labels = witnesses.labels.slice()
  labels[before.work] = (truth[before.work]! + 1) % terms
  const after = judge({ ...witnesses, labels }, combination).find(({ work }) => work === before.work)!
  expect(after.score).toBeLessThan(0.1)
  expect(after.suggestion).toBe(before.given)
})

test('what is told of a work counts its artist’s other works', () => {
  const { witnesses } = collection({ singles: 0 })
  witnesses.labels[0] = 2
  const [judged] = judge(witnesses, combine(witnesses))
  const parts = heardWitnesses(witnesses, ['a', 'b', 'c', 'd'])(judged!, 'Somebody')
  expect(parts.artist).toEqual({ name: 'Somebody', works: 9, given: 0, top: 'a', ofTop: 9 })
  expect(parts.block).toBe(1)
  expect(parts.neighbours).toBeUndefined()
})
