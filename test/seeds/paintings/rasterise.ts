import sharp from 'sharp'
import type { Surface } from './movements/movement.ts'
import { lighten, run } from './weather.ts'

/** How the light falls over each ground, as an SVG filter. */
const grounds: Readonly<Record<Surface['ground'], string>> = {
  canvas: '<feTurbulence type="turbulence" baseFrequency=".33 .36" numOctaves="2" seed="4"/>',
  paper: '<feTurbulence type="fractalNoise" baseFrequency=".42" numOctaves="3" seed="8"/>',
  wood: '<feTurbulence type="fractalNoise" baseFrequency=".008 .34" numOctaves="3" seed="3"/>',
}

type Pixels = { data: Buffer; width: number; height: number }

const made = new Map<string, Promise<Pixels>>()

/** A sheet of the ground in grey around 128, 700 px square, `grain` as its contrast. Made once a process. */
function groundOf(surface: Surface, size: number): Promise<Pixels> {
  const key = `${surface.ground}/${surface.grain}/${size}`
  const known = made.get(key)
  if (known) return known
  const relief = `<feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  1 0 0 0 0"/><feDiffuseLighting surfaceScale="${(0.8 * surface.grain).toFixed(2)}" diffuseConstant="1" lighting-color="#fff"><feDistantLight azimuth="225" elevation="52"/></feDiffuseLighting>`
  const document = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><filter id="f" x="0" y="0" width="100%" height="100%">${grounds[surface.ground]}${relief}</filter><rect width="100%" height="100%" filter="url(#f)"/></svg>`
  const sheet = sharp(Buffer.from(document))
    .removeAlpha()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pixels = sheet.then(({ data, info }) => ({ data: levelled(data), width: info.width, height: info.height }))
  made.set(key, pixels)
  return pixels
}

/** Shifted so that the mean is 128 and the picture keeps its lightness. */
function levelled(data: Buffer): Buffer {
  let sum = 0
  for (const value of data) sum += value
  const away = 128 - sum / data.length
  return Buffer.from(data.map((value) => Math.max(0, Math.min(255, Math.round(value + away)))))
}

/** Paint on its ground, as a photographer would bring it. `place` moves the chance of the surface, so that no two are alike. */
export async function rasterise(svg: string, surface: Surface, place: number, quality = 78): Promise<Buffer> {
  const drawn = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const { width, height } = drawn.info
  const picture = { data: drawn.data, width, height }
  const data = surface.wobble ? run(picture, (surface.wobble * Math.max(width, height)) / 640, place) : picture.data
  if (surface.veil) lighten({ data, width, height }, surface.veil, place)
  const ground = await groundOf(surface, Math.max(width, height, 640))
  texture(data, ground, width, height, surface.relief)
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality, mozjpeg: true })
    .toBuffer()
}

/** Adds the light on ridges of paint (the slope of the picture's own brightness) and on the ground, in place. */
function texture(data: Buffer, ground: Pixels, width: number, height: number, relief: number): void {
  const grey = new Int16Array(width * height)
  for (let i = 0, p = 0; i < grey.length; i++, p += 3)
    grey[i] = (data[p]! * 77 + data[p + 1]! * 150 + data[p + 2]! * 29) >> 8
  const strength = relief * 0.3
  for (let y = 0; y < height; y++) {
    const up = y > 0 ? -width : 0
    const down = y < height - 1 ? width : 0
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      const slope = grey[i + down + (x < width - 1 ? 1 : 0)]! - grey[i + up - (x > 0 ? 1 : 0)]!
      const ridge = Math.max(-26, Math.min(26, -slope * strength))
      const light = ridge + (ground.data[y * ground.width + x]! - 128)
      const share = 1 + light / 230
      const p = i * 3
      data[p] = Math.max(0, Math.min(255, data[p]! * share + ridge * 0.3))
      data[p + 1] = Math.max(0, Math.min(255, data[p + 1]! * share + ridge * 0.3))
      data[p + 2] = Math.max(0, Math.min(255, data[p + 2]! * share + ridge * 0.3))
    }
  }
}
