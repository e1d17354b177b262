import * as tf from '@tensorflow/tfjs'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { createBuilder } from '#main/engine/graph/build.ts'
import { float32, type Graph } from '#main/engine/graph/graph.ts'
import { setWeights } from '#main/engine/graph/weights.ts'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { adaptivePool } from '#main/engine/networks/adaptivePool.ts'
import { convLstm } from '#main/engine/networks/convLstm.ts'
import { lastMap } from '#main/engine/networks/lastMap.ts'
import { createLayers } from '#main/engine/networks/layers.ts'
import { neckLayers } from '#main/engine/networks/neckLayers.ts'
import { appendNeck, type Neck } from '#main/engine/networks/necks.ts'
import { openSession, tensor } from '#main/engine/runtimes/onnx.ts'
import { noise } from '../graph/random.ts'

beforeAll(() => tf.setBackend('cpu'))

type Reference = { torch: string } & Record<string, number[]>
const reference = JSON.parse(readFileSync('test/fixtures/reference/necks.json', 'utf8')) as Reference

/** A graph that is a map alone. */
function mapOf(shape: readonly number[]): Graph {
  const b = createBuilder()
  b.output('map', b.identity(b.input('x', 'float32', ['n', ...shape])), 'float32', ['n', ...shape])
  return b.finish()
}

/** Half of the noise with seeds from 1 on, in the order of the names, as necks.py draws it. */
const drawn = (graph: Graph, names: readonly string[]) =>
  setWeights(
    graph,
    new Map(
      names.map((name, at) => {
        const { shape } = graph.initializers.get(name)!
        const values = noise([...shape], at + 1).map((value) => value / 2)
        return [name, float32(values, shape)] as const
      }),
    ),
  )

async function run(graph: Graph, x: Float32Array, shape: readonly number[]): Promise<Float32Array> {
  const session = await openSession(writeOnnx(graph), 'cpu')
  const result = await session.run({ x: tensor(x, shape) })
  await session.release()
  return Object.values(result)[0]!.data as Float32Array
}

const pyramid = (steps: number): Neck => ({ kind: 'convlstm-pyramid', channels: 6, steps, first: 4, second: 3, level: 3, side: 8, dropout: 0.4 }) // prettier-ignore
const cases = [
  { name: 'lstm', neck: { kind: 'lstm', hidden: 4, grid: 3 }, map: [5, 4, 6], seed: 99, dimension: 4 },
  { name: 'pyramid in 2 steps', neck: pyramid(2), map: [3, 5, 5], seed: 98, dimension: 9 },
  { name: 'pyramid in 1 step', neck: pyramid(1), map: [3, 5, 5], seed: 98, dimension: 9 },
] as const

test.each(cases)(
  `$name gives the numbers of PyTorch ${reference.torch}`,
  async ({ name, neck, map, seed, dimension }) => {
    if (neck.kind === 'none') throw new Error('no neck')
    const { graph, fresh, dimension: found } = appendNeck(mapOf(map), 'map', neck, 0)
    expect(found).toBe(dimension)
    const shape = [2, ...map]
    const made = await run(drawn(graph, fresh.weights), noise(shape, seed), shape)
    expect(made).toHaveLength(2 * dimension)
    for (const [at, value] of reference[name]!.entries())
      expect(Math.abs(made[at]! - value), `${at}`).toBeLessThan(2e-6)
  },
)

describe('ConvLSTM', () => {
  test('gives the states of ConvLSTM2D of TensorFlow.js', async () => {
    const [steps, from, to, side] = [3, 2, 3, 4]
    const b = createBuilder()
    const layers = createLayers(b, 0)
    const x = b.input('x', 'float32', ['n', steps * from, side, side])
    const sizes = { from, to, kernel: 3, steps, height: side, width: side }
    b.output('states', b.concat(convLstm(layers, x, 'one', sizes), 1))
    const graph = drawn(b.finish(), layers.fresh().weights)
    const values = noise([2, steps * from, side, side], 7)
    const ours = await run(graph, values, [2, steps * from, side, side])

    const layer = tf.layers.convLstm2d({ filters: to, kernelSize: 3, padding: 'same', returnSequences: true }) as tf.layers.Layer // prettier-ignore
    const input = tf.transpose(tf.tensor(values, [2, steps, from, side, side]), [0, 1, 3, 4, 2])
    layer.apply(input) // builds its weights
    const filter = (name: string) => {
      const { data, shape } = graph.initializers.get(name)!
      return tf.transpose(tf.tensor(data as Float32Array, [...shape]), [2, 3, 1, 0])
    }
    const biases = ['input', 'forget', 'cell', 'output'].map((gate) => tf.tensor1d(graph.initializers.get(`one.b.${gate}`)!.data as Float32Array)) // prettier-ignore
    layer.setWeights([filter('one.w'), filter('one.recurrent'), tf.concat(biases)])
    const theirs = tf.transpose(layer.apply(input) as tf.Tensor, [0, 1, 4, 2, 3]).dataSync()
    expect(ours).toHaveLength(theirs.length)
    for (const [at, value] of theirs.entries()) expect(Math.abs(ours[at]! - value), `${at}`).toBeLessThan(2e-6)
  })
})

test.each([
  [7, 7, 7],
  [14, 14, 7],
  [10, 10, 7],
  [4, 4, 7],
])('a map of %d x %d pooled to %d keeps the mean of a map that is the same everywhere', async (height, width, side) => {
  const b = createBuilder()
  const x = b.input('x', 'float32', ['n', 2, height, width])
  b.output('y', b.identity(adaptivePool(b, x, [height, width], side)))
  const made = await run(b.finish(), new Float32Array(2 * height * width).fill(3), [1, 2, height, width])
  expect(made).toHaveLength(2 * side * side)
  for (const value of made) expect(value).toBeCloseTo(3, 5)
})

test('the last map of a network is what its pooling reads; a network without one is refused in a sentence', () => {
  const b = createBuilder()
  const x = b.input('x', 'float32', ['n', 3, 8, 8])
  const map = b.relu(x)
  b.output('features', b.flatten(b.globalAveragePool(map)), 'float32', ['n', 3])
  expect(lastMap(b.finish())).toBe(map)
  const tokens = createBuilder()
  tokens.output('features', tokens.reduceMean(tokens.relu(tokens.input('x', 'float32', ['n', 16, 8])), [1]))
  expect(() => lastMap(tokens.finish())).toThrow('this network has no map of places')
})

test('a recurrent layer is one layer of the picture, however many steps it takes', () => {
  const { graph, fresh } = appendNeck(mapOf([5, 7, 7]), 'map', { kind: 'lstm', hidden: 4, grid: 7 }, 0)
  expect(neckLayers(graph, fresh.weights)).toEqual([
    { name: 'neck.lstm', op: 'LSTM', parameters: 5 * 16 + 4 * 16 + 16 },
  ])
})
