import { basename, dirname, relative, sep } from 'node:path'
import type { ColumnUse, ImportOptions } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import type { TableColumn } from '../catalogue/importedTables.ts'
import { columnFacts, guessUses } from '../tables/guess.ts'
import { cellValue, shownRow, type Table } from '../tables/read.ts'
import { createMatcher } from './matchFiles.ts'

/** What a table or a folder says about one artwork. `title` null: nothing. A label null: it has none. */
export type Statement = {
  artwork: number
  title: string | null
  record: Record<string, string> | null
  labels: [attribute: string, term: string | null][]
}

type RowProblem = { file: string; code: 'missing' | 'duplicate-row'; message: string }
export type Matched = {
  /** Of each data row; null: its image is not there, or cannot be read. */
  artworks: (number | null)[]
  problems: RowProblem[]
  /** Rows whose image is not in the folder. */
  unmatched: number
}

/** Use of each column. Throws ApiError 'table-no-file-column', 'table-two-file-columns'. */
export function columnUses(table: Table, path: string, chosen: ImportOptions['columns']): TableColumn[] {
  const guessed = guessUses(columnFacts(table), table.data.length)
  const fileChosen = Object.values(chosen ?? {}).includes('file')
  const columns = table.columns.map((name, column): TableColumn => {
    const guess: ColumnUse = fileChosen && guessed[column] === 'file' ? 'record' : guessed[column]!
    return { name, use: chosen && Object.hasOwn(chosen, name) ? chosen[name]! : guess }
  })
  const files = columns.filter(({ use }) => use === 'file')
  if (files.length === 0)
    throw new ApiError('table-no-file-column', `No column of ${basename(path)} names the image files. Choose the one that does.`) // prettier-ignore
  if (files.length > 1)
    throw new ApiError('table-two-file-columns', `Several columns of ${basename(path)} are chosen as the file. Choose one.`) // prettier-ignore
  return columns
}

/** Where the table lies within the folder, with forward slashes; null: elsewhere. */
export function tableFolder(folder: string, table: string): string | null {
  const path = relative(folder, dirname(table))
  return path.startsWith('..') || path.includes(':') ? null : path.split(sep).join('/')
}

/** Which artwork each row is about. `artworks` and `bad`: readable and unreadable files of the folder. */
export function matchRows(
  table: Table,
  fileColumn: number,
  { folder, path }: { folder: string; path: string },
  artworks: ReadonlyMap<string, number>,
  bad: readonly string[],
): Matched {
  const match = createMatcher([...artworks.keys(), ...bad], folder, tableFolder(folder, path))
  const name = basename(path)
  const rowOf = new Map<string, number>()
  const matched: Matched = { artworks: [], problems: [], unmatched: 0 }
  for (let row = 0; row < table.data.length; row++) {
    const cell = cellValue(table, row, fileColumn).trim()
    const file = cell === '' ? undefined : match(cell)
    matched.artworks.push(file === undefined ? null : (artworks.get(file) ?? null))
    if (file === undefined) {
      matched.unmatched++
      matched.problems.push(missing(cell, shownRow(table, row), name))
      continue
    }
    const earlier = rowOf.get(file)
    if (earlier !== undefined)
      matched.problems.push(duplicate(file, shownRow(table, earlier), shownRow(table, row), name))
    rowOf.set(file, row)
  }
  return matched
}

function missing(cell: string, row: number, table: string): RowProblem {
  if (cell === '')
    return { file: `${table}, row ${row}`, code: 'missing', message: `Row ${row} of ${table} names no image file. Fill in its file.` } // prettier-ignore
  return { file: cell, code: 'missing', message: `Row ${row} of ${table} names this file, but it is not in the folder. Add the file or correct its name.` } // prettier-ignore
}

function duplicate(file: string, earlier: number, row: number, table: string): RowProblem {
  return { file, code: 'duplicate-row', message: `Rows ${earlier} and ${row} of ${table} are about this file. Row ${row} was taken: remove the other.` } // prettier-ignore
}

/** What the table says, one statement an artwork; of several rows the last holds. */
export function* tableStatements(
  table: Table,
  columns: readonly TableColumn[],
  matched: Matched,
): Generator<Statement> {
  const last = new Map<number, number>()
  for (const [row, artwork] of matched.artworks.entries()) if (artwork !== null) last.set(artwork, row)
  const of = (use: ColumnUse) => columns.flatMap((column, index) => (column.use === use ? [{ ...column, index }] : []))
  const [title] = of('title')
  const attributes = of('attribute')
  const records = of('record')
  for (const [artwork, row] of last) {
    const value = (column: number) => cellValue(table, row, column).trim()
    yield {
      artwork,
      title: title ? value(title.index) : null,
      record: Object.fromEntries(records.map(({ name, index }) => [name, value(index)])),
      labels: attributes.map(({ name, index }) => [name, value(index).normalize('NFC') || null]),
    }
  }
}

/** The name of the folder directly around each image as a term of `attribute`. */
export function* folderStatements(artworks: ReadonlyMap<string, number>, attribute: string): Generator<Statement> {
  for (const [file, artwork] of artworks) {
    const folder = file.split('/').at(-2)?.normalize('NFC').trim() || null
    yield { artwork, title: null, record: null, labels: [[attribute, folder]] }
  }
}
