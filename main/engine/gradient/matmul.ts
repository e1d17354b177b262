import { broadcast } from '../graph/dimensions.ts'
import { int, numberOf, type Dimension } from '../graph/graph.ts'
import { reshapeLike, unbroadcast } from './fit.ts'
import type { Backward, Operator } from './operator.ts'
import { fill, reader, tensor64, type Tensor64 } from './tensor64.ts'

/** y[.., m, n] = Σ a[.., m, k] b[.., k, n]; a vector stands for a row on the left and a column on the right. */
export const MatMul: Operator = {
  infer: (_, [a, c]) => [{ type: a?.type ?? 'float32', shape: productShape(a?.shape ?? [], c?.shape ?? []) }],
  forward: (_, [a, c]) => {
    const [left, right] = [asRow(a!), asColumn(c!)]
    const product = multiply(left, right)
    return [tensor64(productShape(a!.shape, c!.shape) as number[], product.data)]
  },
  backward: (step) => {
    const [a = '', c = ''] = step.x
    const [left, right] = [step.shape(a).length, step.shape(c).length]
    if (left === 1 || right === 1) return vectors(step)
    return left > 2 && right === 2 ? weights(step) : batched(step)
  },
}

/** The common case, a linear layer: all rows at once, without transposed copies. */
function weights(step: Backward): string[] {
  const { b, g, sizes } = step
  const [a = '', c = ''] = step.x
  const [inner = 0, columns = 0] = sizes(c)
  const rows = b.reshape(g, [-1, columns])
  const byA = b.gemm(rows, c, undefined, { transB: true })
  return [reshapeLike(step, byA, a), b.gemm(b.reshape(a, [-1, inner]), rows, undefined, { transA: true })]
}

function batched(step: Backward): string[] {
  const { b, g, x, shape } = step
  const [a = '', c = ''] = x
  const turned = (tensor: string) => {
    const rank = shape(tensor).length
    const order = Array.from({ length: rank }, (_, axis) => (axis < rank - 2 ? axis : 2 * rank - 3 - axis))
    return b.transpose(tensor, order)
  }
  const batch = broadcast([shape(a).slice(0, -2), shape(c).slice(0, -2)])
  const byA = b.matmul(g, turned(c))
  const byC = b.matmul(turned(a), g)
  return [
    unbroadcast(step, byA, [...batch, ...shape(a).slice(-2)], a),
    unbroadcast(step, byC, [...batch, ...shape(c).slice(-2)], c),
  ]
}

/** a·b of vectors, as broadcast products. */
function vectors(step: Backward): string[] {
  const { b, g, x, shape } = step
  const [a = '', c = ''] = x
  const [left, right] = [shape(a), shape(c)]
  if (left.length === 1 && right.length === 1) return [b.mul(g, c), b.mul(g, a)]
  if (right.length === 1) {
    const column = b.unsqueeze(g, [-1])
    return [b.mul(column, c), unbroadcast(step, b.mul(column, a), left, c)]
  }
  const row = b.unsqueeze(g, [-2])
  const byC = b.mul(row, b.unsqueeze(a, [-1]))
  return [unbroadcast(step, b.reduceSum(b.mul(row, c), [-1]), right.slice(0, -1), a), byC]
}

/** alpha A B + beta C, with A or B transposed first. */
export const Gemm: Operator = {
  infer: (node, [a, c]) => {
    const rows = a?.shape[numberOf(node, 'transA', 0)] ?? '?'
    const columns = c?.shape[1 - numberOf(node, 'transB', 0)] ?? '?'
    return [{ type: a?.type ?? 'float32', shape: [rows, columns] }]
  },
  forward: (node, [a, c, bias]) => {
    const product = multiply(numberOf(node, 'transA', 0) ? turn(a!) : a!, numberOf(node, 'transB', 0) ? turn(c!) : c!)
    const [alpha, beta] = [numberOf(node, 'alpha', 1), numberOf(node, 'beta', 1)]
    const [read, add] = [reader(product), bias ? reader(bias) : () => 0]
    return [fill(product.shape, (index) => alpha * read(index) + beta * add(index))]
  },
  backward: (step) => {
    const { b, node, x, y, shape } = step
    const [a = '', c = '', bias = ''] = x
    const [transA, transB] = [numberOf(node, 'transA', 0) !== 0, numberOf(node, 'transB', 0) !== 0]
    const [alpha, beta] = [numberOf(node, 'alpha', 1), numberOf(node, 'beta', 1)]
    const g = alpha === 1 ? step.g : b.mul(step.g, alpha)
    const product = (p: string, q: string, p1: boolean, q1: boolean) =>
      b.node('Gemm', [p, q], { transA: int(+p1), transB: int(+q1) })
    const byA = transA ? product(c, g, transB, true) : product(g, c, false, !transB)
    const byB = transB ? product(g, a, true, transA) : product(a, g, !transA, false)
    const scaled = beta === 1 ? step.g : b.mul(step.g, beta)
    return [byA, byB, bias ? unbroadcast(step, scaled, shape(y[0]!), bias) : undefined]
  },
}

function productShape(a: readonly Dimension[], c: readonly Dimension[]): Dimension[] {
  const batch = broadcast([a.slice(0, -2), c.slice(0, -2)])
  return [...batch, ...(a.length > 1 ? [a.at(-2)!] : []), ...(c.length > 1 ? [c.at(-1)!] : [])]
}

const asRow = (a: Tensor64) => (a.shape.length === 1 ? tensor64([1, ...a.shape], a.data) : a)
const asColumn = (c: Tensor64) => (c.shape.length === 1 ? tensor64([...c.shape, 1], c.data) : c)
const turn = (a: Tensor64) => fill(a.shape.toReversed(), ([row = 0, column = 0]) => a.data[column * a.shape[1]! + row]!)

function multiply(a: Tensor64, c: Tensor64): Tensor64 {
  const [rows, inner, columns] = [a.shape.at(-2)!, a.shape.at(-1)!, c.shape.at(-1)!]
  const batch = broadcast([a.shape.slice(0, -2), c.shape.slice(0, -2)]) as number[]
  const result = tensor64([...batch, rows, columns])
  const startOf = (x: Tensor64) => {
    const numbers = x.shape.slice(0, -2)
    const size = x.shape.at(-2)! * x.shape.at(-1)!
    const counted = tensor64(numbers)
    counted.data.forEach((_, at) => (counted.data[at] = at * size))
    return fill(batch, reader(counted)).data
  }
  const [starts, others] = [startOf(a), startOf(c)]
  for (let at = 0; at < starts.length; at++) {
    for (let row = 0; row < rows; row++) {
      const to = (at * rows + row) * columns
      for (let k = 0; k < inner; k++) {
        const factor = a.data[starts[at]! + row * inner + k]!
        const from = others[at]! + k * columns
        for (let column = 0; column < columns; column++) result.data[to + column]! += factor * c.data[from + column]!
      }
    }
  }
  return result
}
