import { combine, elementwise } from './elementwise.ts'
import { fill, reader } from './tensor64.ts'
import { broadcast, same, unknown } from '../graph/dimensions.ts'
import { numberOf, type Dimension } from '../graph/graph.ts'
import { isWhole } from '../graph/shapes.ts'
import { fromFront, unbroadcast } from './fit.ts'
import type { Operator } from './operator.ts'

/** Comparisons and steps stop the gradient: a mask made by them is a constant on the way back. */
const negative = (size: Dimension) => typeof size === 'number' && size < 0

/** A size known only at run time is not -1, which stands for one that is left open. */
const sizesEqual = (a: Dimension, c: Dimension): Dimension => {
  if (same(a, c)) return 1
  return (typeof a === 'number' && typeof c === 'number') || negative(a) || negative(c) ? 0 : unknown
}

export const Equal = elementwise({ forward: (a, c) => +(a === c), type: 'bool', sizes: sizesEqual })
export const Less = elementwise({ forward: (a, c) => +(a < c), type: 'bool' })
export const LessOrEqual = elementwise({ forward: (a, c) => +(a <= c), type: 'bool' })
export const Greater = elementwise({ forward: (a, c) => +(a > c), type: 'bool' })
export const GreaterOrEqual = elementwise({ forward: (a, c) => +(a >= c), type: 'bool' })
export const And = elementwise({ forward: (a, c) => +(a !== 0 && c !== 0), type: 'bool' })
export const Or = elementwise({ forward: (a, c) => +(a !== 0 || c !== 0), type: 'bool' })
export const Not = elementwise({ forward: (a) => +(a === 0), type: 'bool' })
export const Sign = elementwise({ forward: Math.sign })
export const Floor = elementwise({ forward: Math.floor })
export const Ceil = elementwise({ forward: Math.ceil })

const largest: Operator = {
  infer: (node, [x]) => {
    if (!x) return []
    const axis = fromFront(numberOf(node, 'axis', 0), x.shape.length)
    return [
      { type: 'int64', shape: numberOf(node, 'keepdims', 1) ? x.shape.with(axis, 1) : x.shape.toSpliced(axis, 1) },
    ]
  },
}
export { largest as ArgMax, largest as ArgMin }

export const OneHot: Operator = {
  infer: (node, [indices, depth, values]) => {
    const axis = fromFront(numberOf(node, 'axis', -1), (indices?.shape.length ?? 0) + 1)
    return [
      {
        type: values?.type ?? 'float32',
        shape: indices?.shape.toSpliced(axis, 0, depth?.values?.[0] ?? unknown) ?? [],
      },
    ]
  },
}

const chosenSize = (condition: Dimension, a: Dimension, c: Dimension): Dimension =>
  condition === 1 ? a : condition === 0 ? c : unknown

export const Where: Operator = {
  infer: (_, [condition, a, c]) => {
    if (!condition || !a || !c) return []
    const known = { type: a.type, shape: broadcast([condition.shape, a.shape, c.shape]) }
    const values = isWhole(a.type) && combine([condition, a, c], known.shape, chosenSize)
    return [values ? { ...known, values } : known]
  },
  forward: (_, inputs) => {
    const [condition, a, c] = inputs.map((input) => reader(input!))
    const shape = broadcast(inputs.map((input) => input!.shape)) as number[]
    return [fill(shape, (index) => (condition!(index) !== 0 ? a!(index) : c!(index)))]
  },
  backward: (step) => {
    const { b, g, x, y, shape } = step
    const [condition = '', a = '', c = ''] = x
    const from = shape(y[0]!)
    const chosen = [b.where(condition, g, 0), b.where(condition, 0, g)] as const
    return [undefined, unbroadcast(step, chosen[0], from, a), unbroadcast(step, chosen[1], from, c)]
  },
}
