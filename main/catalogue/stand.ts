import type { Catalogue } from './open.ts'

/** A text that changes with every label, every verdict and every change of the vocabulary: what was reckoned from them holds while it is the same. */
export function standQuery(db: Catalogue) {
  const stand = db.prepare<[], string>(`
    select coalesce((select max(id) from label), 0) || ' ' || coalesce((select max(id) from verdict), 0)
      || ' ' || coalesce((select max(id) from change), 0)`).pluck() // prettier-ignore
  return () => stand.get()!
}
