import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrations } from '#main/catalogue/migrations.ts'
import { openCatalogue } from '#main/catalogue/open.ts'
import { createCollection, openCollection } from '#main/collection/openCollection.ts'
import { put, temporaryFolder } from '#test/fixtures/folder.ts'

/** Once shipped, a migration is never changed: catalogues in the world have run it as it was. */
const shipped = ['68ad4620209e4419']

test('the migrations that have been shipped are as they were', () => {
  const hashes = migrations.map((sql) => createHash('sha256').update(sql).digest('hex').slice(0, 16))
  expect(hashes.slice(0, shipped.length)).toEqual(shipped)
})

test('a new catalogue has run every migration, keeps foreign keys and survives a power cut', async () => {
  const db = openCatalogue(join(await temporaryFolder(), 'catalogue.sqlite'))
  expect(db.pragma('user_version', { simple: true })).toBe(migrations.length)
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(db.pragma('synchronous', { simple: true })).toBe(2)
  db.close()
})

test('opening a catalogue again changes nothing', async () => {
  const file = join(await temporaryFolder(), 'catalogue.sqlite')
  const schema = () => {
    const db = openCatalogue(file)
    const rows = db.prepare('select type, name, sql from sqlite_schema order by name').all()
    db.close()
    return rows
  }
  expect(schema()).toEqual(schema())
})

test('a catalogue of a newer version is refused and stays as it is', async () => {
  const file = join(await temporaryFolder(), 'catalogue.sqlite')
  openCatalogue(file).close()
  const db = new Database(file)
  db.pragma(`user_version = ${migrations.length + 1}`)
  db.close()
  expect(() => openCatalogue(file)).toThrow('made by a newer version of Connoisseur. Update the app')
  const after = new Database(file)
  expect(after.pragma('user_version', { simple: true })).toBe(migrations.length + 1)
  after.close()
})

test('a file that is no catalogue is refused and keeps its bytes', async () => {
  const folder = await temporaryFolder()
  await put(folder, 'catalogue.sqlite', 'This is a letter to my aunt. '.repeat(200))
  expect(() => openCatalogue(join(folder, 'catalogue.sqlite'))).toThrow('is not a Connoisseur catalogue')
  expect(() => openCollection(folder)).toThrow('is not a Connoisseur catalogue')
})

test('a folder that is no collection is refused and nothing is written into it', async () => {
  const folder = await temporaryFolder()
  expect(() => openCollection(folder)).toThrow('is not a Connoisseur collection. Choose a folder whose name ends in')
  expect(() => openCollection(join(folder, 'missing'))).toThrow('is not a Connoisseur collection')
  expect(await readdir(folder)).toEqual([])
})

test('a collection is not made over another, nor with a name that no folder can have', async () => {
  const folder = await temporaryFolder()
  createCollection(folder, 'Paintings').db.close()
  expect(() => createCollection(folder, ' Paintings ')).toThrow(
    'There is a collection named "Paintings" in this folder',
  )
  for (const name of ['', '  ', 'a/b', 'a\\b', 'a:b', '.hidden', 'what?'])
    expect(() => createCollection(folder, name)).toThrow('A name needs at least one character')
})

test('runs from before the catalogue knew their weights have them from their folder, once', async () => {
  const folder = await temporaryFolder()
  const db = openCatalogue(join(folder, 'catalogue.sqlite'))
  const run = `'{}', 0, 'b', '', 1, 1, '{}', 0`
  db.exec(`insert into attribute (id, name) values (1, 'style'), (2, 'genre');
    insert into term (id, attribute, name) values (1, 1, 'Baroque'), (2, 2, 'Portrait');
    insert into run (id, recipe, seed, backbone, started_at, seconds, works, metrics, is_current) values (1, ${run}), (2, ${run}), (3, ${run});
    insert into run_term (run, attribute, position, term) values (1, 1, 0, 1), (1, 2, 0, 2), (2, 1, 0, 1), (3, 1, 0, 1);
    insert into weighing (run, attribute, weights) values (3, 1, '{"picture":9}')`)
  const kept = { witnesses: ['picture', 'artist'], single: { weights: [0.5, 1.25], rate: 0.0514 }, batch: null, factors: { artist: 2 } } // prettier-ignore
  await put(folder, 'models/run-1/witnesses-1.json', JSON.stringify(kept))
  await put(folder, 'models/run-2/witnesses-1.json', '{"witnes')
  await put(folder, 'models/run-3/witnesses-1.json', JSON.stringify(kept))
  const sql = migrations.find((one) => one.includes('kept_weights'))!
  for (let times = 0; times < 2; times++) {
    db.exec(sql)
    expect(db.prepare(`select * from weighing order by run`).all()).toEqual([
      { run: 1, attribute: 1, weights: '{"picture":0.5,"artist":2.5,"dynamics":0,"rate":0.051}' },
      { run: 3, attribute: 1, weights: '{"picture":9}' },
    ])
  }
  db.close()
})

test('a migration that breaks a foreign key or fails halfway leaves the catalogue as it was', async () => {
  const file = join(await temporaryFolder(), 'catalogue.sqlite')
  openCatalogue(file).close()
  const version = migrations.length
  migrations.push(`create table half (id integer primary key); insert into nowhere values (1);`)
  try {
    expect(() => openCatalogue(file)).toThrow('no such table')
    migrations[version] =
      `insert into label (artwork, attribute, term, ground, actor, at) values (99, 99, 99, 'hand', '', '')`
    expect(() => openCatalogue(file)).toThrow('breaks a foreign key')
  } finally {
    migrations.pop()
  }
  const db = openCatalogue(file)
  expect(db.pragma('user_version', { simple: true })).toBe(version)
  expect(db.prepare(`select count(*) as n from label`).get()).toEqual({ n: 0 })
  expect(db.prepare(`select count(*) as n from sqlite_schema where name = 'half'`).get()).toEqual({ n: 0 })
  db.close()
})
