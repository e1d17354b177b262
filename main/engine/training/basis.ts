import { createBuilder } from '../graph/build.ts'
import { writeOnnx } from '../graph/write.ts'
import { pickRows } from '../rowFile.ts'
import { openSession, tensor, type Executor } from '../runtimes/onnx.ts'
import { openOrthonormal } from './orthonormal.ts'
import { createRandom } from './random.ts'

/** How features become coordinates: x / |x|, minus `mean`, times `axes`, where x is the features or their square roots. */
export type Basis = {
  /** Length of a feature vector. */
  dimension: number
  /** Number of axes kept. */
  rank: number
  /**
   * Whether square roots are taken: where no feature is negative (behind a ReLU) they even out the few large ones
   * (Perronnin, Sanchez and Mensink 2010), which lowers the loss on paintings by 1 %.
   */
  roots: boolean
  /** [dimension] */
  mean: Float32Array
  /** [dimension, rank]: orthogonal columns, all scaled alike. */
  axes: Float32Array
  /** Variance of the works along each axis. [rank] */
  variance: Float32Array
}

/** Axes kept: they hold 85-90 % of the variance of ImageNet features, and more gained nothing on paintings. */
const mostAxes = 384
/** Works that the axes are computed from. */
const mostWorks = 8192
const rounds = 4
/** Works in one run of the graph. */
const chunk = 4096
/** A feature vector shorter than this counts as this long: one of zeros has coordinates too. */
const shortest = 1e-6

/** float16 features as they lie in an embedding file, and which of its rows are meant, in order. */
export type StoredRows = { values: Uint16Array; rows: Int32Array; dimension: number }

/**
 * Principal axes of unit-length features [works, dimension] by orthogonal iteration (Golub and Van Loan, Matrix
 * Computations, 8.2.4). In these coordinates the heads need fewer numbers and a diagonal preconditioner.
 */
export async function principalBasis(stored: StoredRows, executor: Executor): Promise<Basis> {
  const { dimension, rows } = stored
  const rank = Math.max(1, Math.min(mostAxes, dimension, rows.length - 1))
  const step = Math.ceil(rows.length / mostWorks)
  const picked = rows.filter((_, index) => index % step === 0)
  const sample = pickRows(stored.values, dimension, picked)
  const roots = sample.every((value) => value >= 0)
  if (roots) for (let i = 0; i < sample.length; i++) sample[i] = Math.sqrt(sample[i]!)
  unitRows(sample, dimension)
  const mean = columnMeans(sample, dimension)
  const scale = centreAndScale(sample, mean)
  const covariance = await covarianceOf(sample, dimension, executor)
  const { axes, product } = await iterate(covariance, rank, dimension)
  return {
    dimension,
    rank,
    roots,
    mean,
    axes: transposed(axes, rank, dimension, scale),
    variance: rowDots(axes, product, rank),
  }
}

/** Orthonormal rows [rank, dimension] that span the leading axes of a symmetric matrix, and their product with it. */
async function iterate(matrix: Float32Array, rank: number, dimension: number) {
  const b = createBuilder()
  const rows = b.input('rows', 'float32', ['n', dimension])
  const m = b.initializer('m', { type: 'float32', shape: [dimension, dimension], data: matrix })
  b.output('product', b.matmul(rows, m))
  const session = await openSession(writeOnnx(b.finish()), 'cpu')
  const orthonormal = await openOrthonormal(dimension)
  const multiply = async (values: Float32Array) => {
    const { product } = await session.run({ rows: tensor(values, [rank, dimension]) })
    return product!.data as Float32Array
  }
  let axes = await orthonormal.of(randomRows(rank, dimension))
  let product = await multiply(axes)
  for (let round = 1; round < rounds; round++) {
    axes = await orthonormal.of(product)
    product = await multiply(axes)
  }
  await session.release()
  await orthonormal.close()
  return { axes, product }
}

