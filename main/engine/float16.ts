/**
 * IEEE 754 half precision in a Uint16Array: half the space for embeddings, and 11 significant bits are more than a
 * linear head needs. Tables after van der Zijp, "Fast Half Float Conversions" (2008); conversion truncates after
 * rounding to nearest.
 */
const numbers = makeWidenTable()
const words = new Uint32Array(1)
const float = new Float32Array(words.buffer)

export function toFloat16(values: Float32Array, out = new Uint16Array(values.length)): Uint16Array {
  for (let i = 0; i < values.length; i++) out[i] = narrow(values[i]!)
  return out
}

export function fromFloat16(values: Uint16Array, out = new Float32Array(values.length)): Float32Array {
  for (let i = 0; i < values.length; i++) out[i] = numbers[values[i]!]!
  return out
}

/** The half-precision bits nearest to a number, ties to even; the number is rounded to single precision first. */
export function narrow(value: number): number {
  float[0] = value
  const word = words[0]!
  const sign = (word >>> 16) & 0x8000
  const magnitude = word & 0x7fffffff
  if (magnitude > 0x7f800000) return sign | 0x7e00 // not a number
  if (magnitude >= 0x477ff000) return sign | 0x7c00 // too large: infinity
  if (magnitude < 0x33000001) return sign // rounds to zero
  if (magnitude < 0x38800000) {
    const shift = 126 - (magnitude >>> 23)
    return sign | roundShift((magnitude & 0x7fffff) | 0x800000, shift)
  }
  return sign | roundShift(magnitude - 0x38000000, 13)
}

/** value / 2^shift, ties to even. */
function roundShift(value: number, shift: number): number {
  const half = 1 << (shift - 1)
  const rest = value & ((1 << shift) - 1)
  const whole = value >>> shift
  return rest > half || (rest === half && (whole & 1) === 1) ? whole + 1 : whole
}

/** The number that half-precision bits stand for. */
export const widen = (bits: number): number => numbers[bits]!

function makeWidenTable(): Float32Array {
  const table = new Float32Array(65536)
  for (let half = 0; half < 65536; half++) {
    const sign = half & 0x8000 ? -1 : 1
    const exponent = (half >>> 10) & 31
    const fraction = half & 1023
    if (exponent === 31) table[half] = fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY
    else if (exponent === 0) table[half] = sign * fraction * 2 ** -24
    else table[half] = sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
  }
  return table
}
