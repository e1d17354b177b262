import { readFileSync } from 'node:fs'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { describe, expect, test } from 'vitest'
import { createBuilder } from '#main/engine/graph/build.ts'
import { cut } from '#main/engine/graph/cut.ts'
import { fold } from '#main/engine/graph/fold.ts'
import { sizeOf, type Graph } from '#main/engine/graph/graph.ts'
import { choosePart, type Part } from '#main/engine/graph/layers.ts'
import { prune } from '#main/engine/graph/prune.ts'
import { readOnnx } from '#main/engine/graph/read.ts'
import { freeWeights, widen } from '#main/engine/graph/weights.ts'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { fromConstant, tensor64, type Tensor64 } from '#main/engine/gradient/tensor64.ts'
import { networks } from '../graph/networks.ts'
import { noise } from '../graph/random.ts'
import { relativeError, runGradients, slope } from './check.ts'

const layers = 8

describe.skipIf(networks.length === 0)('the last layers of real networks (skipped where there are none)', () => {
  test.each(networks)(
    '%s: the slope of a loss along a random direction of its weights is that of finite differences',
    async (path) => {
      const graph = fold(widen(readOnnx(readFileSync(path))))
      const features = graph.outputs.find(({ name }) => name === 'features') ?? graph.outputs[0]!
      const network = prune(graph, [features.name])
      const part = choosePart(network, { kind: 'last', layers })
      const { trunk, tail } = cut(network, part.cut!)
      const weights = part.weights.slice(-6)
      const loss = lossOf(tail, weights)
      const feeds = await feedsOf(network, trunk, part, weights)

      const gradients = await runGradients(loss, feeds, weights)
      // Each kind of weights adds about as much to the slope, whatever the size of its gradient.
      const sizes = weights.map((name) => norm(gradients[name]!.data))
      const smallest = Math.min(...sizes)
      const directions = weights.map((name, at) => {
        const gradient = gradients[name]!
        const size = sizes[at]! / smallest
        return [name, Float64Array.from(noise(gradient.shape, at + 7), (value) => value / size)] as const
      })
      const along = directions.map(([name, direction]) =>
        direction.reduce((sum, value, at) => sum + value * gradients[name]!.data[at]!, 0),
      )
      const expected = slope(loss, feeds, Object.fromEntries(directions), 1e-6)
      expect(relativeError([along.reduce((sum, value) => sum + value)], [expected])).toBeLessThan(1e-3)
    },
    60_000,
  )
})

const norm = (values: Float64Array) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))

/** The tail with its weights as inputs, and the mean of the squares of what it makes, unevenly weighed, as the loss. */
function lossOf(tail: Graph, weights: readonly string[]): Graph {
  const free = freeWeights(tail, weights)
  const [output] = free.outputs
  const b = createBuilder({ from: { ...free, outputs: [] } })
  const width = Number(output!.shape!.at(-1))
  const weighed = b.mul(
    b.mul(output!.name, output!.name),
    b.constant({ type: 'float32', shape: [width], data: noise([width], 5) }),
  )
  b.output('loss', b.reduceMean(weighed))
  return b.finish()
}

async function feedsOf(
  network: Graph,
  trunk: Graph,
  part: Part,
  weights: readonly string[],
): Promise<Record<string, Tensor64>> {
  const shape = [1, 3, 224, 224]
  const session = await InferenceSession.create(writeOnnx(trunk))
  const results = await session.run({ [network.inputs[0]!.name]: new Tensor('float32', noise(shape, 3), shape) })
  const { dims, data } = results[part.cut!]!
  expect(data).toHaveLength(sizeOf(dims))
  // A little away from what was learned: quantised networks have channels of zeros, where ReLU has no slope.
  const constants = weights.map((name, at) => {
    const { shape: sizes, data: learned } = fromConstant(network.initializers.get(name)!)
    const apart = noise(sizes, at + 50)
    return [
      name,
      tensor64(
        sizes,
        learned.map((value, place) => Math.fround(value + 0.01 * apart[place]!)),
      ),
    ] as const
  })
  return { [part.cut!]: tensor64(dims, Float64Array.from(data as Float32Array)), ...Object.fromEntries(constants) }
}
