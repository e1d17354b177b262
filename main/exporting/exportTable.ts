import { realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { ExportOptions, ExportPreview, JobResult } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { importedTableTable } from '../catalogue/importedTables.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { chosenChanges, correctedBytes, correctedTable } from './correctedTable.ts'
import { createNewTable } from './newTable.ts'
import { writeWhole } from './writeWhole.ts'

export type ExportJob = {
  db: Catalogue
  options: ExportOptions
  path: string
  signal: AbortSignal
  /** `stage`: 'writing'. */
  progress(state: { stage: string; done: number; total: number }): void
}

/** Works read between two pauses. */
const pageSize = 500

/** What an export would write. Throws ApiError 'no-table', 'unknown-table'. */
export function previewExport(db: Catalogue, options: ExportOptions): ExportPreview {
  const tables = [
    ...new Set(
      importedTableTable(db)
        .list()
        .map(({ path }) => path),
    ),
  ]
  if (options.kind === 'new') return { rows: createNewTable(db).works(), tables, changes: [], renamed: 0 }
  const corrected = correctedTable(db, options.table ?? null)
  const changes = chosenChanges(corrected, options.renames ?? false).map(({ shown }) => shown)
  return { rows: corrected.table.data.length, tables, changes, renamed: corrected.renamed.length }
}

/**
 * Writes the corrected table, or a new one, to `path`. Throws ApiError 'would-overwrite-source', 'export-unwritable',
 * 'disk-full', 'no-table', 'unknown-table', 'not-in-encoding'.
 */
export async function exportTable(job: ExportJob): Promise<Extract<JobResult, { kind: 'export' }>> {
  const { db, options, signal, progress } = job
  const path = resolve(job.path)
  await refuseSource(db, path)
  if (options.kind === 'new') return { kind: 'export', path, ...(await writeNew(job, path)) }
  const corrected = correctedTable(db, options.table ?? null)
  const rows = corrected.table.data.length
  progress({ stage: 'writing', done: 0, total: rows })
  const changes = chosenChanges(corrected, options.renames ?? false)
  await writeWhole(path, [correctedBytes(corrected, changes)], signal)
  progress({ stage: 'writing', done: rows, total: rows })
  return { kind: 'export', path, rows, changed: changes.length }
}

async function writeNew({ db, options, signal, progress }: ExportJob, path: string) {
  const table = createNewTable(db)
  const total = table.works()
  let rows = 0
  async function* parts() {
    yield (options.bom ? '\ufeff' : '') + table.header()
    for (let last: number | null = 0; last !== null;) {
      const page = table.lines(last, pageSize)
      yield page.text
      rows += page.rows
      last = page.last
      progress({ stage: 'writing', done: rows, total })
      await setImmediate()
    }
  }
  await writeWhole(path, parts(), signal)
  return { rows, changed: 0 }
}

/** The table that was imported is the user's own and often her only one: it is never written over. */
async function refuseSource(db: Catalogue, path: string) {
  const target = await real(path)
  for (const source of importedTableTable(db).list()) {
    if ((await real(source.path)) !== target) continue
    throw new ApiError('would-overwrite-source', `${basename(path)} is the table that was imported. Choose another name, so that the original stays.`) // prettier-ignore
  }
}

/** With links resolved, as far as the path exists. */
async function real(path: string): Promise<string> {
  return realpath(path).catch(async () =>
    join(await realpath(dirname(path)).catch(() => dirname(path)), basename(path)),
  )
}
