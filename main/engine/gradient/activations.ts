import type { Builder, Operand } from '../graph/build.ts'
import { float, numberOf, textOf, type Node } from '../graph/graph.ts'
import { elementwise } from './elementwise.ts'
import { erf } from './erf.ts'
import type { Backward } from './operator.ts'

/**
 * 1 where x > 0, else 0, in one pass: three times as fast on the CPU as a comparison that is cast, and it needs no input that
 * the forward pass could otherwise forget.
 */
const above = (b: Builder, x: string) => b.node('HardSigmoid', [x], { alpha: float(1e30), beta: float(0) })

export const Relu = elementwise({
  forward: (a) => Math.max(0, a),
  backward: ({ b, g, y: [y = ''] }) => [b.mul(g, above(b, y))],
})

const orElse = (bound: number | undefined, none: number) => (bound === undefined || Number.isNaN(bound) ? none : bound)

/** Both bounds are optional scalars. What lies strictly between them takes the gradient, as in PyTorch's ReLU6. */
export const Clip = elementwise({
  forward: (a, low, high) => Math.min(orElse(high, Infinity), Math.max(orElse(low, -Infinity), a)),
  backward: (step) => {
    const { b, g, y } = step
    const [low, high] = [boundOf(step, 1), boundOf(step, 2)]
    const over = low === undefined ? undefined : low === 0 ? y[0]! : b.sub(y[0]!, low)
    const under = high === undefined ? undefined : b.sub(high, y[0]!)
    const inside = over !== undefined && under !== undefined ? b.mul(over, under) : (over ?? under)
    return [inside === undefined ? g : b.mul(g, above(b, inside))]
  },
})

/** A bound as a number where it is known; undefined where there is none, or none that counts. */
function boundOf({ x, known, values }: Backward, input: number): Operand | undefined {
  const name = x[input]
  if (!name || !known(name)) return name || undefined
  const [bound = Infinity] = values(name)
  return Math.abs(bound) < 1e30 ? bound : undefined
}

const slopeOf = (node: Node) => numberOf(node, 'alpha', 0.01)

export const LeakyRelu = elementwise({
  forward: { of: (node) => (a) => (a < 0 ? slopeOf(node) * a : a) },
  backward: ({ b, g, node, x: [a = ''] }) => {
    const positive = b.cast(b.greater(a, 0), 'float32')
    return [b.mul(g, b.add(b.mul(positive, 1 - slopeOf(node)), slopeOf(node)))]
  },
})

export const PRelu = elementwise({
  forward: (a, slope) => (a < 0 ? slope * a : a),
  backward: ({ b, g, x: [a = '', slope = ''] }) => {
    const below = b.cast(b.less(a, 0), 'float32')
    return [b.mul(g, b.add(b.mul(below, b.sub(slope, 1)), 1)), b.mul(g, b.mul(below, a))]
  },
})

/** α (eᵃ - 1) below 0, with the slope y + α there. */
export const Elu = elementwise({
  forward: { of: (node) => (a) => (a < 0 ? numberOf(node, 'alpha', 1) * Math.expm1(a) : a) },
  backward: ({ b, g, node, x: [a = ''], y: [y = ''] }) => [
    b.mul(g, b.where(b.less(a, 0), b.add(y, numberOf(node, 'alpha', 1)), 1)),
  ],
})

export const Sigmoid = elementwise({
  forward: (a) => 1 / (1 + Math.exp(-a)),
  backward: ({ b, g, y: [y = ''] }) => [b.mul(g, b.mul(y, b.sub(1, y)))],
})

export const Softplus = elementwise({
  forward: (a) => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a))),
  backward: ({ b, g, x: [a = ''] }) => [b.mul(g, b.sigmoid(a))],
})

export const Tanh = elementwise({
  forward: (a) => Math.tanh(a),
  backward: ({ b, g, y: [y = ''] }) => [b.mul(g, b.sub(1, b.mul(y, y)))],
})

const hardSigmoid = (a: number, alpha: number, beta: number) => Math.min(1, Math.max(0, alpha * a + beta))

export const HardSigmoid = elementwise({
  forward: { of: (node) => (a) => hardSigmoid(a, numberOf(node, 'alpha', 0.2), numberOf(node, 'beta', 0.5)) },
  backward: ({ b, g, node, y: [y = ''] }) => {
    const inside = above(b, b.mul(y, b.sub(1, y)))
    return [b.mul(g, b.mul(inside, numberOf(node, 'alpha', 0.2)))]
  },
})

/** x h(x) with h(x) = clip(x/6 + 1/2, 0, 1). */
export const HardSwish = elementwise({
  forward: (a) => a * hardSigmoid(a, 1 / 6, 0.5),
  backward: ({ b, g, x: [a = ''] }) => {
    const h = b.node('HardSigmoid', [a], { alpha: float(1 / 6), beta: float(0.5) })
    const inside = above(b, b.mul(h, b.sub(1, h)))
    return [b.mul(g, b.add(h, b.mul(b.mul(a, 1 / 6), inside)))]
  },
})

export const Erf = elementwise({
  forward: (a) => erf(a),
  backward: ({ b, g, x: [a = ''] }) => [b.mul(g, b.mul(b.exp(b.neg(b.mul(a, a))), 2 / Math.sqrt(Math.PI)))],
})

/** x Φ(x), or its approximation by tanh: Hendrycks and Gimpel 2016. */
export const Gelu = elementwise({
  forward: {
    of: (node) =>
      textOf(node, 'approximate', 'none') === 'tanh'
        ? (a) => 0.5 * a * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (a + 0.044715 * a ** 3)))
        : (a) => 0.5 * a * (1 + erf(a / Math.SQRT2)),
  },
  backward: ({ b, g, node, x: [a = ''] }) => {
    const square = b.mul(a, a)
    if (textOf(node, 'approximate', 'none') === 'tanh') {
      const root = Math.sqrt(2 / Math.PI)
      const t = b.tanh(b.mul(a, b.add(b.mul(square, 0.044715 * root), root)))
      const slope = b.mul(b.sub(1, b.mul(t, t)), b.add(b.mul(square, 3 * 0.044715 * root), root))
      return [b.mul(g, b.mul(b.add(b.add(t, 1), b.mul(a, slope)), 0.5))]
    }
    const cumulative = b.mul(b.add(b.erf(b.mul(a, Math.SQRT1_2)), 1), 0.5)
    const density = b.mul(b.exp(b.mul(square, -0.5)), 1 / Math.sqrt(2 * Math.PI))
    return [b.mul(g, b.add(cumulative, b.mul(a, density)))]
  },
})
