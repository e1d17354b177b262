import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Backbone } from '#main/engine/api.ts'
import { readOnnx } from '#main/engine/graph/read.ts'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { int } from '#main/engine/graph/graph.ts'
import { connoisseur, startConnoisseur, type Said } from '#test/fixtures/commandLine.ts'
import { give, httpsServer } from '#test/fixtures/httpsServer.ts'
import { makePaintings } from '#test/seeds/paintings/make.ts'
import { builtInRecipes } from '#main/learning/builtInRecipes.ts'
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

/** The thorough look as it ships, cut to what a test can wait for. */
const shortRecipe = () => {
  const { phases, ...rest } = builtInRecipes.find((recipe) => recipe.kind === 'fine-tune')!
  const cut = phases.map((phase) => ({ ...phase, rounds: 1, variants: 1, batch: 8 }))
  return JSON.stringify({ ...rest, id: 'short', folds: 2, fewestWorks: 2, phases: cut })
}
const shape = (csv: string) => csv.trimEnd().split('\n').map((line) => line.split(',').length) // prettier-ignore

/** The network of the tests with an operator in it that no gradient passes. */
function crossedNetwork() {
  const graph = tinyNetwork()
  const at = graph.nodes.findIndex(({ op }) => op === 'Clip')
  const [clipped] = graph.nodes[at]!.outputs
  const crossing = {
    op: 'LRN',
    domain: '',
    name: 'crossing',
    inputs: [clipped!],
    outputs: ['crossed'],
    attributes: { size: int(3) },
  }
  const after = graph.nodes
    .slice(at + 1)
    .map((node) => ({ ...node, inputs: node.inputs.map((name) => (name === clipped ? 'crossed' : name)) }))
  return { ...graph, nodes: [...graph.nodes.slice(0, at + 1), crossing, ...after] }
}

test.each([
  ['tiny', ['first.w', 'projected.w']],
  ['crossed', ['projected.w']],
])(
  'a thorough look with the added network %s works from end to end, and predict covers its works',
  { timeout: 120_000 },
  async (name, learned) => {
    const file = path.join(folder, `${name}.onnx`)
    await writeFile(file, writeOnnx(name === 'tiny' ? tinyNetwork() : crossedNetwork()))
    const { backbone } = answer<{ backbone: Backbone }>(await run('add-backbone', file, '--normalisation', '0-1'))
    const recipe = path.join(folder, 'short.json')
    await writeFile(recipe, shortRecipe())
    const trained = await run('train', '--recipe', recipe, '--backbone', backbone.id, '--attribute', 'genre')
    const { run: made } = answer<{
      run: { id: number; backbone: string; works: number; attributes: { works: number; terms: string[] }[] }
    }>(trained)
    expect(made.backbone).toBe(`${backbone.id}-${backbone.sha256.slice(0, 12)}`)
    expect(made.works).toBe(30)
    const model = readOnnx(await readFile(path.join(collection, 'models', `run-${made.id}`, 'network.onnx')))
    const before = tinyNetwork().initializers
    const hasLearned = (weights: string) => String(model.initializers.get(weights)!.data) !== String(before.get(weights)!.data) // prettier-ignore
    expect(['first.w', 'deepwise.w', 'projected.w'].filter(hasLearned)).toEqual(learned)
    const predicted = await connoisseur('predict', '--attribute', 'genre', '--collection', collection)
    const { terms } = made.attributes[0]!
    expect(shape(predicted.stdout)).toEqual(Array.from({ length: 31 }, () => 4 + terms.length))
    const sums = predicted.stdout.trimEnd().split('\n').slice(1).map((line) => line.split(',').slice(4).reduce((sum, p) => sum + Number(p), 0)) // prettier-ignore
    for (const sum of sums) expect(sum).toBeCloseTo(1, 4)

    const refused = await run('remove-backbone', backbone.id)
    expect(refused.status).toBe(1)
    expect(refused.stderr).toMatch(/is still needed: run \d+ of this collection learned with it/)
  },
)

test('a download that was killed goes on where it was', { timeout: 60_000 }, async () => {
  const content = writeOnnx({ ...tinyNetwork(), metadata: { license: 'CC0-1.0', padding: 'x'.repeat(300_000) } })
  const sha256 = createHash('sha256').update(content).digest('hex')
  const half = 200_000
  const server = await httpsServer((request, response, at) =>
    give(content, request, response, at === 0 ? { stopAfter: half } : {}),
  )
  const words = ['add-backbone', server.url, '--sha256', sha256, '--normalisation', '0-255', '--name', 'Fetched', '--collection', collection, '--json'] // prettier-ignore
  const environment = { NODE_EXTRA_CA_CERTS: server.certFile }
  const part = path.join(collection, 'models', 'backbones', 'downloads', `${sha256}.part`)
  const killed = startConnoisseur(words, environment)
  while (!existsSync(part) || (await readFile(part)).length < half) await new Promise(setImmediate)
  killed.child.kill('SIGKILL')
  expect((await killed.ended).status).toBe(null)

  const { backbone } = answer<{ backbone: Backbone }>(await startConnoisseur(words, environment).ended)
  expect(server.ranges).toEqual(['', `bytes=${half}-`])
  expect(backbone).toMatchObject({ id: 'fetched', origin: server.url, licence: 'CC0-1.0', dimension: 12 })
  expect(existsSync(part)).toBe(false)

  const unsafe = await run('add-backbone', 'http://localhost/a.onnx', '--sha256', sha256, '--normalisation', '0-255')
  expect([unsafe.status, unsafe.stderr]).toEqual([1, expect.stringContaining('is not an https address')])
  const unpinned = await run('add-backbone', server.url, '--normalisation', '0-255')
  expect([unpinned.status, unpinned.stderr]).toEqual([2, expect.stringContaining('needs --sha256')])

  expect(answer<{ removed: string }>(await run('remove-backbone', 'fetched')).removed).toBe('fetched')
  const left = await readdir(path.join(collection, 'models', 'backbones'))
  expect(left.filter((file) => file.startsWith('fetched'))).toEqual([])
})
