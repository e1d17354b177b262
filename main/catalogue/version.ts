import type { Catalogue } from './open.ts'

/** A text that changes with everything that is written into the catalogue, here or through another connection to it. */
export function versionQuery(db: Catalogue) {
  const own = db.prepare<[], number>(`select total_changes()`).pluck()
  return () => `${db.pragma('data_version', { simple: true }) as number} ${own.get()}`
}
