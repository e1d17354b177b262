import type { ColumnUse } from '#preload/api.ts'
import type { Catalogue } from './open.ts'

export type TableColumn = { name: string; use: ColumnUse }
export type ImportedTable = {
  id: number
  source: number
  path: string
  sha256: string
  columns: TableColumn[]
  importedAt: string
}

type Row = Omit<ImportedTable, 'columns'> & { columns: string }

/** The tables that labels came from, byte for byte, and which of their rows is about which artwork. */
export function importedTableTable(db: Catalogue) {
  const put = db
    .prepare<[Omit<Row, 'id'> & { content: Uint8Array }], number>(
      `
    insert into imported_table (source, path, sha256, content, columns, imported_at)
    values (:source, :path, :sha256, :content, :columns, :importedAt)
    on conflict (source, sha256) do update set path = excluded.path, columns = excluded.columns,
      imported_at = excluded.imported_at
    returning id`,
    )
    .pluck()
  const all = db.prepare<[], Row>(`
    select id, source, path, sha256, columns, imported_at as importedAt from imported_table
    order by imported_at desc, id desc`)
  const content = db.prepare<[number], Buffer>(`select content from imported_table where id = ?`).pluck()
  const addRow = db.prepare(`
    insert into table_row (imported_table, row, artwork) values (?, ?, ?)
    on conflict do update set artwork = excluded.artwork where artwork <> excluded.artwork`)
  const rows = db.prepare<[number], { row: number; artwork: number }>(
    `select row, artwork from table_row where imported_table = ? order by row`,
  )
  return {
    /** Keeps the table, new or known; the same bytes are kept once a source. Returns its id. */
    put: (table: Omit<ImportedTable, 'id'> & { content: Uint8Array }) =>
      put.get({ ...table, columns: JSON.stringify(table.columns) })!,
    /** Newest first. */
    list: (): ImportedTable[] =>
      all.all().map((row) => ({ ...row, columns: JSON.parse(row.columns) as TableColumn[] })),
    content: (id: number) => content.get(id)!,
    setArtwork: (table: number, row: number, artwork: number) => void addRow.run(table, row, artwork),
    rows: (table: number) => rows.all(table),
  }
}
