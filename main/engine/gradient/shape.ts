import { broadcast } from '../graph/dimensions.ts'
import { elementTypeOf } from '../graph/elementTypes.ts'
import { float32, int64, numberOf, type Constant as Value, type ElementType, type Node } from '../graph/graph.ts'
import { knownOf } from '../graph/shapes.ts'
import { unbroadcast } from './fit.ts'
import type { Operator } from './operator.ts'
import { fill, fromConstant, reader, tensor64 } from './tensor64.ts'

/** Operators about shapes and constants. */

export const Shape: Operator = {
  infer: (node, [x]) => {
    if (!x) return []
    const values = x.shape.slice(numberOf(node, 'start', 0), numberOf(node, 'end', x.shape.length))
    return [{ type: 'int64', shape: [values.length], values }]
  },
  forward: (node, [x]) => {
    const sizes = x!.shape.slice(numberOf(node, 'start', 0), numberOf(node, 'end', x!.shape.length))
    return [tensor64([sizes.length], Float64Array.from(sizes))]
  },
}

export const Constant: Operator = {
  infer: (node) => {
    const constant = constantOf(node)
    return constant ? [knownOf(constant)] : []
  },
  forward: (node) => [fromConstant(constantOf(node)!)],
}

/** The value of a Constant node in any of its spellings. */
function constantOf(node: Node): Value | undefined {
  const { value, value_int: one, value_ints: many, value_float: real, value_floats: reals } = node.attributes
  if (value?.kind === 'tensor') return value.value
  if (one?.kind === 'int') return int64([one.value], [])
  if (many?.kind === 'ints') return int64(many.value)
  if (real?.kind === 'float') return float32([real.value], [])
  if (reals?.kind === 'floats') return float32(reals.value)
  return undefined
}

export const ConstantOfShape: Operator = {
  infer: (node, [shape]) => {
    const value = node.attributes.value
    const constant = value?.kind === 'tensor' ? value.value : float32([0])
    if (!shape?.values) return []
    const known = knownOf(constant)
    const [size] = shape.values
    const repeated = known.values && shape.values.length === 1 && typeof size === 'number' && size <= 64
    return [
      {
        type: constant.type,
        shape: shape.values,
        ...(repeated && { values: Array.from({ length: size }, () => known.values![0]!) }),
      },
    ]
  },
  forward: (node, [shape]) => {
    const value = node.attributes.value
    const number = value?.kind === 'tensor' ? fromConstant(value.value).data[0]! : 0
    return [fill([...shape!.data], () => number)]
  },
}

export const Range: Operator = {
  infer: (_, [start, limit, delta]) => {
    const numbers = [start, limit, delta].map((known) => known?.values?.[0])
    if (!numbers.every((number) => typeof number === 'number')) return []
    const [from = 0, to = 0, by = 1] = numbers
    const values = Array.from({ length: Math.max(0, Math.ceil((to - from) / by)) }, (_unused, at) => from + at * by)
    return [{ type: start!.type, shape: [values.length], values }]
  },
  forward: (_, inputs) => {
    const [from = 0, to = 0, by = 1] = inputs.map((input) => input!.data[0]!)
    return [fill([Math.max(0, Math.ceil((to - from) / by))], ([at = 0]) => from + at * by)]
  },
}

const isReal = (type: ElementType) => ['float32', 'double', 'float16', 'bfloat16'].includes(type)

/** To another type and back. Whole numbers carry no gradient. */
export const Cast: Operator = {
  infer: (node, [x]) => (x ? [{ ...x, type: elementTypeOf(numberOf(node, 'to', 1)) ?? 'float32' }] : []),
  forward: (node, [x]) => {
    const type = elementTypeOf(numberOf(node, 'to', 1)) ?? 'float32'
    if (type === 'bool')
      return [
        tensor64(
          x!.shape,
          x!.data.map((value) => +(value !== 0)),
        ),
      ]
    return [isReal(type) ? x! : tensor64(x!.shape, x!.data.map(Math.trunc))]
  },
  backward: ({ b, g, x, type }) => [isReal(type(x[0]!)) ? b.cast(g, type(x[0]!)) : undefined],
}

export const Expand: Operator = {
  infer: (_, [x, shape]) => (x && shape?.values ? [{ type: x.type, shape: broadcast([x.shape, shape.values]) }] : []),
  forward: (_, [x, shape]) => [fill(broadcast([x!.shape, [...shape!.data]]) as number[], reader(x!))],
  backward: (step) => [unbroadcast(step, step.g, step.shape(step.y[0]!), step.x[0]!)],
}
