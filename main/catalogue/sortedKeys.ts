import type { Filter } from '#preload/api.ts'
import type { Catalogue } from './open.ts'
import { allKeysOf } from './orders.ts'
import { versionQuery } from './version.ts'

type Sort = NonNullable<Filter['sort']>
/** Works and the numbers that they are sorted by, the lowest first, equal ones by id; a work may be in it more than once. */
export type Keys = { ids: Int32Array; values: Float64Array }

const most = 4
const kept = new WeakMap<Catalogue, { version: string; keys: Map<string, Keys> }>()

/** All works by a number of theirs; kept until anything is written. `sortOf`: the attribute or column, null: any. */
export function sortedKeys(db: Catalogue, sort: Sort, sortOf: string | null): Keys {
  const version = versionQuery(db)()
  const known = kept.get(db)
  const keys = known?.version === version ? known.keys : new Map<string, Keys>()
  kept.set(db, { version, keys })
  const name = JSON.stringify([sort, sortOf])
  const found = keys.get(name) ?? read(db, sort, sortOf)
  keys.set(name, found)
  if (keys.size > most) keys.delete(keys.keys().next().value!)
  return found
}

function read(db: Catalogue, sort: Sort, sortOf: string | null): Keys {
  const rows = db
    .prepare<[{ sortOf: string | null }], [id: number, value: number]>(allKeysOf(sort)!)
    .raw()
    .all({ sortOf })
  return { ids: Int32Array.from(rows, ([id]) => id), values: Float64Array.from(rows, ([, value]) => value) }
}
