import fc from 'fast-check'
import { describe, test } from 'vitest'
import type { Builder } from '#main/engine/graph/build.ts'
import { float, int, text } from '#main/engine/graph/graph.ts'
import { checkGradients } from './check.ts'

const runs = { numRuns: 5, seed: 3 }
const seed = fc.integer({ min: 1, max: 1_000_000 })
const shape = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 0, maxLength: 4 })

/** Two shapes that broadcast to one: some axes are 1 in one of them, leading ones may be missing. */
const pair = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('both', 'left', 'right')), { maxLength: 4 })
  .chain((axes) => {
    const side = (other: string) => axes.map(([size, who]) => (who === other ? 1 : size))
    return fc.nat({ max: axes.length }).map((cut) => [side('right'), side('left').slice(cut)] as const)
  })

const positive = (value: number) => 1.5 + value
const large = (value: number) => 4 * value

describe('the gradient of an operator with two inputs is that of finite differences', () => {
  const binary: Record<string, (b: Builder, x: string, y: string) => string> = {
    Add: (b, x, y) => b.add(x, y),
    Sub: (b, x, y) => b.sub(x, y),
    Mul: (b, x, y) => b.mul(x, y),
    Div: (b, x, y) => b.div(x, y),
    Pow: (b, x, y) => b.pow(x, y),
    Max: (b, x, y) => b.max(x, y),
    Min: (b, x, y) => b.min(x, y),
    Sum: (b, x, y) => b.node('Sum', [x, y, x]),
    Where: (b, x, y) => b.where(b.greater(b.sub(x, y), 0), x, b.mul(y, 3)),
    PRelu: (b, x, y) => b.node('PRelu', [b.sub(x, 1.5), b.reduceMean(y)]),
  }
  test.each(Object.keys(binary))('%s, with broadcasting', async (op) => {
    await fc.assert(
      fc.asyncProperty(pair, seed, async ([x, y], start) => {
        await checkGradients({
          shapes: { x, y },
          values: positive,
          build: (b, i) => binary[op]!(b, i.x!, i.y!),
          seed: start,
        })
      }),
      runs,
    )
  })
})

describe('the gradient of an operator with one input is that of finite differences', () => {
  const unary: Record<string, readonly [(b: Builder, x: string) => string, (value: number) => number]> = {
    Neg: [(b, x) => b.neg(x), large],
    Abs: [(b, x) => b.abs(x), large],
    Reciprocal: [(b, x) => b.reciprocal(x), positive],
    Exp: [(b, x) => b.exp(x), large],
    Log: [(b, x) => b.log(x), positive],
    Sqrt: [(b, x) => b.sqrt(x), positive],
    'Pow 2': [(b, x) => b.pow(x, 2), large],
    'Pow 3': [(b, x) => b.pow(x, 3), large],
    Relu: [(b, x) => b.relu(x), large],
    'Clip (ReLU6)': [(b, x) => b.clip(x, 0, 6), (value) => 10 * value],
    'Clip from below': [(b, x) => b.node('Clip', [x, -1]), large],
    'Clip from above': [(b, x) => b.node('Clip', [x, '', b.constant(1)]), large],
    LeakyRelu: [(b, x) => b.node('LeakyRelu', [x], { alpha: float(0.2) }), large],
    Elu: [(b, x) => b.node('Elu', [x], { alpha: float(0.7) }), large],
    Sigmoid: [(b, x) => b.sigmoid(x), large],
    Softplus: [(b, x) => b.node('Softplus', [x]), large],
    Tanh: [(b, x) => b.tanh(x), large],
    HardSigmoid: [(b, x) => b.node('HardSigmoid', [x], { alpha: float(0.3), beta: float(0.4) }), large],
    HardSwish: [(b, x) => b.node('HardSwish', [x]), (value) => 6 * value],
    Erf: [(b, x) => b.erf(x), large],
    Gelu: [(b, x) => b.node('Gelu', [x]), large],
    'Gelu by tanh': [(b, x) => b.node('Gelu', [x], { approximate: text('tanh') }), large],
    Identity: [(b, x) => b.mul(b.identity(x), x), large],
    Cast: [(b, x) => b.mul(b.cast(b.cast(x, 'double'), 'float32'), x), large],
    'Softmax over the last axis': [(b, x) => b.softmax(b.unsqueeze(x, [-1, 0]), -2 + 1), large],
    Dropout: [(b, x) => b.node('Dropout', [b.mul(x, x), 0.5]), large],
  }
  test.each(Object.keys(unary))('%s', async (op) => {
    const [build, values] = unary[op]!
    await fc.assert(
      fc.asyncProperty(shape, seed, async (x, start) => {
        await checkGradients({ shapes: { x }, values, build: (b, i) => build(b, i.x!), seed: start })
      }),
      runs,
    )
  })
})

describe('the gradient over an axis is that of finite differences', () => {
  const ranked = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 })
  const along = ranked.chain((x) => fc.tuple(fc.constant(x), fc.integer({ min: -x.length, max: x.length - 1 })))
  const check = (build: (b: Builder, x: string, axis: number) => string) =>
    fc.assert(
      fc.asyncProperty(along, seed, fc.boolean(), async ([x, axis], start, batch) => {
        await checkGradients({
          shapes: { x },
          batched: batch ? ['x'] : [],
          values: large,
          build: (b, i) => build(b, i.x!, axis),
          seed: start,
        })
      }),
      { ...runs, numRuns: 8 },
    )

  test('Softmax', () => check((b, x, axis) => b.softmax(x, axis)))
  test('LogSoftmax', () => check((b, x, axis) => b.logSoftmax(x, axis)))
  test('ReduceSum', () => check((b, x, axis) => b.reduceSum(b.mul(x, x), [axis])))
  test('ReduceMean, kept', () => check((b, x, axis) => b.reduceMean(b.mul(x, x), [axis], true)))
  test('ReduceMean of everything', () => check((b, x) => b.reduceMean(b.mul(x, x))))
  test('ReduceMax', () => check((b, x, axis) => b.reduceMax(x, [axis])))
  test('ReduceMin, kept', () => check((b, x, axis) => b.reduceMin(x, [axis], true)))
  test('ReduceL2', () => check((b, x, axis) => b.node('ReduceL2', [x, b.int64([axis])], { keepdims: int(0) })))
})
