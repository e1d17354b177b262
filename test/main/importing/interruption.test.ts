import { spawn } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openCatalogue } from '#main/catalogue/open.ts'
import { put, temporaryFolder } from '#test/fixtures/folder.ts'
import { noise } from '#test/fixtures/pictures.ts'

const script = fileURLToPath(new URL('importProcess.ts', import.meta.url))

type Line = 'ready' | 'done' | { done: number; rss: number; heap: number }

/** Runs the import in a process; with `killAfter` it is killed that many milliseconds after it began. */
async function importIn(folder: string, collectionFolder: string, table: string, killAfter: number | null) {
  const child = spawn(process.execPath, ['--expose-gc', script, folder, collectionFolder, table], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: Line[] = []
  let text = ''
  let startedAt = 0
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (text += chunk.toString()).split('\n')
    text = parts.pop()!
    for (const part of parts) {
      lines.push(JSON.parse(part) as Line)
      if (lines.at(-1) !== 'ready') continue
      startedAt = Date.now()
      if (killAfter !== null) setTimeout(() => child.kill('SIGKILL'), killAfter)
    }
  })
  await new Promise((resolve) => child.once('close', resolve))
  return { lines, wasKilled: child.signalCode === 'SIGKILL', milliseconds: Date.now() - startedAt }
}

/** Everything in the catalogue but times of day, and the thumbnails. */
async function contents(collectionFolder: string) {
  const db = openCatalogue(join(collectionFolder, 'catalogue.sqlite'))
  const select = (sql: string) => db.prepare(sql).all()
  const result = {
    integrity: db.pragma('integrity_check'),
    foreignKeys: db.pragma('foreign_key_check'),
    artworks: select(
      'select id, source, file, sha256, bytes, modified, width, height, format, title, record from artwork order by id',
    ),
    labels: select('select id, artwork, attribute, term, ground, actor from label order by id'),
    current: select('select * from current_label order by artwork, attribute'),
    terms: select('select * from term order by id'),
    problems: select('select * from problem order by file'),
    tables: select('select id, source, path, sha256, columns from imported_table order by id'),
    rows: select('select * from table_row order by row'),
    thumbnails: (await readdir(join(collectionFolder, 'thumbnails'), { recursive: true })).toSorted(),
  }
  db.close()
  return result
}

async function makeFolder(base: string, images: number) {
  const folder = join(base, 'images')
  const lines = ['file,style,artist,title']
  for (let i = 0; i < images; i++) {
    const file = `${'abc'[i % 3]}/${i}.jpg`
    lines.push(`${file},Style ${i % 5},Artist ${i % 17},Title ${i}`)
    await put(folder, file, await noise(i % (images - 5)).jpeg().toBuffer()) // prettier-ignore
  }
  await put(folder, 'empty.jpg', '')
  return { folder, table: await put(base, 'labels.csv', `${lines.join('\n')}\nnowhere.jpg,X,Y,Z\n`) }
}

test(
  'killed at 24 random moments, an import ends as if it had never been disturbed',
  { timeout: 120_000 },
  async () => {
    const base = await temporaryFolder()
    const { folder, table } = await makeFolder(base, 150)
    const undisturbed = join(base, 'undisturbed.connoisseur')
    await mkdir(undisturbed)
    const { milliseconds } = await importIn(folder, undisturbed, table, null)
    const expected = await contents(undisturbed)
    expect(expected.artworks.length).toBe(150)

    const random = randomNumbers(7)
    let [kills, collections] = [0, 0]
    while (kills < 24) {
      const collection = join(base, `${++collections}.connoisseur`)
      await mkdir(collection)
      // Each run may get further than the one before, so that later stages are hit too.
      for (;;) {
        const { wasKilled } = await importIn(
          folder,
          collection,
          table,
          kills < 24 ? random() * milliseconds * 0.7 : null,
        )
        if (!wasKilled) break
        kills++
      }
      expect(await contents(collection)).toEqual(expected)
    }
  },
)

test('memory does not grow with the number of files', { timeout: 120_000 }, async () => {
  const base = await temporaryFolder()
  const collection = join(base, 'test.connoisseur')
  await mkdir(collection)
  const image = await noise(1, 24, 24).png().toBuffer()
  // Bytes after the end of a PNG make another file of the same picture.
  for (let i = 0; i < 3000; i++) await put(base, `images/${i}.png`, Buffer.concat([image, Buffer.from(String(i))]))
  const { lines } = await importIn(join(base, 'images'), collection, '', null)
  const memory = lines.flatMap((line) => (typeof line === 'object' ? [line] : []))
  const [early, late] = [memory.find(({ done }) => done === 500)!, memory.find(({ done }) => done === 3000)!]
  expect(late.heap - early.heap).toBeLessThan(4)
  expect(late.rss - early.rss).toBeLessThan(40)
})

/** Numbers in [0, 1), the same every time (Numerical Recipes' generator). */
function randomNumbers(seed: number) {
  let state = seed
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
}
