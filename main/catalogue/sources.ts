import type { Catalogue } from './open.ts'

export type Source = {
  id: number
  /** Absolute path of the folder the images lie in. */
  folder: string
  /** The attribute that the names of its folders are terms of; null: none. */
  folderAttribute: string | null
}

/** The folders that were imported. */
export function sourceTable(db: Catalogue) {
  const put = db.prepare<[string, string | null], Source>(`
    insert into source (folder, folder_attribute) values (?, ?)
    on conflict (folder) do update set folder_attribute = excluded.folder_attribute
    returning id, folder, folder_attribute as folderAttribute`)
  const all = db.prepare<[], Source>(`select id, folder, folder_attribute as folderAttribute from source order by id`)
  const empty = db.prepare<[], Source>(`
    select id, folder, folder_attribute as folderAttribute from source
    where not exists (select 1 from artwork where artwork.source = source.id) order by id`)
  return {
    /** The source of this folder, new or known. */
    put: (folder: string, folderAttribute: string | null) => put.get(folder, folderAttribute)!,
    list: () => all.all(),
    /** Those of which no work is left: all were moved elsewhere. */
    empty: () => empty.all(),
  }
}
