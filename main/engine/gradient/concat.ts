import { compute, unknown } from '../graph/dimensions.ts'
import { numberOf, type Dimension, type Node } from '../graph/graph.ts'
import { fromFront, zerosLike } from './fit.ts'
import type { Operator } from './operator.ts'
import { fill, paddedReader } from './tensor64.ts'

export const Concat: Operator = {
  infer: (node, inputs) => {
    const parts = inputs.flatMap((input) => (input ? [input] : []))
    const [first] = parts
    if (!first) return []
    const axis = fromFront(numberOf(node, 'axis', 0), first.shape.length)
    const length = compute(
      parts.map((part) => part.shape[axis] ?? unknown),
      (...sizes) => sizes.reduce((a, c) => a + c),
    )
    const known = { type: first.type, shape: first.shape.with(axis, length) }
    const values = parts.map((part) => part.values)
    return [
      values.every((part) => part !== undefined) && first.shape.length === 1
        ? { ...known, values: values.flat() }
        : known,
    ]
  },
  forward: (node, inputs) => {
    const parts = inputs.map((input) => input!)
    const shape = parts[0]!.shape
    const axis = fromFront(numberOf(node, 'axis', 0), shape.length)
    const starts = parts.map((_, at) => parts.slice(0, at).reduce((sum, part) => sum + part.shape[axis]!, 0))
    const readers = parts.map((part) => paddedReader(part))
    const total = parts.reduce((sum, part) => sum + part.shape[axis]!, 0)
    return [
      fill(shape.with(axis, total), (index) => {
        const at = starts.findLastIndex((start) => start <= index[axis]!)
        return readers[at]!(index.with(axis, index[axis]! - starts[at]!))
      }),
    ]
  },
  backward: ({ b, g, node, x, size }) => {
    const axis = numberOf(node, 'axis', 0)
    const lengths = x.map((part) => size(part, axis))
    if (x.length === 1) return [g]
    return b.split(g, lengths, axis)
  },
}

/** The sizes of the parts: given, or as equal as they can be. */
function partsOf(node: Node, length: Dimension, given: readonly Dimension[] | undefined): Dimension[] {
  if (given) return [...given]
  const count = numberOf(node, 'num_outputs', node.outputs.length)
  if (typeof length !== 'number') return Array.from({ length: count }, () => unknown)
  const part = Math.ceil(length / count)
  return Array.from({ length: count }, (_, at) => Math.min(part, length - at * part))
}

export const Split: Operator = {
  infer: (node, [x, given]) => {
    if (!x || (given && !given.values)) return []
    const axis = fromFront(numberOf(node, 'axis', 0), x.shape.length)
    const parts = partsOf(node, x.shape[axis] ?? unknown, given?.values)
    return parts.map((length) => ({ type: x.type, shape: x.shape.with(axis, length) }))
  },
  forward: (node, [x, given]) => {
    const axis = fromFront(numberOf(node, 'axis', 0), x!.shape.length)
    const parts = partsOf(node, x!.shape[axis]!, given && [...given.data]).map(Number)
    const read = paddedReader(x!)
    return parts.map((length, at) => {
      const start = parts.slice(0, at).reduce((sum, part) => sum + part, 0)
      return fill(x!.shape.with(axis, length), (index) => read(index.with(axis, index[axis]! + start)))
    })
  },
  backward: (step) => {
    const { b, node, gradients, y } = step
    const parts = gradients.map((gradient, at) => gradient ?? zerosLike(step, y[at]!))
    return [b.concat(parts, numberOf(node, 'axis', 0))]
  },
}
