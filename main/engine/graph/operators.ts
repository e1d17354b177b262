import type { Core, Operand } from './build.ts'
import type { ElementType } from './graph.ts'
import { int, ints, text } from './graph.ts'
import { typeNumbers } from './elementTypes.ts'

/** The operators that step and gradient graphs are written with, in the form of opset 18 and later. */
export type Operators = ReturnType<typeof operators>

export const operators = (core: Core) => ({
  ...arithmetic(core),
  ...comparing(core),
  ...reducing(core),
  ...shaping(core),
  ...layers(core),
})

function arithmetic({ node }: Core) {
  return {
    add: (a: Operand, b: Operand) => node('Add', [a, b]),
    sub: (a: Operand, b: Operand) => node('Sub', [a, b]),
    mul: (a: Operand, b: Operand) => node('Mul', [a, b]),
    div: (a: Operand, b: Operand) => node('Div', [a, b]),
    pow: (a: Operand, b: Operand) => node('Pow', [a, b]),
    min: (a: Operand, b: Operand) => node('Min', [a, b]),
    max: (a: Operand, b: Operand) => node('Max', [a, b]),
    neg: (x: Operand) => node('Neg', [x]),
    abs: (x: Operand) => node('Abs', [x]),
    sign: (x: Operand) => node('Sign', [x]),
    exp: (x: Operand) => node('Exp', [x]),
    log: (x: Operand) => node('Log', [x]),
    sqrt: (x: Operand) => node('Sqrt', [x]),
    reciprocal: (x: Operand) => node('Reciprocal', [x]),
    tanh: (x: Operand) => node('Tanh', [x]),
    sigmoid: (x: Operand) => node('Sigmoid', [x]),
    erf: (x: Operand) => node('Erf', [x]),
  }
}

/** Comparisons give bool; cast turns it into numbers, and where chooses by it. */
function comparing({ node, nodes, int64 }: Core) {
  return {
    equal: (a: Operand, b: Operand) => node('Equal', [a, b]),
    less: (a: Operand, b: Operand) => node('Less', [a, b]),
    lessOrEqual: (a: Operand, b: Operand) => node('LessOrEqual', [a, b]),
    greater: (a: Operand, b: Operand) => node('Greater', [a, b]),
    greaterOrEqual: (a: Operand, b: Operand) => node('GreaterOrEqual', [a, b]),
    and: (a: string, b: string) => node('And', [a, b]),
    or: (a: string, b: string) => node('Or', [a, b]),
    not: (a: string) => node('Not', [a]),
    where: (condition: string, a: Operand, b: Operand) => node('Where', [condition, a, b]),
    cast: (x: string, type: ElementType) => node('Cast', [x], { to: int(typeNumbers[type]) }),
    identity: (x: string) => node('Identity', [x]),
    argMax: (x: string, axis: number, keep = false) => node('ArgMax', [x], { axis: int(axis), keepdims: int(+keep) }),
    topK: (x: string, count: number, axis = -1) => {
      const [values = '', indices = ''] = nodes('TopK', [x, int64([count])], { axis: int(axis) }, 2)
      return { values, indices }
    },
  }
}

/** Without axes a reduction runs over all of them. */
function reducing({ node, int64 }: Core) {
  const reduce =
    (op: string) =>
    (x: string, axes?: readonly number[], keep = false) =>
      node(op, axes ? [x, int64(axes)] : [x], { keepdims: int(+keep) })
  return {
    reduceSum: reduce('ReduceSum'),
    reduceMean: reduce('ReduceMean'),
    reduceMax: reduce('ReduceMax'),
    reduceMin: reduce('ReduceMin'),
  }
}

function shaping({ node, nodes, int64, constant }: Core) {
  return {
    /** A 0 keeps the size of that axis, a -1 is what is left over. */
    reshape: (x: string, shape: readonly number[]) => node('Reshape', [x, int64(shape)]),
    flatten: (x: string, axis = 1) => node('Flatten', [x], { axis: int(axis) }),
    transpose: (x: string, order: readonly number[]) => node('Transpose', [x], { perm: ints(order) }),
    unsqueeze: (x: string, axes: readonly number[]) => node('Unsqueeze', [x, int64(axes)]),
    squeeze: (x: string, axes: readonly number[]) => node('Squeeze', [x, int64(axes)]),
    concat: (parts: readonly string[], axis: number) => node('Concat', parts, { axis: int(axis) }),
    split: (x: string, sizes: readonly number[], axis: number) =>
      nodes('Split', [x, int64(sizes)], { axis: int(axis) }, sizes.length),
    slice: (
      x: string,
      starts: readonly number[],
      ends: readonly number[],
      axes: readonly number[],
      steps?: readonly number[],
    ) => node('Slice', [x, int64(starts), int64(ends), int64(axes), ...(steps ? [int64(steps)] : [])]),
    gather: (x: string, indices: string, axis = 0) => node('Gather', [x, indices], { axis: int(axis) }),
    gatherElements: (x: string, indices: string, axis = 0) => node('GatherElements', [x, indices], { axis: int(axis) }),
    /** An axis of `depth` is added at `axis`: 1 at the index, 0 elsewhere, all 0 for an index outside [-depth, depth). */
    oneHot: (indices: string, depth: number, axis = -1) =>
      node('OneHot', [indices, int64([depth]), constant([0, 1])], { axis: int(axis) }),
    /** shape broadcasts with the shape of x. */
    expand: (x: string, shape: readonly number[]) => node('Expand', [x, int64(shape)]),
    expandTo: (x: string, shape: string) => node('Expand', [x, shape]),
    shapeOf: (x: string) => node('Shape', [x]),
    tile: (x: string, repeats: readonly number[]) => node('Tile', [x, int64(repeats)]),
    /** pads are [begin of each axis, end of each axis], filled with 0. */
    pad: (x: string, pads: readonly number[]) => node('Pad', [x, int64(pads)], { mode: text('constant') }),
  }
}

function layers({ node }: Core) {
  return {
    matmul: (a: string, b: string) => node('MatMul', [a, b]),
    /** a [m, k] times b [k, n], each transposed first if asked, plus c. */
    gemm: (a: string, b: string, c?: string, { transA = false, transB = false } = {}) =>
      node('Gemm', c === undefined ? [a, b] : [a, b, c], { transA: int(+transA), transB: int(+transB) }),
    softmax: (x: string, axis = -1) => node('Softmax', [x], { axis: int(axis) }),
    logSoftmax: (x: string, axis = -1) => node('LogSoftmax', [x], { axis: int(axis) }),
    relu: (x: string) => node('Relu', [x]),
    clip: (x: string, low: number, high: number) => node('Clip', [x, low, high]),
    globalAveragePool: (x: string) => node('GlobalAveragePool', [x]),
  }
}
