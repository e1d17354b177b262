import { readFile } from 'node:fs/promises'
import { asImageProblem } from './problem.ts'
import { makeThumbnail, thumbnailPath, writeThumbnail } from './thumbnail.ts'
import { tileOf, type Zoomable } from './zoom.ts'

export type ServedCollection = {
  folder: string
  /** Where the image of an artwork lies, and its size; undefined for an unknown id. */
  find(id: number): Zoomable | undefined
}

const viewSizes = { smallest: 64, usual: 1600, largest: 4096 }

/**
 * Answers `…/images/thumbnail/ID` and `…/images/view/ID?size=1600` (longest side in pixels) with a JPEG. With `v=SHA256`
 * in the address the answer may be kept for good. A missing thumbnail is made again. `…/images/tile/ID/LEVEL/COLUMN/ROW` is a
 * part of a large picture (images/tile.ts). Never throws.
 */
export async function serveImage(request: Request, collection: ServedCollection | null): Promise<Response> {
  const url = new URL(request.url)
  const [, kind, id, ...tile] =
    /\/images\/(?:(thumbnail|view)\/(\d{1,15})|(tile)\/(\d{1,15})\/(\d{1,2})\/(\d{1,5})\/(\d{1,5}))$/
      .exec(url.pathname)
      ?.filter((part) => part !== undefined) ?? []
  const artwork = id === undefined ? undefined : collection?.find(Number(id))
  if (!collection || !artwork) return sentence(404, 'There is no such work in this collection.')
  const [level, column, row] = tile.map(Number)
  const place = kind === 'tile' ? { level: level!, column: column!, row: row! } : null
  const size = kind === 'view' ? viewSize(url.searchParams.get('size')) : null
  const headers = {
    'content-type': 'image/jpeg',
    etag: `"${artwork.sha256.slice(0, 32)}-${size ?? (place ? tile.join('-') : 'thumbnail')}"`,
    'cache-control':
      url.searchParams.get('v') === artwork.sha256 ? 'private, max-age=31536000, immutable' : 'private, no-cache',
    'x-content-type-options': 'nosniff',
  }
  if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers })
  try {
    const jpeg = place
      ? await tileOf(artwork, collection.folder, place)
      : size === null
        ? await thumbnail(collection.folder, artwork)
        : await makeThumbnail(artwork.path, size, 88)
    if (!jpeg) return sentence(404, 'This part of the picture is not there.')
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(jpeg), { headers })
  } catch (error) {
    return failure(error, artwork.path)
  }
}

async function thumbnail(folder: string, { path, sha256 }: { path: string; sha256: string }): Promise<Buffer> {
  try {
    return await readFile(thumbnailPath(folder, sha256))
  } catch {
    const jpeg = await makeThumbnail(path)
    await writeThumbnail(folder, sha256, jpeg).catch(() => {}) // a full disk must not hide the picture
    return jpeg
  }
}

function viewSize(text: string | null): number {
  const size = Math.round(Number(text ?? viewSizes.usual))
  return Number.isFinite(size) ? Math.min(viewSizes.largest, Math.max(viewSizes.smallest, size)) : viewSizes.usual
}

function failure(error: unknown, path: string): Response {
  const problem = asImageProblem(error)
  if (problem.code !== 'unreadable') return sentence(422, problem.message)
  return sentence(404, `The image file ${path} cannot be read. It may have been moved, or its drive is not connected.`)
}

function sentence(status: number, text: string): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(text, { status, headers })
}
