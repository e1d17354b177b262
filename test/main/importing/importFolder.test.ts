import { cp, mkdir, readdir, readFile, rename, rm, symlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { labelTable } from '#main/catalogue/labels.ts'
import { previewImport } from '#main/importing/previewImport.ts'
import { decide as take } from '#main/history/decide.ts'
import { undo } from '#main/history/history.ts'
import { put } from '#test/fixtures/folder.ts'
import { newCollection } from '#test/fixtures/imports.ts'
import { noise } from '#test/fixtures/pictures.ts'

type New = Awaited<ReturnType<typeof newCollection>>

const picture = (seed: number) => noise(seed).jpeg().toBuffer()
const idOf = ({ rows }: New, file: string) => rows<{ id: number }>('select id from artwork where file = ?', file)[0]?.id
const at = '2026-01-01T00:00:00.000Z'

/** Three works with a table. */
async function withTable(table = 'file,style,title,year\na.jpg,Baroque,A,1600\nb.jpg,Rococo,B,1750\nc.jpg,,C,\n') {
  const collection = await newCollection()
  for (const [index, file] of ['a.jpg', 'b.jpg', 'c.jpg'].entries()) await put(collection.folder, file, await picture(index)) // prettier-ignore
  const path = await put(collection.base, 'labels.csv', table)
  return { ...collection, path, import: () => collection.run({ table: path }) }
}

describe('importing a folder again', () => {
  test('adds only what is new', async () => {
    const it = await newCollection()
    await put(it.folder, 'x/a.jpg', await picture(1))
    expect(await it.run()).toMatchObject({ added: 1, known: 0 })
    await put(it.folder, 'w/b.jpg', await picture(2))
    expect(await it.run()).toMatchObject({ added: 1, known: 1 })
    expect(it.rows('select id, file from artwork order by id')).toEqual([{ id: 1, file: 'x/a.jpg' }, { id: 2, file: 'w/b.jpg' }]) // prettier-ignore
  })

  test('a file with other bytes gets a new hash and thumbnail, and loses its embedding', async () => {
    const it = await newCollection()
    await put(it.folder, 'a.jpg', await picture(1))
    await put(it.folder, 'b.jpg', await picture(2))
    await it.run()
    const sha = () => it.rows<{ sha256: string }>(`select sha256 from artwork where file = 'a.jpg'`)[0]!.sha256
    const before = sha()
    it.db.exec(`insert into embedding select 'x', id, sha256 from artwork`)
    await put(it.folder, 'a.jpg', await noise(3, 90, 70).jpeg().toBuffer())
    expect(await it.run()).toMatchObject({ added: 0, known: 1 })
    expect(sha()).not.toBe(before)
    expect(it.rows(`select width, height from artwork where file = 'a.jpg'`)).toEqual([{ width: 90, height: 70 }])
    expect(it.rows('select artwork from embedding')).toEqual([{ artwork: 2 }])
    expect(await readdir(join(it.collectionFolder, 'thumbnails', sha().slice(0, 2)))).toEqual([`${sha()}.jpg`])
  })

  test('a file that was only touched keeps its embedding', async () => {
    const it = await newCollection()
    const path = await put(it.folder, 'a.jpg', await picture(1))
    await it.run()
    it.db.exec(`insert into embedding select 'x', id, sha256 from artwork`)
    await utimes(path, 1, 1)
    await it.run()
    expect(it.rows('select artwork.modified from embedding join artwork on artwork.id = artwork')).toEqual([{ modified: 1000 }]) // prettier-ignore
  })

  test('a moved file keeps its id and its labels, also when the whole folder moved', async () => {
    const it = await withTable()
    await it.import()
    const id = idOf(it, 'b.jpg')
    await mkdir(join(it.folder, 'deep'))
    await rename(join(it.folder, 'b.jpg'), join(it.folder, 'deep', 'renamed.jpg'))
    expect(await it.run()).toMatchObject({ added: 0, moved: 1, known: 2 })
    expect(idOf(it, 'deep/renamed.jpg')).toBe(id)
    expect(it.labels('style')).toEqual({ 'a.jpg': 'Baroque', 'deep/renamed.jpg': 'Rococo' })
    await rename(it.folder, join(it.base, 'elsewhere'))
    expect(await it.run({ folder: join(it.base, 'elsewhere') })).toMatchObject({ added: 0, moved: 3, known: 0, duplicates: 0 }) // prettier-ignore
    expect(it.rows('select id from artwork').length).toBe(3)
    expect(it.labels('style')).toEqual({ 'a.jpg': 'Baroque', 'deep/renamed.jpg': 'Rococo' })
  })

  test('a moved folder keeps verdicts, and tells of copies of an image by their paths which was which', async () => {
    const it = await newCollection()
    for (const file of ['x/1.jpg', 'y/1.jpg', 'z/2.jpg']) await put(it.folder, file, await picture(1))
    await put(it.folder, 'x/broken.jpg', 'no image')
    expect(await it.run({ folderAttribute: 'style' })).toMatchObject({ added: 3, moved: 0, problems: 1 })
    const before = it.rows('select id, file from artwork order by id')
    take(it.db, { artworks: [idOf(it, 'y/1.jpg')!], attribute: 'style', kind: 'relabel', term: 'Decided' }, 'Ada', at)
    await rename(it.folder, join(it.base, 'a different name'))
    const folder = join(it.base, 'a different name')
    expect(await it.run({ folder, folderAttribute: 'style' })).toMatchObject({ added: 0, moved: 3, known: 0, labels: 0, problems: 1 }) // prettier-ignore
    expect(it.rows('select id, file from artwork order by id')).toEqual(before)
    expect(it.labels('style')).toEqual({ 'x/1.jpg': 'x', 'y/1.jpg': 'Decided', 'z/2.jpg': 'z' })
    // What could not be read of the folder that is gone is no concern any more.
    expect(it.rows('select source.folder from problem join source on source.id = problem.source')).toEqual([{ folder }])
    expect(await it.run({ folder, folderAttribute: 'style' })).toMatchObject({ added: 0, moved: 0, known: 3 })
  })

  test('the same folder by another path holds the same works; a copy of it holds copies', async () => {
    const it = await withTable()
    await it.import()
    const link = join(it.base, 'link')
    await symlink(it.folder, link, 'junction')
    const { path } = it
    expect(await it.run({ folder: link, table: path })).toMatchObject({ added: 0, moved: 3, labels: 0, unmatched: 0, duplicates: 0 }) // prettier-ignore
    expect(it.rows('select id from artwork')).toHaveLength(3)
    expect(await it.import()).toMatchObject({ added: 0, moved: 3, labels: 0 })
    await cp(it.folder, join(it.base, 'copy'), { recursive: true })
    expect(await it.run({ folder: join(it.base, 'copy') })).toMatchObject({ added: 3, moved: 0, duplicates: 3 })
    expect(it.labels('style')).toEqual({ 'a.jpg': 'Baroque', 'b.jpg': 'Rococo' })
  })

  test('exact duplicates are counted and both kept', async () => {
    const it = await newCollection()
    for (const file of ['a.jpg', 'b.jpg', 'sub/c.jpg']) await put(it.folder, file, await picture(1))
    expect(await it.run()).toMatchObject({ added: 3, duplicates: 2 })
    expect(await it.run()).toMatchObject({ added: 0, known: 3, duplicates: 2 })
  })
})

describe('labels from a table', () => {
  test('titles, records and labels come in; empty cells are no labels', async () => {
    const it = await withTable()
    expect(await it.import()).toMatchObject({ added: 3, labels: 2, unmatched: 0, problems: 0 })
    expect(it.labels('style')).toEqual({ 'a.jpg': 'Baroque', 'b.jpg': 'Rococo' })
    expect(it.rows('select title, record from artwork where id = 1')).toEqual([{ title: 'A', record: '{"year":"1600"}' }]) // prettier-ignore
    expect(await it.import()).toMatchObject({ added: 0, labels: 0 })
    expect(it.rows('select count(*) as n from label')).toEqual([{ n: 2 }])
    expect(it.rows('select content, length(content) as n from imported_table')).toEqual([
      { content: await readFile(it.path), n: (await readFile(it.path)).length },
    ])
    expect(it.rows('select row, artwork from table_row')).toEqual([0, 1, 2].map((row) => ({ row, artwork: row + 1 })))
  })

  test('a changed cell changes a label from an import, and never one that somebody decided', async () => {
    const it = await withTable('file,style\na.jpg,A1\nb.jpg,B1\nc.jpg,C1\n')
    for (const [index, file] of ['d.jpg', 'e.jpg', 'f.jpg'].entries()) await put(it.folder, file, await picture(index + 9)) // prettier-ignore
    const table = (n: number) => `file,style\n${[...'abcdef'].map((x) => `${x}.jpg,${x.toUpperCase()}${n}\n`).join('')}`
    await put(it.base, 'labels.csv', table(1))
    await it.import()
    const decide = (file: string, kind: 'relabel' | 'keep' | 'skip', term?: string) =>
      take(it.db, { artworks: [idOf(it, file)!], attribute: 'style', kind, ...(term ? { term } : {}) }, 'Ada', at)
    decide('f.jpg', 'relabel', 'Undone')
    undo(it.db, 'Ada', at)
    decide('b.jpg', 'relabel', 'Decided')
    decide('c.jpg', 'keep')
    decide('e.jpg', 'skip')
    labelTable(it.db).append({ artwork: idOf(it, 'd.jpg')!, attribute: 'style', term: null, ground: 'hand', actor: 'Ada', at }) // prettier-ignore
    await put(it.base, 'labels.csv', table(2))
    expect(await it.import()).toMatchObject({ labels: 3 })
    expect(it.labels('style')).toEqual({ 'a.jpg': 'A2', 'b.jpg': 'Decided', 'c.jpg': 'C1', 'e.jpg': 'E2', 'f.jpg': 'F2' }) // prettier-ignore
    expect(it.rows('select count(*) as n from imported_table')).toEqual([{ n: 2 }])
    await put(it.base, 'labels.csv', 'file,style\na.jpg,\n')
    expect(await it.import()).toMatchObject({ labels: 1 })
    expect(it.labels('style')['a.jpg']).toBeUndefined()
  })

  test('rows without an image and two rows for one image are reported; the last row holds', async () => {
    const it = await withTable('file,style\na.jpg,First\nnowhere.jpg,X\n,Y\nA.JPG,Second\nbad.jpg,Z\n')
    await put(it.folder, 'bad.jpg', '')
    expect(await it.import()).toMatchObject({ unmatched: 2, problems: 4, labels: 1 })
    expect(it.labels('style')).toEqual({ 'a.jpg': 'Second' })
    expect(it.rows('select file, code from problem order by file')).toEqual([
      { file: 'a.jpg', code: 'duplicate-row' },
      { file: 'bad.jpg', code: 'empty' },
      { file: 'labels.csv, row 4', code: 'missing' },
      { file: 'nowhere.jpg', code: 'missing' },
    ])
    await put(it.folder, 'nowhere.jpg', await picture(77))
    expect(await it.import()).toMatchObject({ unmatched: 1, labels: 1 })
  })

  test('file names are matched whatever their case, accents, slashes, root or missing extension', async () => {
    const it = await newCollection()
    const files = [
      'Straße/Café.jpg',
      'two/1.jpg',
      'three/1.jpg',
      'X.1984.7.tif',
      'deep/down/unique.png',
      'same.jpg',
      'same.png',
    ]
    for (const [index, file] of files.entries()) await put(it.folder, file, await picture(index))
    const cells: [string, string | null][] = [
      ['STRASSE\\cafe.jpg', null],
      ['straße\\CAFE\u0301.JPG', 'Straße/Café.jpg'],
      [`${it.folder}/two/1.jpg`, 'two/1.jpg'],
      ['C:\\Users\\Ada\\images\\three\\1.jpg', 'three/1.jpg'],
      ['1.jpg', null],
      ['X.1984.7', 'X.1984.7.tif'],
      ['unique', 'deep/down/unique.png'],
      ['elsewhere/unique.png', null],
      ['same', null],
      ['./same.png', 'same.png'],
    ]
    const table = await put(it.base, 't.csv', `file,style\n${cells.map(([cell], i) => `${cell},S${i}\n`).join('')}`)
    await it.run({ table })
    const expected = cells.flatMap(([, file], i) => (file === null ? [] : [[file, `S${i}`] as const]))
    expect(it.labels('style')).toEqual(Object.fromEntries(expected))
  })

  test('a table that cannot be used leaves no trace', async () => {
    const it = await withTable('style,genre\nX,Y\n')
    await expect(it.import()).rejects.toMatchObject({ code: 'table-no-file-column' })
    await expect(it.run({ table: join(it.base, 'no.csv') })).rejects.toMatchObject({ code: 'table-missing' })
    await expect(it.run({ folder: join(it.base, 'no') })).rejects.toMatchObject({ code: 'folder-missing' })
    expect(it.rows('select * from source')).toEqual([])
  })

  test('the use of columns can be chosen', async () => {
    const it = await withTable()
    await it.run({ table: it.path, columns: { style: 'record', year: 'attribute' } })
    expect(it.labels('year')).toEqual({ 'a.jpg': '1600', 'b.jpg': '1750' })
    expect(it.labels('style')).toEqual({})
  })
})

test('names of folders become terms, of the folder directly around the image', async () => {
  const it = await newCollection()
  for (const [index, file] of ['top.jpg', 'a/Baroque/1.jpg', 'b/Baroque/2.jpg', 'Rococo/3.jpg'].entries())
    await put(it.folder, file, await picture(index))
  expect(await it.run({ folderAttribute: 'style' })).toMatchObject({ labels: 3 })
  expect(it.labels('style')).toEqual({ 'a/Baroque/1.jpg': 'Baroque', 'b/Baroque/2.jpg': 'Baroque', 'Rococo/3.jpg': 'Rococo' }) // prettier-ignore
})

test('a preview counts images, class folders, tables and matching rows without importing', async () => {
  const it = await withTable('file;style\na.jpg;X\nb;Y\nno.jpg;Z\n')
  await put(it.folder, 'sub/d.png', 'not opened')
  await put(it.folder, 'sub/list.csv', '')
  await put(it.folder, 'collection.csv', '')
  const preview = await previewImport({ folder: it.folder, table: it.path })
  expect(preview).toMatchObject({ images: 4, counted: true, classFolders: [{ name: 'sub', images: 1 }] })
  expect(preview.tables).toEqual([join(it.folder, 'collection.csv'), join(it.folder, 'sub/list.csv')])
  expect(preview.table).toMatchObject({ rows: 3, matched: 2, delimiter: ';', encoding: 'utf-8', unmatchedExamples: ['no.jpg'] }) // prettier-ignore
  expect(preview.table!.columns.map(({ use }) => use)).toEqual(['file', 'attribute'])
  await expect(previewImport({ folder: join(it.base, 'no'), table: null })).rejects.toMatchObject({ code: 'folder-missing' }) // prettier-ignore
})

test('a preview tells which columns hold labels that name several terms, by the mark between them', async () => {
  const it = await withTable('file,style,medium,note\na.jpg,Cubism/Dada,oil/canvas,x\nb.jpg,Cubism,oil,Dada; Cubism\nc.jpg,Cubism/Dada,chalk,\n') // prettier-ignore
  const { table } = await previewImport({ folder: it.folder, table: it.path })
  expect(table!.columns.map(({ name, several }) => [name, several])).toEqual([
    ['file', null],
    ['style', { separator: '/', rows: 2, example: 'Cubism/Dada', parts: ['Cubism', 'Dada'] }],
    ['medium', { separator: '/', rows: 1, example: 'oil/canvas', parts: ['oil', 'canvas'] }],
    ['note', null], // no cell holds one of them alone
  ])
})

test('a cancelled import ends, keeps what it read and goes on from there', async () => {
  const it = await newCollection()
  const large = await noise(1, 1400, 1400).png().toBuffer()
  for (let i = 0; i < 30; i++) await put(it.folder, `${i}.png`, Buffer.concat([large, Buffer.from([i])]))
  const controller = new AbortController()
  const progress = ({ done }: { done: number }) => {
    if (done === 3) controller.abort()
  }
  await expect(it.run({}, controller.signal, progress)).rejects.toThrow()
  const read = it.rows<{ n: number }>('select count(*) as n from artwork')[0]!.n
  expect(read).toBeLessThan(30)
  expect(await it.run()).toMatchObject({ added: 30 - read, known: read })
  await rm(it.folder, { recursive: true })
})
