import type { Problem } from '#preload/api.ts'
import type { Catalogue } from './open.ts'

export type FileProblem = Problem & {
  source: number
  /** Size and time of the file when it was tried; null where the problem is one of a table's row. */
  bytes: number | null
  modified: number | null
}

/** Files and rows that could not be taken in, with the reason. One entry a file. */
export function problemTable(db: Catalogue) {
  const put = db.prepare(`
    insert into problem (source, file, code, message, bytes, modified)
    values (:source, :file, :code, :message, :bytes, :modified)
    on conflict (source, file) do update set code = excluded.code, message = excluded.message, bytes = excluded.bytes,
      modified = excluded.modified`)
  const add = db.prepare(`
    insert into problem (source, file, code, message) values (:source, :file, :code, :message) on conflict do nothing`)
  const remove = db.prepare(`delete from problem where source = ? and file = ?`)
  const removeOfRows = db.prepare(`delete from problem where source = ? and code in ('missing', 'duplicate-row')`)
  const get = db.prepare<[number, string], FileProblem>(`select * from problem where source = ? and file = ?`)
  const ofFiles = db.prepare<[number], FileProblem>(
    `select * from problem where source = ? and code not in ('missing', 'duplicate-row')`,
  )
  const count = db.prepare<[number], number>(`select count(*) from problem where source = ?`).pluck()
  const all = db.prepare<[], Problem>(`select file, code, message from problem order by source, file`)
  return {
    put: (problem: FileProblem) => void put.run(problem),
    /** A problem of a table's row; one of the file itself says more and stays. */
    addOfRow: (problem: Problem & { source: number }) => void add.run(problem),
    remove: (source: number, file: string) => void remove.run(source, file),
    removeOfRows: (source: number) => void removeOfRows.run(source),
    get: (source: number, file: string) => get.get(source, file),
    ofFiles: (source: number) => ofFiles.all(source),
    count: (source: number) => count.get(source)!,
    list: () => all.all(),
  }
}
