import type { Builder } from '../graph/build.ts'
import { float32, ints } from '../graph/graph.ts'

/**
 * A map [n, channels, height, width] as one of side x side: each place is the mean of the part of the map that lies under it,
 * floor(i height / side) to ceil((i + 1) height / side), as PyTorch's AdaptiveAvgPool2d takes it.
 */
export function adaptivePool(
  b: Builder,
  map: string,
  [height, width]: readonly [number, number],
  side: number,
): string {
  if (height === side && width === side) return map
  if (height % side === 0 && width % side === 0) {
    const step = ints([height / side, width / side])
    return b.node('AveragePool', [map], { kernel_shape: step, strides: step })
  }
  const rows = b.constant(float32(shares(height, side), [side, height]))
  const columns = b.constant(float32(transposed(shares(width, side), side, width), [width, side]))
  return b.matmul(rows, b.matmul(map, columns))
}

/** [side, length]: how much of each place goes into each mean. */
function shares(length: number, side: number): Float32Array {
  const out = new Float32Array(side * length)
  for (let at = 0; at < side; at++) {
    const [from, to] = [Math.floor((at * length) / side), Math.ceil(((at + 1) * length) / side)]
    out.fill(1 / (to - from), at * length + from, at * length + to)
  }
  return out
}

const transposed = (values: Float32Array, rows: number, columns: number): Float32Array =>
  Float32Array.from(values, (_, at) => values[(at % rows) * columns + Math.floor(at / rows)]!)
