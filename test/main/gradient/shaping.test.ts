import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBuilder, type Builder } from '#main/engine/graph/build.ts'
import { float32, int, int64, text, type Attributes } from '#main/engine/graph/graph.ts'
import { differentiate } from '#main/engine/gradient/differentiate.ts'
import { ApiError } from '#preload/rpc.ts'
import { checkGradients, type Case } from './check.ts'

const seed = fc.integer({ min: 1, max: 1_000_000 })
const size = fc.integer({ min: 1, max: 5 })
const runs = { numRuns: 8, seed: 5 }

/** Squares first, so that the gradient depends on x. */
const check = (
  shape: readonly number[],
  batch: boolean,
  start: number,
  build: (b: Builder, x: string) => string | string[],
) =>
  checkGradients({
    shapes: { x: shape },
    batched: batch ? ['x'] : [],
    build: (b, { x = '' }) => build(b, b.mul(x, x)),
    seed: start,
  })

const boxes = fc.tuple(size, size, size, size)
const property = (
  build: (b: Builder, x: string, shape: readonly number[], pick: number) => string | string[],
  batches = true,
) =>
  fc.assert(
    fc.asyncProperty(boxes, seed, fc.boolean(), fc.nat({ max: 1000 }), async (shape, start, batch, pick) => {
      await check(shape, batch && batches, start, (b, x) => build(b, x, shape, pick))
    }),
    runs,
  )

describe('the gradient by an operator that moves values is that of finite differences', () => {
  test('Reshape, with 0 and -1', () =>
    property((b, x, [, c = 1, h = 1, w = 1]) => b.reshape(b.reshape(x, [0, c, -1]), [-1, h, w])))
  test('Reshape of the batch into another axis', () =>
    property((b, x, [, c = 1, h = 1, w = 1]) => b.reshape(x, [-1, c * h * w])))
  test('Flatten', () => property((b, x, _, pick) => b.flatten(x, pick % 5)))
  test('Squeeze and Unsqueeze', () => property((b, x) => b.squeeze(b.unsqueeze(x, [0, -1]), [0])))
  test('Transpose', () =>
    property((b, x, _, pick) =>
      b.transpose(
        x,
        [
          [3, 1, 0, 2],
          [0, 2, 3, 1],
          [1, 2, 3, 0],
        ][pick % 3]!,
      ),
    ))
  test('Concat', () => property((b, x, _, pick) => b.concat([x, b.exp(x), x], (pick % 3) + 1)))
  test('Split into unequal parts, one of which is not used', () =>
    property((b, x) => {
      const wide = b.concat([x, x, x], 1)
      const [first = '', , last = ''] = b.nodes('Split', [wide], { axis: int(1), num_outputs: int(3) }, 3)
      return [first, b.exp(last)]
    }))
  test('Slice with steps forwards and backwards', () =>
    property((b, x, [, c = 1, h = 1, w = 1], pick) => {
      const step = (pick % 3) + 1
      return b.slice(x, [c - 1, Math.min(1, h - 1), 0], [-(2 ** 31), h, w], [1, 2, 3], [-step, 1, step])
    }))
  test('Pad with a constant, and cut off again', () =>
    property((b, x) => b.pad(b.node('Pad', [x, b.int64([0, 1, 0, 2, 0, 0, 3, 1]), 7]), [0, 0, -1, -1, 0, -1, 0, 0])))
  test.each(['reflect', 'edge'])('Pad by %s', (mode) =>
    property((b, x, [, , h = 1, w = 1]) => {
      const [rows, columns] = [Math.min(2, h - 1), Math.min(1, w - 1)]
      return b.node('Pad', [x, b.int64([0, 0, rows, columns, 0, 0, columns && rows, 0])], { mode: text(mode) })
    }),
  )
  test('Gather of one slice', () => property((b, x, [, c = 1]) => b.gather(x, b.constant(int64([-c], [])), 1)))
  test('Gather with repeats', () =>
    property((b, x, shape, pick) => {
      const axis = pick % 4
      const last = shape[axis]! - 1
      return b.gather(x, b.constant(int64([0, last, -1, 0], [2, 2])), axis)
    }, false))
  test('Expand', () => property((b, x, [n = 1]) => b.expand(b.reduceSum(x, [2], true), [2, n, 1, 3, 1]), false))
})

