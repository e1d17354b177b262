import { arrayTypes } from '../graph/elementTypes.ts'
import { narrow, widen } from '../float16.ts'
import type { Constant, ElementType } from '../graph/graph.ts'
import { sizeOf } from '../graph/graph.ts'

/** Numbers of any type in float64, row by row: what the forward meaning of an operator is written in. */
export type Tensor64 = { readonly shape: readonly number[]; readonly data: Float64Array }

export const tensor64 = (shape: readonly number[], data: Float64Array = new Float64Array(sizeOf(shape))): Tensor64 => ({
  shape,
  data,
})

/** How far apart neighbours along each axis lie. */
export function stridesOf(shape: readonly number[]): number[] {
  const strides = shape.map(() => 1)
  for (let axis = shape.length - 2; axis >= 0; axis--) strides[axis] = strides[axis + 1]! * shape[axis + 1]!
  return strides
}

/** A tensor from a function of its index. The index array is reused. */
export function fill(shape: readonly number[], f: (index: readonly number[]) => number): Tensor64 {
  const index = shape.map(() => 0)
  const result = tensor64(shape)
  for (let flat = 0; flat < result.data.length; flat++) {
    result.data[flat] = f(index)
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      if (++index[axis]! < shape[axis]!) break
      index[axis] = 0
    }
  }
  return result
}

/** Reads x at an index that may be longer than its rank (leading axes dropped) and is 0 along axes of size 1: broadcasting. */
export function reader(x: Tensor64): (index: readonly number[]) => number {
  const strides = stridesOf(x.shape).map((stride, axis) => (x.shape[axis] === 1 ? 0 : stride))
  const rank = strides.length
  return (index) => {
    let flat = 0
    for (let axis = 0; axis < rank; axis++) flat += strides[axis]! * index[index.length - rank + axis]!
    return x.data[flat]!
  }
}

/** Reads x at an index of its own rank; outside of x it is `outside`. */
export function paddedReader(x: Tensor64, outside = 0): (index: readonly number[]) => number {
  const strides = stridesOf(x.shape)
  return (index) => {
    let flat = 0
    for (let axis = 0; axis < strides.length; axis++) {
      const at = index[axis]!
      if (at < 0 || at >= x.shape[axis]!) return outside
      flat += strides[axis]! * at
    }
    return x.data[flat]!
  }
}

/** The sum or another fold over some axes, kept with size 1. */
export function reduce(
  x: Tensor64,
  axes: readonly number[],
  f: (sum: number, value: number) => number,
  start = 0,
): Tensor64 {
  const shape = x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size))
  const result = tensor64(shape, new Float64Array(sizeOf(shape)).fill(start))
  const strides = stridesOf(shape).map((stride, axis) => (shape[axis] === 1 ? 0 : stride))
  const index = x.shape.map(() => 0)
  for (let flat = 0; flat < x.data.length; flat++) {
    let to = 0
    for (let axis = 0; axis < strides.length; axis++) to += strides[axis]! * index[axis]!
    result.data[to] = f(result.data[to]!, x.data[flat]!)
    for (let axis = x.shape.length - 1; axis >= 0; axis--) {
      if (++index[axis]! < x.shape[axis]!) break
      index[axis] = 0
    }
  }
  return result
}

export function fromConstant({ type, shape, data }: Constant): Tensor64 {
  return tensor64(
    shape,
    type === 'float16'
      ? Float64Array.from(data as Uint16Array, widen)
      : Float64Array.from(data as ArrayLike<number | bigint>, Number),
  )
}

/** Whole numbers lose their fraction; anything but 0 is true. */
export function toConstant({ shape, data }: Tensor64, type: ElementType): Constant {
  const array = new arrayTypes[type](data.length)
  for (let at = 0; at < data.length; at++) {
    const value = data[at]!
    if (array instanceof BigInt64Array || array instanceof BigUint64Array) array[at] = BigInt(Math.trunc(value))
    else array[at] = type === 'float16' ? narrow(value) : type === 'bool' ? +(value !== 0) : value
  }
  return { type, shape, data: array } as Constant
}
