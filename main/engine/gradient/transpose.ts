import { ints, numbersOf, type Node } from '../graph/graph.ts'
import { inverse } from './fit.ts'
import type { Operator } from './operator.ts'
import { fill, reader } from './tensor64.ts'

const orderOf = (node: Node, rank: number): readonly number[] =>
  numbersOf(node, 'perm') ?? Array.from({ length: rank }, (_, axis) => rank - 1 - axis)

export const Transpose: Operator = {
  infer: (node, [x]) =>
    x ? [{ type: x.type, shape: orderOf(node, x.shape.length).map((axis) => x.shape[axis]!) }] : [],
  forward: (node, [x]) => {
    const order = orderOf(node, x!.shape.length)
    const [read, from] = [reader({ ...x! }), x!.shape.map(() => 0)]
    return [
      fill(
        order.map((axis) => x!.shape[axis]!),
        (index) => {
          order.forEach((axis, at) => (from[axis] = index[at]!))
          return read(from)
        },
      ),
    ]
  },
  backward: ({ b, g, node, x, shape }) => [
    b.node('Transpose', [g], { perm: ints(inverse(orderOf(node, shape(x[0]!).length))) }),
  ],
}
