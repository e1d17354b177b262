import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCatalogue } from '#main/catalogue/open.ts'
import { randomNumbers } from '#test/fixtures/syntheticWorks.ts'
import { makeCollection, runApp } from './killable.ts'

const works = 150
let collection: Awaited<ReturnType<typeof makeCollection>>
beforeAll(async () => {
  collection = await makeCollection(works)
}, 120_000)
afterAll(() => collection.remove())

/** Row numbers that the catalogue says lie on the disk, and the file. */
async function embedded(folder: string) {
  const db = openCatalogue(join(folder, 'catalogue.sqlite'))
  const rows = db.prepare<[], number>(`select artwork from embedding order by artwork`).pluck().all()
  const [integrity, unfinished] = [db.pragma('integrity_check', { simple: true }), db.prepare(`select kind from unfinished`).pluck().all()] // prettier-ignore
  db.close()
  const [file] = await readdir(join(folder, 'embeddings'))
  return {
    rows,
    integrity,
    unfinished,
    bytes: file ? await readFile(join(folder, 'embeddings', file)) : Buffer.alloc(0),
  }
}

async function forgetEmbeddings(folder: string) {
  const db = openCatalogue(join(folder, 'catalogue.sqlite'))
  db.exec(`delete from embedding`)
  db.close()
  await rm(join(folder, 'embeddings'), { recursive: true })
}

test(
  'killed at 20 random moments, embedding resumes by itself and ends with the same bytes',
  { timeout: 300_000 },
  async () => {
    const expected = await embedded(collection.original)
    expect(expected.rows.length).toBe(works)
    const width = expected.bytes.length / works
    const undisturbed = await collection.copy()
    await forgetEmbeddings(undisturbed)
    // The engine takes long to start: half of the kills strike at any time, half while works are being embedded.
    const usual = { started: (await runApp(undisturbed, 'embed', null)).milliseconds, 'under way': 0 }
    await forgetEmbeddings(undisturbed)
    usual['under way'] = (await runApp(undisturbed, 'embed', null, { from: 'under way' })).milliseconds
    const random = randomNumbers(21)
    let [kills, partial] = [0, 0]
    while (kills < 20) {
      const folder = await collection.copy()
      await forgetEmbeddings(folder)
      let what = 'embed'
      for (;;) {
        const from = kills % 2 === 0 ? 'started' : 'under way'
        const { wasKilled, lines } = await runApp(folder, what, kills < 20 ? random() * usual[from] : null, { from })
        const now = await embedded(folder)
        expect(now.integrity).toBe('ok')
        // What the catalogue says is embedded lies on the disk as it should.
        for (const id of now.rows) expect(now.bytes.subarray((id - 1) * width, id * width)).toEqual(expected.bytes.subarray((id - 1) * width, id * width)) // prettier-ignore
        if (now.rows.length > 0 && now.rows.length < works) partial++
        if (!wasKilled) {
          expect(lines.at(-1)).toBe('done')
          break
        }
        kills++
        if (now.rows.length < works) expect(now.unfinished).toEqual(['embedding'])
        what = 'resume'
      }
      expect(await embedded(folder)).toEqual({ ...expected, unfinished: [] })
      await rm(folder, { recursive: true })
    }
    expect(partial).toBeGreaterThan(2)
  },
)
