import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { modelCard, type CardFacts } from '#main/learning/modelCard.ts'
import { findRecipe } from '#main/learning/recipes.ts'
import { places } from '#main/places.ts'
import { findPython } from '#test/bench/python.ts'
import { makePictures, newAppOn, type TestApp } from '#test/fixtures/app.ts'

/** A Python with what the card's code asks for; PYTHON names one. */
const python = findPython('onnxruntime', 'numpy', 'PIL')

const small = {
  kind: 'fine-tune',
  id: 'short',
  name: 'A short look',
  folds: 2,
  finish: { l2: [0.1] },
} as const

/** A collection of pictures of four colours, one without a label. */
async function importPictures({ handlers, base, ended }: TestApp) {
  const folder = join(base, 'pictures')
  const table = await makePictures(folder, 48)
  const lines = (await readFile(table, 'utf8')).split('\n')
  lines[8] = '7.png,'
  lines[9] = '8.png,"Odd | ""one"""'
  await writeFile(table, lines.join('\n'))
  await handlers.collections.create({ folder: base, name: 'Museum [north] #1' })
  await handlers.imports.start({ folder, table, folderAttribute: null })
  await ended('import')
  await ended('embedding')
}

/** It is learned by a recipe. Returns what the run left. */
async function learned(recipe: string | object) {
  const { handlers, base, ended } = await newAppOn('museum', importPictures)
  const file = join(base, 'recipe.json')
  if (typeof recipe === 'object') await writeFile(file, JSON.stringify(recipe))
  await handlers.learning.start({ recipe: typeof recipe === 'object' ? file : recipe, seed: 4 })
  const job = await ended('learning')
  if (job.result?.kind !== 'learning') throw new Error(JSON.stringify(job.error))
  const { run } = job.result
  const card = await handlers.learning.card({ run: run.id })
  const unlabelled = (await handlers.artworks.find({ attribute: 'style', term: null }))[0]!
  const work = await handlers.artworks.get({ id: unlabelled })
  const predicted = work.predictions['style']!.toSorted((a, b) => (a.term < b.term ? -1 : 1))
  return { handlers, run, card, path: work.path, predicted, base }
}

const read = async (folder: string, name: string) => JSON.parse(await readFile(join(folder, name), 'utf8')) as unknown

/** What the card says, found by its words. */
function facts(markdown: string) {
  const find = (pattern: RegExp) => pattern.exec(markdown)?.slice(1) ?? []
  const numbers = (text = '') => text.split(',').map(Number)
  const [input, size, , mean, std, layout] = find(/The input is `(\w+)`, float32: RGB, (\d+) x \d+, (.+?), \(byte - mean\) \/ std with mean \[(.+?)\] and std \[(.+?)\], (NCHW|NHWC)\./) // prettier-ignore
  const trained = find(/\| `(\w+\.onnx)` \| trained here \| (\d+) \| `([0-9a-f]{64})` \|/)
  const pretrained = find(/\| `([\w.-]+\.onnx)` \| pretrained.*? \| {2}\| `([0-9a-f]{64})` \|/)
  return { input: input!, size: Number(size), mean: numbers(mean), std: numbers(std), layout, trained, pretrained }
}

const sha256 = async (file: string) => createHash('sha256').update(await readFile(file)).digest('hex') // prettier-ignore

/** Pixels as the card says, by sharp and nothing of ours. */
async function pixelsOf(file: string, { size, mean, std }: ReturnType<typeof facts>) {
  const bytes = await sharp(file).removeAlpha().resize(size, size, { fit: 'fill', kernel: 'cubic' }).raw().toBuffer()
  const out = new Float32Array(3 * size * size)
  for (let at = 0; at < size * size; at++)
    for (let channel = 0; channel < 3; channel++)
      out[channel * size * size + at] = (bytes[at * 3 + channel]! - mean[channel]!) / std[channel]!
  return new Tensor('float32', out, [1, 3, size, size])
}

async function runCardCode(card: { markdown: string; folder: string }, image: string) {
  const code = /```python\n(.+?)```/s.exec(card.markdown)![1]!
  await writeFile(join(card.folder, 'use.py'), code)
  const { stdout } = await promisify(execFile)(python!, ['use.py', image], { cwd: card.folder })
  return stdout.trimEnd().split('\n').map((line) => line.split('\t')) // prettier-ignore
}

describe.each([
  ['probe', 'probe', 0.005],
  ['fine-tuned network', small, 0.005],
] as const)('the model of a %s', (_, recipe, tolerance) => {
  test(
    'loads in plain onnxruntime and gives the probabilities that the card and the app say',
    { timeout: 300_000 },
    async () => {
      const { run, card, path, predicted } = await learned(recipe)
      const said = facts(card.markdown)
      const [file, bytes, sum] = said.trained
      const model = join(card.folder, file!)
      expect(await sha256(model)).toBe(sum)
      expect((await readFile(model)).length).toBe(Number(bytes))
      const [network, networkSum] = said.pretrained
      expect(await sha256(join(places.resources, 'models', network!))).toBe(networkSum)
      expect(said.layout).toBe('NCHW')

      const pixels = await pixelsOf(path, said)
      const session = await InferenceSession.create(model)
      let feeds: Record<string, Tensor> = { [said.input]: pixels }
      if (recipe === 'probe') {
        const before = await InferenceSession.create(join(places.resources, 'models', network!))
        feeds = { features: (await before.run(feeds, ['levels']))['levels'] as Tensor }
      }
      const found = (await session.run(feeds, ['style']))['style']!.data as Float32Array
      const terms = (await read(card.folder, 'terms.json')) as { style: string[] }
      expect(terms).toEqual({ style: run.attributes[0]!.terms })
      expect(predicted.map(({ term }) => term)).toEqual(terms.style)
      // The app has these from its own pixels and, for a probe, from features kept as float16.
      for (const [index, { probability }] of predicted.entries()) expect(Math.abs(found[index]! - probability)).toBeLessThan(tolerance) // prettier-ignore
      expect(found.reduce((sum_, p) => sum_ + p, 0)).toBeCloseTo(1, 5)

      if (python === null) return console.info('No Python with onnxruntime, numpy and Pillow: the code of the card was not run.') // prettier-ignore
      await copyFile(join(places.resources, 'models', network!), join(card.folder, network!))
      const printed = await runCardCode(card, path)
      expect(printed.length).toBe(3)
      for (const [attribute, term, probability] of printed) {
        expect(attribute).toBe('style')
        expect(Math.abs(Number(probability) - found[terms.style.indexOf(term!)]!)).toBeLessThan(0.02) // another library resizes
      }
    },
  )
})

