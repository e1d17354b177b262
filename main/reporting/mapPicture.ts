import sharp from 'sharp'
import type { CollectionMap, MapGroups } from '#preload/api.ts'
import { boundsOf, drawDots, drawingOrder, pixelOf, wholeView } from '#charts/dots.ts'
import { mapFigure } from '#charts/figures/map.ts'
import { dotColours, screenLook } from '#charts/look.ts'
import { figureWidth } from './figuresOf.ts'

const [width, height] = [1440, 1080]

/** The map as a figure whose points are a PNG within it. */
export async function drawnMap(map: CollectionMap, groups: MapGroups, by: string) {
  const colours = dotColours.light
  const group = Int16Array.from(groups.of, (value) => (value < colours.length ? value : -1))
  const pixels = new Uint32Array(width * height)
  const palette = Uint32Array.from(['#a6a6a6', ...colours].map((colour) => pixelOf(colour)))
  const radius = Math.min(8, Math.max(1.8, 110 / Math.sqrt(map.works.length)))
  drawDots({ pixels, width, height }, { x: map.x, y: map.y, group }, drawingOrder(group), wholeView(boundsOf(map), width, height, 40), palette, radius) // prettier-ignore
  const raw = { width, height, channels: 4 as const }
  const png = await sharp(new Uint8Array(pixels.buffer), { raw }).png({ palette: true }).toBuffer()
  const picture = `data:image/png;base64,${png.toString('base64')}`
  return mapFigure({ map, groups, by, picture, colours, width: figureWidth }, screenLook)
}
