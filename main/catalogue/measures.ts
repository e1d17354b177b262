import type { Measure } from '../images/measure.ts'
import type { Catalogue } from './open.ts'

export type Print = { sha256: string; fingerprint: Uint8Array; contrast: number; light: number }

/** What was measured of pictures, by the hash of the image. */
export function measureTable(db: Catalogue) {
  const put = db.prepare(`
    insert into measure (sha256, light, contrast, sharpness, border, colour, fingerprint, shares)
    values (:sha256, :light, :contrast, :sharpness, :border, :colour, :fingerprint, :shares) on conflict do nothing`)
  const has = db.prepare<[string], number>(`select 1 from measure where sha256 = ?`).pluck()
  const missing = db.prepare<[], string>(`
    select distinct sha256 from artwork where not exists (select 1 from measure where measure.sha256 = artwork.sha256)
    order by sha256`).pluck() // prettier-ignore
  const prints = db.prepare<[], Print>(`
    select sha256, fingerprint, contrast, light from measure where sha256 in (select sha256 from artwork) order by sha256`)
  const shares = db.prepare<[number], { term: number; shares: Buffer | null }>(`
    select current_label.term, measure.shares from current_label
    join artwork on artwork.id = current_label.artwork left join measure on measure.sha256 = artwork.sha256
    where current_label.attribute = ?`)
  const dropCopies = db.prepare(`delete from near_copy`)
  const addCopy = db.prepare(`insert into near_copy (sha256, leader) values (?, ?)`)
  const leaders = db.prepare<[], { sha256: string; leader: string }>(`select sha256, leader from near_copy`)
  return {
    put: (sha256: string, { shares: all, ...rest }: Measure) =>
      void put.run({ ...rest, sha256, shares: Buffer.from(Uint16Array.from(all, (share) => Math.round(share * 65535)).buffer) }), // prettier-ignore
    has: (sha256: string) => has.get(sha256) !== undefined,
    /** Hashes of images that have not been measured. */
    missing: () => missing.all(),
    prints: () => prints.all(),
    /** Of each labelled work the shares of its pixels by bin of lightness and colour, as they are stored; null: not measured. */
    shares: (attribute: number) => shares.all(attribute),
    setCopies: db.transaction((copies: ReadonlyMap<string, string>) => {
      dropCopies.run()
      for (const [sha256, leader] of copies) addCopy.run(sha256, leader)
    }),
    /** The leader of each image's set of near copies; images without one are not in it. */
    leaders: () => new Map(leaders.all().map(({ sha256, leader }) => [sha256, leader])),
  }
}
