import { lstat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { ImportOptions, JobResult } from '#preload/api.ts'
import { artworkTable } from '../catalogue/artworks.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { problemTable } from '../catalogue/problems.ts'
import { sourceTable } from '../catalogue/sources.ts'
import { isCompanion } from '../images/imageName.ts'
import { scan, walk, type Found } from '../images/scan.ts'
import { removeHalfThumbnails } from '../images/thumbnail.ts'
import { findNearCopies } from '../overview/findNearCopies.ts'
import { importTable, readChosenTable } from './importTable.ts'
import { inOrder } from './inOrder.ts'
import { createKeeper } from './keepImages.ts'
import { diskFull, readImage, type ReadImage } from './readImage.ts'
import { createEntry } from './enterStatements.ts'
import { folderStatements, type Statement } from './tableStatements.ts'

export type ImportJob = {
  db: Catalogue
  collectionFolder: string
  options: ImportOptions
  signal: AbortSignal
  /** `stage`: 'reading' files, then 'labelling'. */
  progress(state: { stage: string; done: number; total: number }): void
}

/** Works in one transaction. */
const batchSize = 64

/**
 * Reads the images of a folder and their labels into the catalogue. Interrupted at any moment and called again it goes on
 * where it was; called for a known folder it reads only what is new or changed.
 * Throws ApiError 'folder-missing', 'folder-unreadable', 'disk-full', 'collection-unwritable' and those of a table.
 */
export async function importFolder(job: ImportJob): Promise<Extract<JobResult, { kind: 'import' }>> {
  const { db, options, signal } = job
  const folder = resolve(options.folder)
  try {
    await walk(folder).next() // a missing folder leaves no trace in the catalogue, nor does a faulty table
    const table = options.table === null ? null : await readChosenTable(resolve(options.table), options.columns)
    await removeHalfThumbnails(job.collectionFolder)
    const source = sourceTable(db).put(folder, table ? null : options.folderAttribute)
    const { added, known, moved } = await readFiles(job, source)
    for (const each of [source, ...(moved > 0 ? sourceTable(db).empty() : [])]) await forgetGoneProblems(db, each)
    if (added > 0) await findNearCopies(db, signal)
    signal.throwIfAborted()
    const enter = (statements: Iterable<Statement>, total: number) => enterAll(job, statements, total)
    let entered = { labels: 0, unmatched: 0 }
    if (table) entered = await importTable({ db, source, table, signal, enter })
    else if (options.folderAttribute !== null) {
      const artworks = new Map(
        artworkTable(db)
          .ofSource(source.id)
          .map(({ id, file }) => [file, id]),
      )
      entered.labels = await enter(folderStatements(artworks, options.folderAttribute), artworks.size)
    }
    const duplicates = artworkTable(db).duplicates(source.id)
    return { kind: 'import', added, known, moved, duplicates, problems: problemTable(db).count(source.id), ...entered }
  } catch (error) {
    throw (error as { code?: string }).code === 'SQLITE_FULL' ? diskFull() : error
  }
}

async function readFiles(
  { db, collectionFolder, signal, progress }: ImportJob,
  source: { id: number; folder: string },
) {
  const artworks = artworkTable(db)
  const problems = problemTable(db)
  const keep = createKeeper(db, source)
  const counted = countFiles(source.folder, signal)
  let [added, known, moved, done] = [0, 0, 0, 0]
  let batch: ReadImage[] = []

  const read = async (found: Found): Promise<ReadImage | 'known' | 'known-problem'> => {
    const isSame = (kept: { bytes: number | null; modified: number | null } | undefined) =>
      found.kind === 'file' && kept?.bytes === found.bytes && kept.modified === found.modified
    const problem = problems.get(source.id, found.file)
    if (isSame(problem)) return 'known-problem'
    if (!isSame(artworks.known(source.id, found.file))) return readImage(source.folder, collectionFolder, found, signal)
    if (problem?.bytes != null) problems.remove(source.id, found.file)
    return 'known'
  }
  const flush = async () => {
    const kept = await keep(batch)
    added += kept.added
    moved += kept.moved
    batch = []
  }
  try {
    for await (const result of inOrder(images(source.folder), availableParallelism() + 1, signal, read)) {
      if (result === 'known') known++
      else if (result !== 'known-problem') batch.push(result)
      if (batch.length >= batchSize) await flush()
      progress({ stage: 'reading', done: ++done, total: Math.max(counted.total, counted.total && done) })
      if (done % batchSize === 0) await setImmediate() // known files alone would never let other work in
    }
  } finally {
    counted.stop()
    await flush()
  }
  return { added, known, moved }
}

async function* images(folder: string): AsyncGenerator<Found> {
  for await (const found of scan(folder)) if (found.kind === 'unreadable' || !isCompanion(found.file)) yield found
}

/** Counts beside the reading, many times faster than it; `total` is 0 until all are counted. */
function countFiles(folder: string, signal: AbortSignal) {
  const count = { total: 0, stopped: false, stop: () => void (count.stopped = true) }
  const run = async () => {
    let total = 0
    for await (const found of walk(folder)) {
      if (count.stopped || signal.aborted) return
      if (found.kind === 'unreadable' || !isCompanion(found.file)) total++
    }
    count.total = total
  }
  run().catch(() => {}) // what is wrong with the folder, the reading reports
  return count
}

/** Files that were at fault and are no longer there are no concern any more. */
async function forgetGoneProblems(db: Catalogue, source: { id: number; folder: string }) {
  const problems = problemTable(db)
  for (const { file } of problems.ofFiles(source.id)) {
    const isGone = await lstat(join(source.folder, file)).then(
      () => false,
      (error: NodeJS.ErrnoException) => error.code === 'ENOENT' || error.code === 'ENOTDIR',
    )
    if (isGone) problems.remove(source.id, file)
  }
}

async function enterAll(
  { db, signal, progress }: ImportJob,
  statements: Iterable<Statement>,
  total: number,
): Promise<number> {
  const enter = createEntry(db)
  let [labels, done] = [0, 0]
  let batch: Statement[] = []
  const flush = async () => {
    labels += enter(batch, new Date().toISOString())
    done += batch.length
    batch = []
    progress({ stage: 'labelling', done, total })
    await setImmediate()
    signal.throwIfAborted()
  }
  for (const statement of statements) if (batch.push(statement) >= batchSize) await flush()
  await flush()
  return labels
}
