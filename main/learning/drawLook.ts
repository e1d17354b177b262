import sharp from 'sharp'
import type { KeptLook } from './look.ts'

/** Pixels of the longer side: the page makes it as large as the work is shown. */
const side = 128
/** Of a place: what speaks at it is spread over its neighbours. */
const spread = 0.75
/** What speaks for the term is orange, what speaks against it blue: told apart with any colour vision. */
const colours = { for: [255, 138, 0], against: [0, 122, 255] } as const
const strongest = 0.82
/** What is weaker than this share of the strongest place is not shown. */
const weakest = 0.06

/**
 * A picture of the work's proportions to lay over it: the colour says for or against a term, the opacity how much, as a
 * share of the strongest place of all terms. PNG.
 */
export async function drawLook(look: KeptLook, term: number): Promise<Buffer> {
  const smooth = look.terms.map(({ places }) => smoothed(places, look.rows, look.columns))
  const most = Math.max(1e-9, ...smooth.flatMap((map) => [...map].map(Math.abs)))
  const scale = side / Math.max(look.width, look.height)
  const [width, height] = [look.width, look.height].map((length) => Math.max(1, Math.round(length * scale))) as [number, number] // prettier-ignore
  const pixels = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const place = inNetwork(look, (x + 0.5) / width, (y + 0.5) / height)
      const value = place ? at(smooth[term]!, look, place) / most : 0
      const strength = Math.max(0, Math.abs(value) - weakest) / (1 - weakest)
      const colour = value > 0 ? colours.for : colours.against
      pixels.set([...colour, Math.round(255 * strongest * strength ** 0.8)], (y * width + x) * 4)
    }
  return sharp(pixels, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer()
}

/** Where a point of the picture, in [0, 1], lies in what the network was shown; null: it was cut off. */
function inNetwork({ fit, width, height }: KeptLook, u: number, v: number): { x: number; y: number } | null {
  if (fit === 'fill') return { x: u, y: v }
  const shown = fit === 'cover' ? Math.min(width, height) : Math.max(width, height)
  const [x, y] = [((u - 0.5) * width) / shown + 0.5, ((v - 0.5) * height) / shown + 0.5]
  return x < 0 || x > 1 || y < 0 || y > 1 ? null : { x, y }
}

/** A Gaussian over the places. */
function smoothed(places: readonly number[], rows: number, columns: number): Float64Array {
  const out = new Float64Array(places.length)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let [sum, weights] = [0, 0]
      for (let r = Math.max(0, row - 2); r <= Math.min(rows - 1, row + 2); r++)
        for (let c = Math.max(0, column - 2); c <= Math.min(columns - 1, column + 2); c++) {
          const weight = Math.exp(-((r - row) ** 2 + (c - column) ** 2) / (2 * spread ** 2))
          sum += weight * places[r * columns + c]!
          weights += weight
        }
      out[row * columns + column] = sum / weights
    }
  return out
}

/** Between the middles of places, bilinear with a smooth step. */
function at(map: Float64Array, { rows, columns }: KeptLook, { x, y }: { x: number; y: number }): number {
  const [column, row] = [x * columns - 0.5, y * rows - 0.5]
  const [left, top] = [Math.floor(column), Math.floor(row)]
  const [across, down] = [ease(column - left), ease(row - top)]
  const value = (r: number, c: number) => map[clamp(r, rows) * columns + clamp(c, columns)]!
  const upper = value(top, left) * (1 - across) + value(top, left + 1) * across
  const lower = value(top + 1, left) * (1 - across) + value(top + 1, left + 1) * across
  return upper * (1 - down) + lower * down
}

const clamp = (index: number, count: number) => Math.min(count - 1, Math.max(0, index))
const ease = (t: number) => t * t * (3 - 2 * t)
