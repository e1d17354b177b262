import type { Filter, SavedFilter } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { fold } from './fold.ts'
import type { Catalogue } from './open.ts'

type Row = { id: number; name: string; filter: string }

/** Filters with a name, in the order that the user gave them. */
export function savedFilterTable(db: Catalogue) {
  const list = db.prepare<[], Row>(`select id, name, filter from saved_filter order by place, id`)
  const get = db.prepare<[number], Row>(`select id, name, filter from saved_filter where id = ?`)
  const add = db.prepare<[{ name: string; filter: string }]>(`
    insert into saved_filter (name, filter, place)
    values (:name, :filter, (select coalesce(max(place), 0) + 1 from saved_filter))`)
  const update = db.prepare<[{ id: number; name: string; filter: string }]>(`
    update saved_filter set name = :name, filter = :filter where id = :id`)
  const remove = db.prepare<[number]>(`delete from saved_filter where id = ?`)
  const setPlace = db.prepare<[number, number]>(`update saved_filter set place = ? where id = ?`)

  const read = (id: number | bigint): SavedFilter => {
    const row = get.get(Number(id))
    if (!row) throw new ApiError('unknown-filter', 'This list is not there any more. Somebody may have deleted it.')
    return asFilter(row)
  }
  /** Trimmed. Throws where it is empty or another filter has it. */
  const checked = (name: string, own: number | null) => {
    const trimmed = name.trim()
    if (trimmed === '') throw new ApiError('no-name', 'Type a name for the list.')
    if (list.all().some((other) => other.id !== own && fold(other.name) === fold(trimmed)))
      throw new ApiError('name-taken', `There is a list named "${trimmed}" already. Choose another name.`)
    return trimmed
  }

  return {
    list: () => list.all().map(asFilter),
    save: (name: string, filter: Filter): SavedFilter =>
      read(add.run({ name: checked(name, null), filter: JSON.stringify(filter) }).lastInsertRowid),
    change(id: number, change: { name?: string; filter?: Filter }): SavedFilter {
      const before = read(id)
      const name = change.name === undefined ? before.name : checked(change.name, id)
      update.run({ id, name, filter: JSON.stringify(change.filter ?? before.filter) })
      return read(id)
    },
    remove: (id: number) => void remove.run(id),
    arrange: db.transaction((ids: readonly number[]) => {
      for (const [index, id] of ids.entries()) setPlace.run(index + 1, id)
    }),
  }
}

const asFilter = ({ id, name, filter }: Row): SavedFilter => ({ id, name, filter: JSON.parse(filter) as Filter })
