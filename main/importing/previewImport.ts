import { join, posix, resolve } from 'node:path'
import type { ImportPreview, TablePreview } from '#preload/api.ts'
import { marksIn } from '../catalogue/severalLabels.ts'
import { isImageName } from '../images/imageName.ts'
import { walk } from '../images/scan.ts'
import { columnFacts, guessUses } from '../tables/guess.ts'
import { cellValue, readTable, readTableFile, type Table } from '../tables/read.ts'
import { createMatcher } from './matchFiles.ts'
import { exists } from './readImage.ts'
import { tableFolder } from './tableStatements.ts'

/** Counting stops here, so that a preview of a whole drive still comes at once. */
const countLimit = 20_000
const tableLimit = 50

/**
 * What an import of this folder would find, by names alone: no file but the table is opened.
 * Throws ApiError 'folder-missing', 'folder-unreadable' and those of readTableFile and readTable.
 */
export async function previewImport(options: { folder: string; table: string | null }): Promise<ImportPreview> {
  const folder = resolve(options.folder)
  const { images, tables, counted } = await listFolder(folder)
  return {
    folder,
    images: images.length,
    counted,
    classFolders: classFolders(images),
    table: options.table === null ? null : await previewTable(resolve(options.table), folder, images, counted),
    tables: tables.toSorted((a, b) => tableRank(a) - tableRank(b)).map((file) => join(folder, file)),
  }
}

async function listFolder(folder: string) {
  const images: string[] = []
  const tables: string[] = []
  for await (const { kind, file } of walk(folder)) {
    if (kind === 'unreadable') continue
    if (/\.(csv|tsv|tab)$/i.test(file) && tables.length < tableLimit) tables.push(file)
    if (!isImageName(file)) continue
    if (images.length === countLimit) return { images, tables, counted: false }
    images.push(file)
  }
  return { images, tables, counted: true }
}

function classFolders(images: readonly string[]): ImportPreview['classFolders'] {
  const counts = new Map<string, number>()
  for (const file of images) {
    const folder = file.split('/').at(-2)
    if (folder !== undefined) counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => ({ name, images: count })).toSorted((a, b) => b.images - a.images)
}

/** Small is better: near the top of the folder, and called like a table of labels. */
function tableRank(file: string): number {
  const isLabels = /label|metadata|catalog|katalog|collection|sammlung|works|werke|annotation|inventar/i.test(posix.basename(file)) // prettier-ignore
  return file.split('/').length * 2 - (isLabels ? 1 : 0)
}

async function previewTable(path: string, folder: string, images: string[], counted: boolean): Promise<TablePreview> {
  const table = readTable(await readTableFile(path), path)
  const facts = columnFacts(table)
  const uses = guessUses(facts, table.data.length)
  const columns = facts.map(({ name, distinct, empty, examples }, index) => ({ name, use: uses[index]!, distinct, empty, examples, several: severalIn(table, index) })) // prettier-ignore
  const fileColumn = uses.indexOf('file')
  const match = createMatcher(images, folder, tableFolder(folder, path))
  const matches = fileColumn === -1 ? { matched: 0, unmatched: [] } : await countMatches(table, fileColumn, async (cell) => {
    if (match(cell) !== undefined) return true
    return !counted && cell !== '' && (await exists(join(folder, cell)))
  }) // prettier-ignore
  const { encoding, delimiter, data } = table
  return { path, encoding, delimiter, rows: data.length, columns, matched: matches.matched, unmatchedExamples: matches.unmatched } // prettier-ignore
}

/** What stands between several terms of one cell, where some cell holds one of them alone. */
function severalIn(table: Table, column: number): TablePreview['columns'][number]['several'] {
  const counts = new Map<string, number>()
  for (let row = 0; row < table.data.length; row++) {
    const value = cellValue(table, row, column).trim().normalize('NFC')
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const labels = [...counts].map(([name, works]) => ({ name, works })).toSorted((a, b) => b.works - a.works)
  const mark = marksIn(labels).find(({ isLikely }) => isLikely)
  return mark ? { separator: mark.separator, rows: mark.works, example: mark.example, parts: mark.parts } : null
}

async function countMatches(table: Table, column: number, isThere: (cell: string) => Promise<boolean>) {
  let matched = 0
  const unmatched: string[] = []
  for (let row = 0; row < table.data.length; row++) {
    const cell = cellValue(table, row, column).trim()
    if (cell !== '' && (await isThere(cell))) matched++
    else if (unmatched.length < 5) unmatched.push(cell)
  }
  return { matched, unmatched }
}