/** Coordinates [works, rank] of stored features. */
export async function project(stored: StoredRows, basis: Basis, executor: Executor): Promise<Float32Array> {
  const { dimension, rank } = basis
  const { values, rows } = stored
  const out = new Float32Array(rows.length * rank)
  const b = createBuilder()
  b.output('u', coordinates(b, b.input('x', 'float32', ['n', dimension]), basis))
  const session = await openSession(writeOnnx(b.finish()), executor)
  for (let start = 0; start < rows.length; start += chunk) {
    const part = pickRows(values, dimension, rows.subarray(start, start + chunk))
    const { u } = await session.run({ x: tensor(part, [part.length / dimension, dimension]) })
    out.set(u!.data as Float32Array, start * rank)
  }
  await session.release()
  return out
}

/** The same as nodes of a graph: x [n, dimension] to [n, rank]. */
export function coordinates(b: ReturnType<typeof createBuilder>, x: string, basis: Basis): string {
  const { dimension, rank, mean, roots } = basis
  const axes = b.initializer('basis.axes', { type: 'float32', shape: [dimension, rank], data: basis.axes })
  const origin = b.initializer('basis.origin', { type: 'float32', shape: [rank], data: times(mean, basis) })
  const values = roots ? b.sqrt(b.max(x, 0)) : x
  const length = b.max(b.node('ReduceL2', [values, b.int64([1])]), shortest)
  return b.sub(b.div(b.matmul(values, axes), length), origin)
}

/** A row vector [dimension] times the axes. */
function times(vector: Float32Array, { axes, dimension, rank }: Basis): Float32Array {
  const sums = new Float64Array(rank)
  for (let row = 0, at = 0; row < dimension; row++)
    for (let axis = 0; axis < rank; axis++) sums[axis]! += vector[row]! * axes[at++]!
  return Float32Array.from(sums)
}

/** [dimension, dimension], of rows whose columns have mean 0. */
async function covarianceOf(rows: Float32Array, dimension: number, executor: Executor): Promise<Float32Array> {
  const b = createBuilder()
  const x = b.input('x', 'float32', ['n', dimension])
  b.output('c', b.mul(b.gemm(x, x, undefined, { transA: true }), dimension / rows.length))
  const session = await openSession(writeOnnx(b.finish()), executor)
  const { c } = await session.run({ x: tensor(rows, [rows.length / dimension, dimension]) })
  await session.release()
  return c!.data as Float32Array
}

/** In place. */
function unitRows(rows: Float32Array, dimension: number) {
  for (let start = 0; start < rows.length; start += dimension) {
    let squares = 0
    for (let i = start; i < start + dimension; i++) squares += rows[i]! ** 2
    const factor = 1 / Math.max(shortest, Math.sqrt(squares))
    for (let i = start; i < start + dimension; i++) rows[i]! *= factor
  }
}

function columnMeans(rows: Float32Array, dimension: number): Float32Array {
  const sums = new Float64Array(dimension)
  for (let i = 0; i < rows.length; i++) sums[i % dimension]! += rows[i]!
  return Float32Array.from(sums, (sum) => (sum * dimension) / rows.length)
}

/** Changes `rows` in place so that the mean variance of a column is 1; returns the factor. */
function centreAndScale(rows: Float32Array, mean: Float32Array): number {
  let squares = 0
  for (let i = 0; i < rows.length; i++) {
    rows[i]! -= mean[i % mean.length]!
    squares += rows[i]! ** 2
  }
  const scale = 1 / Math.sqrt(squares / rows.length + 1e-12)
  for (let i = 0; i < rows.length; i++) rows[i]! *= scale
  return scale
}

function randomRows(count: number, dimension: number): Float32Array {
  const random = createRandom('basis', 0)
  return Float32Array.from({ length: count * dimension }, () => random() - 0.5)
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

const rowDots = (a: Float32Array, b: Float32Array, rows: number) => {
  const width = a.length / rows
  return Float32Array.from({ length: rows }, (_, row) =>
    Math.max(0, dot(a.subarray(row * width, (row + 1) * width), b.subarray(row * width, (row + 1) * width))),
  )
}

function transposed(rows: Float32Array, count: number, width: number, factor: number): Float32Array {
  const out = new Float32Array(rows.length)
  for (let row = 0; row < count; row++)
    for (let column = 0; column < width; column++) out[column * count + row] = rows[row * width + column]! * factor
  return out
}
