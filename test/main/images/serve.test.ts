import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { serveImage } from '#main/images/serve.ts'
import { thumbnailPath } from '#main/images/thumbnail.ts'
import { put, temporaryFolder } from '#test/fixtures/folder.ts'
import { noise } from '#test/fixtures/pictures.ts'

async function collection() {
  const folder = await temporaryFolder()
  const bytes = await noise(1, 2000, 1000).jpeg().toBuffer()
  const path = await put(folder, 'a.jpg', bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const find = (id: number) => (id === 7 ? { path, sha256, width: 2000, height: 1000 } : undefined)
  const get = (address: string, init?: RequestInit) =>
    serveImage(new Request(`http://localhost/app/${address}`, init), { folder, find })
  return { folder, path, bytes, sha256, get }
}

const size = async (response: Response) => {
  const { width, height, format } = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
  return { width, height, format }
}

test('thumbnails and views are JPEG of the size asked for', async () => {
  const { get, folder, sha256 } = await collection()
  const thumbnail = await get('images/thumbnail/7')
  expect(thumbnail.headers.get('content-type')).toBe('image/jpeg')
  expect(await size(thumbnail)).toEqual({ width: 400, height: 200, format: 'jpeg' })
  expect((await readFile(thumbnailPath(folder, sha256))).length).toBeGreaterThan(100) // made again and kept
  expect(await size(await get('images/view/7'))).toMatchObject({ width: 1600, height: 800 })
  expect(await size(await get('images/view/7?size=640'))).toMatchObject({ width: 640, height: 320 })
  expect(await size(await get('images/view/7?size=-3'))).toMatchObject({ width: 64 })
  expect(await size(await get('images/view/7?size=x'))).toMatchObject({ width: 1600 })
})

test('an answer may be kept for good only under the address of its bytes', async () => {
  const { get, sha256 } = await collection()
  const kept = await get(`images/thumbnail/7?v=${sha256}`)
  expect(kept.headers.get('cache-control')).toContain('immutable')
  expect((await get('images/thumbnail/7?v=other')).headers.get('cache-control')).toContain('no-cache')
  const again = await get('images/thumbnail/7', { headers: { 'if-none-match': kept.headers.get('etag')! } })
  expect(again.status).toBe(304)
})

test('what cannot be shown is answered with a status and a sentence', async () => {
  const { get, folder, path, bytes } = await collection()
  for (const address of ['images/thumbnail/8', 'images/other/7', 'images/view/../../etc', 'images/view/7a'])
    expect((await get(address)).status).toBe(404)
  await put(folder, 'a.jpg', bytes.subarray(0, 500))
  const broken = await get('images/view/7')
  expect([broken.status, await broken.text()]).toEqual([422, expect.stringContaining('damaged')])
  await rm(path)
  const gone = await get('images/view/7')
  expect([gone.status, await gone.text()]).toEqual([404, expect.stringContaining(join(folder, 'a.jpg'))])
  expect((await serveImage(new Request('http://localhost/images/view/7'), null)).status).toBe(404)
})
