import { InferenceSession, Tensor } from 'onnxruntime-node'
import { expect, test } from 'vitest'
import { createBuilder } from '#main/engine/graph/build.ts'
import { cut } from '#main/engine/graph/cut.ts'
import { float32 } from '#main/engine/graph/graph.ts'
import { join } from '#main/engine/graph/join.ts'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { differentiate } from '#main/engine/gradient/differentiate.ts'
import { packWeights, unpackWeights, vectorGradient } from '#main/engine/gradient/weightVector.ts'
import { noise } from '../graph/random.ts'

const layout = [
  { name: 'w', shape: [3, 2] },
  { name: 'bias', shape: [2] },
]
const weights = new Map(layout.map(({ name, shape }, at) => [name, float32(noise(shape, at + 1), shape)]))

function regression() {
  const b = createBuilder()
  const x = b.input('x', 'float32', ['n', 3])
  const [w = '', bias = ''] = layout.map(({ name, shape }) => b.input(name, 'float32', shape))
  b.output('loss', b.reduceMean(b.pow(b.tanh(b.add(b.matmul(x, w), bias)), 2)))
  return b.finish()
}

const x = new Tensor('float32', noise([4, 3], 9), [4, 3])

test('the gradient by the vector of all weights is the gradients by each, end to end', async () => {
  const whole = await InferenceSession.create(writeOnnx(vectorGradient(regression(), layout)))
  const vector = packWeights(layout, weights)
  const { gradient, loss } = await whole.run({ x, weights: new Tensor('float32', vector, [8]) })

  const each = await InferenceSession.create(
    writeOnnx(differentiate(regression(), { loss: 'loss', with: ['w', 'bias'] })),
  )
  const feeds = Object.fromEntries(
    layout.map(({ name, shape }) => [name, new Tensor('float32', weights.get(name)!.data as Float32Array, shape)]),
  )
  const parts = await each.run({ x, ...feeds })

  expect(loss!.data[0]).toBe(parts.loss!.data[0])
  expect([...(gradient!.data as Float32Array)]).toEqual([
    ...(parts['grad/w']!.data as Float32Array),
    ...(parts['grad/bias']!.data as Float32Array),
  ])
})

test('weights come out of the vector as they went in', () => {
  expect(unpackWeights(layout, packWeights(layout, weights))).toEqual(weights)
  expect(() => packWeights([{ name: 'lost', shape: [1] }], weights)).toThrow('named lost')
})

test('a network cut in two and joined again computes the same, even where both halves use the same names', async () => {
  const graph = regression()
  const { trunk, tail } = cut(graph, graph.nodes[2]!.outputs[0]!)
  // Another tensor of the tail under a name that the trunk has too.
  const taken = trunk.nodes[0]!.outputs[0]!
  const renamed = tail.nodes[0]!.outputs[0]!
  const swap = (name: string) => (name === renamed ? taken : name)
  const clashing = {
    ...tail,
    nodes: tail.nodes.map((node) => ({ ...node, inputs: node.inputs.map(swap), outputs: node.outputs.map(swap) })),
    outputs: tail.outputs,
  }
  const whole = join(trunk, clashing)
  const feeds = {
    x,
    ...Object.fromEntries(
      layout.map(({ name, shape }) => [name, new Tensor('float32', weights.get(name)!.data as Float32Array, shape)]),
    ),
  }
  const [before, after] = await Promise.all(
    [graph, whole].map(async (one) => (await InferenceSession.create(writeOnnx(one))).run(feeds)),
  )
  expect(after!.loss!.data[0]).toBe(before!.loss!.data[0])
})
