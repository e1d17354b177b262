import * as tf from '@tensorflow/tfjs'
import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { fold } from '#main/engine/graph/fold.ts'
import { sizeOf } from '#main/engine/graph/graph.ts'
import { readOnnx } from '#main/engine/graph/read.ts'
import { widen } from '#main/engine/graph/weights.ts'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { labelTensor, openSession, tensor } from '#main/engine/runtimes/onnx.ts'
import { createTfjsGradients } from '#main/engine/runtimes/tfjs.ts'
import { trainingGraph, type TrainingGraph } from '#main/engine/training/heads.ts'
import { noise } from '../graph/random.ts'

const heads = [{ name: 'style', terms: 5, weight: 1 }]
const [works, steps, smoothing] = [3, 20, 0.1]
const labels = Int32Array.of(0, -1, 3)
const counts = Float32Array.of(0.4, 0, 0.6)

/**
 * `layers`: the last ones that are trained. `side`: small images, for pure JavaScript takes its time; the last maps are 2x2 or more.
 * `rate`: one at which a training does not amplify rounding. MobileNet at 0.02 does: start weights that differ in their last digit part by
 * 2e-3 to 0.4 of loss within 20 steps, in one and the same executor.
 */
const networks = [
  { file: 'resources/models/efficientnet-lite0.onnx', dimension: 1280, layers: 9, rate: 0.02, side: 64 },
  { file: '../shared/weights/mobilenet_v2_1.0_224.onnx', dimension: 1280, layers: 9, rate: 0.005, side: 64 },
  { file: '../shared/weights/efficientnet_lite0_features.onnx', dimension: 1280, layers: 9, rate: 0.02, side: 64 },
  { file: '../shared/weights/resnet50v2_stage3_features.onnx', dimension: 1024, layers: 5, rate: 0.02, side: 48 },
  { file: '../shared/weights/squeezenet1_1.onnx', dimension: 512, layers: 4, rate: 0.0005, side: 48 },
]

describe('the last layers of a network learn as in TensorFlow.js, by its own gradients', () => {
  beforeAll(() => tf.setBackend('cpu'))
  test.each(networks)('$file', { timeout: 120_000 }, async ({ file, dimension, layers, rate, side }) => {
    if (!existsSync(file)) return
    const read = widen(readOnnx(readFileSync(file)))
    const network = fold(read, { [read.inputs[0]!.name]: ['n', 3, side, side] })
    const graph = trainingGraph(network, { features: 'features', dimension, heads, extent: { kind: 'last', layers }, freezeDepthwise: false, smoothing }) // prettier-ignore
    expect(graph.parameters.length).toBeGreaterThan(3)
    const x = await atCut(graph, network.inputs[0]!.name, side)
    const ours = await ourCurve(graph, x, rate)
    const theirs = theirCurve(graph, x, rate)
    expect(await firstDifference(graph, x)).toBeLessThan(1e-5)
    for (const [at, loss] of theirs.entries()) expect(Math.abs(ours[at]! - loss)).toBeLessThan(1e-3)
    expect(theirs.at(-1)).toBeLessThan(0.9 * theirs[0]!)
  })
})

async function atCut({ trunk, cut }: TrainingGraph, input: string, side: number): Promise<Float32Array> {
  const session = await openSession(writeOnnx(trunk!), 'cpu')
  const shape = [works, 3, side, side]
  const result = await session.run({ [input]: tensor(noise(shape, 3), shape) })
  const { data, dims } = Object.values(result)[0]!
  expect(dims).toEqual([works, ...cut.shape])
  return data as Float32Array
}

function startOf(graph: TrainingGraph): Float32Array {
  const start = new Float32Array(graph.length)
  for (const { name, offset } of graph.parameters) start.set(graph.initial.get(name)!, offset)
  return start
}

const descend = (weights: Float32Array, gradient: Float32Array, rate: number) =>
  weights.map((weight, at) => weight - rate * gradient[at]!)

async function ourCurve(graph: TrainingGraph, x: Float32Array, rate: number): Promise<number[]> {
  expect(x).toHaveLength(works * sizeOf(graph.cut.shape))
  const session = await openSession(writeOnnx(graph.gradient), 'cpu')
  const losses: number[] = []
  let weights: Float32Array = startOf(graph)
  for (let step = 0; step < steps; step++) {
    const result = await session.run({
      [graph.cut.name]: tensor(x, [works, ...graph.cut.shape]),
      weights: tensor(weights, [graph.length]),
      'labels.0': labelTensor(labels),
      'weights.0': tensor(counts, [works]),
    })
    losses.push((result['loss']!.data as Float32Array)[0]!)
    weights = descend(weights, result['gradient']!.data as Float32Array, rate)
  }
  await session.release()
  return losses
}

/** Of the two gradients before any step, whatever the rate: the length of their difference by the length of theirs. */
async function firstDifference(graph: TrainingGraph, x: Float32Array): Promise<number> {
  const weights = startOf(graph)
  const session = await openSession(writeOnnx(graph.gradient), 'cpu')
  const result = await session.run({
    [graph.cut.name]: tensor(x, [works, ...graph.cut.shape]),
    weights: tensor(weights, [graph.length]),
    'labels.0': labelTensor(labels),
    'weights.0': tensor(counts, [works]),
  })
  await session.release()
  const ours = result['gradient']!.data as Float32Array
  const theirs = createTfjsGradients(tf, graph, { heads, smoothing })(weights, { x, labels: [labels], counts: [counts] }).gradient // prettier-ignore
  // A dead channel's sum is exactly 0, the kink of ReLU6: there ours is 0, and theirs passes. One network has three.
  const atKink = (at: number) => ours[at] === 0 && Math.abs(theirs[at]!) > 1e-6
  expect(ours.filter((_, at) => atKink(at)).length).toBeLessThanOrEqual(3)
  const apart = ours.map((value, at) => (atKink(at) ? 0 : value - theirs[at]!))
  return Math.hypot(...chunked(apart)) / Math.hypot(...chunked(theirs))
}

/** Lengths of a vector's parts: there are too many numbers for one call. */
const chunked = (vector: Float32Array) =>
  Array.from({ length: Math.ceil(vector.length / 1000) }, (_, part) => Math.hypot(...vector.subarray(part * 1000, (part + 1) * 1000))) // prettier-ignore

function theirCurve(graph: TrainingGraph, x: Float32Array, rate: number): number[] {
  const gradientOf = createTfjsGradients(tf, graph, { heads, smoothing })
  const losses: number[] = []
  let weights = startOf(graph)
  for (let step = 0; step < steps; step++) {
    const { loss, gradient } = gradientOf(weights, { x, labels: [labels], counts: [counts] })
    losses.push(loss)
    weights = descend(weights, gradient, rate)
  }
  return losses
}
