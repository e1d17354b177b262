import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { makePyramid, pyramidPath } from '#main/images/pyramid.ts'
import { serveImage } from '#main/images/serve.ts'
import { tiffLayout } from '#main/images/tiffLayout.ts'
import { regionOf } from '#main/images/tile.ts'
import { describeZoom, tileOf } from '#main/images/zoom.ts'
import { temporaryFolder } from '#test/fixtures/folder.ts'

/** 12,000 pixels wide, dark red, with a blue square in the tile of column 20 and row 3. */
const wide = { width: 12_000, height: 2_400 }
const square = { left: 20 * 512 + 100, top: 3 * 512 + 50 }
const picture = () =>
  sharp({ create: { ...wide, channels: 3, background: '#701010' } }).composite([
    { input: { create: { width: 300, height: 300, channels: 3, background: '#2030f0' } }, ...square },
  ])
const sha256 = 'ab'.repeat(32)

async function colourAt(jpeg: Buffer, left: number, top: number) {
  const { data } = await sharp(jpeg)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return data[2]! > 150 ? 'blue' : data[0]! > 80 && data[2]! < 60 ? 'red' : 'other'
}

/** Bytes that this process has read from files so far; Linux counts them. */
const bytesRead = async () => Number(/^rchar: (\d+)$/m.exec(await readFile('/proc/self/io', 'utf8'))![1])

async function readBy(deed: () => Promise<unknown>): Promise<number> {
  const before = await bytesRead()
  await deed()
  return (await bytesRead()) - before
}

const onLinux = test.skipIf(process.platform !== 'linux')

onLinux(
  'a tile of a 12,000 pixel TIFF in tiles is cut by reading that tile, not the picture',
  { timeout: 60_000 },
  async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'tiled.tif')
    await picture().tiff({ tile: true, tileWidth: 512, tileHeight: 512, compression: 'none' }).toFile(path)
    expect(await tiffLayout(path)).toEqual({ tiled: true, orientation: 1 })
    const image = { path, sha256, ...wide }
    expect(await describeZoom(image, folder)).toEqual({ ...wide, tile: 512, levels: 3, how: 'tiles' })
    const whole = await readBy(() => sharp(path).resize(10).toBuffer())
    expect(whole).toBeGreaterThan(wide.width * wide.height * 3)

    let jpeg: Buffer | null = null
    const read = await readBy(async () => (jpeg = await tileOf(image, folder, { level: 0, column: 20, row: 3 })))
    expect(read).toBeLessThan(whole / 25)
    expect(await sharp(jpeg!).metadata()).toMatchObject({ width: 512, height: 512, format: 'jpeg' })
    expect([await colourAt(jpeg!, 250, 200), await colourAt(jpeg!, 50, 20), await colourAt(jpeg!, 450, 200)]).toEqual(['blue', 'red', 'red']) // prettier-ignore
  },
)

test(
  'a TIFF in strips gets a pyramid once, and every level shows the same part of it',
  { timeout: 60_000 },
  async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'strips.tif')
    await picture().tiff({ compression: 'lzw' }).toFile(path)
    expect(await tiffLayout(path)).toEqual({ tiled: false, orientation: 1 })
    const image = { path, sha256, ...wide }
    expect((await describeZoom(image, folder)).how).toBe('preparing')
    const get = (address: string) => serveImage(new Request(`http://localhost/${address}?v=${sha256}`), { folder, find: () => image }) // prettier-ignore
    expect((await get('images/tile/1/0/20/3')).status).toBe(404)
    await makePyramid(path, folder, sha256, new AbortController().signal)
    expect((await describeZoom(image, folder)).how).toBe('tiles')

    // From now on the original is not read: it may be on a drive that was unplugged.
    await writeFile(path, 'gone')
    for (const level of [0, 1, 2]) {
      const scale = 512 * 2 ** level
      const [column, row] = [Math.floor((square.left + 150) / scale), Math.floor((square.top + 150) / scale)]
      const answer = await get(`images/tile/1/${level}/${column}/${row}`)
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, expect.stringContaining('immutable')])
      const jpeg = Buffer.from(await answer.arrayBuffer())
      const inside = (value: number, first: number) => Math.floor((value - first * scale) / 2 ** level)
      expect(await colourAt(jpeg, inside(square.left + 150, column), inside(square.top + 150, row))).toBe('blue')
    }
    for (const address of ['0/24/0', '0/0/5', '3/0/0', '0/0', '0/-1/0'])
      expect((await get(`images/tile/1/${address}`)).status).toBe(404)
  },
)

test('a pyramid that is given up leaves nothing behind', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'strips.tif')
  await picture().tiff({ compression: 'lzw' }).toFile(path)
  const controller = new AbortController()
  const making = makePyramid(path, folder, sha256, controller.signal)
  controller.abort(new Error('Another picture is looked at'))
  await expect(making).rejects.toThrow('Another picture is looked at')
  await expect(readFile(pyramidPath(folder, sha256))).rejects.toThrow('ENOENT')
})

test('the tiles of each level cover the picture once, without a gap', () => {
  for (const size of [wide, { width: 5000, height: 9001 }, { width: 4097, height: 1 }])
    for (let level = 0; regionOf({ level, column: 0, row: 0 }, size); level++) {
      let area = 0
      for (let row = 0; regionOf({ level, column: 0, row }, size); row++)
        for (let column = 0; ; column++) {
          const region = regionOf({ level, column, row }, size)
          if (!region) break
          area += region.width * region.height
        }
      expect(area).toBe(size.width * size.height)
    }
})

test('pictures that are no TIFF, and files cut short, have no layout', async () => {
  const folder = await temporaryFolder()
  const bytes = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } }).tiff({ tile: true }).toBuffer() // prettier-ignore
  for (const [name, content, layout] of [
    ['a.jpg', await sharp(bytes).jpeg().toBuffer(), null],
    ['empty.tif', Buffer.alloc(0), null],
    ['short.tif', bytes.subarray(0, 6), null],
    ['big.tif', await sharp(bytes).tiff({ tile: true, bigtiff: true }).toBuffer(), { tiled: true, orientation: 1 }],
    ['turned.tif', await sharp(bytes).withMetadata({ orientation: 6 }).tiff({ tile: true }).toBuffer(), { tiled: true, orientation: 6 }],
  ] as const) {
    await writeFile(join(folder, name), content)
    expect(await tiffLayout(join(folder, name)), name).toEqual(layout)
  }
}) // prettier-ignore
