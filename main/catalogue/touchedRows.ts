import type { Catalogue } from './open.ts'

/** A row of an imported table whose label somebody, not an import, has spoken about. It may have been undone since. */
export type Touched = { row: number; artwork: number; file: string; attribute: number; name: string }

export function touchedRowsQuery(db: Catalogue) {
  const query = db.prepare<[number], Touched>(`
    select distinct table_row.row, artwork.id as artwork, artwork.file, attribute.id as attribute, attribute.name
    from label
    join table_row on table_row.artwork = label.artwork and table_row.imported_table = ?
    join artwork on artwork.id = label.artwork
    join attribute on attribute.id = label.attribute
    where label.ground <> 'import' order by table_row.row, attribute.id`)
  return (importedTable: number) => query.all(importedTable)
}
