import sharp, { type Sharp } from 'sharp'
import { pixelLimit } from './inspect.ts'

/** Side of a tile in pixels. */
export const tileSize = 512
/** Up to this longest side a picture is shown whole, and needs no tiles. */
export const wholeSide = 4096

/** A part of a picture: `level` 0 is full resolution, each further one half of it; column and row count tiles. */
export type TilePlace = { level: number; column: number; row: number }
/** In pixels of full resolution, upright. */
export type Size = { width: number; height: number }

/** How many levels are worth cutting: below them the whole view is as sharp. */
export const levelsOf = ({ width, height }: Size) => Math.max(1, Math.ceil(Math.log2(Math.max(width, height) / 2048)))

/** The part of the picture that a tile shows, in pixels of full resolution; null: there is no such tile. */
export function regionOf({ level, column, row }: TilePlace, { width, height }: Size) {
  const side = tileSize * 2 ** level
  const [left, top] = [column * side, row * side]
  if (level < 0 || level >= levelsOf({ width, height }) || left >= width || top >= height) return null
  return { left, top, width: Math.min(side, width - left), height: Math.min(side, height - top) }
}

/**
 * Cuts a tile, as JPEG, from a TIFF whose pixels lie in tiles: only those it touches are read. `pyramid`: the file holds
 * its halvings as further pages. Null: there is no such tile. Throws what sharp throws.
 */
export async function cutTile(path: string, place: TilePlace, size: Size, pyramid: boolean): Promise<Buffer | null> {
  const region = regionOf(place, size)
  if (!region) return null
  const scale = 2 ** place.level
  const shown = { width: Math.ceil(region.width / scale), height: Math.ceil(region.height / scale) }
  const page = pyramid ? place.level : 0
  const image = sharp(path, { failOn: 'error', limitInputPixels: pixelLimit, page })
  const part = pyramid ? await ofPage(image, place, shown) : region
  return image
    .extract(part)
    .resize(shown.width, shown.height, { fit: 'fill' })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .jpeg({ quality: 88 })
    .toBuffer()
}

/** The same region on the page of a level, whose sides were rounded down. */
async function ofPage(image: Sharp, { column, row }: TilePlace, shown: Size) {
  const { width, height } = await image.metadata()
  const [left, top] = [Math.min(column * tileSize, width - 1), Math.min(row * tileSize, height - 1)]
  return { left, top, width: Math.min(shown.width, width - left), height: Math.min(shown.height, height - top) }
}
