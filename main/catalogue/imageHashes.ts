import type { Catalogue } from './open.ts'

/** Hash of the image of each work, by artwork: copies of an image have the same. */
export const imageHashes = (db: Catalogue): Map<number, string> =>
  new Map(db.prepare<[], { id: number; sha256: string }>(`select id, sha256 from artwork`).all().map(({ id, sha256 }) => [id, sha256])) // prettier-ignore
