import sharp from 'sharp'
import { colourShares, type ColourShares } from './colourShares.ts'
import { fingerprint } from './fingerprint.ts'
import { borderShare } from './border.ts'

/** What is measured of a picture, on its thumbnail: what a curator sees of it in the grid. */
export type Measure = ColourShares & {
  /** Mean lightness (luma after Rec. 709), black 0 to white 1. */
  light: number
  /** Its standard deviation, in [0, 0.5]. */
  contrast: number
  /**
   * Variance of the Laplacian of lightness (Pech-Pacheco et al. 2000) for the variance of lightness, so that a pale picture
   * is not taken for a blurred one: low where nothing is sharp; 0 where all is even.
   */
  sharpness: number
  /** Share of the area that is an even margin, in [0, 1]. */
  border: number
  /** 128 bits that are much alike for pictures that are. */
  fingerprint: Uint8Array
}

/** Luma of a picture, row by row, in 0..255. */
export type Grey = { values: Float32Array; width: number; height: number }

/** Measures a thumbnail, a JPEG given as bytes or by its path. Throws what sharp throws. */
export async function measureThumbnail(jpeg: Buffer | string): Promise<Measure> {
  const { data, info } = await sharp(jpeg, { failOn: 'error' }).toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true }) // prettier-ignore
  const pixels = info.channels === 3 ? data : spread(data)
  return measurePixels(pixels, info.width, info.height)
}

/** `pixels`: red, green and blue of each pixel in 0..255, [height, width, 3]. */
export function measurePixels(pixels: Uint8Array, width: number, height: number): Measure {
  const grey = greyOf(pixels, width, height)
  let [sum, squares] = [0, 0]
  for (const value of grey.values) {
    sum += value
    squares += value * value
  }
  const mean = sum / grey.values.length
  const variance = Math.max(0, squares / grey.values.length - mean * mean)
  return {
    light: mean / 255,
    contrast: Math.sqrt(variance) / 255,
    sharpness: variance < 1 ? 0 : laplacianVariance(grey) / variance,
    border: borderShare(grey),
    fingerprint: fingerprint(grey),
    ...colourShares(pixels, grey),
  }
}

function greyOf(pixels: Uint8Array, width: number, height: number): Grey {
  const values = new Float32Array(width * height)
  for (let at = 0, from = 0; at < values.length; at++, from += 3)
    values[at] = 0.2126 * pixels[from]! + 0.7152 * pixels[from + 1]! + 0.0722 * pixels[from + 2]!
  return { values, width, height }
}

/** Of the four-neighbour Laplacian over the inner pixels; 0 where there are none. */
export function laplacianVariance({ values, width, height }: Grey): number {
  let [sum, squares, count] = [0, 0, 0]
  for (let y = 1; y + 1 < height; y++)
    for (let x = 1; x + 1 < width; x++) {
      const at = y * width + x
      const edge = values[at - 1]! + values[at + 1]! + values[at - width]! + values[at + width]! - 4 * values[at]!
      sum += edge
      squares += edge * edge
      count++
    }
  return count === 0 ? 0 : squares / count - (sum / count) ** 2
}

/** One channel as three. */
const spread = (data: Uint8Array) => Uint8Array.from({ length: data.length * 3 }, (_, at) => data[Math.floor(at / 3)]!)
