import { multiply } from '../graph/dimensions.ts'
import { numberOf, sizeOf, type Dimension, type Node } from '../graph/graph.ts'
import { expandLike, fromFront } from './fit.ts'
import type { Backward, Operator } from './operator.ts'
import { reduce, tensor64, type Tensor64 } from './tensor64.ts'

/** The axes of a reduction, from the front: all of them where none are given, unless it says to do nothing then. */
function axesOf(node: Node, rank: number, given: readonly number[] | undefined): number[] {
  if (given && given.length > 0) return given.map((axis) => fromFront(axis, rank))
  return numberOf(node, 'noop_with_empty_axes', 0) ? [] : Array.from({ length: rank }, (_, axis) => axis)
}

const infer: Operator['infer'] = (node, [x, axes]) => {
  if (!x || (axes && !axes.values)) return []
  const reduced = axesOf(node, x.shape.length, axes?.values?.map(Number))
  const kept = x.shape.map((size, axis) => (reduced.includes(axis) ? 1 : size))
  const shape = numberOf(node, 'keepdims', 1) ? kept : kept.filter((_, axis) => !reduced.includes(axis))
  return [{ type: x.type, shape }]
}

/** Applies a fold that keeps the reduced axes, and drops them where the node says so. */
function fold(f: (x: Tensor64, axes: number[]) => Tensor64): NonNullable<Operator['forward']> {
  return (node, [x, given]) => {
    const axes = axesOf(node, x!.shape.length, given && [...given.data])
    const kept = f(x!, axes)
    if (numberOf(node, 'keepdims', 1)) return [kept]
    return [
      tensor64(
        kept.shape.filter((_, axis) => !axes.includes(axis)),
        kept.data,
      ),
    ]
  }
}

/** A tensor with the reduced axes back as axes of size 1, and its shape. */
function restore(step: Backward, tensor: string): { axes: number[]; tensor: string; shape: Dimension[] } {
  const { b, node, x, shape, values } = step
  const from = shape(x[0]!)
  const axes = axesOf(node, from.length, x[1] ? values(x[1]) : undefined)
  const flat = numberOf(node, 'keepdims', 1) || axes.length === 0
  return {
    axes,
    tensor: flat ? tensor : b.unsqueeze(tensor, axes),
    shape: from.map((size, axis) => (axes.includes(axis) ? 1 : size)),
  }
}

const add = (sum: number, value: number) => sum + value

export const ReduceSum: Operator = {
  infer,
  forward: fold((x, axes) => reduce(x, axes, add)),
  backward: (step) => {
    const { tensor, shape } = restore(step, step.g)
    return [expandLike(step, tensor, shape, step.x[0]!)]
  },
}

export const ReduceMean: Operator = {
  infer,
  forward: fold((x, axes) => {
    const sum = reduce(x, axes, add)
    const count = sizeOf(x.shape) / sizeOf(sum.shape)
    return tensor64(
      sum.shape,
      sum.data.map((value) => value / count),
    )
  }),
  backward: (step) => {
    const { b, x, shape } = step
    const restored = restore(step, step.g)
    const count = multiply(restored.axes.map((axis) => shape(x[0]!)[axis]!))
    const spread = b.div(restored.tensor, typeof count === 'number' ? count : countOf(step, restored.axes))
    return [expandLike(step, spread, restored.shape, x[0]!)]
  },
}

/** How many values a mean was taken over, asked for at run time: over the batch. */
function countOf({ b, x }: Backward, axes: readonly number[]): string {
  const sizes = b.gather(b.shapeOf(x[0]!), b.int64(axes))
  return b.cast(b.node('ReduceProd', [sizes], { keepdims: { kind: 'int', value: 0 } }), 'float32')
}

export const ReduceL2: Operator = {
  infer,
  forward: fold((x, axes) => {
    const sum = reduce(x, axes, (total, value) => total + value * value)
    return tensor64(sum.shape, sum.data.map(Math.sqrt))
  }),
  backward: (step) => {
    const { b, g, x, y } = step
    const scaled = restore(step, b.div(g, y[0]!))
    return [b.mul(x[0]!, scaled.tensor)]
  },
}

/** Equal extremes share the gradient. */
function extreme(f: (a: number, b: number) => number, start: number): Operator {
  return {
    infer,
    forward: fold((x, axes) => reduce(x, axes, f, start)),
    backward: (step) => {
      const { b, g, x, y } = step
      const { tensor: gradient, axes } = restore(step, g)
      const chosen = b.cast(b.equal(x[0]!, restore(step, y[0]!).tensor), 'float32')
      return [b.mul(chosen, b.div(gradient, b.reduceSum(chosen, axes, true)))]
    },
  }
}

export const ReduceMax = extreme(Math.max, -Infinity)
export const ReduceMin = extreme(Math.min, Infinity)

const spatial = (rank: number) => Array.from({ length: rank - 2 }, (_, axis) => axis + 2)

export const GlobalAveragePool: Operator = {
  infer: (_, [x]) => [{ type: x!.type, shape: x!.shape.map((size, axis) => (axis < 2 ? size : 1)) }],
  forward: (_, [x]) => {
    const sum = reduce(x!, spatial(x!.shape.length), add)
    const count = sizeOf(x!.shape.slice(2))
    return [
      tensor64(
        sum.shape,
        sum.data.map((value) => value / count),
      ),
    ]
  },
  backward: (step) => {
    const { b, g, x, y, shape } = step
    const count = multiply(shape(x[0]!).slice(2))
    const spread = b.div(g, typeof count === 'number' ? count : countOf(step, spatial(shape(x[0]!).length)))
    return [expandLike(step, spread, shape(y[0]!), x[0]!)]
  },
}

export const GlobalMaxPool: Operator = {
  infer: GlobalAveragePool.infer,
  forward: (_, [x]) => [reduce(x!, spatial(x!.shape.length), Math.max, -Infinity)],
  backward: ({ b, g, x, y, shape }) => {
    const chosen = b.cast(b.equal(x[0]!, y[0]!), 'float32')
    return [b.mul(chosen, b.div(g, b.reduceSum(chosen, spatial(shape(x[0]!).length), true)))]
  },
}
