import type { Catalogue } from './open.ts'

/** The image file of an artwork as it was when it was read. */
export type ArtworkFile = {
  source: number
  file: string
  sha256: string
  bytes: number
  /** Milliseconds since 1970. */
  modified: number
  width: number
  height: number
  format: string
}

/** Null: nothing is said about it, what there is stays. */
export type Description = { title: string | null; record: Record<string, string> | null }

/** Artworks and the image files they stand for. */
export function artworkTable(db: Catalogue) {
  const insert = db.prepare(`
    insert into artwork (source, file, sha256, bytes, modified, width, height, format, added_at)
    values (:source, :file, :sha256, :bytes, :modified, :width, :height, :format, :addedAt)`)
  const update = db.prepare(`
    update artwork set source = :source, file = :file, sha256 = :sha256, bytes = :bytes, modified = :modified,
      width = :width, height = :height, format = :format where id = :id`)
  const known = db.prepare<[number, string], { id: number; sha256: string; bytes: number; modified: number }>(
    `select id, sha256, bytes, modified from artwork where source = ? and file = ?`,
  )
  const sameImage = db.prepare<[string], { id: number; folder: string; file: string }>(`
    select artwork.id, source.folder, artwork.file from artwork join source on source.id = artwork.source
    where artwork.sha256 = ? order by artwork.id`)
  const ofSource = db.prepare<[number], { id: number; file: string }>(
    `select id, file from artwork where source = ? order by id`,
  )
  const describe = db.prepare<[{ id: number; title: string | null; record: string | null }]>(`
    update artwork set title = coalesce(:title, title), record = coalesce(:record, record)
    where id = :id and (title <> coalesce(:title, title) or record <> coalesce(:record, record))`)
  const duplicates = db
    .prepare<[number], number>(
      `
    select count(*) from artwork where source = ?
    and exists (select 1 from artwork other where other.sha256 = artwork.sha256 and other.id < artwork.id)`,
    )
    .pluck()
  const dropEmbeddings = db.prepare(`delete from embedding where artwork = ?`)
  const place = db.prepare<[number], { folder: string; file: string; sha256: string; width: number; height: number }>(`
    select source.folder, artwork.file, artwork.sha256, artwork.width, artwork.height from artwork join source on source.id = artwork.source
    where artwork.id = ?`)

  return {
    add: (file: ArtworkFile, addedAt: string) => Number(insert.run({ ...file, addedAt }).lastInsertRowid),
    /** The same artwork, its file moved, touched or replaced. */
    update: (id: number, file: ArtworkFile) => void update.run({ ...file, id }),
    known: (source: number, file: string) => known.get(source, file),
    /** Artworks with exactly these bytes, in all sources. */
    sameImage: (sha256: string) => sameImage.all(sha256),
    ofSource: (source: number) => ofSource.all(source),
    describe: (id: number, { title, record }: Description) =>
      describe.run({ id, title, record: record && JSON.stringify(record) }).changes > 0,
    /** How many works of a source repeat the bytes of an earlier work. */
    duplicates: (source: number) => duplicates.get(source)!,
    /** What networks made of the image no longer holds: its bytes have changed. */
    dropEmbeddings: (id: number) => void dropEmbeddings.run(id),
    /** Where the image lies; undefined for an unknown id. */
    place: (id: number) => place.get(id),
  }
}
