import { afterAll, expect, test } from 'vitest'
import { artworkTable } from '#main/catalogue/artworks.ts'
import { fieldQuery } from '#main/catalogue/fields.ts'
import { countWorks, findWorks, sortKeys } from '#main/catalogue/findWorks.ts'
import { openCatalogue } from '#main/catalogue/open.ts'
import { workEvidenceQuery } from '#main/catalogue/workEvidence.ts'
import type { Condition, EvidenceKey } from '#preload/api.ts'
import { enterWorks, randomNumbers, syntheticWorks, type SyntheticWork } from '#test/fixtures/syntheticWorks.ts'

const threshold = 0.3
const works = syntheticWorks(3000, 3)
const db = openCatalogue(':memory:')
enterWorks(db, works)
afterAll(() => void db.close())

const stands = (work: SyntheticWork, attribute: string) =>
  work.evidence[attribute] !== undefined && work.evidence[attribute].given === work.labels[attribute]
const shas = Map.groupBy(works, ({ sha256 }) => sha256)

/** The reference: one condition asked of one work. */
function holds(work: SyntheticWork, condition: Condition): boolean {
  const is = (): boolean => {
    switch (condition.kind) {
      case 'label':
        return (work.labels[condition.attribute] ?? null) === condition.term
      case 'suggested':
        return (
          stands(work, condition.attribute) &&
          work.evidence[condition.attribute]!.suggestion === condition.term &&
          work.evidence[condition.attribute]!.score < 0.5 // the other's probability; a flagged one is lower anyway
        )
      case 'verdict':
        return Object.values(work.decided).includes(condition.verdict as 'keep')
      case 'by':
        return condition.actor.toLowerCase() === 'me' && Object.keys(work.decided).length > 0
      case 'field':
        return (condition.field === 'title' ? work.title : (work.record[condition.field] ?? ''))
          .toLowerCase()
          .includes(condition.text.toLowerCase())
      case 'year':
        return condition.is === 'before'
          ? Number(work.record['year']) < condition.year
          : Number(work.record['year']) > condition.year
      case 'size':
        return condition.is === 'below' ? 10 < condition.pixels : 10 > condition.pixels
      case 'copies':
        return shas.get(work.sha256)!.length > 1
      default:
        throw new Error(condition.kind)
    }
  }
  return is() !== (condition.not ?? false)
}

const single: Condition[] = [
  { kind: 'label', attribute: 'style', term: 'style 3' },
  { kind: 'label', attribute: 'style', term: null },
  { kind: 'label', attribute: 'nothing', term: 'style 3' },
  { kind: 'suggested', attribute: 'genre', term: 'genre 2' },
  { kind: 'verdict', verdict: 'keep' },
  { kind: 'by', actor: 'ME' },
  { kind: 'by', actor: 'somebody' },
  { kind: 'field', field: 'medium', text: 'OIL' },
  { kind: 'field', field: 'medium', text: 'oil%' },
  { kind: 'field', field: 'no such column', text: 'oil' },
  { kind: 'field', field: 'title', text: 'the 7' },
  { kind: 'year', field: 'year', is: 'before', year: 1900 },
  { kind: 'year', field: null, is: 'after', year: 1900 },
  { kind: 'size', is: 'below', pixels: 11 },
  { kind: 'size', is: 'above', pixels: 10 },
  { kind: 'copies' },
]

const expected = (conditions: Condition[]) =>
  works.filter((work) => conditions.every((condition) => holds(work, condition))).map(({ id }) => id)

test('each condition, and its opposite, gives the works that a plain search gives, and their number', () => {
  for (const condition of single.flatMap((one) => [one, { ...one, not: true }])) {
    const found = findWorks(db, { conditions: [condition] }, threshold)
    expect(found, JSON.stringify(condition)).toEqual(expected([condition]))
    expect(countWorks(db, { conditions: [condition] }, threshold)).toBe(found.length)
  }
})

test('conditions combine: 60 random sets of three', () => {
  const random = randomNumbers(8)
  for (let i = 0; i < 60; i++) {
    const conditions = [0, 1, 2].map(() => ({ ...single[Math.floor(random() * single.length)]!, not: random() < 0.5 }))
    expect(findWorks(db, { conditions }, threshold), JSON.stringify(conditions)).toEqual(expected(conditions))
  }
})

