import { existsSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { fromFloat16 } from '#main/engine/float16.ts'
import type { NewBackbone } from '#preload/api.ts'
import { makePictures, newApp } from '#test/fixtures/app.ts'
import { put } from '#test/fixtures/folder.ts'
import { tinyNetwork } from '../training/tinyNetwork.ts'

const timeout = 120_000
const weights = '../shared/weights'
const asItIs: NewBackbone = { name: 'Tiny', normalisation: '0-1' }

async function withWorks(works: number) {
  const app = await newApp()
  const folder = join(app.base, 'pictures')
  const table = await makePictures(folder, works)
  const { folder: collection } = await app.handlers.collections.create({ folder: app.base, name: 'Paintings' })
  await app.handlers.imports.start({ folder, table, folderAttribute: null })
  await app.ended('import')
  await app.ended('embedding')
  const file = await put(app.base, 'tiny.onnx', writeOnnx(tinyNetwork()))
  const learn = async (backbone: string | null) => {
    await app.handlers.learning.start({ recipe: 'probe', backbone })
    const job = await app.ended('learning')
    expect(job.state, JSON.stringify(job.error)).toBe('done')
    return (await app.handlers.collections.current())!.run!
  }
  const add = async (from: string, asked: NewBackbone) => {
    await app.handlers.backbones.add({ file: from, ...asked })
    const job = await app.ended('backbone')
    expect(job.state, JSON.stringify(job.error)).toBe('done')
    return job.result!.kind === 'backbone' ? job.result : null
  }
  return { ...app, collection, file, learn, add }
}

/** Rows of a file of embeddings as unit vectors. */
async function unitRows(file: string, dimension: number): Promise<Float32Array[]> {
  const bytes = await readFile(file)
  const values = fromFloat16(new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2))
  return Array.from({ length: values.length / dimension }, (_, row) => {
    const vector = values.slice(row * dimension, (row + 1) * dimension)
    const length = Math.hypot(...vector)
    return vector.map((value) => value / length)
  })
}
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + value * b[at]!, 0)

test('without a collection there is the bundled network alone, and none can be added', async () => {
  const { handlers, base } = await newApp()
  const [bundled, ...others] = await handlers.backbones.list()
  expect(others).toEqual([])
  expect(bundled).toMatchObject({ isBundled: true, size: 224, dimension: 624, runs: [] })
  const model = 'resources/models/efficientnet-lite0.onnx'
  expect(bundled!.bytes).toBe((await stat(model)).size)
  expect((await handlers.backbones.inspect({ file: model })).parameters).toBe(bundled!.parameters)
  const file = await put(base, 'tiny.onnx', writeOnnx(tinyNetwork()))
  expect(() => handlers.backbones.add({ file, ...asItIs })).toThrow('No collection is open')
})

test('what is asked wrongly is refused before a job begins', async () => {
  const { handlers, base } = await newApp()
  await handlers.collections.create({ folder: base, name: 'Empty' })
  const sha256 = 'a'.repeat(64)
  const url = 'https://localhost/tiny.onnx'
  const refusal = (ask: () => unknown) => {
    try {
      ask()
    } catch (error) {
      return (error as { code: string }).code
    }
    return null
  }
  const { fetch, add } = handlers.backbones
  expect(refusal(() => fetch({ url: 'http://localhost/tiny.onnx', sha256, ...asItIs }))).toBe('not-https')
  expect(refusal(() => fetch({ url: 'tiny.onnx', sha256, ...asItIs }))).toBe('bad-address')
  expect(refusal(() => fetch({ url, sha256: 'abc', ...asItIs }))).toBe('bad-sha256')
  expect(refusal(() => add({ file: 'a', name: ' ', normalisation: '0-1' }))).toBe('bad-name')
  expect(refusal(() => add({ file: 'a', name: 'a', normalisation: 'mine' as '0-1' }))).toBe('bad-normalisation')
  expect(await handlers.jobs.list()).toEqual([])
  await expect(handlers.backbones.inspect({ file: await put(base, 'empty.onnx', '') })).rejects.toThrow(
    'This file is empty',
  )
})

