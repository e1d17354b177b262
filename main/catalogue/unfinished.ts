import type { JobKind } from '#preload/api.ts'
import type { Catalogue } from './open.ts'

/** Work that was started and has not ended by itself: a kill leaves it here, and it goes on when the collection opens. */
export function unfinishedTable(db: Catalogue) {
  const put = db.prepare(`insert into unfinished (kind, settings, started_at) values (?, ?, ?)
    on conflict do update set settings = excluded.settings, started_at = excluded.started_at`)
  const remove = db.prepare(`delete from unfinished where kind = ?`)
  const all = db.prepare<[], { kind: JobKind; settings: string }>(
    `select kind, settings from unfinished order by started_at`,
  )
  return {
    put: (kind: JobKind, settings: unknown) => void put.run(kind, JSON.stringify(settings), new Date().toISOString()),
    remove: (kind: JobKind) => void remove.run(kind),
    list: () => all.all().map(({ kind, settings }) => ({ kind, settings: JSON.parse(settings) as unknown })),
  }
}
