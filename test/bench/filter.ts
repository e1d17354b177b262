import { openCatalogue } from '#main/catalogue/open.ts'
import { findWorks } from '#main/catalogue/findWorks.ts'
import { parseQuery } from '#preload/query.ts'
import type { Filter } from '#preload/api.ts'
import { enterWorks, syntheticWorks } from '#test/fixtures/syntheticWorks.ts'
import { busyNote, load, median, say, type Report } from './report.ts'

const works = 100_000
const target = 150
const names = { attributes: ['style', 'genre', 'artist'], fields: ['medium', 'year'] }
const queries = [
  'oil', 'gouache', 'the 4711', 'zz', '"oil on canvas" 77', 'style:"style 3"', 'style:"style 3" year<1900 not is:reviewed', 'is:doubtful',
  'is.style:doubtful "artist":"artist 7"', 'is:reviewed', 'by:me', 'verdict:keep', 'no:genre', 'medium:oil', 'year>1900', 'pixels<11', 'is:copy',
  'suggested.style:"style 4" -style:"style 4"', 'split:test',
] // prettier-ignore
const sorts: Filter[] = [
  { sort: 'title' },
  { sort: 'suspicion' },
  { sort: 'score', sortOf: 'style' },
  { sort: 'margin', sortOf: 'style' },
  { sort: 'artist', sortOf: 'style' },
  { sort: 'year' },
]

/** How long a filter takes among 100,000 works, from the question to the ids of all works in order. */
export function benchFilter({ rounds }: { rounds: number }): Promise<Report> {
  const before = load()
  say('Making 100,000 works with their labels and evidence')
  const db = openCatalogue(':memory:')
  enterWorks(db, syntheticWorks(works))
  const filters = [
    ...queries.map((query) => ({ name: query, filter: parseQuery(query, names) as Filter })),
    ...sorts.map((filter) => ({ name: `by ${filter.sort}`, filter })),
  ]
  const rows = filters.map(({ name, filter }) => {
    const taken = Array.from({ length: Math.max(5, rounds) }, () => {
      const start = performance.now()
      const found = findWorks(db, filter, 0.3).length
      return { found, time: performance.now() - start }
    })
    return { name, found: taken[0]!.found, times: taken.map(({ time }) => time) }
  })
  db.close()
  const p95 = (list: typeof rows) => {
    const sorted = list.flatMap(({ times }) => times).toSorted((a, b) => a - b)
    return sorted[Math.ceil(sorted.length * 0.95) - 1]!
  }
  const isSort = ({ name }: { name: string }) => name.startsWith('by ')
  const [ofFilters, ofSorts] = [p95(rows.filter((row) => !isSort(row))), p95(rows.filter(isSort))]
  return Promise.resolve({
    title: `Filters among ${works} works: 95 of 100 take less than ${ofFilters.toFixed(0)} ms (wanted: ${target}); orders: ${ofSorts.toFixed(0)} ms`,
    tables: [
      {
        columns: ['filter', 'works', 'median ms', 'most ms'],
        rows: rows.map(({ name, found, times }) => [name, String(found), median(times).toFixed(1), Math.max(...times).toFixed(1)]),
      },
    ],
    notes: busyNote(before),
    figures: { works, p95: ofFilters, p95OfOrders: ofSorts, target },
  })
} // prettier-ignore
