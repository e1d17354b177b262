import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { ApiError } from '#preload/rpc.ts'
import { decode, type Encoding } from './encoding.ts'
import { scanCells, unquote, type Cells, type Delimiter } from './scanCells.ts'

export type Table = {
  text: string
  encoding: Encoding
  mark: number
  delimiter: Delimiter
  /** Names of the columns, unique, in the order of the file. */
  columns: string[]
  cells: Cells
  /** Rows of `cells` that hold data: without the header and blank rows. Its indices are the row numbers used elsewhere. */
  data: number[]
}

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|']

/** The bytes of a table file. Throws ApiError 'table-missing', 'table-unreadable'. */
export async function readTableFile(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error'
    if (code === 'ENOENT') throw new ApiError('table-missing', `The table ${path} does not exist. It may have been moved or renamed.`) // prettier-ignore
    throw new ApiError('table-unreadable', `The table ${path} cannot be read (${code}). Close it in other programs and try again.`) // prettier-ignore
  }
}

/**
 * A table from its bytes; `path` is for messages. Encoding and delimiter are detected.
 * Throws ApiError 'not-a-table', 'table-empty', 'table-open-quote', 'table-duplicate-column'.
 */
export function readTable(bytes: Uint8Array, path: string): Table {
  const name = basename(path)
  const { text, encoding, mark } = decode(bytes, name)
  const announced = /^sep=([,;\t|])(\r\n|\r|\n)/.exec(text) // a line that Excel reads and other programs write
  const from = announced ? announced[0].length : 0
  const delimiter = announced ? (announced[1] as Delimiter) : detectDelimiter(text)
  const cells = scanCells(text, delimiter, from)
  if (cells.openQuote !== null)
    throw new ApiError('table-open-quote', `Line ${cells.openQuote} of ${name} opens a quotation mark (") that is never closed. Close it and try again.`) // prettier-ignore
  const filled = Array.from({ length: cells.rows.length - 1 }, (_, row) => row).filter((row) => !isBlank(cells, row))
  const [header, ...data] = filled
  if (header === undefined) throw new ApiError('table-empty', `${name} is empty. Choose a table with a row of column names.`) // prettier-ignore
  const table: Table = { text, encoding, mark, delimiter, columns: [], cells, data }
  return { ...table, columns: columnNames(rawRow(table, header), name) }
}

/** Value of a data row's cell; '' where the row is too short. */
export function cellValue(table: Table, row: number, column: number): string {
  const { cells, text, data } = table
  const cell = cells.rows[data[row]!]! + column
  return cell < cells.rows[data[row]! + 1]! ? unquote(text.slice(cells.starts[cell], cells.ends[cell])) : ''
}

/** The row's number as a spreadsheet shows it: the header is 1. */
export function shownRow(table: Table, row: number): number {
  return table.data[row]! + 1
}

function rawRow({ cells, text }: Table, row: number): string[] {
  const places = Array.from({ length: cells.rows[row + 1]! - cells.rows[row]! }, (_, i) => cells.rows[row]! + i)
  return places.map((cell) => unquote(text.slice(cells.starts[cell], cells.ends[cell])))
}

function isBlank(cells: Cells, row: number): boolean {
  const cell = cells.rows[row]!
  return cells.rows[row + 1]! - cell === 1 && cells.starts[cell] === cells.ends[cell]
}

/** Trimmed; a column without a name, as spreadsheets leave at the right edge, is called by its number. */
function columnNames(header: string[], table: string): string[] {
  const names = header.map((name) => name.trim().normalize('NFC'))
  const seen = new Set<string>()
  for (const name of names) {
    if (name !== '' && seen.has(name))
      throw new ApiError('table-duplicate-column', `Two columns of ${table} are called “${name}”. Rename one of them and try again.`) // prettier-ignore
    seen.add(name)
  }
  return names.map((name, index) => {
    let unique = name
    for (let n = index + 1; unique === ''; n += header.length) if (!seen.has(`Column ${n}`)) unique = `Column ${n}`
    return unique
  })
}

/** The delimiter under which most rows are as wide as the header; among equals the one that makes the most columns. */
function detectDelimiter(text: string): Delimiter {
  const sample = text.slice(0, 1 << 18)
  const scored = delimiters.map((delimiter) => {
    const cells = scanCells(sample, delimiter, 0, 200)
    const widths = cells.rows.slice(1).map((end, row) => (isBlank(cells, row) ? 0 : end - cells.rows[row]!))
    const filled = widths.filter((width) => width > 0)
    const width = filled[0] ?? 1
    const agreeing = filled.filter((each) => each === width).length / Math.max(1, filled.length)
    return { delimiter, score: width < 2 ? 0 : agreeing + width / 1e4 }
  })
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).delimiter
}
