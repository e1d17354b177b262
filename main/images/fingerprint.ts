import type { Grey } from './measure.ts'

const cells = 9
const bytes = 16

/**
 * A difference hash (Krawetz 2013), across and down: the picture is averaged to 9 by 9 cells, and each bit says whether a
 * cell is lighter than the one left of it, then than the one above it: 128 bits. Another size, another compression or a
 * little more light change few of them.
 */
export function fingerprint(grey: Grey): Uint8Array {
  const tones = averaged(grey)
  const out = new Uint8Array(bytes)
  const set = (bit: number) => (out[bit >> 3]! |= 1 << (bit & 7))
  for (let y = 0; y + 1 < cells; y++)
    for (let x = 0; x + 1 < cells; x++) {
      const bit = y * (cells - 1) + x
      if (tones[y * cells + x + 1]! > tones[y * cells + x]!) set(bit)
      if (tones[(y + 1) * cells + x]! > tones[y * cells + x]!) set(64 + bit)
    }
  return out
}

/** Mean of each cell; a pixel belongs to the cell in which its middle lies. */
function averaged({ values, width, height }: Grey): Float64Array {
  const [sums, counts] = [new Float64Array(cells * cells), new Float64Array(cells * cells)]
  for (let y = 0; y < height; y++) {
    const row = Math.floor(((y + 0.5) * cells) / height) * cells
    for (let x = 0; x < width; x++) {
      const cell = row + Math.floor(((x + 0.5) * cells) / width)
      sums[cell]! += values[y * width + x]!
      counts[cell]!++
    }
  }
  return sums.map((sum, cell) => sum / Math.max(1, counts[cell]!))
}

/** Bits that differ, in [0, 128]. */
export function distance(one: Uint8Array, other: Uint8Array): number {
  let different = 0
  for (let at = 0; at < bytes; at++) different += ones[one[at]! ^ other[at]!]!
  return different
}

const ones = Uint8Array.from({ length: 256 }, (_, byte) => [...byte.toString(2)].filter((bit) => bit === '1').length)
