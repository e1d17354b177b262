import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { decodeForInference } from '#main/engine/pixels.ts'
import { inspect } from '#main/images/inspect.ts'
import { makeThumbnail } from '#main/images/thumbnail.ts'
import { temporaryFolder } from '#test/fixtures/folder.ts'
import { flag, noise } from '#test/fixtures/pictures.ts'

type Colour = [red: number, green: number, blue: number]

/** Colours in the middle of the top, the lower left and the lower right, as the two readers of the app see them. */
async function seen(path: string): Promise<{ thumbnail: Colour[]; network: Colour[] }> {
  const { data, info } = await sharp(await makeThumbnail(path)).raw().toBuffer({ resolveWithObject: true }) // prettier-ignore
  expect(info.channels).toBe(3)
  const places = [[0.5, 0.12], [0.25, 0.7], [0.75, 0.7]] as const // prettier-ignore
  const at = (pixels: Uint8Array, width: number, height: number) =>
    places.map(([x, y]): Colour => {
      const offset = (Math.floor(y * height) * width + Math.floor(x * width)) * 3
      return [pixels[offset]!, pixels[offset + 1]!, pixels[offset + 2]!]
    })
  const pixels = await decodeForInference(path, 64, 'fill')
  expect(pixels.length).toBe(64 * 64 * 3)
  return { thumbnail: at(data, info.width, info.height), network: at(pixels, 64, 64) }
}

function expectColours(actual: Colour[], expected: Colour[], tolerance: number) {
  const distance = Math.max(...actual.flatMap((colour, i) => colour.map((value, c) => Math.abs(value - expected[i]![c]!)))) // prettier-ignore
  expect(distance, JSON.stringify(actual)).toBeLessThanOrEqual(tolerance)
}

const [red, green, blue, white]: Colour[] = [[255, 0, 0], [0, 255, 0], [0, 0, 255], [255, 255, 255]] // prettier-ignore
const upright = [green!, red!, blue!]
/** The nearest that printing inks come to it, by libvips' profile. */
const inks: Colour[] = [[191, 207, 0], [232, 0, 0], [28, 60, 139]] // prettier-ignore

async function write(name: string, picture: Sharp): Promise<string> {
  const path = join(await temporaryFolder(), name)
  await writeFile(path, await picture.toBuffer())
  return path
}

describe('a picture looks the same whatever it is stored as', () => {
  const kinds: Record<string, [name: string, make: () => Sharp, tolerance: number, colours?: Colour[]]> = {
    'JPEG': ['a.jpg', () => flag().jpeg({ quality: 95 }), 20],
    'progressive JPEG': ['a.jpg', () => flag().jpeg({ quality: 95, progressive: true }), 20],
    'CMYK JPEG': ['a.jpg', () => flag().toColourspace('cmyk').jpeg({ quality: 95 }), 20, inks],
    'large JPEG': ['a.jpg', () => flag(2400, 1800).jpeg({ quality: 95 }), 20],
    'PNG': ['a.png', () => flag().png(), 8],
    'interlaced PNG': ['a.png', () => flag().png({ progressive: true }), 8],
    'PNG of 16 bits': ['a.png', () => flag().toColourspace('rgb16').png(), 8],
    'PNG with a palette': ['a.png', () => flag().png({ palette: true }), 12],
    'TIFF': ['a.tif', () => flag().tiff({ compression: 'lzw' }), 8],
    'TIFF of 16 bits': ['a.tif', () => flag().toColourspace('rgb16').tiff({ compression: 'deflate' }), 8],
    'TIFF in CMYK': ['a.tif', () => flag().toColourspace('cmyk').tiff({ compression: 'lzw' }), 20, inks],
    'TIFF in tiles with a pyramid': ['a.tif', () => flag().tiff({ tile: true, pyramid: true }), 40],
    'WebP': ['a.webp', () => flag().webp({ quality: 95 }), 40],
    'lossless WebP': ['a.webp', () => flag().webp({ lossless: true }), 8],
    'AVIF': ['a.avif', () => flag().avif({ quality: 90, effort: 0 }), 40],
    'GIF': ['a.gif', () => flag().gif(), 12],
    'JPEG called PNG': ['a.png', () => flag().jpeg({ quality: 95 }), 20],
  } // prettier-ignore
  for (const [kind, [name, make, tolerance, colours = upright]] of Object.entries(kinds))
    test(kind, async () => {
      const path = await write(name, make())
      const { width, height } = await inspect(path)
      expect(width / height).toBeCloseTo(4 / 3)
      const { thumbnail, network } = await seen(path)
      expectColours(thumbnail, colours, tolerance)
      expectColours(network, colours, tolerance)
    })
})

