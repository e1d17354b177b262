import fc from 'fast-check'
import { describe, test } from 'vitest'
import { float, int, ints, text } from '#main/engine/graph/graph.ts'
import { checkGradients } from './check.ts'

const seed = fc.integer({ min: 1, max: 1_000_000 })
const small = fc.integer({ min: 1, max: 3 })
const runs = { numRuns: 25, seed: 11 }

const axis = fc.record({
  size: fc.integer({ min: 5, max: 8 }),
  kernel: small,
  stride: small,
  dilation: fc.integer({ min: 1, max: 2 }),
  before: fc.integer({ min: 0, max: 3 }),
  after: fc.integer({ min: 0, max: 3 }),
})
type Axis = { size: number; kernel: number; stride: number; dilation: number; before: number; after: number }

const movement = (axes: readonly Axis[]) => ({
  strides: ints(axes.map(({ stride }) => stride)),
  dilations: ints(axes.map(({ dilation }) => dilation)),
  pads: ints([...axes.map(({ before }) => before), ...axes.map(({ after }) => after)]),
})

const plain = (a: Axis) => ({ ...a, kernel: 1, dilation: 1, before: 0, after: 0 })

const checkConv = (
  shape: (group: number, a: number, c: number) => [depth: number, filters: number],
  axes: readonly Axis[],
  group: number,
  pick: readonly [number, number],
  start: number,
) => {
  const [depth, filters] = shape(group, ...pick)
  return checkGradients({
    shapes: {
      x: [2, depth * group, ...axes.map(({ size }) => size)],
      w: [filters, depth, ...axes.map(({ kernel }) => kernel)],
      bias: [filters],
    },
    batched: ['x'],
    build: (b, i) => b.node('Conv', [i.x!, i.w!, i.bias!], { ...movement(axes), group: int(group) }),
    seed: start,
  })
}

describe('the gradient of Conv is that of finite differences', () => {
  const picks = fc.tuple(small, small)

  test('with groups, strides, dilations and uneven pads', () =>
    fc.assert(
      fc.asyncProperty(axis, axis, small, picks, seed, (h, w, group, pick, start) =>
        checkConv((g, a, c) => [a, g * c], [h, w], group, pick, start),
      ),
      runs,
    ))
  test('depthwise', () =>
    fc.assert(
      fc.asyncProperty(axis, axis, fc.integer({ min: 2, max: 4 }), picks, seed, (h, w, group, pick, start) =>
        checkConv(
          (g) => [1, g],
          [h, w].map((a) => ({ ...a, dilation: start % 3 ? 1 : a.dilation })),
          group,
          pick,
          start,
        ),
      ),
      runs,
    ))
  test('1x1', () =>
    fc.assert(
      fc.asyncProperty(axis, axis, picks, seed, (h, w, pick, start) => {
        return checkConv((_, a, c) => [a, c + 1], [plain(h), plain(w)], 1, pick, start)
      }),
      { ...runs, numRuns: 10 },
    ))
  test('along one axis', () =>
    fc.assert(
      fc.asyncProperty(axis, small, picks, seed, (h, group, pick, start) =>
        checkConv((g, a, c) => [a, g * c], [h], group, pick, start),
      ),
      { ...runs, numRuns: 10 },
    ))
  test.each(['SAME_UPPER', 'SAME_LOWER', 'VALID'])('with pads by %s', (mode) =>
    fc.assert(
      fc.asyncProperty(axis, axis, seed, async (h, w, start) => {
        await checkGradients({
          shapes: { x: [2, 2, h.size, w.size], w: [3, 2, h.kernel, w.kernel] },
          batched: ['x'],
          build: (b, i) => b.node('Conv', [i.x!, i.w!], { auto_pad: text(mode), strides: ints([h.stride, w.stride]) }),
          seed: start,
        })
      }),
      { ...runs, numRuns: 6 },
    ),
  )
})

