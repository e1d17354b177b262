import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Backbone } from '#main/engine/api.ts'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { connoisseur, type Said } from '#test/fixtures/commandLine.ts'
import { makePaintings } from '#test/seeds/paintings/make.ts'
import { tinyNetwork } from '../training/tinyNetwork.ts'

let folder: string
let collection: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'add-backbone-'))
  collection = path.join(folder, 'paintings.connoisseur')
  await makePaintings({ folder, works: 30, seed: 'backbones', size: 64 })
  await writeFile(path.join(folder, 'tiny.onnx'), writeOnnx(tinyNetwork()))
  const imported = await run('import', folder, '--labels', path.join(folder, 'labels.csv'))
  expect(imported.status, imported.stderr).toBe(0)
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = (...words: string[]) => connoisseur(...words, '--collection', collection, '--json')
const answer = <T>({ status, stdout, stderr }: Said): T => {
  expect(status, stderr).toBe(0)
  return JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as T
}
const add = (normalisation: string) =>
  run('add-backbone', path.join(folder, 'tiny.onnx'), '--normalisation', normalisation)

test(
  'a network is added once for each normalisation, listed, and learned with by a recipe that names it',
  { timeout: 120_000 },
  async () => {
    const { backbone } = answer<{ backbone: Backbone }>(await add('minus-one-to-one'))
    expect(backbone).toMatchObject({
      id: 'tiny',
      dimension: 12,
      input: { size: 16, layout: 'NCHW', mean: [127.5, 127.5, 127.5] },
    })
    expect(answer<{ backbone: Backbone }>(await add('minus-one-to-one')).backbone).toEqual(backbone)
    expect(answer<{ backbone: Backbone }>(await add('imagenet')).backbone.id).toBe('tiny-2')
    const listed = answer<{ backbones: Backbone[] }>(await run('backbones')).backbones
    expect(listed.map(({ id }) => id)).toEqual(['efficientnet-lite0', 'tiny-2', 'tiny'])
    const files = await readdir(path.join(collection, 'models', 'backbones'))
    expect(files.toSorted()).toEqual(['tiny-2.json', 'tiny-2.onnx', 'tiny.json', 'tiny.onnx'])

    const recipe = path.join(folder, 'recipe.json')
    await writeFile(recipe, JSON.stringify({ id: 'mine', kind: 'probe', backbone: 'tiny', fewestWorks: 2 }))
    const trained = answer<{ run: { backbone: string } }>(
      await run('train', '--recipe', recipe, '--attribute', 'genre'),
    )
    expect(trained.run.backbone).toBe(`tiny-${backbone.sha256.slice(0, 12)}`)
    const embeddings = await readFile(path.join(collection, 'embeddings', `tiny-${backbone.sha256.slice(0, 12)}.f16`))
    expect(embeddings).toHaveLength(30 * 12 * 2)

    await writeFile(recipe, JSON.stringify({ id: 'mine', kind: 'probe', backbone: 'huge' }))
    const refused = await run('train', '--recipe', recipe)
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('This collection has no network "huge". It has: efficientnet-lite0, tiny')
  },
)

test('a file that is no network leaves nothing behind', { timeout: 60_000 }, async () => {
  const file = path.join(folder, 'labels.csv')
  const refused = await run('add-backbone', file, '--normalisation', 'imagenet')
  expect(refused.status).toBe(1)
  expect(refused.stderr).toContain('This is not an ONNX file')
  expect(existsSync(path.join(collection, 'models', 'backbones', 'labels.json'))).toBe(false)
  const unknown = await run('add-backbone', file, '--normalisation', 'mine')
  expect(unknown.status).toBe(2)
})
