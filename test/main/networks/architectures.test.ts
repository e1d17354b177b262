import { describe, expect, test } from 'vitest'
import { listLayers } from '#main/engine/graph/layers.ts'
import { inferShapes } from '#main/engine/graph/shapes.ts'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { architectures, buildArchitecture, type Architecture } from '#main/engine/networks/architectures.ts'
import { recognise } from '#main/engine/networks/recognise.ts'
import { openSession, tensor } from '#main/engine/runtimes/onnx.ts'
import { lowerNorms } from '#main/engine/gradient/lowerNorms.ts'
import { trainedNetwork } from '#main/engine/training/heads.ts'
import { trainingForm } from '#main/engine/training/trainingForm.ts'
import { noise } from '../graph/random.ts'

const asPublished = { width: 1, depth: 1 }
const heads = [{ name: 'imagenet', terms: 1000, weight: 1 }]

/** Learned numbers with a thousand terms, as torchvision 0.14 counts them (the small one by hand), and the last map. */
const published: Record<Architecture, { size: number; parameters: number; map: number[]; convolutions: number }> = {
  'efficientnet-b0': { size: 224, parameters: 5_288_548, map: [1280, 7, 7], convolutions: 81 },
  'efficientnet-v2-s': { size: 300, parameters: 21_458_488, map: [1280, 10, 10], convolutions: 170 },
  resnet50: { size: 224, parameters: 25_557_032, map: [2048, 7, 7], convolutions: 53 },
  alexnet: { size: 224, parameters: 61_100_840, map: [256, 6, 6], convolutions: 5 },
  // 32, 64, 128 and 128 filters of 3x3, 12,800 numbers into 512, those into 1,000, and a shift for each.
  'small-cnn': { size: 200, parameters: 896 + 18_496 + 73_856 + 147_584 + 6_554_112 + 513_000, map: [128, 10, 10], convolutions: 4 }, // prettier-ignore
}

describe.each(architectures)('%s at full size', (architecture) => {
  const { size, parameters, map, convolutions } = published[architecture]
  const made = buildArchitecture(architecture, { size, ...asPublished }, null)

  test('has the published number of parameters, convolutions and places', () => {
    const network = trainedNetwork(made.graph, { ...made, heads }, new Map())
    const layers = listLayers(network)
    expect(layers.reduce((sum, layer) => sum + layer.parameters, 0)).toBe(parameters)
    expect(layers.filter(({ op }) => op === 'Conv')).toHaveLength(convolutions)
    expect(inferShapes(made.graph).get(made.map)?.shape).toEqual(['n', ...map])
  })

  test('every weight is one that learns', () => {
    const learned = listLayers(made.graph).flatMap(({ weights }) => weights)
    expect(new Set(made.fresh.weights)).toEqual(new Set(learned))
  })

  test('is recognised by its convolutions', () => {
    expect(recognise(made.graph)).toBe(architecture)
  })
})

test.each([
  ['efficientnet-b0', 64],
  ['small-cnn', 200],
] as const)('%s runs in onnxruntime with first weights that keep the signal alive', async (name, size) => {
  const { graph, fresh, dimension } = buildArchitecture(name, { size, ...asPublished }, 1)
  const form = trainingForm(graph, { ...fresh, dropouts: [] })
  const session = await openSession(writeOnnx(lowerNorms(form.graph)), 'cpu')
  const { features } = await session.run({ image: tensor(noise([4, 3, size, size], 3), [4, 3, size, size]) })
  await session.release()
  const values = features!.data as Float32Array
  expect(values).toHaveLength(4 * dimension)
  const root = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length)
  expect(root).toBeGreaterThan(0.01)
  expect(root).toBeLessThan(10)
})

test('the same seed draws the same weights, another one others', () => {
  const weightsOf = (seed: number) => buildArchitecture('resnet50', { size: 32, width: 0.1, depth: 0.5 }, seed).graph.initializers.get('stem.w')?.data // prettier-ignore
  expect(weightsOf(1)).toEqual(weightsOf(1))
  expect(weightsOf(1)).not.toEqual(weightsOf(2))
})

test.each([
  // Standard deviations as published: sqrt(2 / fan-out), the same cut at two deviations, and sqrt(2 / (fan-in + fan-out)).
  ['resnet50', 'stage1.1.middle.w', Math.sqrt(2 / (64 * 9)), Infinity],
  ['efficientnet-v2-s', 'stage1.1.fused.w', Math.sqrt(2 / (24 * 9)), (2 * Math.sqrt(2 / (24 * 9))) / 0.8796],
  ['small-cnn', 'conv2.w', Math.sqrt(2 / (9 * 32 + 9 * 64)), Math.sqrt(6 / (9 * 32 + 9 * 64))],
] as const)('%s draws its first weights as wide as published', (architecture, name, deviation, most) => {
  const { graph } = buildArchitecture(architecture, { size: 64, width: 1, depth: 0.1 }, 5)
  const values = graph.initializers.get(name)!.data as Float32Array
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const found = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
  expect(Math.abs(mean)).toBeLessThan(0.05 * deviation)
  expect(Math.abs(found / deviation - 1)).toBeLessThan(0.03)
  expect(Math.max(...values)).toBeLessThanOrEqual(most * 1.001)
})
