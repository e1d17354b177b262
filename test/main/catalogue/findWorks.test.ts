import { afterAll, expect, test } from 'vitest'
import { attributeQuery } from '#main/catalogue/attributes.ts'
import { cardQuery } from '#main/catalogue/cards.ts'
import { findWorks } from '#main/catalogue/findWorks.ts'
import { openCatalogue } from '#main/catalogue/open.ts'
import { queueQuery } from '#main/catalogue/queue.ts'
import type { Filter } from '#preload/api.ts'
import { enterWorks, randomNumbers, syntheticWorks, type SyntheticWork } from '#test/fixtures/syntheticWorks.ts'

const threshold = 0.3
const works = syntheticWorks(10_000)
const db = openCatalogue(':memory:')
enterWorks(db, works)
afterAll(() => void db.close())

// The reference: the same questions over plain objects.
const isDecided = (work: SyntheticWork, attribute: string) =>
  work.decided[attribute] !== undefined && work.decided[attribute] !== 'skip'
const counts = (work: SyntheticWork, attribute: string) =>
  work.evidence[attribute] !== undefined &&
  work.evidence[attribute].given === work.labels[attribute] &&
  !isDecided(work, attribute)
const isFlagged = (work: SyntheticWork, attribute: string) =>
  counts(work, attribute) && work.evidence[attribute]!.score < threshold
const all = ['style', 'genre', 'artist']
const splitOf = ({ sha256 }: SyntheticWork) => {
  const share = Number.parseInt(sha256.slice(0, 2), 16)
  return share < 0xb3 ? 'train' : share < 0xda ? 'validation' : 'test'
}

function matches(filter: Filter, copies: ReadonlyMap<string, number>) {
  const wanted = filter.attribute === undefined ? all : [filter.attribute]
  // Quoted words are one; every one is somewhere about the work.
  const words = [...(filter.text ?? '').toLowerCase().matchAll(/"([^"]+)"|(\S+)/g)].map(
    ([, quoted, word]) => quoted ?? word!,
  )
  return (work: SyntheticWork) =>
    (filter.ids === undefined || filter.ids.includes(work.id)) &&
    words.every((word) =>
      [work.title, work.file, ...Object.values(work.record), ...Object.values(work.labels)].some((value) =>
        value.toLowerCase().includes(word),
      ),
    ) &&
    (filter.attribute === undefined ||
      filter.term === undefined ||
      (work.labels[filter.attribute] ?? null) === filter.term) &&
    (filter.flagged === undefined || wanted.some((name) => isFlagged(work, name)) === filter.flagged) &&
    (filter.reviewed === undefined || wanted.some((name) => isDecided(work, name)) === filter.reviewed) &&
    (filter.split === undefined || splitOf(work) === filter.split) &&
    (filter.duplicates === undefined || copies.get(work.sha256)! > 1 === filter.duplicates)
}

const fold = (text: string) => text.toLowerCase()
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function order({ sort = 'added', attribute }: Filter) {
  const suspicion = (work: SyntheticWork) =>
    Math.min(2, ...(attribute === undefined ? all : [attribute]).map((name) => (counts(work, name) ? work.evidence[name]!.score : 2))) // prettier-ignore
  return (a: SyntheticWork, b: SyntheticWork) => {
    if (sort === 'title') return Number(a.title === '') - Number(b.title === '') || compare(fold(a.title), fold(b.title)) || a.id - b.id // prettier-ignore
    if (sort === 'file') return compare(fold(a.file), fold(b.file)) || a.id - b.id
    if (sort === 'suspicion') return suspicion(a) - suspicion(b) || a.id - b.id
    return a.id - b.id
  }
}

function reference(filter: Filter): number[] {
  const copies = new Map<string, number>()
  for (const { sha256 } of works) copies.set(sha256, (copies.get(sha256) ?? 0) + 1)
  return works.filter(matches(filter, copies)).toSorted(order(filter)).map(({ id }) => id) // prettier-ignore
}