test(
  'a run with an added network shows its own neighbours, and the network stays as long as the run',
  { timeout },
  async () => {
    const { handlers, collection, file, learn, add } = await withWorks(40)
    expect(await add(file, asItIs)).toEqual({ kind: 'backbone', id: 'tiny', isNew: true })
    expect(await add(file, { ...asItIs, name: 'The same' })).toEqual({ kind: 'backbone', id: 'tiny', isNew: false })
    const run = await learn('tiny')
    const [bundled, tiny] = await handlers.backbones.list()
    expect(run.backbone).toBe(`tiny-${tiny!.sha256.slice(0, 12)}`)
    expect([bundled!.runs, tiny!.runs]).toEqual([[], [run.id]])

    const [entry] = await handlers.queue.list({ attribute: 'style', limit: 1, offset: 0, flaggedOnly: false })
    const ask = { artwork: entry!.artwork, attribute: 'style', count: 4 }
    const nearest = async (key: string, dimension: number) => {
      const rows = await unitRows(join(collection, 'embeddings', `${key}.f16`), dimension)
      const self = rows[entry!.artwork - 1]!
      const ids = await handlers.artworks.find({ attribute: 'style', term: entry!.label })
      const others = ids.filter((id) => id !== entry!.artwork).map((id) => dot(self, rows[id - 1]!))
      return others.toSorted((a, b) => b - a).slice(0, 4)
    }
    const similarities = async () => (await handlers.queue.proof(ask)).ofLabel.map(({ similarity }) => similarity)
    for (const [at, expected] of (await nearest(run.backbone, 12)).entries())
      expect((await similarities())[at]).toBeCloseTo(expected, 4)

    const usual = await learn(null)
    expect(usual.backbone).toMatch(/^efficientnet-lite0-/)
    const [next] = await handlers.queue.list({ attribute: 'style', limit: 100, offset: 0, flaggedOnly: false })
    expect(next).toBeDefined()
    for (const [at, expected] of (await nearest(usual.backbone, bundled!.dimension)).entries())
      expect((await similarities())[at]).toBeCloseTo(expected, 4)

    await expect(handlers.backbones.remove({ id: 'tiny' })).rejects.toThrow(`Tiny is still needed: run ${run.id} of this collection learned with it`) // prettier-ignore
    await expect(handlers.backbones.remove({ id: bundled!.id })).rejects.toThrow('belongs to the app')
    await expect(handlers.backbones.remove({ id: 'none' })).rejects.toThrow('has no network "none"')
    expect(existsSync(join(collection, 'models', 'backbones', 'tiny.onnx'))).toBe(true)

    await handlers.learning.remove({ run: run.id })
    await handlers.backbones.remove({ id: 'tiny' })
    expect((await handlers.backbones.list()).map(({ id }) => id)).toEqual([bundled!.id])
    expect(await readdir(join(collection, 'models', 'backbones'))).toEqual([])
    const left = await readdir(join(collection, 'embeddings'))
    expect(left).toContain(`${usual.backbone}.f16`)
    expect(left.filter((name) => !name.startsWith(usual.backbone))).toEqual([])
  },
)

const real = [
  { file: 'efficientnet_lite0_features.onnx', normalisation: 'minus-one-to-one', dimension: 1280 },
  { file: 'mobilenet_v2_1.0_224.onnx', normalisation: 'minus-one-to-one', dimension: 1280 },
  { file: 'resnet50v2_stage3_features.onnx', normalisation: 'imagenet', dimension: 1024 },
  { file: 'squeezenet1_1.onnx', normalisation: 'imagenet', dimension: 512 },
] as const

test('four real networks are added and give features of every work', { timeout: 180_000 }, async (context) => {
  if (!existsSync(weights)) return context.skip(`there is no folder ${weights} with networks on this computer`)
  const works = 40
  const { handlers, collection, learn, add } = await withWorks(works)
  for (const { file, normalisation, dimension } of real) {
    const added = (await add(join(weights, file), { name: file, normalisation }))!
    expect(added.isNew).toBe(true)
    const run = await learn(added.id)
    const rows = await unitRows(join(collection, 'embeddings', `${run.backbone}.f16`), dimension)
    expect(rows.length).toBe(works)
    for (const row of rows) expect(row.every(Number.isFinite)).toBe(true)
    expect(new Set(rows.map(String)).size).toBe(works)
    expect(run.attributes.map(({ name }) => name)).toEqual(['style'])
  }
  const listed = (await handlers.backbones.list()).filter(({ isBundled }) => !isBundled)
  expect(listed.map(({ origin, dimension, runs }) => [origin, dimension, runs.length]).toSorted()).toEqual(
    real.map(({ file, dimension }) => [file, dimension, 1]),
  )
})
