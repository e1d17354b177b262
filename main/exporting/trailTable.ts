import { resolve } from 'node:path'
import type { TrailEntry } from '#preload/api.ts'
import { trailQuery } from '../catalogue/trail.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { tableLine } from '../tables/write.ts'
import { writeWhole } from './writeWhole.ts'

const decimal = (value: number | null) => (value === null ? '' : value.toFixed(4))

/** Columns of the trail by their header. */
const columns: [header: string, value: (entry: TrailEntry) => string][] = [
  ['time', ({ at }) => at],
  ['actor', ({ actor }) => actor],
  ['file', ({ file }) => file],
  ['title', ({ title }) => title],
  ['attribute', ({ attribute }) => attribute],
  ['verdict', ({ verdict }) => verdict],
  ['before', ({ before }) => before],
  ['after', ({ after }) => after],
  ['reason', ({ reason }) => reason],
  ['suggestion', ({ suggestion }) => suggestion],
  ['label probability', ({ labelProbability }) => decimal(labelProbability)],
  ['suggestion probability', ({ suggestionProbability }) => decimal(suggestionProbability)],
  ['score', ({ score }) => decimal(score)],
  ['evidence', ({ evidence }) => evidence],
  ['weights', ({ weights }) => weights],
  ['run', ({ run }) => run?.toString() ?? ''],
  ['model', ({ model }) => model],
  ['before, as called then', ({ beforeThen }) => beforeThen],
  ['after, as called then', ({ afterThen }) => afterThen],
  ['suggestion, as called then', ({ suggestionThen }) => suggestionThen],
  ['taken back by', ({ takenBackBy }) => takenBackBy],
  ['taken back at', ({ takenBackAt }) => takenBackAt],
]

/**
 * Writes the decision trail as CSV for a spreadsheet: UTF-8 with a mark, values that it would run as formulas defused.
 * Returns the number of rows. Throws ApiError 'export-unwritable', 'disk-full'.
 */
export async function writeTrail(db: Catalogue, path: string): Promise<number> {
  let rows = 0
  function* lines() {
    yield `\ufeff${tableLine(columns.map(([header]) => header))}`
    let page = ''
    for (const entry of trailQuery(db).all()) {
      page += tableLine(columns.map(([, value]) => value(entry)))
      if (++rows % 500 === 0) {
        yield page
        page = ''
      }
    }
    yield page
  }
  await writeWhole(resolve(path), [...lines()], new AbortController().signal, 'trail')
  return rows
}