const single: Filter[] = [
  {},
  { text: 'oil' },
  { text: ' the 77 ' },
  { text: '"the 77"' },
  { text: 'gouache "style 16" 3' },
  { text: 'on oil canvas 1' },
  { text: '100%' },
  { text: '_x' },
  { text: 'style 16' },
  { text: `it's "quoted" \\ ! text` },
  { attribute: 'style', term: 'style 3' },
  { attribute: 'style', term: 'no such term' },
  { attribute: 'no such attribute', term: 'style 3' },
  { attribute: 'genre', term: null },
  { attribute: 'genre' },
  ...[true, false].flatMap((value): Filter[] => [
    { flagged: value },
    { flagged: value, attribute: 'artist' },
    { reviewed: value },
    { reviewed: value, attribute: 'artist' },
    { duplicates: value },
  ]),
  { split: 'train' },
  { split: 'validation' },
  { split: 'test' },
  { ids: [] },
  { ids: [9000, 3, 17, 3, 20_000], sort: 'title' },
  { ids: works.slice(0, 900).map(({ id }) => id), attribute: 'style', term: 'style 3' },
  { sort: 'title' },
  { sort: 'file' },
  { sort: 'suspicion' },
  { sort: 'suspicion', attribute: 'genre' },
]

test('each filter and each order gives the works that a plain search gives, among 10,000', () => {
  for (const filter of single)
    expect(findWorks(db, filter, threshold), JSON.stringify(filter)).toEqual(reference(filter))
})

test('a search does not mind capitals and accents, in any script', () => {
  const [first, ...rest] = syntheticWorks(20, 9)
  const titled = {
    ...first!,
    title: 'Die große Überfahrt nach Ávila',
    labels: { style: 'Сюрреализм' },
    evidence: {},
    decided: {},
  }
  const small = openCatalogue(':memory:')
  enterWorks(small, [titled, ...rest])
  for (const text of ['überfahrt', 'UBERFAHRT', 'avila', 'ÁVILA', 'große', 'сюрреал', 'СЮРРЕАЛ'])
    expect(findWorks(small, { text }, threshold), text).toEqual([1])
  expect(findWorks(small, { text: 'uberfahrten' }, threshold)).toEqual([])
  const label = { kind: 'label', attribute: 'style', term: 'сюрреализм' } as const
  expect(findWorks(small, { conditions: [label] }, threshold)).toEqual([1])
  small.close()
})

test('filters combine: 60 random combinations', () => {
  const random = randomNumbers(5)
  const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)]!
  for (let i = 0; i < 60; i++) {
    const filter: Filter = {
      ...pick<Filter>([{}, {}, { text: 'the' }, { text: 'gouache' }, { text: 'artist 3' }]),
      ...pick<Filter>([{}, { attribute: 'style' }, { attribute: 'style', term: 'style 1' }, { attribute: 'genre', term: null }]), // prettier-ignore
      ...pick<Filter>([{}, { flagged: true }, { flagged: false }]),
      ...pick<Filter>([{}, { reviewed: true }, { reviewed: false }]),
      ...pick<Filter>([{}, {}, { split: 'train' }, { split: 'test' }]),
      ...pick<Filter>([{}, {}, { duplicates: true }, { duplicates: false }]),
      ...pick<Filter>([{}, { sort: 'title' }, { sort: 'file' }, { sort: 'suspicion' }]),
    }
    expect(findWorks(db, filter, threshold), JSON.stringify(filter)).toEqual(reference(filter))
  }
})

test('cards carry labels, flags and verdicts, in the order asked for, without unknown works', () => {
  const ids = [500, 3, 999_999, 3, 1, 0, -1, 10_000]
  const cards = cardQuery(db)(ids, threshold)
  expect(cards.map(({ id }) => id)).toEqual([500, 3, 3, 1, 10_000])
  for (const card of cardQuery(db)(
    works.slice(0, 400).map(({ id }) => id),
    threshold,
  )) {
    const work = works[card.id - 1]!
    expect(card.labels).toEqual(work.labels)
    expect(card.flagged.toSorted()).toEqual(all.filter((name) => isFlagged(work, name)).toSorted())
    expect(card.reviewed.toSorted()).toEqual(all.filter((name) => isDecided(work, name)).toSorted())
  }
})

