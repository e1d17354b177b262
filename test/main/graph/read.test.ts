import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { afterAll, describe, expect, test } from 'vitest'
import { createBuilder } from '#main/engine/graph/build.ts'
import { narrow, widen } from '#main/engine/float16.ts'
import { float32 } from '#main/engine/graph/graph.ts'
import { readOnnx } from '#main/engine/graph/read.ts'
import { createWriter, type Writer } from '#main/engine/graph/protobufWriter.ts'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { networks } from './networks.ts'
import { noise } from './random.ts'

describe.skipIf(networks.length === 0)('networks on this computer (skipped where there are none)', () => {
  test.each(networks)('%s gives the same outputs after reading and writing', async (path) => {
    const bytes = readFileSync(path)
    const graph = readOnnx(bytes)
    const [before, after] = await Promise.all([
      InferenceSession.create(path),
      InferenceSession.create(writeOnnx(graph)),
    ])
    const input = graph.inputs[0]!
    const shape = input.shape!.map((size) => (typeof size === 'number' ? size : 2))
    const feeds = { [input.name]: new Tensor('float32', noise(shape, 1), shape) }
    const [expected, actual] = [await before.run(feeds), await after.run(feeds)]
    for (const { name } of graph.outputs) expect(actual[name]!.data).toEqual(expected[name]!.data)
  })
})

/** y = x + w, with w written by the caller: as a TensorProto without its name. */
function modelWith(writeTensor: (tensor: Writer) => void, opset = 17): Uint8Array {
  const model = createWriter()
  model.int(1, 8)
  model.message(8, (entry) => entry.int(2, opset))
  model.message(7, (graph) => {
    graph.message(1, (node) => {
      node.string(1, 'x')
      node.string(1, 'w')
      node.string(2, 'y')
      node.string(4, 'Add')
    })
    graph.string(2, 'test')
    graph.message(5, (tensor) => {
      writeTensor(tensor)
      tensor.string(8, 'w')
    })
    for (const [field, name] of [
      [11, 'x'],
      [12, 'y'],
    ] as const) {
      graph.message(field, (value) => {
        value.string(1, name)
        value.message(2, (type) => type.message(1, (tensor) => tensor.int(1, 1)))
      })
    }
  })
  return model.finish()
}

const bytesOf = (data: ArrayBufferView) => new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
const weights = (bytes: Uint8Array, folder?: string) =>
  readOnnx(bytes, folder === undefined ? {} : { folder }).initializers.get('w')

describe('weights are read in every spelling', () => {
  test.each<[string, (tensor: Writer) => void, object]>([
    [
      'packed floats',
      (t) => {
        t.int(1, 2)
        t.int(2, 1)
        t.bytes(4, bytesOf(Float32Array.of(1.5, -2)))
      },
      { type: 'float32', shape: [2], data: Float32Array.of(1.5, -2) },
    ],
    [
      'single floats',
      (t) => {
        t.int(1, 2)
        t.int(2, 1)
        t.float(4, 1.5)
        t.float(4, -2)
      },
      { type: 'float32', shape: [2], data: Float32Array.of(1.5, -2) },
    ],
    [
      'int64, negative',
      (t) => {
        t.int(1, 2)
        t.int(2, 7)
        t.int(7, -5)
        t.int(7, 2n ** 62n)
      },
      { type: 'int64', shape: [2], data: BigInt64Array.of(-5n, 2n ** 62n) },
    ],
    [
      'int32, negative',
      (t) => {
        t.int(1, 1)
        t.int(2, 6)
        t.int(5, -7)
      },
      { type: 'int32', shape: [1], data: Int32Array.of(-7) },
    ],
    [
      'half precision among int32',
      (t) => {
        t.int(1, 1)
        t.int(2, 10)
        t.int(5, 0x3e00)
      },
      { type: 'float16', shape: [1], data: Uint16Array.of(0x3e00) },
    ],
    [
      'doubles',
      (t) => {
        t.int(1, 1)
        t.int(2, 11)
        t.bytes(10, bytesOf(Float64Array.of(0.1)))
      },
      { type: 'double', shape: [1], data: Float64Array.of(0.1) },
    ],
    [
      'raw bytes',
      (t) => {
        t.int(2, 9)
        t.bytes(9, Uint8Array.of(1))
      },
      { type: 'bool', shape: [], data: Uint8Array.of(1) },
    ],
    [
      'nothing at all',
      (t) => {
        t.int(1, 0)
        t.int(2, 1)
      },
      { type: 'float32', shape: [0], data: new Float32Array() },
    ],
  ])('%s', (_, write, expected) => {
    expect(weights(modelWith(write))).toEqual(expected)
  })
})

