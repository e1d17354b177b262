import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openImage } from './inspect.ts'
import { tileSize } from './tile.ts'

/** Bytes that the pyramids of a collection may take; those not looked at for longest go first. */
const most = 4e9

/** Where the tiles of an image lie whose own file cannot be read in parts. */
export function pyramidPath(collectionFolder: string, sha256: string): string {
  return join(collectionFolder, 'pyramids', sha256.slice(0, 2), `${sha256}.tif`)
}

export async function hasPyramid(collectionFolder: string, sha256: string): Promise<boolean> {
  const path = pyramidPath(collectionFolder, sha256)
  const isThere = await stat(path).then(
    () => true,
    () => false,
  )
  const now = new Date()
  if (isThere) await utimes(path, now, now).catch(() => {}) // it has been looked at
  return isThere
}

/**
 * Writes an image once more, upright, in sRGB, as tiles at every halving of its size, so that any part at any size is read
 * without the rest. The image is read once, from top to bottom, never as a whole in memory. Whole or not at all.
 */
export async function makePyramid(path: string, collectionFolder: string, sha256: string, signal: AbortSignal) {
  const target = pyramidPath(collectionFolder, sha256)
  const part = `${target}.${process.pid}.${crypto.randomUUID().slice(0, 8)}.tmp`
  await mkdir(dirname(target), { recursive: true })
  const writing = openImage(path)
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .tiff({ tile: true, pyramid: true, tileWidth: tileSize, tileHeight: tileSize, compression: 'jpeg', quality: 90 })
    .toFile(part)
  try {
    // libvips cannot be stopped in the middle: what it still writes is thrown away.
    await Promise.race([writing, aborted(signal)])
    await rename(part, target)
    await prune(collectionFolder)
  } catch (error) {
    void writing.catch(() => {}).then(() => rm(part, { force: true }))
    throw error
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(signal.reason as Error)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}

/** Removes the oldest pyramids above the limit, and what a killed process left half written. */
async function prune(collectionFolder: string, limit = most): Promise<void> {
  const folder = join(collectionFolder, 'pyramids')
  const names = await readdir(folder, { recursive: true })
  const half = names.filter((name) => name.endsWith('.tmp') && !name.includes(`.tif.${process.pid}.`))
  for (const name of half) await rm(join(folder, name), { force: true })
  const files = await Promise.all(
    names.filter((name) => name.endsWith('.tif')).map(async (name) => ({ name, ...(await sizeAndTime(join(folder, name))) })),
  ) // prettier-ignore
  let sum = 0
  for (const { name, size } of files.toSorted((a, b) => b.time - a.time)) {
    sum += size
    if (sum > limit) await rm(join(folder, name), { force: true })
  }
}

async function sizeAndTime(path: string) {
  const { size, mtimeMs } = await stat(path)
  return { size, time: mtimeMs }
}
