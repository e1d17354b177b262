import { readFileSync } from 'node:fs'
import { cellValue, readTable } from '#main/tables/read.ts'
import { tableLine } from '#main/tables/write.ts'

export type Row = Record<string, string>

export function readRows(path: string): Row[] {
  const table = readTable(readFileSync(path), path)
  return table.data.map((_, row) =>
    Object.fromEntries(table.columns.map((name, i) => [name, cellValue(table, row, i)])),
  )
}

/** A table of the given columns as text. */
export const asTable = (columns: readonly string[], rows: readonly Row[]) =>
  [[...columns], ...rows.map((row) => columns.map((column) => row[column] ?? ''))].map(tableLine).join('')

/** How many rows have each value of a column, most frequent first. */
export function countValues(rows: readonly Row[], column: string): [value: string, rows: number][] {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(row[column]!, (counts.get(row[column]!) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}
