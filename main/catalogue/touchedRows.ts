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

/** Rows with a label of an attribute of which a term was renamed or merged: their cells may say an older name. */
export function renamedRowsQuery(db: Catalogue) {
  const query = db.prepare<[number], Touched>(`
    with changed as (
      select distinct attribute from term where merged_into is not null
        or id in (select term from term_name where kind = 'former'))
    select table_row.row, artwork.id as artwork, artwork.file, attribute.id as attribute, attribute.name
    from changed join attribute on attribute.id = changed.attribute
    join table_row on table_row.imported_table = ?
    join current_label on current_label.artwork = table_row.artwork and current_label.attribute = attribute.id
    join artwork on artwork.id = table_row.artwork
    order by table_row.row, attribute.id`)
  return (importedTable: number) => query.all(importedTable)
}
