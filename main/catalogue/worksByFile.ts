import type { Catalogue } from './open.ts'

/** Works by the name of their file, as scripts know them. */
export function worksByFile(db: Catalogue) {
  const find = db.prepare<[{ file: string }], number>(`
    select artwork.id from artwork join source on source.id = artwork.source
    where artwork.file = :file or source.folder || '/' || artwork.file = :file order by artwork.id`).pluck() // prettier-ignore
  const withLabels = db.prepare<[number], { artwork: number; file: string; label: string | null }>(`
    select artwork.id as artwork, artwork.file, term.name as label from artwork
    left join current_label on current_label.artwork = artwork.id and current_label.attribute = ?
    left join term on term.id = current_label.term order by artwork.id`)
  return {
    /** Ids; several where two imported folders have a file of this name. */
    find: (file: string) => find.all({ file: file.replaceAll('\\', '/') }),
    /** Every work with its label for an attribute. */
    withLabels: (attribute: number) => withLabels.all(attribute),
  }
}
