import { Tensor } from 'onnxruntime-node'
import { createBuilder } from '../graph/build.ts'
import { writeOnnx } from '../graph/write.ts'
import { openSession, tensor } from '../runtimes/onnx.ts'

/** A row that keeps less than this share of its square length beside those before it counts as dependent on them. */
const least = 1e-12

/**
 * Makes rows orthonormal in their order, as Gram and Schmidt do, by a Cholesky factor of their products (Golub and
 * Van Loan, Matrix Computations, 5.2.8): nearly all of the work is matrix products, which the runtime does in double
 * precision. A row that depends on those before it becomes zero.
 */
export async function openOrthonormal(dimension: number) {
  const products = await openSession(writeOnnx(productsGraph(dimension)), 'cpu')
  const mix = await openSession(writeOnnx(mixGraph(dimension)), 'cpu')
  return {
    /** rows: [n, dimension], n at most `dimension`. */
    async of(rows: Float32Array): Promise<Float32Array> {
      const count = rows.length / dimension
      const input = tensor(rows, [count, dimension])
      const { gram } = await products.run({ rows: input })
      const inverse = inverseFactor(gram!.data as Float64Array, count)
      const { out } = await mix.run({ rows: input, by: new Tensor('float64', inverse, [count, count]) })
      return out!.data as Float32Array
    },
    async close() {
      await products.release()
      await mix.release()
    },
  }
}

function productsGraph(dimension: number) {
  const b = createBuilder()
  const rows = b.cast(b.input('rows', 'float32', ['n', dimension]), 'double')
  b.output('gram', b.gemm(rows, rows, undefined, { transB: true }), 'double')
  return b.finish()
}

function mixGraph(dimension: number) {
  const b = createBuilder()
  const rows = b.cast(b.input('rows', 'float32', ['n', dimension]), 'double')
  const by = b.input('by', 'double', ['n', 'n'])
  b.output('out', b.cast(b.gemm(by, rows), 'float32'))
  return b.finish()
}

/** The inverse of the lower Cholesky factor of a symmetric matrix [n, n]; rows of dependent ones are zero. */
function inverseFactor(gram: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n)
  const factor = new Float64Array(n)
  for (let row = 0; row < n; row++) {
    // factor[other]: share of the finished row `other` in this one.
    let left = gram[row * n + row]!
    for (let other = 0; other < row; other++) {
      let share = 0
      for (let i = 0, at = other * n; i <= other; i++, at++) share += inverse[at]! * gram[row * n + i]!
      factor[other] = share
      left -= share * share
    }
    if (!(left > least * gram[row * n + row]!)) continue
    const scale = 1 / Math.sqrt(left)
    const target = inverse.subarray(row * n, row * n + row + 1)
    for (let other = 0; other < row; other++) {
      const share = factor[other]! * scale
      for (let i = 0, at = other * n; i <= other; i++, at++) target[i]! -= share * inverse[at]!
    }
    target[row] = scale
  }
  return inverse
}
