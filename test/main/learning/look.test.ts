import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { KeptLook } from '#main/learning/look.ts'
import { makePictures, newApp } from '#test/fixtures/app.ts'

const timeout = 60_000

async function learnedPictures() {
  const app = await newApp()
  const { handlers, ended, base } = app
  const folder = join(base, 'pictures')
  const table = await makePictures(folder, 60)
  const { folder: collection } = await handlers.collections.create({ folder: base, name: 'Looked' })
  await handlers.imports.start({ folder, table, folderAttribute: null })
  await ended('import')
  await ended('embedding')
  await handlers.learning.start({ recipe: 'probe' })
  await ended('learning')
  const queue = await handlers.queue.list({ attribute: 'style', limit: 2, offset: 0, flaggedOnly: false })
  const kept = async () => {
    const looked = join(collection, 'models/run-1/looked')
    const names = await readdir(looked)
    return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(looked, name), 'utf8')) as KeptLook))
  }
  return { ...app, queue, kept }
}

test('the bundled network is asked where it looked, while it learns too: the places sum to the score less the mean score of the references', { timeout }, async () => {
  const { handlers, ended, image, queue, kept, ports } = await learnedPictures()
  const { artwork, label, suggestion } = queue[0]!
  const look = await handlers.evidence.look({ artwork, attribute: 'style' })
  expect(look.terms.map(({ term }) => term)).toEqual([label, suggestion])
  expect(look).toMatchObject({ run: 1, places: [14, 14], references: 10 })
  const [found] = await kept()
  for (const { places, score, baseline } of found!.terms) {
    const sum = places.reduce((total, value) => total + value, 0)
    expect(Math.abs(sum - (score - baseline))).toBeLessThan(0.05 * Math.abs(score - baseline))
  }
  const started = ports.length
  expect(await handlers.evidence.look({ artwork, attribute: 'style' })).toEqual(look)
  expect(ports.length).toBe(started)

  for (const { address } of look.terms) {
    const answer = await image(new Request(`http://localhost/${address}`))
    expect(answer.headers.get('content-type')).toBe('image/png')
    const { data, info } = await sharp(Buffer.from(await answer.arrayBuffer())).raw().toBuffer({ resolveWithObject: true }) // prettier-ignore
    expect(info).toMatchObject({ width: 128, height: 128, channels: 4 })
    expect(data.some((value, at) => at % 4 === 3 && value > 100)).toBe(true)
  }
  expect((await image(new Request('http://localhost/images/looked/9999?run=1&attribute=1&term=0'))).status).toBe(404)
  expect((await image(new Request('http://localhost/images/looked/1?run=../..&attribute=1&term=0'))).status).toBe(404)

  // Learning goes on meanwhile, and so do verdicts.
  await handlers.learning.start({ recipe: 'probe' })
  const looks = await Promise.all(queue.map((entry) => handlers.evidence.look({ artwork: entry.artwork, attribute: 'style' })))
  expect(looks.length).toBe(2)
  await handlers.verdicts.decide({ artwork: queue[0]!.artwork, attribute: 'style', kind: 'keep' })
  expect((await ended('learning')).state).toBe('done')
  await expect(handlers.evidence.look({ artwork: 9999, attribute: 'style' })).rejects.toThrow('no evidence')
  await expect(handlers.evidence.look({ artwork: 1, attribute: 'genre' })).rejects.toThrow('has not been learned')
}) // prettier-ignore
