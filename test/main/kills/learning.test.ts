import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCatalogue } from '#main/catalogue/open.ts'
import { connoisseur } from '#test/fixtures/commandLine.ts'
import { randomNumbers } from '#test/fixtures/syntheticWorks.ts'
import { makeCollection, runApp } from './killable.ts'

let collection: Awaited<ReturnType<typeof makeCollection>>
beforeAll(async () => {
  collection = await makeCollection(60)
  const at = ['--collection', collection.original]
  await connoisseur('train', ...at)
  await connoisseur('relabel', '--file', 'images/3.png', '--attribute', 'style', '--term', 'Style 0', ...at)
}, 120_000)
afterAll(() => collection.remove())

/** The run that is shown, its queue, and what is left over. */
function shown(folder: string) {
  const db = openCatalogue(join(folder, 'catalogue.sqlite'))
  const current = db.prepare(`select seed from run where is_current = 1`).pluck().all()
  const queue = db.prepare(`
    select artwork, given, suggestion, given_probability, suggestion_probability, score from evidence
    join run on run.id = evidence.run and run.is_current = 1 order by score, artwork`).all() // prettier-ignore
  const unfinished = db.prepare(`select kind from unfinished`).pluck().all()
  const integrity = [db.pragma('integrity_check', { simple: true }), ...(db.pragma('foreign_key_check') as unknown[])]
  db.close()
  return { current, queue, unfinished, integrity }
}

test(
  'killed at 20 random moments, learning leaves the queue as it was, resumes, and ends with the same',
  { timeout: 300_000 },
  async () => {
    const before = shown(collection.original)
    expect(before).toMatchObject({ current: [0], unfinished: [], integrity: ['ok'] })
    const undisturbed = await collection.copy()
    let usual = (await runApp(undisturbed, 'learn', null)).milliseconds
    const expected = shown(undisturbed)
    expect(expected).toMatchObject({ current: [5], unfinished: [] })
    expect(expected.queue).not.toEqual(before.queue)
    const random = randomNumbers(31)
    let [kills, interrupted] = [0, 0]
    while (kills < 20) {
      const folder = await collection.copy()
      let what = 'learn'
      for (;;) {
        const { wasKilled, lines, milliseconds } = await runApp(folder, what, kills < 20 ? random() * usual : null)
        const now = shown(folder)
        expect(now.integrity).toEqual(['ok'])
        if (!wasKilled) {
          expect(lines.at(-1)).toBe('done')
          usual = milliseconds
          break
        }
        kills++
        const isOld = now.current[0] === 0
        expect({ ...now, unfinished: [] }).toEqual(isOld ? before : expected)
        if (isOld) expect(now.unfinished).toEqual(['learning'])
        if (isOld) interrupted++
        what = 'resume'
      }
      expect(shown(folder)).toEqual(expected)
      await rm(folder, { recursive: true })
    }
    expect(interrupted).toBeGreaterThan(5)
  },
)