describe('the gradient by Resize is that of finite differences', () => {
  const modes: Record<string, Attributes> = {
    'nearest, as torchvision exports it': {
      mode: text('nearest'),
      coordinate_transformation_mode: text('asymmetric'),
      nearest_mode: text('floor'),
    },
    'nearest, as ONNX has it by default': { mode: text('nearest') },
    'linear, half a pixel': { mode: text('linear') },
    'linear, corners aligned': { mode: text('linear'), coordinate_transformation_mode: text('align_corners') },
    'linear, as PyTorch does': { mode: text('linear'), coordinate_transformation_mode: text('pytorch_half_pixel') },
  }
  test.each(Object.keys(modes))('%s', (name) =>
    property((b, x, [n = 1, c = 1, h = 1, w = 1], pick) => {
      const target = b.int64([n, c, h + (pick % 4), w * 2])
      return b.node('Resize', [x, '', '', target], modes[name])
    }, false),
  )
  test('by factors, the batch left open', () =>
    property((b, x) => b.node('Resize', [x, '', b.constant(float32([1, 1, 2, 1.5]))], { mode: text('linear') })))
})

describe('the gradient by a product is that of finite differences', () => {
  const products: Record<string, (m: number, k: number, n: number, p: number) => Pick<Case, 'shapes' | 'batched'>> = {
    'of matrices': (m, k, n) => ({ shapes: { x: [m, k], y: [k, n] }, batched: ['x'] }),
    'of rows with a matrix': (m, k, n, p) => ({ shapes: { x: [p, m, k], y: [k, n] }, batched: ['x'] }),
    'of batches': (m, k, n, p) => ({ shapes: { x: [p, 2, m, k], y: [p, 2, k, n] }, batched: ['x', 'y'] }),
    'of batches, broadcast': (m, k, n, p) => ({ shapes: { x: [p, 1, m, k], y: [3, k, n] } }),
    'of a matrix with batches': (m, k, n, p) => ({ shapes: { x: [m, k], y: [p, k, n] } }),
    'of a vector with a matrix': (_, k, n, p) => ({ shapes: { x: [k], y: [p, k, n] } }),
    'of a matrix with a vector': (m, k, _, p) => ({ shapes: { x: [p, m, k], y: [k] } }),
    'of vectors': (_, k) => ({ shapes: { x: [k], y: [k] } }),
  }
  test.each(Object.keys(products))('MatMul %s', (name) =>
    fc.assert(
      fc.asyncProperty(boxes, seed, async ([m, k, n, p], start) => {
        await checkGradients({
          ...products[name]!(m, k, n, p),
          build: (b, { x = '', y = '' }) => b.matmul(x, y),
          seed: start,
        })
      }),
      { ...runs, numRuns: 4 },
    ),
  )
  test('Gemm, transposed or not, scaled, with all kinds of bias', () =>
    fc.assert(
      fc.asyncProperty(boxes, fc.boolean(), fc.boolean(), seed, async ([m, k, n, p], transA, transB, start) => {
        const bias = [[n], [m, n], [1, n], [m, 1], []][p % 5]!
        const attributes = {
          transA: int(+transA),
          transB: int(+transB),
          alpha: { kind: 'float', value: 0.5 },
          beta: { kind: 'float', value: 2 },
        } as const
        await checkGradients({
          shapes: { x: transA ? [k, m] : [m, k], y: transB ? [n, k] : [k, n], bias },
          build: (b, i) => b.node('Gemm', [i.x!, i.y!, i.bias!], attributes),
          seed: start,
        })
      }),
      { ...runs, numRuns: 12 },
    ))
})

test('an operator without a gradient is named, with the last cut after it', () => {
  const b = createBuilder()
  const x = b.input('x', 'float32', ['n', 4])
  const w = b.initializer('w', float32([1, 2, 3, 4]))
  const odd = b.node('ThresholdedRelu', [b.mul(x, w)])
  b.output('loss', b.reduceMean(b.relu(b.exp(odd))))
  const attempt = () => differentiate(b.finish(), { loss: 'loss', with: ['w'] })
  expect(attempt).toThrow(ApiError)
  expect(attempt).toThrow(/ThresholdedRelu has no gradient.*Train only what comes after "ThresholdedRelu_\d+"/)
})
