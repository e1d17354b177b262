import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inspect, readBackbone } from '#main/engine/backbone/inspect.ts'
import { prepareBackbone } from '#main/engine/backbone/prepare.ts'
import { createBuilder, type Builder } from '#main/engine/graph/build.ts'
import { float32, type Dimension } from '#main/engine/graph/graph.ts'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { noise } from '../graph/random.ts'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'backbone-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

const real = [
  { file: '../shared/weights/efficientnet_lite0_features.onnx', input: 'input', dimension: 1280, terms: null },
  { file: '../shared/weights/mobilenet_v2_1.0_224.onnx', input: 'input', dimension: 1280, terms: 1000 },
  { file: '../shared/weights/resnet50v2_stage3_features.onnx', input: 'input', dimension: 1024, terms: null },
  { file: '../shared/weights/squeezenet1_1.onnx', input: 'input', dimension: 512, terms: 1000 },
  { file: 'resources/models/efficientnet-lite0.onnx', input: 'image', dimension: 1280, terms: 1000 },
]

describe('a pretrained network', () => {
  test.each(
    real.map((given) => ({ ...given, is: existsSync(given.file) ? 'is understood' : 'is not on this computer' })),
  )('$file $is', async ({ file, input, dimension, terms }) => {
    if (!existsSync(file)) return
    const found = inspect(await readBackbone(file))
    expect(found.input).toEqual({ name: input, size: 224, layout: 'NCHW', sizeIsFixed: true })
    expect(found.features[0]).toMatchObject({ tensor: 'features', pooling: 'none', dimension })
    expect(found.logits).toEqual(terms && { tensor: 'logits', terms })
    expect(found.withoutGradient).toEqual([])
    expect(found.cuts.length).toBeGreaterThan(20)
    const after = found.cuts.map(({ parametersAfter }) => parametersAfter)
    expect(after).toEqual(after.toSorted((a, b) => b - a))
    expect(after[0]).toBeLessThanOrEqual(found.parameters)
    expect(found.parameters).toBeGreaterThan(700_000)
  })
})

const weight = (b: Builder, name: string, shape: number[], seed: number) =>
  b.initializer(name, float32(noise(shape, seed), shape))

type Part = { shape?: Dimension[]; body(b: Builder, image: string): void }
async function written(name: string, { shape = ['n', 3, 8, 8], body }: Part): Promise<string> {
  const b = createBuilder({ opset: 18 })
  body(b, b.input('image', 'float32', shape))
  const file = path.join(folder, `${name}.onnx`)
  await writeFile(file, writeOnnx(b.finish()))
  return file
}
const conv = (b: Builder, x: string) => b.relu(b.node('Conv', [x, weight(b, 'w', [5, 3, 3, 3], 1)]))
const map = (b: Builder, x: string) => conv(b, x) // [n, 5, 6, 6]
const tokens = (b: Builder, x: string, count: number) =>
  b.transpose(b.reshape(b.slice(b.reshape(map(b, x), [0, 5, 36]), [0], [count], [2]), [0, 5, count]), [0, 2, 1])
const row = (b: Builder, x: string) => b.flatten(b.globalAveragePool(map(b, x)))
const best = async (file: string) => inspect(await readBackbone(file)).features[0]

