import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newEvidence } from '#main/evidence/newEvidence.ts'
import { makePictures, newApp } from '#test/fixtures/app.ts'

const parts = { single: 0.2, batch: 1 }

test('the same model learned again is nothing new; a contradiction, another artist and a model that doubts far more are', () => {
  const then = { score: 0.2, parts: { ...parts, artist: { name: 'Monet', works: 3, given: 1, top: 'x', ofTop: 2 } }, model: 'a' } // prettier-ignore
  expect(newEvidence(then, { ...then, score: 0.01 })).toBeNull()
  expect(newEvidence(then, { ...then, score: 0.06, model: 'b' })).toBeNull()
  expect(newEvidence(then, { ...then, score: 0.04, model: 'b' })).toContain('right in 4 of 100 such cases, not in 20')
  const rules = ['The work is dated 1890, but the artist died in 1669.']
  expect(newEvidence(then, { ...then, parts: { ...then.parts, rules } })).toContain(rules[0])
  expect(newEvidence({ ...then, parts: { ...then.parts, rules } }, { ...then, parts: { ...then.parts, rules } })).toBeNull() // prettier-ignore
  const manet = { ...then.parts, artist: { ...then.parts.artist, name: 'Manet' } }
  expect(newEvidence(then, { ...then, parts: manet })).toContain('from Monet to Manet')
})

test('a kept label stays away after learning again, and comes back with new evidence that says why', { timeout: 120_000 }, async () => {
  const { handlers, ended, base } = await newApp()
  const folder = join(base, 'pictures')
  const table = await makePictures(folder, 60)
  await handlers.collections.create({ folder: base, name: 'Kept' })
  const enter = async () => {
    await handlers.imports.start({ folder, table, folderAttribute: null })
    await ended('import')
    await ended('embedding')
  }
  const learn = async () => {
    await handlers.learning.start({ recipe: 'probe' })
    expect((await ended('learning')).state).toBe('done')
  }
  const queue = () => handlers.queue.list({ attribute: 'style', limit: 100, offset: 0, flaggedOnly: false })
  const entryOf = async (artwork: number) => (await queue()).find((entry) => entry.artwork === artwork)
  await enter()
  await learn()
  const [kept] = await queue()
  await handlers.verdicts.decide({ artwork: kept!.artwork, attribute: 'style', kind: 'keep' })
  await learn()
  expect(await entryOf(kept!.artwork)).toBeUndefined()

  // A copy of the image turns up with another label.
  const other = kept!.label === 'Style 0' ? 'Style 1' : 'Style 0'
  await copyFile(join(folder, kept!.file), join(folder, 'copy.png'))
  await writeFile(table, `${await readFile(table, 'utf8')}copy.png,${other}\n`)
  await enter()
  await learn()
  const back = await entryOf(kept!.artwork)
  expect(back!.reasons[0]).toContain(`Since it was kept, this has come up: The same image is also here as ${other}.`)
  expect(back!.flagged).toBe(true)
  expect((await handlers.queue.summary({ attribute: 'style' })).reviewed).toBe(0)
  await handlers.verdicts.decide({ artwork: kept!.artwork, attribute: 'style', kind: 'keep' })
  expect(await entryOf(kept!.artwork)).toBeUndefined()
  await learn()
  expect(await entryOf(kept!.artwork)).toBeUndefined()
}) // prettier-ignore
