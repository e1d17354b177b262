import type { Zoom } from '#preload/api.ts'
import { hasPyramid, pyramidPath } from './pyramid.ts'
import { tiffLayout } from './tiffLayout.ts'
import { cutTile, levelsOf, tileSize, wholeSide, type Size, type TilePlace } from './tile.ts'

export type Zoomable = Size & { path: string; sha256: string }

/** From which file tiles are cut; null: a pyramid must be made first. */
async function sourceOf(image: Zoomable, collectionFolder: string): Promise<{ path: string; pyramid: boolean } | null> {
  if (await hasPyramid(collectionFolder, image.sha256))
    return { path: pyramidPath(collectionFolder, image.sha256), pyramid: true }
  const layout = await tiffLayout(image.path)
  return layout?.tiled && layout.orientation === 1 ? { path: image.path, pyramid: false } : null
}

/** How a picture is shown at full resolution. Throws what the file system throws. */
export async function describeZoom(image: Zoomable, collectionFolder: string): Promise<Zoom> {
  const { width, height } = image
  const about = { width, height, tile: tileSize, levels: levelsOf(image) }
  if (Math.max(width, height) <= wholeSide) return { ...about, how: 'whole' }
  return { ...about, how: (await sourceOf(image, collectionFolder)) ? 'tiles' : 'preparing' }
}

/** Null: there is no such tile, or the picture has to be prepared first. */
export async function tileOf(image: Zoomable, collectionFolder: string, place: TilePlace): Promise<Buffer | null> {
  const source = await sourceOf(image, collectionFolder)
  return source && cutTile(source.path, place, image, source.pyramid)
}
