import { createNoise, createRandom } from './random.ts'

/** Noise in about [-1, 1] on a sheet of 1,024 x 1,024 px, by rows. */
type Weather = Float32Array

const side = 1024

/** Octaves as [px across, px down, weight]. */
const kinds = {
  acrossEdge: [
    [32, 32, 0.6],
    [16, 16, 0.4],
  ],
  downEdge: [
    [32, 32, 0.6],
    [16, 16, 0.4],
  ],
  cloud: [
    [64, 64, 0.5],
    [32, 32, 0.3],
    [16, 16, 0.2],
  ],
  streak: [
    [256, 32, 0.5],
    [128, 16, 0.5],
  ],
} as const

const sheets = new Map<string, Weather>()

/** Made once a process. */
function weather(kind: keyof typeof kinds): Weather {
  const known = sheets.get(kind)
  if (known) return known
  const sheet = new Float32Array(side * side)
  for (const [across, down, weight] of kinds[kind]) {
    const noise = createNoise(createRandom(`${kind}/${down}`))
    for (let i = 0; i < sheet.length; i++) {
      sheet[i] = sheet[i]! + weight * noise((i % side) / across, Math.floor(i / side) / down)
    }
  }
  sheets.set(kind, sheet)
  return sheet
}

export type Picture = { readonly data: Buffer; readonly width: number; readonly height: number }

/** Where on the sheets a picture lies, so that it fits on them as long as it is no larger than they are. */
const corner = (place: number, long: number) => (place * 97) % Math.max(1, side - long)

/** Moves every pixel of RGB by up to `reach` px, into a new buffer. */
export function run({ data, width, height }: Picture, reach: number, place: number): Buffer {
  const [across, down] = [weather('acrossEdge'), weather('downEdge')]
  const [left, top] = [corner(place, width), corner(place * 3, height)]
  const out = Buffer.allocUnsafe(data.length)
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p += 3) {
      const i = ((y + top) % side) * side + ((x + left) % side)
      const sx = Math.max(0, Math.min(width - 1, x + across[i]! * reach * 1.6))
      const sy = Math.max(0, Math.min(height - 1, y + down[i]! * reach * 1.6))
      between(data, width, height, sx, sy, out, p)
    }
  }
  return out
}

/** Reads RGB between four pixels. */
function between(data: Buffer, width: number, height: number, x: number, y: number, out: Buffer, p: number): void {
  const x0 = Math.floor(x)
  const y0 = Math.floor(y)
  const u = x - x0
  const v = y - y0
  const a = (y0 * width + x0) * 3
  const right = x0 < width - 1 ? 3 : 0
  const below = y0 < height - 1 ? width * 3 : 0
  for (let c = 0; c < 3; c++) {
    const top = data[a + c]! * (1 - u) + data[a + c + right]! * u
    const bottom = data[a + c + below]! * (1 - u) + data[a + c + right + below]! * u
    out[p + c] = top * (1 - v) + bottom * v + 0.5
  }
}

/** Thins the paint towards white where the sheet is high, and deepens it a little where it is low, in place. */
export function lighten(
  { data, width, height }: Picture,
  veil: { kind: 'cloud' | 'streak'; strength: number },
  place: number,
): void {
  const sheet = weather(veil.kind)
  const [left, top] = [corner(place * 5, width), corner(place * 7, height)]
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p += 3) {
      const share = sheet[((y + top) % side) * side + ((x + left) % side)]! * veil.strength
      for (let c = 0; c < 3; c++) {
        const value = data[p + c]!
        data[p + c] = share > 0 ? value + (250 - value) * share : value * (1 + share * 0.5)
      }
    }
  }
}
