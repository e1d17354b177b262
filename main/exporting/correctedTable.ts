import type { ExportPreview } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { importedTableTable, type ImportedTable } from '../catalogue/importedTables.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { standingLabelQuery } from '../catalogue/standingLabel.ts'
import { touchedRowsQuery } from '../catalogue/touchedRows.ts'
import { cellValue, readTable, type Table } from '../tables/read.ts'
import { replaceCells, type CellChange } from '../tables/replaceCells.ts'

export type CorrectedTable = { imported: ImportedTable; bytes: Buffer; table: Table; changes: Correction[] }
type Correction = { cell: CellChange; shown: ExportPreview['changes'][number] }

/**
 * An imported table (null: the newest) and the cells in which it differs from what was decided since. A label that comes
 * from an import, or was taken back to it, changes nothing. Throws ApiError 'no-table', 'unknown-table'.
 */
export function correctedTable(db: Catalogue, path: string | null): CorrectedTable {
  const tables = importedTableTable(db)
  const imported = choose(tables.list(), path)
  const bytes = tables.content(imported.id)
  const table = readTable(bytes, imported.path)
  const standing = standingLabelQuery(db)
  const changes: Correction[] = []
  for (const { row, artwork, file, attribute, name } of touchedRowsQuery(db)(imported.id)) {
    const column = imported.columns.findIndex((each) => each.name === name && each.use === 'attribute')
    const label = standing(artwork, attribute)
    if (column === -1 || !label || label.ground === 'import') continue
    const before = cellValue(table, row, column)
    const after = label.term ?? ''
    if (before.trim().normalize('NFC') === after) continue
    changes.push({ cell: { row, column, value: after }, shown: { file, column: name, before, after } })
  }
  return { imported, bytes, table, changes }
}

/** The table's bytes with these cells changed and everything else as it was. */
export function correctedBytes({ bytes, table, changes }: CorrectedTable): Buffer {
  return replaceCells(
    bytes,
    table,
    changes.map(({ cell }) => cell),
  )
}

function choose(tables: readonly ImportedTable[], path: string | null): ImportedTable {
  const found = path === null ? tables[0] : tables.find((table) => table.path === path)
  if (found) return found
  if (path === null)
    throw new ApiError('no-table', 'No table was imported, so there is none to correct. Export a new table instead.')
  throw new ApiError('unknown-table', `The table ${path} was not imported into this collection. Choose one that was.`)
}