test('the card tells what was learned, from what, how well and by which recipe', { timeout: 60_000 }, async () => {
  const { handlers, run, card, base } = await learned('probe')
  const { markdown, folder } = card
  const style = run.attributes[0]!
  const evaluation = await handlers.learning.evaluation({ attribute: 'style', run: run.id })
  expect(await readFile(join(folder, 'README.md'), 'utf8')).toBe(markdown)
  expect(await read(folder, 'recipe.json')).toEqual(await findRecipe('probe'))
  expect(await read(folder, 'curves.json')).toEqual(await handlers.learning.curve({ run: run.id }))
  for (const { term, support } of evaluation.terms) expect(markdown).toContain(`| ${term} | ${support} |\n`)
  expect(evaluation.terms.reduce((sum, { support }) => sum + support, 0)).toBe(46)
  expect(markdown).toContain(String.raw`Left out as too rare: Odd \| "one" (1).`)
  const figure = (value: number) => String(Number(value.toFixed(4)))
  expect(markdown).toContain(`| style | 46 | ${[style.accuracy, style.top3, style.macroF1, evaluation.weightedF1, evaluation.balancedAccuracy, evaluation.logLoss].map(figure).join(' | ')} |`) // prettier-ignore
  expect(markdown).toContain('Seed 4.')
  expect(markdown).toContain(`style ${style.l2}`)
  for (const words of ['Apache-2.0', 'ML Illustrated', 'Artist leakage', 'Labels partly wrong', 'Photographs', 'Intended use']) expect(markdown).toContain(words) // prettier-ignore

  const target = join(base, 'card.md')
  await handlers.learning.saveCard({ run: run.id, path: target })
  expect(await readFile(target, 'utf8')).toBe(markdown)
  await expect(handlers.learning.saveCard({ run: run.id, path: join(base, 'no', 'card.md') })).rejects.toThrow('The model card cannot be written to') // prettier-ignore
})

test('the front matter is YAML whatever the names are, and grouped evaluation is told', async () => {
  const learnedStyle = { name: 'style: "a" #1', works: 4, accuracy: 0.5, top3: 1, macroF1: 0.25, flagged: 1, l2: 0, terms: ['x', 'y'], tooRare: [] } // prettier-ignore
  const term = { support: 2, precision: 0, recall: 0.5, f1: 1 / 3 }
  const measures = { works: 4, accuracy: 0.5, top3: 1, macroF1: 0.25, weightedF1: 0.25, balancedAccuracy: 0.5, logLoss: 0.7, terms: [term, term], confusion: [] } // prettier-ignore
  const recipe = { ...(await findRecipe('thorough')), groupBy: 'artist' }
  const backbone: CardFacts['backbone'] = { id: 'n', name: 'Net', file: 'n.onnx', sha256: '0', licence: '', origin: '', input: { name: 'x', size: 8, layout: 'NHWC', mean: [0, 0, 0], std: [255, 255, 255], fit: 'cover' }, outputs: { features: 'f', map: null, logits: null }, dimension: 2, parameters: 3 } // prettier-ignore
  const markdown = modelCard({ run: 2, collection: 'Köln: [east] | "x"\n#', version: '1', learnedAt: new Date(0), recipe, seed: 1, works: 4, backbone, attributes: [{ learned: learnedStyle, measures }], model: { file: 'network.onnx', sha256: '1', bytes: 2 } }) // prettier-ignore
  expect(markdown).toContain('all works of one artist, and copies of an image, stay in one part')
  expect(markdown).not.toContain('Artist leakage')
  expect(markdown).toContain('Licence: not known')
  expect(markdown).toContain('ImageOps.fit')
  expect(markdown).not.toContain('transpose(0, 3, 1, 2)')
  const yaml = findPython('yaml')
  if (yaml === null) return console.info('No Python with yaml: the front matter was not read.')
  const script = `import sys, json, yaml; print(json.dumps(yaml.safe_load(sys.argv[1].split("---")[1])))`
  const { stdout } = await promisify(execFile)(yaml, ['-c', script, markdown])
  expect(JSON.parse(stdout)).toMatchObject({
    library_name: 'onnx',
    pipeline_tag: 'image-classification',
    license: 'other',
    'model-index': [{ name: 'Köln: [east] | "x"\n#, run 2', results: [{ task: { type: 'image-classification', name: 'style: "a" #1' }, dataset: { type: 'private' }, metrics: [{ type: 'accuracy', value: 0.5 }, { value: 1 }, { type: 'f1', value: 0.25 }, { value: 0.7 }] }] }],
  }) // prettier-ignore
})
