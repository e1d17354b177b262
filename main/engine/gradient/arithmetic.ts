import { compute, divide, multiply } from '../graph/dimensions.ts'
import type { Dimension } from '../graph/graph.ts'
import { elementwise } from './elementwise.ts'

const plus = (a: Dimension, b: Dimension): Dimension => (b === 0 ? a : a === 0 ? b : compute([a, b], (p, q) => p + q))
const minus = (a: Dimension, b: Dimension): Dimension => (b === 0 ? a : compute([a, b], (p, q) => p - q))
const over = (a: Dimension, b: Dimension): Dimension =>
  typeof a === 'number' && typeof b === 'number' ? Math.trunc(a / b) : divide(a, b)

export const Add = elementwise({ forward: (a, c) => a + c, backward: ({ g }) => [g, g], sizes: plus })

export const Sub = elementwise({ forward: (a, c) => a - c, backward: ({ b, g }) => [g, b.neg(g)], sizes: minus })

export const Mul = elementwise({
  forward: (a, c) => a * c,
  backward: ({ b, g, x: [a = '', c = ''] }) => [b.mul(g, c), b.mul(g, a)],
  sizes: (a, c) => multiply([a, c]),
})

export const Div = elementwise({
  forward: (a, c) => a / c,
  backward: ({ b, g, x: [, c = ''], y: [quotient = ''] }) => {
    const byA = b.div(g, c)
    return [byA, b.neg(b.mul(byA, quotient))]
  },
  sizes: over,
})

export const Sum = elementwise({
  forward: (...terms) => terms.reduce((sum, term) => sum + term, 0),
  backward: ({ g, x }) => x.map(() => g),
})

export const Neg = elementwise({ forward: (a) => -a, backward: ({ b, g }) => [b.neg(g)] })

export const Abs = elementwise({
  forward: (a) => Math.abs(a),
  backward: ({ b, g, x: [a = ''] }) => [b.mul(g, b.sign(a))],
})

export const Reciprocal = elementwise({
  forward: (a) => 1 / a,
  backward: ({ b, g, y: [y = ''] }) => [b.neg(b.mul(g, b.mul(y, y)))],
})

/** What was chosen takes the gradient; equal ones all take it. */
const choose = (forward: (...values: number[]) => number) =>
  elementwise({
    forward,
    backward: ({ b, g, x, y: [y = ''] }) => x.map((a) => b.mul(g, b.cast(b.equal(a, y), 'float32'))),
  })

export const Max = choose(Math.max)
export const Min = choose(Math.min)