test.each<[EvidenceKey, (work: SyntheticWork) => number]>([
  ['score', (work) => work.evidence['style']!.score],
  ['labelProbability', (work) => work.evidence['style']!.score],
  ['margin', (work) => work.evidence['style']!.score - 0.5],
])('works are sorted by %s either way, those without it last', (sort, value) => {
  const known = works.filter((work) => stands(work, 'style'))
  const unknown = works.filter((work) => !stands(work, 'style')).map(({ id }) => id)
  for (const descending of [false, true]) {
    const sign = descending ? -1 : 1
    const sorted = known.toSorted((a, b) => sign * (value(a) - value(b)) || a.id - b.id).map(({ id }) => id)
    expect(findWorks(db, { sort, sortOf: 'style', descending }, threshold)).toEqual([...sorted, ...unknown])
    const keys = sortKeys(db, { sort, sortOf: 'style', descending }, [unknown[0]!, ...sorted.slice(0, 50)])
    expect(keys[0]).toBeNull()
    for (const [index, id] of sorted.slice(0, 50).entries())
      expect(keys[index + 1]).toBeCloseTo(value(works[id - 1]!), 9)
  }
  const told = workEvidenceQuery(db)([known[5]!.id, unknown[0]!, known[2]!.id], 'style', threshold)
  expect(told.map(({ id }) => id)).toEqual([known[5]!.id, known[2]!.id])
  for (const { id, label, suggestion, values } of told) {
    const work = works[id - 1]!
    expect(values[sort]).toBeCloseTo(value(work), 9)
    expect([label, suggestion]).toEqual([work.labels['style'], work.evidence['style']!.suggestion])
    expect(values.artist).toBeNull() // nobody has said anything about the artist
  }
})

test('sorting by the share of the artist’s works reads what the witness has said', () => {
  db.prepare(
    `update evidence set parts = json_object('artist', json_object('works', 4, 'given', artwork % 5)) where artwork < 30`,
  ).run()
  const found = findWorks(db, { sort: 'artist', sortOf: 'style' }, threshold)
  const told = workEvidenceQuery(db)(found, 'style', threshold)
  const shares = told.map(({ values }) => values.artist).filter((share) => share !== null)
  expect(shares.length).toBeGreaterThan(10)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  for (const { id, values } of told) expect(values.artist).toBe(id < 30 ? (id % 5) / 4 : null)
})

test('works are sorted by the year of a column, and by their size', () => {
  const byYear = works.toSorted((a, b) => Number(b.record['year']) - Number(a.record['year']) || a.id - b.id)
  expect(findWorks(db, { sort: 'year', descending: true }, threshold)).toEqual(byYear.map(({ id }) => id))
  expect(sortKeys(db, { sort: 'year' }, [3, 1])).toEqual([1853, 1851])
  expect(sortKeys(db, { sort: 'size' }, [3, 1])).toEqual([null, null])
  expect(findWorks(db, { sort: 'size', descending: true }, threshold)).toEqual(works.map(({ id }) => id))
})

test('the columns of the records are known with their dates; a search follows a changed title and record', () => {
  expect(fieldQuery(db)()).toEqual([
    { name: 'medium', works: 3000, isDate: false, years: null },
    { name: 'year', works: 3000, isDate: true, years: { from: 1850, to: 1939 } },
  ])
  const find = (text: string) => findWorks(db, { text }, threshold)
  expect(find('Zwiebelmarkt')).toEqual([])
  const table = artworkTable(db)
  table.describe(7, { title: 'Der Zwiebelmarkt', record: { medium: 'Tempera', painted: 'um 1507' } })
  expect(find('zwiebel')).toEqual([7])
  expect(find('tempera 1507')).toEqual([7])
  expect(
    findWorks(db, { conditions: [{ kind: 'year', field: 'painted', is: 'before', year: 1600 }] }, threshold),
  ).toEqual([7])
  expect(findWorks(db, { conditions: [{ kind: 'field', field: 'year', text: '1857' }] }, threshold)).not.toContain(7)
  table.describe(7, { title: 'Umbenannt', record: null })
  expect(find('zwiebel')).toEqual([])
  expect(find('umbenannt')).toEqual([7])
})

test('what somebody has noted is found, and the search index holds what the works say', () => {
  db.prepare(
    `insert into verdict (artwork, attribute, kind, reason, actor, at) values (12, 1, 'keep', 'Signature très douteuse', 'me', '')`,
  ).run()
  expect(findWorks(db, { text: 'TRES DOUTEUSE' }, threshold)).toEqual([12])
  db.exec(`insert into change (id, kind, facts, actor, at) values (9001, 'mark', '{}', 'me', '');
    insert into mark (id, artwork, kind, text, actor, at, change) values (1, 14, 'note', 'Ask the restorer', 'me', '', 9001), (2, 15, 'note', 'Ask nobody', 'me', '', 9001);
    insert into current_mark (artwork, kind, mark) values (14, 'note', 1)`)
  expect(findWorks(db, { text: 'ask restorer' }, threshold)).toEqual([14])
  expect(findWorks(db, { text: '"ask nobody"' }, threshold)).toEqual([]) // it was removed
  db.prepare(`insert into work_search (work_search, rank) values ('integrity-check', 1)`).run()
})
