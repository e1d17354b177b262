import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'

const folder = 'resources/models'
const fixture = 'test/fixtures/models'

type Spec = {
  id: string
  file: string
  sha256: string
  licence: string
  input: { name: string; size: number; mean: number[]; std: number[] }
  outputs: { features: string; top: string; map: string; logits: string | null }
  dimension: number
  topDimension: number
}
type Expected = { model: string; levels: number[]; features: number[]; topFive: number[] }

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T
}

const specs = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => readJson<Spec>(join(folder, name)))

/** The fixture's picture, [1, 3, size, size], normalised as the spec says. */
async function readInput(spec: Spec): Promise<Tensor> {
  const { size, mean, std } = spec.input
  const { data, info } = await sharp(join(fixture, 'input.png')).raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height, info.channels]).toEqual([size, size, 3])
  const values = new Float32Array(3 * size * size)
  for (let pixel = 0; pixel < size * size; pixel++)
    for (let channel = 0; channel < 3; channel++)
      values[channel * size * size + pixel] = (data[pixel * 3 + channel]! - mean[channel]!) / std[channel]!
  return new Tensor('float32', values, [1, 3, size, size])
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}

function cosine(a: readonly number[], b: readonly number[]): number {
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}

describe('the bundled backbones', () => {
  test('there is one, and together they stay below 20 MB', () => {
    const bytes = specs.reduce((sum, spec) => sum + statSync(join(folder, spec.file)).size, 0)
    expect(specs.length).toBeGreaterThan(0)
    expect(bytes).toBeLessThan(20e6)
  })

  test.each(specs)('$id is the file that its spec names, with a licence beside it', (spec) => {
    const digest = createHash('sha256')
      .update(readFileSync(join(folder, spec.file)))
      .digest('hex')
    expect(digest).toBe(spec.sha256)
    expect(spec.licence).toBe('Apache-2.0')
    expect(readFileSync(join(folder, `${spec.id}.LICENSE.txt`), 'utf8')).toContain('Apache')
  })
})

describe('the default backbone through onnxruntime', () => {
  const expected = readJson<Expected>(join(fixture, 'expected.json'))
  const spec = specs.find(({ id }) => id === expected.model)!

  async function run(): Promise<InferenceSession.OnnxValueMapType> {
    const session = await InferenceSession.create(join(folder, spec.file))
    try {
      return await session.run({ [spec.input.name]: await readInput(spec) })
    } finally {
      await session.release()
    }
  }

  /** float16 weights move a feature by up to 0.02 of about 4; SAME padding on the wrong side moves it by 1.2. */
  test('gives the features before the classifier that PyTorch gives with the original weights', async () => {
    const features = (await run())[spec.outputs.top]!
    expect(features.dims).toEqual([1, spec.topDimension])
    const found = Array.from(features.data as Float32Array)
    expect(Math.max(...found.map((value, i) => Math.abs(value - expected.features[i]!)))).toBeLessThan(0.03)
    expect(cosine(found, expected.features)).toBeGreaterThan(0.9999)
  })

  test('gives the means at three depths, each of length one, that PyTorch gives', async () => {
    const levels = (await run())[spec.outputs.features]!
    expect(levels.dims).toEqual([1, spec.dimension])
    const found = Array.from(levels.data as Float32Array)
    expect(Math.max(...found.map((value, i) => Math.abs(value - expected.levels[i]!)))).toBeLessThan(2e-3)
    expect(dot(found, found)).toBeCloseTo(3, 4)
  })

  test('has a top that is the mean of its map', async () => {
    const outputs = await run()
    const map = outputs[spec.outputs.map]!
    const area = map.dims[2]! * map.dims[3]!
    expect(map.dims.slice(0, 2)).toEqual([1, spec.topDimension])
    const values = map.data as Float32Array
    const features = outputs[spec.outputs.top]!.data as Float32Array
    for (let channel = 0; channel < spec.topDimension; channel++) {
      const mean = values.subarray(channel * area, (channel + 1) * area).reduce((sum, value) => sum + value, 0) / area
      expect(mean).toBeCloseTo(features[channel]!, 4)
    }
  })

  test('sees a cat where there is a cat', async () => {
    const logits = Array.from((await run())[spec.outputs.logits!]!.data as Float32Array)
    const topFive = logits
      .map((_, i) => i)
      .toSorted((a, b) => logits[b]! - logits[a]!)
      .slice(0, 5)
    expect(topFive.slice(0, 4)).toEqual(expected.topFive.slice(0, 4))
    expect(topFive[0]).toBe(285)
  })
})
