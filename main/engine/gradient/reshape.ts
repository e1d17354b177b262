import { divide, multiply, unknown } from '../graph/dimensions.ts'
import { numberOf, numbersOf, type Dimension, type Node } from '../graph/graph.ts'
import type { Known } from '../graph/shapes.ts'
import { fromFront, reshapeLike } from './fit.ts'
import type { Operator } from './operator.ts'
import { tensor64 } from './tensor64.ts'

/** Operators that give the same numbers another shape. Back goes the gradient in the old one. */
function reshaping(
  shapeOf: (node: Node, x: Known, given: readonly Dimension[] | undefined) => Dimension[] | undefined,
): Operator {
  return {
    infer: (node, [x, second]) => {
      const shape = x && (!second || second.values) && shapeOf(node, x, second?.values)
      return shape ? [{ ...x, shape }] : []
    },
    forward: (node, [x, second]) => {
      const shape = shapeOf(node, { type: 'double', shape: x!.shape }, second && [...second.data])
      return [tensor64((shape ?? []) as number[], x!.data)]
    },
    backward: (step) => [reshapeLike(step, step.g, step.x[0]!)],
  }
}

/** 0 keeps a size, -1 takes what is left. */
export const Reshape = reshaping((node, { shape }, target = []) => {
  const literal = numberOf(node, 'allowzero', 0) !== 0
  const sizes = target.map((size, axis) => (size === 0 && !literal ? (shape[axis] ?? unknown) : size))
  const open = sizes.findIndex((size) => size === -1)
  const at = open >= 0 ? open : sizes.filter((size) => size === unknown).length === 1 ? sizes.indexOf(unknown) : -1
  return at < 0 ? sizes : sizes.with(at, divide(multiply(shape), multiply(sizes.toSpliced(at, 1))))
})

export const Flatten = reshaping((node, { shape }) => {
  const axis = fromFront(numberOf(node, 'axis', 1), shape.length)
  return [multiply(shape.slice(0, axis)), multiply(shape.slice(axis))]
})

export const Squeeze = reshaping((node, { shape }, given) => {
  const axes = (given ?? numbersOf(node, 'axes'))?.map((axis) => fromFront(Number(axis), shape.length))
  return shape.filter((size, axis) => (axes ? !axes.includes(axis) : size !== 1))
})

export const Unsqueeze = reshaping((node, { shape }, given) => {
  const axes = given ?? numbersOf(node, 'axes') ?? []
  const rank = shape.length + axes.length
  const added = axes.map((axis) => fromFront(Number(axis), rank))
  const rest = [...shape]
  return Array.from({ length: rank }, (_, axis) => (added.includes(axis) ? 1 : rest.shift()!))
})

export const Identity: Operator = {
  infer: (_, [x]) => (x ? [x] : []),
  forward: (_, [x]) => [x!],
  backward: ({ g }) => [g],
}
