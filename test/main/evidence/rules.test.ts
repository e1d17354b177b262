import { expect, test } from 'vitest'
import { shiftHits, swapHits } from '#main/evidence/rows.ts'
import {
  dateHits,
  duplicateHits,
  lifeOf,
  nearCopyHits,
  pairHits,
  yearOf,
  type RecordFacts,
} from '#main/evidence/rules.ts'
import { createRandom } from '#main/engine/training/random.ts'

const work = (facts: Partial<RecordFacts>): RecordFacts => ({ label: 'Impressionism', artist: null, title: '', image: String(Math.random()), born: null, died: null, year: null, ...facts }) // prettier-ignore
const told = (facts: Partial<RecordFacts>) => dateHits(work(facts)).map(({ sentence }) => sentence)

test("an artist's life and a work's date are held against the movement's span", () => {
  expect(told({ born: 1606, died: 1669 })).toEqual(['The artist died in 1669; Impressionism began about 1855.'])
  expect(told({ label: 'Baroque', born: 1840, died: 1926 })).toEqual(['The artist was born in 1840; Baroque ended about 1770.']) // prettier-ignore
  expect(told({ label: 'Rococo', year: 1907 })).toEqual(['The work is dated 1907; Rococo ended about 1800.'])
  expect(told({ born: 1840, died: 1926, year: 1889 })).toEqual([])
  expect(told({ label: 'Silentism', born: 1606, died: 1669 })).toEqual([])
  expect(told({ label: 'Symbolism', year: 2011 })).toEqual([])
})

test("a work cannot be younger than its artist's death nor older than its artist", () => {
  expect(told({ label: 'x', died: 1890, year: 1905 })).toEqual(['The work is dated 1905, but the artist died in 1890.'])
  expect(told({ label: 'x', born: 1880, year: 1875 })).toEqual(['The work is dated 1875, but the artist was born in 1880.']) // prettier-ignore
  expect(dateHits(work({ died: 1669, year: 1650 })).every(({ score }) => score > 0 && score < 1)).toBe(true)
})

test('years are read as they are written', () => {
  expect(['1889', 'c. 1889', '1889-90', 'geb. 1850 in Wien', '', '18th century', '12345'].map(yearOf)).toEqual([1889, 1889, 1889, 1850, null, null, null]) // prettier-ignore
  expect(lifeOf('Rembrandt (1606–1669)')).toEqual({ born: 1606, died: 1669 })
  expect(lifeOf('Cindy (1954- )')).toEqual({ born: 1954, died: null })
  expect(lifeOf('Anonymous')).toEqual({ born: null, died: null })
})

test('pictures that are nearly the same should have one label; of copies only the copy is told', () => {
  const records = [work({ image: 'a' }), work({ image: 'a', label: 'Realism' }), work({ image: 'c', label: 'Cubism' }), work({}), work({ label: 'Rococo' })] // prettier-ignore
  const hits = nearCopyHits(records, ['a', 'a', 'a', null, null])
  expect(hits.map((own) => own.map(({ sentence }) => sentence))).toEqual([[], [], ['A picture that is nearly the same is labelled Impressionism and Realism.'], [], []]) // prettier-ignore
  expect(nearCopyHits([work({}), work({})], ['x', 'x'])).toEqual([[], []])
})

test('copies of an image, and one title of one artist, should have one label', () => {
  const copies = duplicateHits([work({ image: 'a' }), work({ image: 'a', label: 'Realism' }), work({ image: 'b' }), work({ image: 'b' })]) // prettier-ignore
  expect(copies.map((hits) => hits.map(({ sentence }) => sentence))).toEqual([['The same image is also here as Realism.'], ['The same image is also here as Impressionism.'], [], []]) // prettier-ignore
  const by = (artist: string, title: string, label: string) => work({ artist, title, label })
  const pairs = pairHits([
    by('Monet', 'Water Lilies', 'Impressionism'), by('monet', 'water lilies ', 'Baroque'), by('Monet', 'Haystacks', 'Impressionism'),
    by('Monet', 'Portrait', 'Impressionism'), by('Monet', 'Portrait', 'Realism'), by('Manet', 'Portrait', 'Realism'), by('Degas', 'Portrait', 'Realism'),
    by('Manet', '', 'Realism'), by('Manet', '', 'Baroque'),
  ]) // prettier-ignore
  expect(pairs.map((hits) => hits.length)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0])
})

