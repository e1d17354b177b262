import { expect, test } from 'vitest'
import { combine, judge, type Combination, type Witnesses } from '#main/evidence/combination.ts'
import { heardWitnesses } from '#main/evidence/parts.ts'
import { dateHits, duplicateHits, type RecordFacts } from '#main/evidence/rules.ts'
import { judgeSeveral } from '#main/evidence/severalTerms.ts'
import { hearLabel } from '#main/evidence/whatIf.ts'
import { randomNumbers } from '#test/fixtures/syntheticWorks.ts'

const [works, terms, names] = [60, 4, ['A', 'B', 'C', 'D']]

/** Pictures that say the label with 70 %, and ten artists; the last six works have no single label. */
function witnesses(): Witnesses {
  const random = randomNumbers(3)
  const labels = Int32Array.from({ length: works }, (_, work) => (work >= works - 6 ? -1 : work % terms))
  const picture = new Float32Array(works * terms)
  for (let work = 0; work < works; work++) {
    const row = Float64Array.from({ length: terms }, (_, term) => (term === work % terms ? 2 : 0.2) + random() * 0.3)
    const sum = row.reduce((a, b) => a + b)
    picture.set(row.map((p) => p / sum), work * terms) // prettier-ignore
  }
  const artists = Int32Array.from({ length: works }, (_, work) => work % 12)
  return { labels, terms, picture, neighbours: null, artists, unseen: null }
}

/** What the weighed witnesses foretell of a work, written out anew: the artist's other works by a Dirichlet prior. */
function foretold({ labels, picture, artists }: Witnesses, { single }: Combination, work: number): number[] {
  const labelled = [...labels.keys()].filter((one) => labels[one]! >= 0)
  const peers = labelled.filter((one) => one !== work && artists![one] === artists![work])
  const logs = names.map((_, term) => {
    const usual = labelled.filter((one) => labels[one] === term).length / labelled.length
    const ofArtist = (usual + peers.filter((one) => labels[one] === term).length) / (1 + peers.length)
    return single.weights[0]! * Math.log(picture[work * terms + term]!) + single.weights[1]! * Math.log(ofArtist)
  })
  const total = logs.reduce((sum, log) => sum + Math.exp(log), 0)
  return logs.map((log) => Math.exp(log) / total)
}

test('the chance of a label with several terms is the sum of theirs, and the suggestion is the likeliest term outside of it', () => {
  const it = witnesses()
  const combination = combine(it)
  const several = new Map([[54, [0, 1]], [55, [3, 1]], [56, [0, 1, 2]], [57, [2]], [58, [0, 1, 2, 3]]]) // prettier-ignore
  const judged = judgeSeveral(it, combination, several)
  expect(judged.map(({ work }) => work)).toEqual([54, 55, 56, 57]) // one that names everything cannot be wrong
  const { rate } = combination.single
  for (const { work, given, further, suggestion, score, givenProbability, suggestionProbability } of judged) {
    const own = several.get(work)!
    expect([given, ...further!]).toEqual(own)
    const row = foretold(it, combination, work)
    const right = (1 - rate) * own.reduce((sum, term) => sum + row[term]!, 0)
    expect(score).toBeCloseTo(right / (right + rate), 4)
    const others = [0, 1, 2, 3].filter((term) => !own.includes(term))
    expect(suggestion).toBe(others.toSorted((a, b) => row[b]! - row[a]!)[0])
    expect(givenProbability).toBeCloseTo(
      own.reduce((sum, term) => sum + it.picture[work * terms + term]!, 0),
      6,
    )
    expect(suggestionProbability).toBeCloseTo(it.picture[work * terms + suggestion]!, 6)
    const { score: heard } = hearLabel({ witnesses: it, combination, judgement: { work, given, further: further!, suggestion, batch: 1 }, rules: 1 }, 0.3) // prettier-ignore
    expect(heard).toBeCloseTo(score, 4)
  }
})

test('labels with several terms change nothing of how the others are judged, and one term alone is judged like them', () => {
  const it = witnesses()
  const combination = combine(it)
  const before = judge(it, combination)
  judgeSeveral(it, combination, new Map([[54, [0, 1]]]))
  expect(judge(it, combination)).toEqual(before)
  // The same work with a label of its own: its artist's works are the same, for its own label never counts.
  const labelled = { ...it, labels: it.labels.with(54, 2) }
  const [alone] = judge(labelled, combination).filter(({ work }) => work === 54)
  const [combined] = judgeSeveral(labelled, combination, new Map([[54, [2]]]))
  expect(combined!.suggestion).toBe(alone!.suggestion)
  expect(combined!.score).toBeCloseTo(alone!.score, 6)
})

test('what is told of a label with several terms counts works of each', () => {
  const it = witnesses()
  const hear = heardWitnesses(it, names)
  const [judgement] = judgeSeveral(it, combine(it), new Map([[54, [0, 2]]]))
  const peers = [...it.labels.keys()].filter((one) => it.labels[one]! >= 0 && it.artists![one] === it.artists![54])
  const ofThem = peers.filter((one) => [0, 2].includes(it.labels[one]!)).length
  const parts = hear(judgement!, 'Ada', 'A/C')
  expect(parts.artist).toEqual({ name: 'Ada', works: peers.length, given: ofThem, top: 'A/C', ofTop: ofThem })
  expect(parts.block).toBeUndefined()
})

test('dates speak against a label with several terms where they speak against each; copies do where no term is shared', () => {
  const facts: RecordFacts = { label: 'Baroque/Impressionism', terms: ['Baroque', 'Impressionism'], artist: null, title: '', image: 'x', born: 1840, died: 1926, year: 1890 } // prettier-ignore
  expect(dateHits(facts)).toEqual([])
  expect(dateHits({ ...facts, terms: ['Baroque', 'Rococo'] }).length).toBe(2)
  expect(dateHits({ ...facts, label: 'Baroque', terms: undefined } as unknown as RecordFacts).length).toBe(1)
  const copies = (a: string[], b: string[]) => duplicateHits([a, b].map((each) => ({ ...facts, label: each.join('/'), terms: each }))).map(({ length }) => length) // prettier-ignore
  expect(copies(['A', 'B'], ['B', 'C'])).toEqual([0, 0])
  expect(copies(['A', 'B'], ['A'])).toEqual([0, 0])
  expect(copies(['A', 'B'], ['C'])).toEqual([1, 1])
})