const pooled = (op: string, counting: boolean) =>
  fc.assert(
    fc.asyncProperty(axis, axis, fc.boolean(), seed, async (h, w, ceil, start) => {
      // A pad must be smaller than its kernel.
      const axes = [h, w].map((a) => ({
        ...a,
        kernel: a.kernel + 1,
        dilation: 1,
        before: Math.min(a.before, a.kernel),
        after: Math.min(a.after, a.kernel),
      }))
      const { dilations: _, ...moves } = movement(axes)
      const extra = op === 'AveragePool' ? { count_include_pad: int(+counting) } : {}
      await checkGradients({
        shapes: { x: [2, 2, h.size, w.size] },
        batched: ['x'],
        build: (b, i) =>
          b.node(op, [i.x!], {
            ...moves,
            ...extra,
            kernel_shape: ints(axes.map(({ kernel }) => kernel)),
            ceil_mode: int(+(ceil && !counting)),
          }),
        // Before opset 22 ONNX's own shape inference counts a last window that begins in the padding; the kernels do not.
        opset: 22,
        seed: start,
      })
    }),
    { ...runs, numRuns: 12 },
  )

describe('the gradient of pooling is that of finite differences', () => {
  test('MaxPool', () => pooled('MaxPool', false))
  test('AveragePool', () => pooled('AveragePool', false))
  test('AveragePool that counts its padding', () => pooled('AveragePool', true))
  test.each(['GlobalAveragePool', 'GlobalMaxPool'])('%s', (op) =>
    checkGradients({
      shapes: { x: [2, 3, 4, 5] },
      batched: ['x'],
      build: (b, i) => b.node(op, [b.mul(i.x!, i.x!)]),
      seed: 1,
    }),
  )
})

describe('the gradient of a normalisation is that of finite differences', () => {
  const box = fc.tuple(
    fc.integer({ min: 2, max: 4 }),
    small,
    fc.integer({ min: 2, max: 4 }),
    fc.integer({ min: 2, max: 4 }),
  )
  const each = { ...runs, numRuns: 8 }

  test('BatchNormalization with frozen statistics', () =>
    fc.assert(
      fc.asyncProperty(box, fc.boolean(), seed, async ([n, c, h, w], flat, start) => {
        await checkGradients({
          shapes: { x: flat ? [n, c] : [n, c, h, w], scale: [c], shift: [c], mean: [c], variance: [c] },
          batched: ['x'],
          values: (value, name) => (name === 'variance' ? value + 1.2 : value),
          by: ['x', 'scale', 'shift'],
          build: (b, i) =>
            b.node('BatchNormalization', [i.x!, i.scale!, i.shift!, i.mean!, i.variance!], { epsilon: float(0.01) }),
          seed: start,
        })
      }),
      each,
    ))
  test('BatchNormalization with the statistics of the batch', () =>
    fc.assert(
      fc.asyncProperty(box, seed, async ([n, c, h, w], start) => {
        await checkGradients({
          shapes: { x: [n, c, h, w], scale: [c], shift: [c], mean: [c], variance: [c] },
          batched: ['x'],
          by: ['x', 'scale', 'shift'],
          build: (b, i) => {
            const attributes = { training_mode: int(1), epsilon: float(0.01) }
            const inputs = [i.x!, i.scale!, i.shift!, i.mean!, i.variance!]
            return b.nodes('BatchNormalization', inputs, attributes, 3)[0]!
          },
          seed: start,
        })
      }),
      each,
    ))
  test('InstanceNormalization', () =>
    fc.assert(
      fc.asyncProperty(box, seed, async ([n, c, h, w], start) => {
        await checkGradients({
          shapes: { x: [n, c, h, w], scale: [c], shift: [c] },
          batched: ['x'],
          build: (b, i) => b.node('InstanceNormalization', [i.x!, i.scale!, i.shift!], { epsilon: float(0.01) }),
          seed: start,
        })
      }),
      each,
    ))
  test('LayerNormalization over the last axes', () =>
    fc.assert(
      fc.asyncProperty(box, fc.integer({ min: 1, max: 3 }), seed, async (shape, from, start) => {
        await checkGradients({
          shapes: { x: shape, scale: shape.slice(from), shift: shape.slice(from) },
          batched: ['x'],
          build: (b, i) =>
            b.node('LayerNormalization', [i.x!, i.scale!, i.shift!], { axis: int(from - 4), epsilon: float(0.01) }),
          seed: start,
        })
      }),
      each,
    ))
})
