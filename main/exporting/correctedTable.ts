import type { ExportPreview } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { importedTableTable, type ImportedTable } from '../catalogue/importedTables.ts'
import { labelTable } from '../catalogue/labels.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { standingLabelQuery } from '../catalogue/standingLabel.ts'
import { renamedRowsQuery, touchedRowsQuery, type Touched } from '../catalogue/touchedRows.ts'
import { cellValue, readTable, type Table } from '../tables/read.ts'
import { replaceCells, type CellChange } from '../tables/replaceCells.ts'

export type CorrectedTable = {
  imported: ImportedTable
  bytes: Buffer
  table: Table
  changes: Correction[]
  /** Only the name of the term is another. */ renamed: Correction[]
}
type Correction = { cell: CellChange; shown: ExportPreview['changes'][number] }

/**
 * An imported table (null: the newest) and the cells in which it differs from what was decided since. A label that comes
 * from an import, or was taken back to it, changes nothing; nor does a new name of its term, which is told apart.
 * Throws ApiError 'no-table', 'unknown-table'.
 */
export function correctedTable(db: Catalogue, path: string | null): CorrectedTable {
  const tables = importedTableTable(db)
  const imported = choose(tables.list(), path)
  const bytes = tables.content(imported.id)
  const table = readTable(bytes, imported.path)
  const standing = standingLabelQuery(db)
  const labels = labelTable(db)
  const changes: Correction[] = []
  const renamed: Correction[] = []
  const compare = ({ row, artwork, file, attribute, name }: Touched) => {
    const column = imported.columns.findIndex((each) => each.name === name && each.use === 'attribute')
    const label = standing(artwork, attribute)
    if (column === -1 || !label) return
    const before = cellValue(table, row, column)
    const said = before.trim().normalize('NFC')
    const after = label.term ?? ''
    if (said === after) return
    const isRenamed = said !== '' && labels.nameNow(attribute, said) === after
    if (label.ground === 'import' && !isRenamed) return
    const list = isRenamed ? renamed : changes
    list.push({ cell: { row, column, value: after }, shown: { file, column: name, before, after } })
  }
  const touched = touchedRowsQuery(db)(imported.id)
  const seen = new Set(touched.map(({ row, attribute }) => `${row} ${attribute}`))
  touched.forEach(compare)
  for (const each of renamedRowsQuery(db)(imported.id)) if (!seen.has(`${each.row} ${each.attribute}`)) compare(each)
  return { imported, bytes, table, changes, renamed }
}

/** The cells that an export writes, in the order of the table. */
export const chosenChanges = ({ changes, renamed }: CorrectedTable, renames: boolean): Correction[] =>
  renames
    ? [...changes, ...renamed].toSorted((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column)
    : changes

/** The table's bytes with these cells changed and everything else as it was. */
export function correctedBytes({ bytes, table }: CorrectedTable, changes: readonly Correction[]): Buffer {
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
