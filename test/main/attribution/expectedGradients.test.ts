import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openAttributor } from '#main/engine/attribution/expectedGradients.ts'
import { scoreGraph } from '#main/engine/attribution/scores.ts'
import { createBuilder } from '#main/engine/graph/build.ts'
import { float32, ints } from '#main/engine/graph/graph.ts'

type Reference = {
  pictures: number[]
  weights: Record<string, { shape: number[]; values: number[] }>
  scores: number[]
  image: number[][]
  inner: number[][]
}

const reference = JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/reference/expectedGradients.json'), 'utf8')) as Reference // prettier-ignore
const size = 3 * 12 * 12
const pictures = Array.from({ length: 5 }, (_, at) => Float32Array.from(reference.pictures.slice(at * size, (at + 1) * size))) // prettier-ignore
const terms = [0, 1, 2]

/** The network of the fixture, with the probabilities of three terms as its output. */
function network() {
  const b = createBuilder()
  const weight = (name: string) => b.initializer(name, float32(reference.weights[name]!.values, reference.weights[name]!.shape)) // prettier-ignore
  const conv = (x: string, name: string, stride: number) =>
    b.node('Relu', [b.node('Conv', [x, weight(`${name}.w`), weight(`${name}.b`)], { kernel_shape: ints([3, 3]), pads: ints([1, 1, 1, 1]), strides: ints([stride, stride]) })]) // prettier-ignore
  const image = b.input('image', 'float32', ['n', 3, 12, 12])
  const map = conv(conv(conv(image, 'conv1', 1), 'conv2', 2), 'conv3', 2)
  const pooled = b.node('Flatten', [b.node('GlobalAveragePool', [map])])
  const logits = b.gemm(pooled, weight('linear.w'), weight('linear.b'), { transB: true })
  b.output('style', b.softmax(logits), 'float32', ['n', 3])
  return b.finish()
}

/** `side`: places on a side; 12 are those of the picture. */
async function explain(side: number, points: number) {
  const graph = scoreGraph(network(), 'style', 3, side)
  const [picture, ...others] = pictures
  const attributor = await openAttributor(graph, { name: 'image', shape: [3, 12, 12] }, others, 'cpu')
  onTestFinished(() => attributor.close())
  return { grid: attributor.grid, found: await attributor.explain(picture!, terms, { points, seed: 1 }) }
}

test.each([
  ['at the picture itself', 13, 12, reference.image],
  ['at the last tensor with six places on a side', 6, 6, reference.inner],
])(
  'expected gradients %s are those of captum, and sum to the score less the mean score of the references',
  async (_, side, places, expected) => {
    const { grid, found } = await explain(side, 100)
    expect(grid).toMatchObject({ rows: places, columns: places })
    for (const { term, places: map, score, baseline, error } of found) {
      const mean = [1, 2, 3, 4].reduce((sum, at) => sum + reference.scores[at * 3 + term]!, 0) / 4
      expect(score).toBeCloseTo(reference.scores[term]!, 4)
      expect(baseline).toBeCloseTo(mean, 4)
      const sum = map.reduce((total, value) => total + value, 0)
      expect(Math.abs(sum - (score - mean))).toBeLessThan(0.05 * Math.abs(score - mean))
      expect(Math.abs(error)).toBeLessThan(0.05 * Math.abs(score - mean))
      const largest = Math.max(...expected[term]!.map(Math.abs))
      for (const [place, value] of map.entries()) expect(Math.abs(value - expected[term]![place]!)).toBeLessThan(0.03 * largest) // prettier-ignore
    }
  },
)

test('with few points the map still sums to the difference of the scores', async () => {
  const { found } = await explain(6, 2)
  for (const { places, score, baseline } of found)
    expect(places.reduce((total, value) => total + value, 0)).toBeCloseTo(score - baseline, 4)
})

test('the same seed gives the same map, bit for bit', async () => {
  const [first, second] = [await explain(6, 5), await explain(6, 5)]
  expect(second.found).toEqual(first.found)
})
