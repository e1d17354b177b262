import type { Builder } from '../graph/build.ts'
import { float32 } from '../graph/graph.ts'
import { fill, tensor64, type Tensor64 } from './tensor64.ts'

/**
 * Operators that mix values along single axes, each by a constant matrix [size after, size before]: Resize, Pad by reflection.
 * Forward multiplies with it, backward with its transpose.
 */
export type AxisMatrix = { readonly axis: number; readonly matrix: Tensor64 }

export const axisMatrix = (
  axis: number,
  after: number,
  before: number,
  weight: (to: number, from: number) => number,
): AxisMatrix => ({
  axis,
  matrix: fill([after, before], ([to = 0, from = 0]) => weight(to, from)),
})

export const mix = (x: Tensor64, matrices: readonly AxisMatrix[]): Tensor64 => matrices.reduce(mixAxis, x)

function mixAxis(x: Tensor64, { axis, matrix }: AxisMatrix): Tensor64 {
  const [after = 0, before = 0] = matrix.shape
  const inner = x.shape.slice(axis + 1).reduce((product, size) => product * size, 1)
  const outer = x.shape.slice(0, axis).reduce((product, size) => product * size, 1)
  const result = tensor64(x.shape.with(axis, after))
  for (let o = 0; o < outer; o++) {
    for (let to = 0; to < after; to++) {
      for (let from = 0; from < before; from++) {
        const weight = matrix.data[to * before + from]!
        if (weight === 0) continue
        for (let i = 0; i < inner; i++) {
          result.data[(o * after + to) * inner + i]! += weight * x.data[(o * before + from) * inner + i]!
        }
      }
    }
  }
  return result
}

/** The gradient by x. Only the last two axes of x may be mixed. */
export function unmix(b: Builder, gradient: string, rank: number, matrices: readonly AxisMatrix[]): string | undefined {
  return matrices.reduce<string | undefined>((g, { axis, matrix }) => {
    const weights = b.constant(float32(matrix.data, matrix.shape))
    if (g !== undefined && axis === rank - 1) return b.matmul(g, weights)
    if (g !== undefined && axis === rank - 2) return b.matmul(b.transpose(weights, [1, 0]), g)
    return undefined
  }, gradient)
}
