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
      const idle = process.cpuUsage()
      const found = findWorks(db, filter, 0.3).length
      const { user, system } = process.cpuUsage(idle)
      return { found, time: performance.now() - start, processor: (user + system) / 1000 }
    })
    return { name, found: taken[0]!.found, times: taken.map(({ time }) => time), processor: taken.map(({ processor }) => processor) }
  })
  db.close()
  const p95 = (list: typeof rows, of: 'times' | 'processor') => {
    const sorted = list.flatMap((row) => row[of]).toSorted((a, b) => a - b)
    return sorted[Math.ceil(sorted.length * 0.95) - 1]!
  }
  const isSort = ({ name }: { name: string }) => name.startsWith('by ')
  const [filtersOnly, sortsOnly] = [rows.filter((row) => !isSort(row)), rows.filter(isSort)]
  const [ofFilters, ofSorts] = [p95(filtersOnly, 'times'), p95(sortsOnly, 'times')]
  const processor = p95(filtersOnly, 'processor')
  return Promise.resolve({
    title: `Filters among ${works} works: 95 of 100 take less than ${ofFilters.toFixed(0)} ms (wanted: ${target}), of which ${processor.toFixed(0)} ms at work on a processor; orders: ${ofSorts.toFixed(0)} ms`,
    tables: [
      {
        columns: ['filter', 'works', 'median ms', 'most ms', 'processor ms'],
        rows: rows.map(({ name, found, times, processor: own }) => [name, String(found), median(times).toFixed(1), Math.max(...times).toFixed(1), median(own).toFixed(1)]),
      },
    ],
    notes: ['Almost a third of the labels of these works are doubtful, which no real collection has: is:doubtful costs by their number.', ...busyNote(before)],
    figures: { works, p95: ofFilters, p95OfProcessor: processor, p95OfOrders: ofSorts, target },
  })
} // prettier-ignore