describe('the features of a network', () => {
  test('that only classifies are what its last layer takes', async () => {
    const file = await written('classifier', {
      body: (b, x) => b.output('output', b.softmax(b.gemm(row(b, x), weight(b, 'fc', [5, 7], 2))), 'float32', ['n', 7]),
    })
    const found = inspect(await readBackbone(file))
    expect(found.logits).toEqual({ tensor: 'output', terms: 7 })
    expect(found.features[0]).toMatchObject({ dimension: 5, pooling: 'none' })
  })
  test('that ends in a map are the means of its channels', async () => {
    const file = await written('map', { body: (b, x) => b.output('y', map(b, x), 'float32', ['n', 5, 6, 6]) })
    expect(await best(file)).toEqual({ tensor: 'y', pooling: 'mean-of-map', dimension: 5, channelsLast: false })
  })
  test('that ends in tokens are the first where there is one too many for a square, their mean otherwise', async () => {
    const of = async (count: number) => {
      const file = await written(`tokens${count}`, { body: (b, x) => b.output('y', tokens(b, x, count), 'float32', ['n', count, 5]) }) // prettier-ignore
      return (await best(file))?.pooling
    }
    expect(await of(17)).toBe('first-token')
    expect(await of(16)).toBe('mean-of-tokens')
  })
  test('are called so', async () => {
    const file = await written('both', {
      body: (b, x) => {
        const y = map(b, x)
        b.output('last', y, 'float32', ['n', 5, 6, 6])
        b.output('pooled', b.matmul(b.flatten(b.globalAveragePool(y)), weight(b, 'p', [5, 9], 3)), 'float32', ['n', 9])
      },
    })
    expect(await best(file)).toMatchObject({ tensor: 'pooled', dimension: 9 })
  })
})

describe('the input of a network', () => {
  test('may have its channels last, and a size that is open', async () => {
    const body = (b: Builder, x: string) => b.output('f', row(b, b.transpose(x, [0, 3, 1, 2])), 'float32', ['n', 5])
    const file = await written('last', { shape: ['n', 'h', 'w', 3], body })
    expect(inspect(await readBackbone(file)).input).toEqual({ name: 'image', size: 224, layout: 'NHWC', sizeIsFixed: false }) // prettier-ignore
  })
  test('may stand beside another, if there are features that depend on the image alone', async () => {
    const file = await written('clip', {
      body: (b, x) => {
        const text = b.input('text', 'float32', ['n', 5])
        b.output('image_embeds', row(b, x), 'float32', ['n', 5])
        b.output('similarity', b.mul('image_embeds', text), 'float32', ['n', 5])
      },
    })
    const found = inspect(await readBackbone(file))
    expect(found.features.map(({ tensor }) => tensor)).toEqual(['image_embeds'])
  })
})

test('operators without a gradient are named, with the first place from which the network can be trained', async () => {
  const file = await written('odd', {
    body: (b, x) => {
      const odd = b.node('ThresholdedRelu', [b.node('Conv', [x, weight(b, 'a', [3, 3, 1, 1], 4)])])
      b.output('f', row(b, odd), 'float32', ['n', 5])
    },
  })
  const found = inspect(await readBackbone(file))
  expect(found.withoutGradient).toEqual(['ThresholdedRelu'])
  expect(found.trainableFrom).toMatch(/ThresholdedRelu/)
  const plain = await written('plain', { body: (b, x) => b.output('f', row(b, x), 'float32', ['n', 5]) })
  expect(inspect(await readBackbone(plain))).toMatchObject({ withoutGradient: [], trainableFrom: null })
})

describe('a prepared network', () => {
  test.each(['map', 'tokens17', 'tokens16', 'classifier', 'last'])(
    'gives the features of %s in plain onnxruntime',
    async (name) => {
      const target = path.join(folder, `${name}.prepared`)
      const spec = await prepareBackbone({ file: path.join(folder, `${name}.onnx`), id: name, name, normalisation: '0-1', origin: '', target }) // prettier-ignore
      const bytes = await readFile(target)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(spec.sha256)
      const { size } = spec.input
      const shape = spec.input.layout === 'NCHW' ? [2, 3, size, size] : [2, size, size, 3]
      const image = new Tensor('float32', noise(shape, 8), shape)
      const features = (await (await InferenceSession.create(target)).run({ image }))[spec.outputs.features]!
      expect(features.dims).toEqual([2, spec.dimension])
      const given = await (await InferenceSession.create(path.join(folder, `${name}.onnx`))).run({ image })
      const { dims, data } = Object.values(given)[0]!
      const value = (...at: number[]) => Number(data[at.reduce((sum, place, axis) => sum * dims[axis]! + place, 0)])
      const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
      const range = (count: number) => Array.from({ length: count }, (_, at) => at)
      const by: Record<string, (n: number, c: number) => number> = {
        map: (n, c) => mean(range(36).map((at) => value(n, c, Math.floor(at / 6), at % 6))),
        tokens17: (n, c) => value(n, 0, c),
        tokens16: (n, c) => mean(range(16).map((token) => value(n, token, c))),
        last: value,
      }
      for (const n of [0, 1])
        for (const c of range(spec.dimension))
          if (by[name]) expect(Number(features.data[n * spec.dimension + c])).toBeCloseTo(by[name](n, c), 4)
    },
  )
})

