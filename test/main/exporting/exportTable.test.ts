import { mkdir, readdir, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { labelTable } from '#main/catalogue/labels.ts'
import { exportTable, previewExport } from '#main/exporting/exportTable.ts'
import { cellValue, readTable } from '#main/tables/read.ts'
import { decide as take } from '#main/history/decide.ts'
import { undo } from '#main/history/history.ts'
import type { ExportOptions } from '#preload/api.ts'
import { put } from '#test/fixtures/folder.ts'
import { newCollection } from '#test/fixtures/imports.ts'
import { noise } from '#test/fixtures/pictures.ts'

const at = '2026-01-02T03:04:05.000Z'
const original: ExportOptions = { kind: 'original', bom: false }
const table =
  'Datei;style;Titel;genre;id\r\n"a.jpg";"Barock";Größe, =1;x;007\r\nb.jpg;Rokoko;"B ""2""";x;1,50\r\n\r\nc.jpg;Barock ;;;=3'

async function imported(bytes: Buffer) {
  const it = await newCollection()
  for (const [index, file] of ['a.jpg', 'b.jpg', 'c.jpg'].entries()) await put(it.folder, file, await noise(index).jpeg().toBuffer()) // prettier-ignore
  const path = await put(it.base, 'labels.csv', bytes)
  await it.run({ table: path })
  const write = (options: ExportOptions, target = join(it.base, 'out.csv'), signal = new AbortController().signal) =>
    exportTable({ db: it.db, options, path: target, signal, progress: () => {} })
  const decide = (artwork: number, kind: 'relabel' | 'keep', term?: string) =>
    take(it.db, { artworks: [artwork], attribute: 'style', kind, ...(term ? { term } : {}) }, 'Ada', at)
  return { ...it, path, write, decide, out: () => readFile(join(it.base, 'out.csv')) }
}

test('without a correction the exported table is the imported one, byte for byte', async () => {
  for (const bytes of [
    Buffer.from(table),
    iconv.encode(table, 'windows-1252'),
    iconv.encode(table, 'utf-16le', { addBOM: true }),
  ]) {
    const { write, out, decide, db } = await imported(bytes)
    decide(1, 'keep')
    decide(2, 'relabel', 'Barock')
    undo(db, 'Ada', at)
    expect(await write(original)).toMatchObject({ rows: 3, changed: 0 })
    expect((await out()).equals(bytes)).toBe(true)
  }
})

test('only the corrected cells change, and the preview names them', async () => {
  for (const encode of [(text: string) => Buffer.from(text), (text: string) => iconv.encode(text, 'windows-1252')]) {
    const { write, out, decide, db } = await imported(encode(table))
    decide(1, 'relabel', 'Jugendstil; früh')
    labelTable(db).append({ artwork: 2, attribute: 'genre', term: null, ground: 'hand', actor: 'Ada', at })
    labelTable(db).append({ artwork: 3, attribute: 'genre', term: 'y', ground: 'hand', actor: 'Ada', at })
    const changes = [
      { file: 'a.jpg', column: 'style', before: 'Barock', after: 'Jugendstil; früh' },
      { file: 'b.jpg', column: 'genre', before: 'x', after: '' },
      { file: 'c.jpg', column: 'genre', before: '', after: 'y' },
    ]
    expect(previewExport(db, original)).toMatchObject({ rows: 3, changes })
    expect(await write(original)).toMatchObject({ changed: 3 })
    const expected = table
      .replace('"Barock"', '"Jugendstil; früh"')
      .replace('"B ""2""";x', '"B ""2""";')
      .replace(';;;=3', ';;y;=3')
    expect((await out()).equals(encode(expected))).toBe(true)
  }
})

test('of two imported versions the newest is corrected; a re-import makes its own cells the original', async () => {
  const { base, write, out, decide, run, path } = await imported(Buffer.from('file,style\na.jpg,A\nb.jpg,B\n'))
  decide(1, 'relabel', 'X')
  await put(base, 'labels.csv', 'file,style,note\na.jpg,A,n\nb.jpg,C,n\n')
  await run({ table: path })
  await write(original)
  expect((await out()).toString()).toBe('file,style,note\na.jpg,X,n\nb.jpg,C,n\n')
})

test('a new table says what stands, who decided, what was before and what the model thinks', async () => {
  const { write, out, decide, db } = await imported(Buffer.from('file,style\na.jpg,A\nb.jpg,B\nc.jpg,=1+1\n'))
  db.exec(`
    insert into run (id, recipe, seed, backbone, started_at, seconds, works, metrics, is_current) values (1, '{}', 1, 'x', '', 1, 3, '{}', 1);
    insert into evidence (run, attribute, artwork, given, suggestion, given_probability, suggestion_probability, score)
      select 1, attribute.id, artwork.id, term.id, term.id, 0.1, 0.8, 0.1 from attribute, artwork, term
      where term.name = 'B' and artwork.id <> 2`)
  decide(1, 'relabel', 'B')
  decide(2, 'keep')
  expect(await write({ kind: 'new', bom: true })).toMatchObject({ rows: 3 })
  const bytes = await out()
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
  const read = readTable(bytes, 'out.csv')
  const cells = read.data.map((_, row) => read.columns.map((_name, column) => cellValue(read, row, column)))
  expect(read.columns).toEqual(['file', 'style', ...['decided by', 'decided at', 'previous label', 'suggestion', 'suggestion probability'].map((name) => `style ${name}`)]) // prettier-ignore
  const importedAt = expect.stringMatching(/^2\d{3}-.*Z$/)
  expect(cells).toEqual([
    ['a.jpg', 'B', 'Ada', at, 'A', 'B', '0.8000'],
    ['b.jpg', 'B', 'Ada', at, '', '', ''],
    ['c.jpg', "'=1+1", 'import', importedAt, '', 'B', '0.8000'],
  ])
  await write({ kind: 'new', bom: false })
  expect((await out()).equals(bytes.subarray(3))).toBe(true)
})

test('the imported table is never written over, not even through a link', async () => {
  const { base, path, write } = await imported(Buffer.from('file,style\na.jpg,A\n'))
  await symlink(path, join(base, 'link.csv'))
  await symlink(base, join(base, 'linked folder'))
  for (const target of [
    path,
    join(base, 'link.csv'),
    join(base, 'linked folder', 'labels.csv'),
    join(base, 'x', '..', 'labels.csv'),
  ])
    for (const kind of ['original', 'new'] as const)
      await expect(write({ kind, bom: false }, target)).rejects.toMatchObject({ code: 'would-overwrite-source' })
  expect((await readFile(path)).toString()).toBe('file,style\na.jpg,A\n')
})

test('where it cannot be written it says so and leaves nothing behind', async () => {
  const { base, write } = await imported(Buffer.from('file,style\na.jpg,A\n'))
  await mkdir(join(base, 'folder.csv'))
  const before = (await readdir(base)).toSorted()
  for (const target of [join(base, 'no', 'out.csv'), join(base, 'folder.csv'), join(base, 'labels.csv', 'out.csv')])
    await expect(write(original, target)).rejects.toMatchObject({ code: 'export-unwritable' })
  if (process.platform === 'linux') await expect(write(original, '/proc/out.csv')).rejects.toMatchObject({ code: 'export-unwritable' }) // prettier-ignore
  await expect(write({ ...original, table: '/other.csv' })).rejects.toMatchObject({ code: 'unknown-table' })
  await expect(write({ kind: 'new', bom: false }, undefined, AbortSignal.abort())).rejects.toThrow()
  expect((await readdir(base)).toSorted()).toEqual(before)
})

test('without an imported table there is nothing to correct', async () => {
  const { db } = await newCollection()
  expect(() => previewExport(db, original)).toThrow(expect.objectContaining({ code: 'no-table' }))
  expect(previewExport(db, { kind: 'new', bom: false })).toEqual({ rows: 0, tables: [], changes: [], renamed: 0 })
})
