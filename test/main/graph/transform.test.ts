import { readFileSync } from 'node:fs'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { describe, expect, test } from 'vitest'
import { apartBiases } from '#main/engine/graph/biases.ts'
import { createBuilder } from '#main/engine/graph/build.ts'
import { cut, listCuts } from '#main/engine/graph/cut.ts'
import { fold } from '#main/engine/graph/fold.ts'
import { float32, type Graph } from '#main/engine/graph/graph.ts'
import { choosePart, listLayers } from '#main/engine/graph/layers.ts'
import { readOnnx } from '#main/engine/graph/read.ts'
import { inferShapes } from '#main/engine/graph/shapes.ts'
import { countParameters, freeWeights, setWeights } from '#main/engine/graph/weights.ts'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { networks } from './networks.ts'
import { noise } from './random.ts'

type Feeds = Record<string, Tensor>

async function run(graph: Graph, feeds: Feeds): Promise<InferenceSession.OnnxValueMapType> {
  const session = await InferenceSession.create(writeOnnx(graph), { graphOptimizationLevel: 'basic' })
  return session.run(feeds)
}

const imageOf = (graph: Graph): Feeds => {
  const shape = graph.inputs[0]!.shape!.map((size) => (typeof size === 'number' ? size : 2))
  return { [graph.inputs[0]!.name]: new Tensor('float32', noise(shape, 1), shape) }
}

function largestDifference(a: Tensor, b: Tensor): number {
  const [x, y] = [a.data as Float32Array, b.data as Float32Array]
  return x.reduce((largest, value, at) => Math.max(largest, Math.abs(value - y[at]!)), 0)
}

describe.skipIf(networks.length === 0)('networks on this computer (skipped where there are none)', () => {
  test.each(networks)(
    '%s: shapes are inferred as onnxruntime finds them, constants folded, the halves joined give the whole',
    async (name) => {
      const graph = readOnnx(readFileSync(name))
      const folded = fold(graph)
      expect(folded.nodes.some(({ op }) => ['Constant', 'Cast', 'Shape', 'ConstantOfShape'].includes(op))).toBe(false)
      for (const { name: output, shape } of folded.outputs)
        expect(inferShapes(folded).get(output)?.shape).toEqual(shape)

      const feeds = imageOf(graph)
      const whole = await run(graph, feeds)
      const cuts = listCuts(folded)
      expect(cuts.length).toBeGreaterThan(10)
      const middle = cuts[Math.floor(cuts.length / 2)]!
      const { trunk, tail } = cut(folded, middle.tensor)
      expect(trunk.nodes.length + tail.nodes.length).toBe(folded.nodes.length)
      const between = await run(trunk, feeds)
      expect(between[middle.tensor]!.dims.slice(1)).toEqual(tail.inputs[0]!.shape!.slice(1))
      const joined = await run(tail, { [middle.tensor]: between[middle.tensor]! })
      for (const { name: output } of tail.outputs)
        expect(largestDifference(joined[output]!, whole[output]!)).toBeLessThan(1e-4)
    },
  )

  test.each(networks)('%s: weights go out as inputs and come back', async (name) => {
    const graph = fold(readOnnx(readFileSync(name)))
    const part = choosePart(graph, { kind: 'last', layers: 20 })
    expect(part.layers).toHaveLength(20)
    expect(part.weights.length).toBeGreaterThan(3)
    const free = freeWeights(graph, part.weights)
    expect(countParameters(free)).toBeLessThan(countParameters(graph))
    const back = setWeights(free, new Map(part.weights.map((weight) => [weight, graph.initializers.get(weight)!])))
    const feeds = imageOf(graph)
    const [before, after] = [await run(graph, feeds), await run(back, feeds)]
    for (const { name: output } of graph.outputs) expect(largestDifference(before[output]!, after[output]!)).toBe(0)
  })
})

/** x → h1 → h2 with a way around h2, then the sum. */
function residual(): Graph {
  const b = createBuilder()
  const x = b.input('x', 'float32', ['n', 4])
  const weights = (name: string) => b.initializer(name, float32(noise([4, 4], name.length), [4, 4]))
  const first = b.relu(b.matmul(x, weights('w')))
  const second = b.relu(b.matmul(first, weights('ww')))
  b.output('y', b.matmul(b.add(first, second), weights('www')))
  return b.finish()
}

