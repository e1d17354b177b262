import type { Catalogue } from './open.ts'

export type WorkToEmbed = { id: number; sha256: string; folder: string; file: string }

/** Which works a backbone has embedded: the rows of its file that hold what they should. */
export function embeddingTable(db: Catalogue) {
  const missing = db.prepare<[string], WorkToEmbed>(`
    select artwork.id, artwork.sha256, source.folder, artwork.file from artwork
    join source on source.id = artwork.source
    where not exists (select 1 from embedding where embedding.backbone = ? and embedding.artwork = artwork.id
      and embedding.sha256 = artwork.sha256)
    order by artwork.id`)
  const add = db.prepare(`
    insert into embedding (backbone, artwork, sha256) values (?, ?, ?) on conflict do update set sha256 = excluded.sha256`)
  const valid = db.prepare<[string], number>(`
    select artwork.id from artwork join embedding on embedding.artwork = artwork.id and embedding.sha256 = artwork.sha256
    where embedding.backbone = ? order by artwork.id`).pluck() // prettier-ignore
  const count = db.prepare<[string], number>(`
    select count(*) from artwork join embedding on embedding.artwork = artwork.id and embedding.sha256 = artwork.sha256
    where embedding.backbone = ?`).pluck() // prettier-ignore
  const forgetBeyond = db.prepare(`delete from embedding where backbone = ? and artwork > ?`)
  return {
    /** Rows from `rows` on are not in the file. */
    forgetBeyond: (backbone: string, rows: number) => void forgetBeyond.run(backbone, rows),
    missing: (backbone: string) => missing.all(backbone),
    /** The file holds the row of these works already. */
    add: db.transaction((backbone: string, works: readonly { id: number; sha256: string }[]) => {
      for (const { id, sha256 } of works) add.run(backbone, id, sha256)
    }),
    /** Ids of embedded works, ascending. */
    ids: (backbone: string) => valid.all(backbone),
    count: (backbone: string) => count.get(backbone)!,
  }
}