describe('EXIF orientation is honoured', () => {
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8])
    test(`orientation ${orientation}`, async () => {
      // Turned so that the stored orientation brings it upright again (EXIF 2.3, table 6).
      const turned = [2, 5, 7, 4].includes(orientation) ? flag().flop() : flag()
      const angle = { 3: 180, 4: 180, 5: 270, 6: 270, 7: 90, 8: 90 }[orientation] ?? 0
      const stored = sharp(await sharp(await turned.png().toBuffer()).rotate(angle).png().toBuffer()) // prettier-ignore
      const path = await write('a.jpg', stored.withMetadata({ orientation }).jpeg({ quality: 95 }))
      expect(await inspect(path)).toMatchObject({ width: 80, height: 60 })
      const { thumbnail, network } = await seen(path)
      expectColours(thumbnail, upright, 20)
      expectColours(network, upright, 20)
    })
})

test('transparent parts are white, and grey pictures have three channels', async () => {
  const clear = { create: { width: 40, height: 30, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } } }
  const transparent = await write('clear.png', sharp(clear).png())
  const grey = await write('grey.png', flag().greyscale().png())
  const greyAlpha = await write('grey16.png', sharp(clear).toColourspace('grey16').png())
  for (const path of [transparent, greyAlpha]) {
    const { thumbnail, network } = await seen(path)
    expectColours(
      [...thumbnail, ...network],
      Array.from({ length: 6 }, () => white!),
      2,
    )
  }
  for (const [r, g, b] of (await seen(grey)).network) expect([g, b]).toEqual([r, r])
})

test('of an animation the first frame is seen', async () => {
  const frames = [flag(), noise(3, 80, 60), noise(4, 80, 60)]
  const images = await Promise.all(frames.map((frame) => frame.png().toBuffer()))
  for (const name of ['a.gif', 'a.webp']) {
    const animation = sharp(images, { join: { animated: true } })
    const path = await write(name, name === 'a.gif' ? animation.gif() : animation.webp({ lossless: true }))
    expect((await sharp(path).metadata()).pages).toBe(3)
    expect(await inspect(path)).toMatchObject({ width: 80, height: 60 })
    expectColours((await seen(path)).thumbnail, upright, 30)
  }
})

test('a thumbnail is at most 400 pixels long and never larger than the picture', async () => {
  const size = async (width: number, height: number) => {
    const made = await makeThumbnail(await write('a.png', noise(1, width, height).png()))
    const { width: w, height: h } = await sharp(made).metadata()
    return [w, h]
  }
  expect(await size(1000, 500)).toEqual([400, 200])
  expect(await size(300, 900)).toEqual([133, 400])
  expect(await size(120, 80)).toEqual([120, 80])
})

test('cover cuts the longer side and contain pads it with white', async () => {
  const path = await write('a.png', flag(200, 100).png())
  const corner = (pixels: Uint8Array) => [...pixels.subarray(0, 3)]
  expect(corner(await decodeForInference(path, 50, 'contain'))).toEqual(white)
  const [r, g, b] = corner(await decodeForInference(path, 50, 'cover'))
  expect(g! - r! - b!).toBeGreaterThan(240)
})
