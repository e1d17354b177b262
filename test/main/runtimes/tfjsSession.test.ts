import * as tf from '@tensorflow/tfjs'
import util from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { judge, decide } from '#main/engine/runtimes/executors.ts'
import { labelTensor, openSession, tensor } from '#main/engine/runtimes/onnx.ts'
import { loadTensorFlow } from '#main/engine/runtimes/tensorFlow.ts'
import { openTfjsSession } from '#main/engine/runtimes/tfjsSession.ts'
import type { Trial } from '#main/engine/runtimes/trial.ts'
import { trainingGraph } from '#main/engine/training/heads.ts'
import { noise } from '../graph/random.ts'
import { dimension, side, tinyNetwork } from '../training/tinyNetwork.ts'

beforeAll(() => tf.setBackend('cpu'))

test('TensorFlow.js makes of a step what onnxruntime makes of it, by the same names', async () => {
  const heads = [
    { name: 'style', terms: 4, weight: 1 },
    { name: 'genre', terms: 3, weight: 0.5 },
  ]
  const graph = trainingGraph(tinyNetwork(), { features: 'features', dimension, heads, extent: { kind: 'last', layers: 4 }, freezeDepthwise: false, smoothing: 0.1 }) // prettier-ignore
  const works = 6
  const size = graph.cut.shape.reduce((product, length) => product * length, 1)
  expect(size).not.toBe(3 * side * side)
  const weights = new Float32Array(graph.length)
  for (const { name, offset } of graph.parameters) weights.set(graph.initial.get(name)!, offset)
  const feeds = {
    [graph.cut.name]: tensor(noise([works * size], 4), [works, ...graph.cut.shape]),
    weights: tensor(weights, [graph.length]),
    'labels.0': labelTensor(Int32Array.of(0, 1, 2, 3, 0, -1)),
    'weights.0': tensor(Float32Array.of(0.1, 0.2, 0.3, 0.2, 0.2, 0), [works]),
    'labels.1': labelTensor(Int32Array.of(-1, 1, 2, 0, 0, 1)),
    'weights.1': tensor(Float32Array.of(0, 0.2, 0.2, 0.2, 0.2, 0.2), [works]),
  }
  const ours = await (await openSession(writeOnnx(graph.gradient), 'cpu')).run(feeds)
  const theirs = await openTfjsSession(tf, graph, { heads, smoothing: 0.1 }).run(feeds)
  for (const [name, { dims }] of Object.entries(ours)) {
    expect(theirs[name]!.dims, name).toEqual(dims)
    const [a, b] = [ours[name]!.data as Float32Array, theirs[name]!.data as Float32Array]
    for (const [at, value] of a.entries()) expect(Math.abs(b[at]! - value), `${name} ${at}`).toBeLessThan(1e-5)
  }
  expect(Object.keys(ours).toSorted()).toEqual(['correct.0', 'correct.1', 'gradient', 'loss'])
})

test('where TensorFlow is not installed it says so, and the processor is used', () => {
  let why = ''
  try {
    // On a computer with it and its card there is nothing to refuse.
    expect(loadTensorFlow().version).toBeDefined()
    return
  } catch (error) {
    why = (error as Error).message
  }
  expect(why).toMatch(/^TensorFlow for CUDA is not installed or does not load/)
  const processor = { works: true as const, lookMs: 10, stepMs: 10, features: [1] } satisfies Trial
  expect(decide('tfjs', [judge('tfjs', { works: false, why }, processor)])).toEqual({
    executor: 'cpu',
    why: 'Graphics card (CUDA by TensorFlow) was chosen, but cannot be used: TensorFlow for NVIDIA cards is not installed',
  })
  const holes = util as unknown as Record<string, (value: unknown) => boolean>
  expect([null, undefined, 0, ''].map((value) => holes['isNullOrUndefined']!(value))).toEqual([true, true, false, false]) // prettier-ignore
})
