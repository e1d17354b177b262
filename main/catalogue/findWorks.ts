import type { Filter } from '#preload/api.ts'
import { conditionsOf } from '#preload/query.ts'
import { worksOfChange } from './changes.ts'
import { concerns } from './concerns.ts'
import { clausesOf, dateField } from './conditions.ts'
import { flagged } from './flagged.ts'
import type { Catalogue } from './open.ts'
import { keyOf, orderOf } from './orders.ts'
import { sortedKeys, type Keys } from './sortedKeys.ts'

/** Of so many works at the most each is asked for what it is sorted by; of more, all that there is is read. */
const fewWorks = 2000

/** Ids of the works that match a filter, in its order. */
export function findWorks(db: Catalogue, filter: Filter, threshold: number): number[] {
  const { sql, values } = matching(db, filter, threshold)
  const by = orderOf(filter)
  const ids = db.prepare<[Record<string, unknown>], number>(`${sql('artwork.id')} order by ${by ?? 'artwork.id'}`).pluck().all(values) // prettier-ignore
  return by === null ? inOrder(ids, keysOf(db, filter, ids), filter.descending ?? false) : ids
}

/** What the works are sorted by, and perhaps others. */
function keysOf(db: Catalogue, filter: Filter, ids: readonly number[]): Keys {
  if (ids.length > fewWorks) return sortedKeys(db, filter.sort!, sortedOf(db, filter))
  const keys = sortKeys(db, filter, ids)
  const known = [...ids.keys()].filter((index) => keys[index] !== null).toSorted((a, b) => keys[a]! - keys[b]! || a - b)
  return {
    ids: Int32Array.from(known, (index) => ids[index]!),
    values: Float64Array.from(known, (index) => keys[index]!),
  }
}

/** Works by the lowest of their numbers; those without one come last either way, and equal ones in the order of `ids` (ascending). */
function inOrder(ids: readonly number[], keys: Keys, descending: boolean): number[] {
  const isLeft = new Uint8Array((ids.at(-1) ?? 0) + 1)
  for (const id of ids) isLeft[id] = 1
  const places: number[] = []
  for (let place = 0; place < keys.ids.length; place++) {
    const id = keys.ids[place]!
    if (isLeft[id] !== 1) continue
    isLeft[id] = 0
    places.push(place)
  }
  const sorted = descending ? turned(places, keys.values) : places
  return [...sorted.map((place) => keys.ids[place]!), ...ids.filter((id) => isLeft[id] === 1)]
}

/** From the highest value on; those with the same stay as they stand. */
function turned(places: readonly number[], values: Float64Array): number[] {
  const found: number[] = []
  for (let end = places.length; end > 0;) {
    let start = end - 1
    while (start > 0 && values[places[start - 1]!] === values[places[start]!]) start--
    for (let at = start; at < end; at++) found.push(places[at]!)
    end = start
  }
  return found
}

/** The numbers that works are sorted by, in the order of `ids`; null: not known, or it is sorted by something else. */
export function sortKeys(db: Catalogue, filter: Filter, ids: readonly number[]): (number | null)[] {
  const join = keyOf(filter.sort ?? 'added')
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
  return db.prepare<[Record<string, unknown>], number>(sql('count(*)')).pluck().get(values)!
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
    sql: (columns: string) => `with flagged as (${flagged}) select ${columns} from artwork ${where}`,
    values: Object.assign({ threshold }, ...clauses.map(({ values }) => values)) as Record<string, unknown>,
  }
} // prettier-ignore
