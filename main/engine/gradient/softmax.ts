import { numberOf } from '../graph/graph.ts'
import { fromFront } from './fit.ts'
import type { Operator } from './operator.ts'
import { fill, reader, reduce, type Tensor64 } from './tensor64.ts'

const sameAs: Operator['infer'] = (_, [x]) => [{ type: x?.type ?? 'float32', shape: x?.shape ?? [] }]

/** [exp(x - max), their sum along the axis] */
function exponentials(x: Tensor64, axis: number): [Tensor64, Tensor64, Tensor64] {
  const along = [fromFront(axis, x.shape.length)]
  const [value, top] = [reader(x), reduce(x, along, Math.max, -Infinity)]
  const highest = reader(top)
  const powers = fill(x.shape, (index) => Math.exp(value(index) - highest(index)))
  return [powers, reduce(powers, along, (sum, power) => sum + power), top]
}

/** dx = y (g - Σ g y) */
export const Softmax: Operator = {
  infer: sameAs,
  forward: (node, [x]) => {
    const [powers, sums] = exponentials(x!, numberOf(node, 'axis', -1))
    const [power, sum] = [reader(powers), reader(sums)]
    return [fill(x!.shape, (index) => power(index) / sum(index))]
  },
  backward: ({ b, g, node, y: [y = ''] }) => {
    const weighted = b.mul(g, y)
    return [b.sub(weighted, b.mul(y, b.reduceSum(weighted, [numberOf(node, 'axis', -1)], true)))]
  },
}

/** dx = g - exp(y) Σ g */
export const LogSoftmax: Operator = {
  infer: sameAs,
  forward: (node, [x]) => {
    const [, sums, tops] = exponentials(x!, numberOf(node, 'axis', -1))
    const [value, sum, top] = [reader(x!), reader(sums), reader(tops)]
    return [fill(x!.shape, (index) => value(index) - top(index) - Math.log(sum(index)))]
  },
  backward: ({ b, g, node, y: [y = ''] }) => [
    b.sub(g, b.mul(b.exp(y), b.reduceSum(g, [numberOf(node, 'axis', -1)], true))),
  ],
}
