import type { Catalogue } from './open.ts'

/** Facts about the collection itself: its name, whether it is the sample. */
export function propertyTable(db: Catalogue) {
  const set = db.prepare(
    `insert into property (name, value) values (?, ?) on conflict do update set value = excluded.value`,
  )
  const get = db.prepare<[string], string>(`select value from property where name = ?`).pluck()
  return { set: (name: string, value: string) => void set.run(name, value), get: (name: string) => get.get(name) }
}