describe('what cannot be used says why', () => {
  const refusal = async (file: string) => {
    const target = path.join(folder, 'never.onnx')
    const error: unknown = await prepareBackbone({ file, id: 'x', name: 'x', normalisation: 'imagenet', origin: '', target }).catch((thrown: unknown) => thrown) // prettier-ignore
    expect(existsSync(target)).toBe(false)
    expect(error).toMatchObject({ name: 'ApiError' })
    const { code, message } = error as Error & { code: string }
    expect(message).toMatch(/^[A-Z].*\.$/s)
    return code
  }
  const raw = async (name: string, bytes: Uint8Array) => {
    const file = path.join(folder, name)
    await writeFile(file, bytes)
    return file
  }

  test('a file that is not there, empty, text, an image or half of a network', async () => {
    const whole = await readFile(
      await written('good', { body: (b, x) => b.output('f', row(b, x), 'float32', ['n', 5]) }),
    )
    expect(await refusal(path.join(folder, 'none.onnx'))).toBe('unreadable')
    expect(await refusal(folder)).toBe('unreadable')
    expect(await refusal(await raw('empty.onnx', new Uint8Array()))).toBe('not-onnx')
    expect(await refusal(await raw('text.onnx', Buffer.from('<html>Not found</html>')))).toBe('not-onnx')
    expect(await refusal(await raw('png.onnx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')))).toBe(
      'not-onnx',
    )
    expect(await refusal(await raw('half.onnx', whole.subarray(0, whole.length / 2)))).toBe('not-onnx')
  })
  test('a network that takes no image', async () => {
    const file = await written('words', {
      shape: ['n', 77],
      body: (b, x) => b.output('f', b.relu(x), 'float32', ['n', 77]),
    })
    expect(await refusal(file)).toBe('no-image-input')
  })
  test('a network that takes images that are not square', async () => {
    const file = await written('wide', { shape: ['n', 3, 8, 12], body: (b, x) => b.output('f', row(b, x)) })
    expect(await refusal(file)).toBe('unsupported-model')
  })
  test('a network without features', async () => {
    const file = await written('none', { body: (b, x) => b.output('y', b.reduceSum(x), 'float32', []) })
    expect(await refusal(file)).toBe('no-features')
  })
  test('a network for one image at a time', async () => {
    const file = await written('single', {
      shape: [1, 3, 8, 8],
      body: (b, x) => b.output('f', b.reshape(b.globalAveragePool(map(b, x)), [1, 5]), 'float32', [1, 5]),
    })
    expect(await refusal(file)).toBe('failed-check')
  })
  test('a network whose weights are not numbers', async () => {
    const file = await written('nan', {
      body: (b, x) => b.output('f', b.mul(row(b, x), b.constant(float32(Array<number>(5).fill(Number.NaN)))), 'float32', ['n', 5]), // prettier-ignore
    })
    expect(await refusal(file)).toBe('failed-check')
  })
  test('a network that says the same of every image', async () => {
    const file = await written('same', { body: (b, x) => b.output('f', b.mul(row(b, x), 0), 'float32', ['n', 5]) })
    expect(await refusal(file)).toBe('failed-check')
  })
  test('a network with an operator that no runtime knows', async () => {
    const file = await written('alien', { body: (b, x) => b.output('f', row(b, b.node('Teleport', [x])), 'float32', ['n', 5]) }) // prettier-ignore
    expect(await refusal(file)).toBe('bad-model')
  })
})