const names = ['a', 'b', 'c', 'd', 'e']
/** A table in random order whose terms are known with the chance `sure`. */
function table(rows: number, sure: number, seed: number) {
  const random = createRandom('rows', seed)
  const truth = Array.from({ length: rows }, () => Math.floor(random() * names.length))
  const foretold = truth.flatMap((term) => {
    const seen = random() < sure ? term : Math.floor(random() * names.length)
    return names.map((_, other) => (other === seen ? 0.8 : 0.05))
  })
  return { truth, rows: (labels: number[]) => ({ labels, foretold, terms: names.length, names }) }
}

test('two neighbouring rows whose labels were swapped are both told, and hardly any others', () => {
  const { truth, rows } = table(400, 0.9, 1)
  const labels = truth.slice()
  const swapped = [20, 100, 180, 260].map((row) => (truth[row] === truth[row + 1] ? row + 1 : row))
  for (const row of swapped) [labels[row], labels[row + 1]] = [labels[row + 1]!, labels[row]!]
  const strict = (given: number[]) => [...swapHits({ ...rows(given), foretold: truth.flatMap((term) => names.map((_, other) => (other === term ? 0.99 : 0.0025))) }).keys()] // prettier-ignore
  expect(strict(labels).toSorted((a, b) => a - b)).toEqual(swapped.flatMap((row) => [row, row + 1]))
  expect(strict(truth)).toEqual([])
  expect(swapHits(rows(truth)).size).toBe(0)
})

test('a stretch of labels that slipped by a row is found with its rows; single errors and a sorted table are not', () => {
  const { truth, rows } = table(400, 0.8, 2)
  const labels = truth.slice()
  for (let row = 150; row < 250; row++) labels[row] = truth[row - 1]!
  const hits = shiftHits(rows(labels))
  const slipped = [...truth.keys()].filter((row) => row >= 150 && row < 249 && labels[row] !== labels[row + 1])
  expect([...hits.keys()].filter((row) => row < 148 || row > 251)).toEqual([])
  expect(slipped.filter((row) => hits.has(row)).length / slipped.length).toBeGreaterThan(0.9)
  expect([...hits.values()][0]!.sentence).toMatch(/^The labels of \d+ rows of the table, this one among them, fit better one row further up\.$/) // prettier-ignore
  for (const seed of [3, 4, 5, 6]) {
    const other = table(600, 0.9, seed)
    const random = createRandom('errors', seed)
    const noisy = other.truth.map((term) => (random() < 0.15 ? Math.floor(random() * names.length) : term))
    expect(shiftHits(other.rows(noisy)).size, `seed ${seed}`).toBe(0)
    const sorted = noisy.map((_, row) => Math.floor(row / 120))
    const errors = sorted.map((term) => (random() < 0.15 ? Math.floor(random() * names.length) : term))
    const foretold = sorted.flatMap((term) => names.map((_, o) => (o === term ? 0.9 : 0.025)))
    expect(shiftHits({ labels: errors, foretold, terms: names.length, names }).size, `sorted, seed ${seed}`).toBe(0)
  }
})

test('rows without a label break a stretch', () => {
  const foretold = Array.from({ length: 20 }, () => [0.9, 0.1]).flat()
  const rows = { labels: Array<number>(20).fill(-1), foretold, terms: 2, names: ['a', 'b'] }
  expect([...swapHits(rows), ...shiftHits(rows)]).toEqual([])
})