test('a network is cut only where a single tensor passes', () => {
  const graph = residual()
  const ops = listCuts(graph).map(({ after }) => graph.nodes[after - 1]!.op)
  expect(ops).toEqual(['MatMul', 'Relu', 'Add', 'MatMul'])
  const inside = graph.nodes[2]!.outputs[0]!
  expect(() => cut(graph, inside)).toThrow('cannot be cut')
  expect(() => cut(graph, 'nowhere')).toThrow('no tensor "nowhere"')
})

test('a part of the network is its last layers, with the last cut before them', () => {
  const graph = residual()
  expect(listLayers(graph).map(({ op, parameters }) => [op, parameters])).toEqual([
    ['MatMul', 16],
    ['Relu', 0],
    ['MatMul', 16],
    ['Relu', 0],
    ['Add', 0],
    ['MatMul', 16],
  ])
  const relu = graph.nodes[1]!.outputs[0]
  expect(choosePart(graph, { kind: 'last', layers: 1 })).toMatchObject({
    cut: graph.nodes[4]!.outputs[0],
    weights: ['www'],
  })
  expect(choosePart(graph, { kind: 'last', layers: 3 })).toMatchObject({ cut: relu, weights: ['www'] })
  expect(choosePart(graph, { kind: 'half' })).toMatchObject({ cut: relu, weights: ['www'] })
  expect(choosePart(graph, { kind: 'from', node: graph.nodes[2]!.name })).toMatchObject({
    cut: relu,
    weights: ['ww', 'www'],
  })
  expect(choosePart(graph, { kind: 'all' })).toMatchObject({ cut: null, weights: ['w', 'ww', 'www'] })
  expect(() => choosePart(graph, { kind: 'from', node: 'nowhere' })).toThrow('no layer "nowhere"')
})

test('the arithmetic of shapes is done beforehand, with an open batch', () => {
  const b = createBuilder()
  const x = b.input('x', 'float32', ['n', 3, 4, 5])
  const sizes = b.shapeOf(x)
  const batch = b.unsqueeze(b.gather(sizes, b.constant({ type: 'int64', shape: [], data: BigInt64Array.of(0n) })), [0])
  const rows = b.mul(b.slice(sizes, [1], [2], [0]), b.slice(sizes, [2], [3], [0]))
  b.output('y', b.node('Reshape', [x, b.concat([batch, rows, b.int64([5])], 0)]))
  const folded = fold(b.finish())
  expect(folded.nodes.map(({ op }) => op)).toEqual(['Reshape'])
  expect(inferShapes(folded).get('y')?.shape).toEqual(['n', 12, 5])
})

test('a trained bias is added apart from a convolution whose filters are fixed, and nowhere else', async () => {
  const b = createBuilder({ opset: 18 })
  const image = b.input('image', 'float32', ['n', 3, 6, 6])
  const conv = (x: string, name: string, shape: number[]) =>
    b.node('Conv', [x, b.initializer(`${name}.w`, float32(noise(shape, 2), shape)), b.initializer(`${name}.b`, float32(noise([shape[0]!], 3)))]) // prettier-ignore
  b.output('y', conv(conv(conv(image, 'fixed', [4, 3, 3, 3]), 'half', [5, 4, 2, 2]), 'free', [2, 5, 1, 1]))
  const graph = b.finish()
  const freed = freeWeights(graph, ['half.b', 'free.w', 'free.b'])
  const apart = apartBiases(freed)
  expect(apart.nodes.map(({ op, inputs }) => `${op} ${inputs.length}`)).toEqual(['Conv 3', 'Conv 2', 'Reshape 2', 'Add 2', 'Conv 3']) // prettier-ignore
  expect(inferShapes(apart).get('y')?.shape).toEqual(['n', 2, 3, 3])
  const weights = Object.fromEntries(
    ['half.b', 'free.w', 'free.b'].map((name) => {
      const { data, shape } = graph.initializers.get(name)!
      return [name, new Tensor('float32', data as Float32Array, shape)]
    }),
  )
  const feeds = { ...imageOf(graph), ...weights }
  const [one, two] = [await run(freed, feeds), await run(apart, feeds)]
  expect(largestDifference(one['y']!, two['y']!)).toBeLessThan(1e-5)
})
