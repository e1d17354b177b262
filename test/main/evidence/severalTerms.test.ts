import { expect, test } from 'vitest'
import { agreement } from '#main/evidence/agreement.ts'
import { frequencies, otherWorks } from '#main/evidence/artistShare.ts'
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

const termsOf = ({ labels, several }: Witnesses, work: number) => (labels[work]! >= 0 ? [labels[work]!] : (several?.get(work) ?? [])) // prettier-ignore

/** What the weighed witnesses foretell of a work, written out anew: the artist's other works by a Dirichlet prior, shared labels in parts. */
function foretold(it: Witnesses, { single }: Combination, work: number): number[] {
  const { picture, artists, labels } = it
  const labelled = [...labels.keys()].filter((one) => termsOf(it, one).length > 0)
  const peers = labelled.filter((one) => one !== work && artists![one] === artists![work])
  const sum = (some: number[], term: number) => some.reduce((all, one) => all + (termsOf(it, one).includes(term) ? 1 / termsOf(it, one).length : 0), 0) // prettier-ignore
  const logs = names.map((_, term) => {
    const usual = sum(labelled, term) / labelled.length
    const ofArtist = (usual + sum(peers, term)) / (1 + peers.length)
    return single.weights[0]! * Math.log(picture[work * terms + term]!) + single.weights[1]! * Math.log(ofArtist)
  })
  const total = logs.reduce((all, log) => all + Math.exp(log), 0)
  return logs.map((log) => Math.exp(log) / total)
}

test('the chance of a label with several terms is the sum of theirs, and the suggestion is the likeliest term outside of it', () => {
  const several = new Map([[54, [0, 1]], [55, [3, 1]], [56, [0, 1, 2]], [57, [2]], [58, [0, 1, 2, 3]]]) // prettier-ignore
  const it = { ...witnesses(), several }
  const combination = combine(it)
  const judged = judgeSeveral(it, combination)
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

test('a label with several terms speaks for the artist’s other works as a share of a work of each, as its score taken apart says too', () => {
  const it = { ...witnesses(), several: new Map([[54, [0, 3]]]) }
  const combination = combine(it)
  const peer = [...it.labels.keys()].find((one) => one !== 54 && it.artists![one] === it.artists![54])!
  const [judged] = judge(it, combination).filter(({ work }) => work === peer)
  const row = foretold(it, combination, peer)
  const { rate } = combination.single
  const right = (1 - rate) * row[judged!.given]!
  expect(judged!.single).toBeCloseTo(right / (right + rate), 4)
  expect(hearLabel({ witnesses: it, combination, judgement: judged!, rules: 1 }, 0.3).score).toBeCloseTo(judged!.score, 4) // prettier-ignore
  // It is no work of one term: of two works with one each that count half, the witnesses say the same.
  const shares = otherWorks({ labels: it.labels, several: it.several, groups: it.artists!, terms })
  const twice = { labels: Int32Array.from([...it.labels.with(54, 0), 3]), groups: Int32Array.from([...it.artists!, it.artists![54]!]), terms } // prettier-ignore
  const halves = Float32Array.from({ length: works + 1 }, (_, work) => (work === 54 || work === works ? 0.5 : 1))
  const usual = frequencies(it, terms)
  const ofTwo = otherWorks({ ...twice, closeness: halves })
  const usualOfTwo = frequencies(twice, terms)
  const total = (artist: number) => [...it.labels.keys()].filter((one) => one !== peer && termsOf(it, one).length > 0 && it.artists![one] === artist).length // prettier-ignore
  const count = total(it.artists![peer]!)
  for (let term = 0; term < terms; term++)
    expect(shares[peer * terms + term]! - usual[term]! / (1 + count)).toBeCloseTo(ofTwo[peer * terms + term]! - usualOfTwo[term]! / (1 + count), 6) // prettier-ignore
})

test('the most similar works vote with the terms that their labels share, half a vote each for two', () => {
  const neighbours = { count: 3, positions: Int32Array.of(1, 2, -1, 0, 2, -1, 0, 1, -1), similarities: Float32Array.of(0.8, 0.4, 0, 0.8, 0.2, 0, 0.4, 0.2, 0) } // prettier-ignore
  const targets = { labels: Int32Array.of(0, 1, -1), several: new Map([[2, [1, 2]]]) }
  const usual = [1 / 3, 1.5 / 3, 0.5 / 3]
  expect([...frequencies(targets, 3)]).toEqual(usual)
  const rows = agreement(neighbours, targets, 3)
  const expected = [0, (0.8 + 0.2) / 1.2, 0.2 / 1.2].map((share, term) => 0.9 * share + 0.1 * usual[term]!)
  for (const [term, value] of expected.entries()) expect(rows[term]).toBeCloseTo(value, 6)
})

test('one term alone is judged like the label of one', () => {
  // The work's own label never counts for itself, so the artist's works are the same.
  const labelled = { ...witnesses(), labels: witnesses().labels.with(54, 2) }
  const combination = combine(labelled)
  const [alone] = judge(labelled, combination).filter(({ work }) => work === 54)
  const [combined] = judgeSeveral({ ...witnesses(), several: new Map([[54, [2]]]) }, combination)
  expect(combined!.suggestion).toBe(alone!.suggestion)
  expect(combined!.score).toBeCloseTo(alone!.score, 6)
})

test('what is told of a label with several terms counts works of each, and others with several terms once', () => {
  const it = { ...witnesses(), several: new Map([[54, [0, 2]], [6, [2, 3]]]) } // prettier-ignore
  const labels = it.labels.with(6, -1)
  const hear = heardWitnesses({ ...it, labels }, names)
  const judged = judgeSeveral({ ...it, labels }, combine({ ...it, labels })).find(({ work }) => work === 54)
  const peers = [...labels.keys()].filter((one) => one !== 54 && termsOf({ ...it, labels }, one).length > 0 && it.artists![one] === it.artists![54]) // prettier-ignore
  expect(peers).toContain(6)
  const ofThem = peers.filter((one) => termsOf({ ...it, labels }, one).some((term) => [0, 2].includes(term))).length
  const parts = hear(judged!, 'Ada', 'A/C')
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
