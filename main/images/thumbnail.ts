import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openImage } from './inspect.ts'

/** Longest side in pixels. */
const thumbnailSize = 400

/** A JPEG of an image file, upright, in sRGB, on white. Reads the whole file, so damage shows. Throws what sharp throws. */
export async function makeThumbnail(path: string, size = thumbnailSize, quality = 82): Promise<Buffer> {
  return openImage(path)
    .resize(size, size, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .jpeg({ quality })
    .toBuffer()
}

export function thumbnailPath(collectionFolder: string, sha256: string): string {
  return join(collectionFolder, 'thumbnails', sha256.slice(0, 2), `${sha256}.jpg`)
}

/** Whole or not at all: a reader, or a power cut, never meets half a file. */
export async function writeThumbnail(collectionFolder: string, sha256: string, jpeg: Buffer): Promise<void> {
  const path = thumbnailPath(collectionFolder, sha256)
  const temporary = `${path}.${process.pid}.${crypto.randomUUID().slice(0, 8)}.tmp`
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(temporary, jpeg)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Removes what a process that was killed left half written. */
export async function removeHalfThumbnails(collectionFolder: string): Promise<void> {
  const folder = join(collectionFolder, 'thumbnails')
  const files = await readdir(folder, { recursive: true }).catch(() => [])
  const half = files.filter((file) => file.endsWith('.tmp') && !file.includes(`.jpg.${process.pid}.`))
  await Promise.all(half.map((file) => rm(join(folder, file), { force: true })))
}
