import type { Catalogue } from './open.ts'

/** The number of the newest work, and of rows in the files of works; 0: there is none. */
export const highestArtwork = (db: Catalogue): number => db.prepare<[], number>(`select coalesce(max(id), 0) from artwork`).pluck().get()! // prettier-ignore
