import fc from 'fast-check'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { expect, test } from 'vitest'
import { createBuilder } from '#main/engine/graph/build.ts'
import { int, ints, type Graph } from '#main/engine/graph/graph.ts'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { differentiate } from '#main/engine/gradient/differentiate.ts'
import { evaluate } from '#main/engine/gradient/evaluate.ts'
import { lowerDepthwise } from '#main/engine/gradient/lowerDepthwise.ts'
import { tensor64 } from '#main/engine/gradient/tensor64.ts'
import { noise } from '../graph/random.ts'

type Axis = { size: number; kernel: number; stride: number; dilation: number; before: number; after: number }
type Shape = { axes: readonly [Axis, Axis]; channels: number; bias: boolean }

const axis = fc
  .record({
    size: fc.integer({ min: 1, max: 7 }),
    kernel: fc.integer({ min: 1, max: 5 }),
    stride: fc.integer({ min: 1, max: 3 }),
    dilation: fc.integer({ min: 1, max: 2 }),
    before: fc.integer({ min: 0, max: 3 }),
    after: fc.integer({ min: 0, max: 3 }),
  })
  .filter(({ size, kernel, dilation, before, after }) => size + before + after > dilation * (kernel - 1))

const depthwise = ({ axes, channels, bias }: Shape, group = channels): Graph => {
  const b = createBuilder()
  const depth = channels / group
  const x = b.input('x', 'float32', ['n', channels, ...axes.map(({ size }) => size)])
  const w = b.input('w', 'float32', [channels, depth, ...axes.map(({ kernel }) => kernel)])
  const y = b.node('Conv', bias ? [x, w, b.input('bias', 'float32', [channels])] : [x, w], {
    group: int(group),
    strides: ints(axes.map(({ stride }) => stride)),
    dilations: ints(axes.map(({ dilation }) => dilation)),
    pads: ints([...axes.map(({ before }) => before), ...axes.map(({ after }) => after)]),
  })
  b.output('y', y)
  b.output('loss', b.reduceSum(b.mul(y, y)))
  return b.finish()
}

const convolutions = (graph: Graph) => graph.nodes.filter(({ op }) => op === 'Conv').length

/** y in float64, and the gradients as onnxruntime computes them. */
async function results(graph: Graph, feeds: Record<string, readonly number[]>, seed: number) {
  const by = Object.keys(feeds)
  const data = Object.fromEntries(by.map((name, at) => [name, noise(feeds[name]!, seed + at)]))
  const exact = evaluate(
    graph,
    mapValues(data, (values, name) => tensor64(feeds[name]!, Float64Array.from(values))),
  )
  const session = await InferenceSession.create(writeOnnx(differentiate(graph, { loss: 'loss', with: by })))
  const run = await session.run(mapValues(data, (values, name) => new Tensor('float32', values, feeds[name])))
  const gradients = by.map((name) => [...(run[`grad/${name}`]!.data as Float32Array)])
  return { y: [...exact.get('y')!.data], gradients }
}

const mapValues = <A, B>(from: Record<string, A>, change: (value: A, key: string) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(from).map(([key, value]) => [key, change(value, key)]))

const difference = (a: readonly number[], b: readonly number[]) => {
  expect(b).toHaveLength(a.length)
  const largest = Math.max(1, ...a.map((value) => Math.abs(value)))
  return Math.max(...a.map((value, at) => Math.abs(value - b[at]!))) / largest
}

test('a depthwise convolution as a product of matrices gives the same maps and gradients', () =>
  fc.assert(
    fc.asyncProperty(
      fc.tuple(axis, axis),
      fc.integer({ min: 1, max: 4 }),
      fc.boolean(),
      fc.nat(1000),
      async (axes, channels, bias, seed) => {
        const graph = depthwise({ axes, channels, bias })
        const lowered = lowerDepthwise(graph, ['w'])
        expect(convolutions(lowered)).toBe(0)
        const shapes = {
          x: [3, channels, ...axes.map(({ size }) => size)],
          w: [channels, 1, ...axes.map(({ kernel }) => kernel)],
          ...(bias ? { bias: [channels] } : {}),
        }
        const [expected, found] = await Promise.all([graph, lowered].map((one) => results(one, shapes, seed)))
        expect(difference(expected!.y, found!.y)).toBeLessThan(1e-12)
        for (const [at, gradient] of expected!.gradients.entries()) {
          expect(difference(gradient, found!.gradients[at]!)).toBeLessThan(1e-5)
        }
      },
    ),
    { numRuns: 60 },
  ))

const plain = (size: number): Axis => ({ size, kernel: 3, stride: 1, dilation: 1, before: 1, after: 1 })
const square = (size: number) => ({ axes: [plain(size), plain(size)] as const, channels: 4, bias: false })

test('large maps, other groups and fixed filters stay convolutions', () => {
  expect(convolutions(lowerDepthwise(depthwise(square(7)), ['w']))).toBe(0)
  expect(convolutions(lowerDepthwise(depthwise(square(14)), ['w']))).toBe(1)
  expect(convolutions(lowerDepthwise(depthwise(square(7), 2), ['w']))).toBe(1)
  expect(convolutions(lowerDepthwise(depthwise(square(7)), ['x']))).toBe(1)
})
