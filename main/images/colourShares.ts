import type { Grey } from './measure.ts'

/** Bins of lightness and of each channel, from none to full. */
export const steps = 32
/** Bins of hue of 30 degrees each, the first around red; one more for pixels that are nearly grey. */
export const hueSteps = 12
/** Difference between the strongest and the weakest channel, in 0..255, below which a pixel has no hue to speak of. */
const leastChroma = 20
/** A grey of 32 comes out as 31.999998: it belongs to the bin that begins there. */
const rounding = 1e-3

export type ColourShares = {
  /** Share of pixels that have a colour, in [0, 1]. */
  colour: number
  /** Shares of pixels by bin, [lightness, red, green, blue: 32 each, hues: 13], each group sums to 1. */
  shares: Float64Array
}

export function colourShares(pixels: Uint8Array, { values }: Grey): ColourShares {
  const counts = new Float64Array(4 * steps + hueSteps + 1)
  let coloured = 0
  for (let at = 0, from = 0; at < values.length; at++, from += 3) {
    const [red, green, blue] = [pixels[from]!, pixels[from + 1]!, pixels[from + 2]!]
    counts[(values[at]! + rounding) >> 3]!++
    counts[steps + (red >> 3)]!++
    counts[2 * steps + (green >> 3)]!++
    counts[3 * steps + (blue >> 3)]!++
    const hue = hueOf(red, green, blue)
    if (hue >= 0) coloured++
    counts[4 * steps + (hue < 0 ? hueSteps : hue)]!++
  }
  return { colour: coloured / values.length, shares: counts.map((count) => count / values.length) }
}

/** Bin of the hue (hexcone, as in HSV); -1: nearly grey. */
function hueOf(red: number, green: number, blue: number): number {
  const most = Math.max(red, green, blue)
  const chroma = most - Math.min(red, green, blue)
  if (chroma < leastChroma) return -1
  const turn =
    most === red ? (green - blue) / chroma : most === green ? 2 + (blue - red) / chroma : 4 + (red - green) / chroma
  return Math.floor(turn * (hueSteps / 6) + 0.5 + hueSteps) % hueSteps
}
