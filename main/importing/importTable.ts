import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { ImportOptions } from '#preload/api.ts'
import { artworkTable } from '../catalogue/artworks.ts'
import { importedTableTable, type TableColumn } from '../catalogue/importedTables.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { problemTable } from '../catalogue/problems.ts'
import type { Source } from '../catalogue/sources.ts'
import { readTable, readTableFile, type Table } from '../tables/read.ts'
import { columnUses, matchRows, tableStatements, type Matched, type Statement } from './tableStatements.ts'

export type ChosenTable = { path: string; bytes: Buffer; table: Table; columns: TableColumn[] }

/** Reads a table and settles what its columns are. Throws ApiError, see readTableFile, readTable and columnUses. */
export async function readChosenTable(path: string, chosen: ImportOptions['columns']): Promise<ChosenTable> {
  const bytes = await readTableFile(path)
  const table = readTable(bytes, path)
  return { path, bytes, table, columns: columnUses(table, path, chosen) }
}

type Job = {
  db: Catalogue
  source: Source
  table: ChosenTable
  signal: AbortSignal
  enter(statements: Iterable<Statement>, total: number): Promise<number>
}

/** Keeps the table's bytes, says which row is about which artwork, and enters what it states. */
export async function importTable({ db, source, table: chosen, signal, enter }: Job) {
  const { table, columns, path, bytes } = chosen
  const artworks = new Map(
    artworkTable(db)
      .ofSource(source.id)
      .map(({ id, file }) => [file, id]),
  )
  const bad = problemTable(db)
    .ofFiles(source.id)
    .map(({ file }) => file)
  const fileColumn = columns.findIndex(({ use }) => use === 'file')
  const matched = matchRows(table, fileColumn, { folder: source.folder, path }, artworks, bad)
  const id = keepTable(db, source.id, { path, bytes, columns }, matched)
  await keepRows(db, id, matched, signal)
  const total = new Set(matched.artworks.filter((artwork) => artwork !== null)).size
  const labels = await enter(tableStatements(table, columns, matched), total)
  return { labels, unmatched: matched.unmatched }
}

function keepTable(
  db: Catalogue,
  source: number,
  kept: Pick<ChosenTable, 'path' | 'bytes' | 'columns'>,
  matched: Matched,
) {
  const problems = problemTable(db)
  const { path, bytes: content, columns } = kept
  const sha256 = createHash('sha256').update(content).digest('hex')
  return db.transaction(() => {
    problems.removeOfRows(source)
    for (const problem of matched.problems) problems.addOfRow({ ...problem, source })
    return importedTableTable(db).put({ source, path, sha256, content, columns, importedAt: new Date().toISOString() })
  })()
}

async function keepRows(db: Catalogue, table: number, { artworks }: Matched, signal: AbortSignal) {
  const tables = importedTableTable(db)
  const write = db.transaction((from: number, to: number) => {
    for (let row = from; row < to; row++) {
      const artwork = artworks[row]
      if (artwork != null) tables.setArtwork(table, row, artwork)
    }
  })
  for (let from = 0; from < artworks.length; from += 1000) {
    write(from, Math.min(from + 1000, artworks.length))
    await setImmediate()
    signal.throwIfAborted()
  }
}
