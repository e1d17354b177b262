import type { Catalogue } from './open.ts'

/** What works are called, their file where they have no title; unknown ids are left out. */
export function titleQuery(db: Catalogue) {
  const query = db.prepare<[string], { id: number; title: string }>(`
    select id, iif(title = '', file, title) as title from artwork where id in (select value from json_each(?))`)
  return (ids: readonly number[]) => new Map(query.all(JSON.stringify(ids)).map(({ id, title }) => [id, title]))
}
