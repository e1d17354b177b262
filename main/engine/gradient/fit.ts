import { isStatic, same } from '../graph/dimensions.ts'
import type { Dimension } from '../graph/graph.ts'
import type { Backward } from './operator.ts'

/** Makes shapes fit on the way back. Sizes known only at run time are asked for there only when nothing else helps. */

/** Sums a gradient of shape `from` over the axes along which x was broadcast, so that it has the shape of x. */
export function unbroadcast({ b, shape }: Backward, gradient: string, from: readonly Dimension[], x: string): string {
  const to = shape(x)
  const extra = from.length - to.length
  const repeated = from.flatMap((size, axis) => (axis >= extra && to[axis - extra] === 1 && size !== 1 ? [axis] : []))
  const leading = Array.from({ length: extra }, (_, axis) => axis)
  const kept = repeated.length > 0 ? b.reduceSum(gradient, repeated, true) : gradient
  return leading.length > 0 ? b.reduceSum(kept, leading) : kept
}

/** Gives a tensor the shape of another of the same size. */
export function reshapeLike({ b, shape }: Backward, tensor: string, like: string): string {
  const sizes = oneOpen(shape(like))
  return sizes ? b.reshape(tensor, sizes) : b.node('Reshape', [tensor, b.shapeOf(like)])
}

/** The shape for Reshape, with -1 for the one size known only at run time; undefined where there are more. */
export function oneOpen(shape: readonly Dimension[]): number[] | undefined {
  const open = shape.filter((size) => typeof size !== 'number').length
  return open <= 1 ? shape.map((size) => (typeof size === 'number' ? size : -1)) : undefined
}

/** Repeats a tensor of shape `from` (same rank) along its axes of size 1 until it has the shape of another. */
export function expandLike({ b, shape }: Backward, tensor: string, from: readonly Dimension[], like: string): string {
  const to = shape(like)
  if (to.length === from.length && to.every((size, axis) => same(size, from[axis] ?? 1))) return tensor
  const target = to.map((size, axis) => (same(size, from[axis] ?? 1) ? 1 : size))
  return isStatic(target) ? b.expand(tensor, target) : b.expandTo(tensor, b.shapeOf(like))
}

export const zerosLike = ({ b }: Backward, like: string): string => b.expandTo(b.constant(0), b.shapeOf(like))

/** The axis as a number from 0. */
export const fromFront = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis)

/** The order of axes that undoes an order of axes. */
export const inverse = (order: readonly number[]): number[] => order.map((_, axis) => order.indexOf(axis))