test('attributes count their works and flagged labels by term, most works first', () => {
  const attributes = attributeQuery(db)(threshold, new Map([['style', new Set(['style 2'])]]))
  expect(attributes.map(({ name }) => name)).toEqual(all)
  for (const { name, labelled, terms } of attributes) {
    expect(labelled).toBe(works.filter(({ labels }) => labels[name] !== undefined).length)
    expect(terms.reduce((sum, term) => sum + term.works, 0)).toBe(labelled)
    const sorted = terms.toSorted((a, b) => b.works - a.works || compare(a.name, b.name))
    expect(terms).toEqual(sorted)
    for (const term of terms) {
      const ofTerm = works.filter(({ labels }) => labels[name] === term.name)
      expect(term.works).toBe(ofTerm.length)
      expect(term.flagged).toBe(ofTerm.filter((work) => isFlagged(work, name)).length)
      expect(term.learned).toBe(term.name === 'style 2')
    }
  }
})

test('the queue holds what waits, worst first, page by page; its summary counts the same', () => {
  const query = queueQuery(db)
  const open = works.filter((work) => counts(work, 'style'))
  // The verdicts of the synthetic works belong to the current run: what was skipped comes last.
  const key = (work: SyntheticWork) => Number(work.decided['style'] === 'skip')
  const expected = open.toSorted((a, b) => key(a) - key(b) || a.evidence['style']!.score - b.evidence['style']!.score || a.id - b.id) // prettier-ignore
  const below = (limit: number) => expected.filter((work) => work.evidence['style']!.score < limit)
  const pages = [0, 700, 1400].flatMap((offset) => query.waiting(1, threshold, 700, offset))
  expect(pages.map(({ artwork }) => artwork)).toEqual(below(threshold).slice(0, 2100).map(({ id }) => id)) // prettier-ignore
  expect(query.waiting(1, 2, -1, 0).map(({ artwork }) => artwork)).toEqual(below(2).map(({ id }) => id))
  for (const limit of [0.05, 0.3, 0.9])
    expect(query.summary(1, limit)).toEqual({
      labelled: works.filter(({ labels }) => labels['style'] !== undefined).length,
      waiting: below(limit).length,
      reviewed: works.filter((work) => isDecided(work, 'style')).length,
      flagged: works.filter(({ evidence }) => (evidence['style']?.score ?? 2) < limit).length,
    })
})

test('no question scans a whole table, or an index without a bound, once for every work', () => {
  const asked: string[] = []
  const spy = new Proxy(db, {
    get: (target, name) => (name === 'prepare' ? (sql: string) => (asked.push(sql), target.prepare(sql)) : Reflect.get(target, name)), // prettier-ignore
  })
  for (const filter of single) findWorks(spy, filter, threshold)
  queueQuery(spy)
  cardQuery(spy)
  attributeQuery(spy)
  expect(asked.length).toBeGreaterThan(30)
  for (const sql of asked) expect(repeatedScans(sql), sql).toEqual([])
})

/** Steps of the plan inside a correlated subquery that read more than they need. */
function repeatedScans(sql: string): string[] {
  const names = new Map([...sql.matchAll(/:(\w+)/g)].map(([, name]) => [name!, 1]))
  const places = sql.split('?').length - 1
  const values = places > 0 ? Array<number>(places).fill(1) : names.size > 0 ? [Object.fromEntries(names)] : []
  const plan = db.prepare(`explain query plan ${sql}`).all(...values) as {
    id: number
    parent: number
    detail: string
  }[]
  const repeated = new Set<number>()
  const found: string[] = []
  for (const { id, parent, detail } of plan) {
    const isOnce = detail.startsWith('LIST SUBQUERY') // its rows are kept
    if (detail.startsWith('CORRELATED') || (repeated.has(parent) && !isOnce)) repeated.add(id)
    if (repeated.has(parent) && detail.startsWith('SCAN ')) found.push(detail)
    if (/SEARCH \w+ USING AUTOMATIC/.test(detail) && !/SEARCH (key|doubts)\b/.test(detail)) found.push(detail)
  }
  return found
}
