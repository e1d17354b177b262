import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Backbone } from '#main/engine/api.ts'
import { backboneFolder, bundledBackbone, type KnownBackbone } from '#main/learning/backbones.ts'
import { chooseNetwork, describedNetwork, phasesFor } from '#main/learning/chooseNetwork.ts'
import { findRecipe } from '#main/learning/recipes.ts'

const collection = (folder: string) => path.join(folder, 'one.connoisseur')
let folder: string
let bundled: KnownBackbone
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'choose-'))
  bundled = await bundledBackbone('resources')
  await mkdir(backboneFolder(collection(folder)), { recursive: true })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** The spec of a network of the collection: choosing looks at nothing else. */
async function addSpec(id: string, architecture: Backbone['architecture']) {
  const spec = {
    ...bundled.backbone,
    id,
    name: `My ${id}`,
    file: `${id}.onnx`,
    sha256: id.padEnd(64, '0'),
    architecture,
  }
  await writeFile(path.join(backboneFolder(collection(folder)), `${id}.json`), JSON.stringify(spec))
}
const choose = async (recipe: string, backbone?: string) =>
  chooseNetwork(collection(folder), bundled, { ...(await findRecipe(recipe)), ...(backbone ? { backbone } : {}) })

test('without a pretrained EfficientNet the bundled network learns, and the user is told', async () => {
  const chosen = await choose('two-stage')
  expect(chosen.scratch).toBeNull()
  expect(chosen.backbone.key).toBe(bundled.key)
  expect(chosen.note).toBe(
    'This collection has no pretrained EfficientNet-B0: the bundled EfficientNet-Lite0 learns instead. Add one under Networks to follow the recipe to the letter.',
  )
})

test('without a pretrained ResNet50 the same network learns from nothing, all of its layers', async () => {
  const chosen = await choose('resnet50-last20')
  expect(chosen.scratch).toEqual({ architecture: 'resnet50', size: 224, width: 1, depth: 1 })
  expect(chosen.name).toBe('ResNet50, from nothing')
  expect(chosen.note).toMatch(/^This collection has no pretrained ResNet50: the same network learns from nothing/)
  const recipe = await findRecipe('resnet50-last20')
  if (recipe.kind !== 'fine-tune') throw new Error('of another kind')
  expect(phasesFor(recipe, chosen).map(({ extent }) => extent)).toEqual([{ kind: 'all' }])
})

test('a network of the collection with the architecture that the recipe names is found', async () => {
  await addSpec('other', null)
  await addSpec('resnet', 'resnet50')
  const chosen = await choose('resnet50-lstm')
  expect(chosen.backbone.backbone.id).toBe('resnet')
  expect(chosen.scratch).toBeNull()
  expect(chosen.note).toBe('My resnet of this collection learns, as the recipe asks.')
  const recipe = await findRecipe('resnet50-lstm')
  if (recipe.kind !== 'fine-tune') throw new Error('of another kind')
  expect(phasesFor(recipe, chosen)).toBe(recipe.phases)
})

test('the network that was chosen for the run counts more than the architecture', async () => {
  await addSpec('resnet', 'resnet50')
  await addSpec('other', null)
  const chosen = await choose('resnet50-lstm', 'other')
  expect(chosen.backbone.backbone.id).toBe('other')
  expect(chosen.note).toBe('The recipe is made for ResNet50; My other learns instead, as was chosen.')
  await expect(choose('resnet50-lstm', 'missing')).rejects.toThrow('This collection has no network "missing"')
})

test('a network that is to learn from nothing does, whatever the collection has', async () => {
  await addSpec('alex', 'alexnet')
  const chosen = await choose('alexnet')
  expect(chosen.scratch).toEqual({ architecture: 'alexnet', size: 224, width: 1, depth: 1 })
  expect(chosen.note).toBeNull()
})

test('a model card tells of no pretrained network where training began from nothing', async () => {
  const chosen = await choose('alexnet')
  const described = describedNetwork(chosen)
  expect(described).toMatchObject({ name: 'AlexNet, from nothing', file: '', input: { size: 224, layout: 'NCHW' } })
  expect(describedNetwork(await choose('two-stage'))).toBe(bundled.backbone)
})
