import type { Filter } from '#preload/api.ts'
import { conditionsOf } from '#preload/query.ts'
import { worksOfChange } from './changes.ts'
import { concerns } from './concerns.ts'
import { clausesOf, dateField } from './conditions.ts'
import { flagged } from './flagged.ts'
import type { Catalogue } from './open.ts'
import { keyOf, orderOf } from './orders.ts'

/** Ids of the works that match a filter, in its order. */
export function findWorks(db: Catalogue, filter: Filter, threshold: number): number[] {
  const { sql, values } = matching(db, filter, threshold)
  const order = orderOf(filter)
  return db
    .prepare<[Record<string, unknown>], number>(`${sql('artwork.id', order.join)} order by ${order.by}`)
    .pluck()
    .all({ ...values, ...(order.join === '' ? {} : { sortOf: sortedOf(db, filter) }) })
}

/** The numbers that works are sorted by, in the order of `ids`; null: not known, or it is sorted by something else. */
export function sortKeys(db: Catalogue, filter: Filter, ids: readonly number[]): (number | null)[] {
  const join = keyOf(filter.sort ?? 'added', true)
  if (join === null) return ids.map(() => null)
  const rows = db
    .prepare<[Record<string, unknown>], { id: number; value: number | null }>(
      `select artwork.id, key.value from artwork ${join} where artwork.id in (select value from json_each(:ids))`,
    )
    .all({ ids: JSON.stringify(ids), sortOf: sortedOf(db, filter) })
  const byId = new Map(rows.map(({ id, value }) => [id, value]))
  return ids.map((id) => byId.get(id) ?? null)
}

/** The attribute or the column whose values order the works; null: any attribute. */
const sortedOf = (db: Catalogue, { sort, sortOf, attribute }: Filter) =>
  sortOf ?? (sort === 'year' ? dateField(db) : attribute) ?? null

/** How many works match. */
export function countWorks(db: Catalogue, filter: Filter, threshold: number): number {
  const { sql, values } = matching(db, filter, threshold)
  return db.prepare<[Record<string, unknown>], number>(sql('count(*)', '')).pluck().get(values)!
}

function matching(db: Catalogue, filter: Filter, threshold: number) {
  const text = filter.text?.trim()
  const clauses = clausesOf(db, [...(text ? [{ kind: 'text', text } as const] : []), ...conditionsOf(filter)])
  if (filter.ids)
    clauses.push({ sql: `artwork.id in (select value from json_each(:ids))`, values: { ids: JSON.stringify(filter.ids) } })
  if (filter.concern) clauses.push({ sql: concerns[filter.concern], values: {} })
  if (filter.change !== undefined)
    clauses.push({ sql: `artwork.id in (${worksOfChange})`, values: { change: filter.change } })
  const where = clauses.length > 0 ? `where ${clauses.map(({ sql }) => sql).join(' and ')}` : ''
  return {
    sql: (columns: string, join: string) =>
      `with flagged as (${flagged}) select ${columns} from artwork ${join} ${where}`,
    values: Object.assign({ threshold }, ...clauses.map(({ values }) => values)) as Record<string, unknown>,
  }
} // prettier-ignore
