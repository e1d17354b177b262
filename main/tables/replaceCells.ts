import { byteLength, encode } from './encoding.ts'
import type { Table } from './read.ts'

export type CellChange = {
  /** Index in `table.data`. */
  row: number
  /** Index in `table.columns`. */
  column: number
  value: string
}

/**
 * The same file with only these cells changed: every other byte stays. A changed cell keeps the quotes it had and gets
 * quotes where its value needs them; a row that ends before the column is made longer. Of two changes of one cell the
 * later holds. Throws ApiError 'not-in-encoding'.
 */
export function replaceCells(bytes: Uint8Array, table: Table, changes: readonly CellChange[]): Buffer {
  const edits = placed(table, changes)
  const parts: Uint8Array[] = []
  let text = 0
  let byte = table.mark
  let written = 0
  for (const { start, end, replacement } of edits) {
    byte += byteLength(table.text.slice(text, start), table.encoding)
    parts.push(bytes.subarray(written, byte), encode(replacement, table.encoding))
    byte += byteLength(table.text.slice(start, end), table.encoding)
    written = byte
    text = end
  }
  return Buffer.concat([...parts, bytes.subarray(written)])
}

type Edit = { start: number; end: number; replacement: string }

function placed({ cells, data, text, delimiter }: Table, changes: readonly CellChange[]): Edit[] {
  const newest = new Map(changes.map((change) => [`${change.row} ${change.column}`, change]))
  const sorted = [...newest.values()].toSorted((a, b) => a.row - b.row || a.column - b.column)
  return sorted.map(({ row, column, value }, index) => {
    const [first, next] = [cells.rows[data[row]!]!, cells.rows[data[row]! + 1]!]
    const cell = first + column
    if (cell < next) {
      const [start, end] = [cells.starts[cell]!, cells.ends[cell]!]
      const neighbour = cell > first ? cells.starts[cell - 1]! : cells.starts[cell + 1]
      const isQuoted = text[start] === '"' || (start === end && neighbour !== undefined && text[neighbour] === '"')
      const wouldBeBlank = value === '' && next - first === 1
      return { start, end, replacement: quoted(value, delimiter, isQuoted || wouldBeBlank) }
    }
    const before = sorted[index - 1]
    const width = Math.max(next - first, before?.row === row ? before.column + 1 : 0)
    const end = cells.ends[next - 1]!
    return { start: end, end, replacement: delimiter.repeat(column - width + 1) + quoted(value, delimiter, false) }
  })
}

/** A value as a cell: in quotes where it must be, or where the cell had them. */
export function quoted(value: string, delimiter: string, always: boolean): string {
  const must = value.includes(delimiter) || /["\r\n]/.test(value) || /^\s|\s$/.test(value)
  return always || must ? `"${value.replaceAll('"', '""')}"` : value
}