describe('weights beside the file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'connoisseur-weights-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const outside = (location: string, offset?: string) => (tensor: Writer) => {
    tensor.int(1, 2)
    tensor.int(2, 1)
    tensor.int(14, 1)
    for (const [key, value] of [
      ['location', location],
      ...(offset
        ? [
            ['offset', offset],
            ['length', '8'],
          ]
        : []),
    ] as const) {
      tensor.message(13, (entry) => {
        entry.string(1, key!)
        entry.string(2, value!)
      })
    }
  }
  writeFileSync(join(folder, 'weights.bin'), bytesOf(Float32Array.of(9, 9, 1.5, -2)))

  test('are read from their place', () => {
    expect(weights(modelWith(outside('weights.bin', '8')), folder)?.data).toEqual(Float32Array.of(1.5, -2))
  })
  test.each([
    ['lost.bin', folder, 'cannot be opened'],
    ['weights.bin', undefined, 'was not given'],
    ['../weights.bin', folder, 'outside of its folder'],
    ['/etc/hostname', folder, 'outside of its folder'],
  ])('%s is refused', (location, where, reason) => {
    expect(() => weights(modelWith(outside(location, '8')), where)).toThrow(reason)
  })
  test('too short a file is refused', () => {
    expect(() => weights(modelWith(outside('weights.bin', '12')), folder)).toThrow('too short')
  })
})

describe('what is no network is refused with a reason', () => {
  const good = modelWith((t) => {
    t.int(1, 1)
    t.int(2, 1)
    t.float(4, 1)
  })
  test.each<[string, Uint8Array, string, RegExp]>([
    ['an empty file', new Uint8Array(), 'not-onnx', /holds no network/],
    ['a picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70), 'not-onnx', /damaged/],
    ['a text', new TextEncoder().encode('<!doctype html><title>404</title>'), 'not-onnx', /damaged/],
    ['half a file', good.subarray(0, good.length / 2), 'not-onnx', /damaged/],
    [
      'weights of the wrong number',
      modelWith((t) => {
        t.int(1, 3)
        t.int(2, 1)
        t.float(4, 1)
      }),
      'not-onnx',
      /hold 1 numbers/,
    ],
    [
      'an old operator set',
      modelWith((t) => t.bytes(9, bytesOf(Float32Array.of(t.int(2, 1) ?? 1))), 9),
      'unsupported-model',
      /version 9/,
    ],
    ['text as weights', modelWith((t) => t.int(2, 8)), 'unsupported-model', /cannot read/],
  ])('%s', (_, bytes, code, reason) => {
    expect(() => readOnnx(bytes)).toThrow(expect.objectContaining({ code, message: expect.stringMatching(reason) }))
  })
  test('a node that takes what nothing makes', () => {
    const b = createBuilder()
    b.output('y', b.add('nothing', 1))
    expect(() => readOnnx(writeOnnx(b.finish()))).toThrow('takes "nothing"')
  })
  test('no damaged file does more than that', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }),
        (damage) => {
          const bytes = Uint8Array.from(good)
          for (const [at, value] of damage) bytes[at] = value
          try {
            readOnnx(bytes)
          } catch (error) {
            expect(error).toHaveProperty('code')
          }
        },
      ),
      { numRuns: 500, seed: 9 },
    )
  })
})

test('what is written is read: types, attributes and texts', () => {
  const b = createBuilder({ name: 'names with spaces' })
  const x = b.input('größe', 'float32', ['n', 2])
  b.output(
    'y',
    b.node('Gemm', [x, b.initializer('w', float32([1, 2], [2, 1]))], {
      alpha: { kind: 'float', value: 0.5 },
      transB: { kind: 'int', value: 0 },
    }),
  )
  const graph = { ...b.finish(), metadata: { made: 'by a test' } }
  expect(readOnnx(writeOnnx(graph))).toEqual(graph)
})

test('half precision rounds to the nearest, ties to even', () => {
  for (let bits = 0; bits < 0x7c00; bits++) expect(narrow(widen(bits))).toBe(bits)
  expect([1 + 2 ** -11, 1 + 3 * 2 ** -11, 65519, 65520, -0.0, 2 ** -25, Number.NaN].map(narrow)).toEqual([
    0x3c00, 0x3c02, 0x7bff, 0x7c00, 0x8000, 0, 0x7e00,
  ])
})
