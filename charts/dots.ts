/** Points in a square of whole numbers from 0 to `side`, coloured by their group. */
export const side = 65_535
export type Dots = { x: ArrayLike<number>; y: ArrayLike<number>; group: ArrayLike<number> }
/** A point of the square lies at `left + x * scale`, `top + y * scale`, in pixels of the picture. */
export type View = { scale: number; left: number; top: number }
export type Picture = { pixels: Uint32Array; width: number; height: number }
/** As they lie in the memory of a canvas: alpha, blue, green, red. Index 0 is for points of no group, then the groups' in turn. */
export type Palette = Uint32Array

/**
 * Draws every point as a disc into RGBA pixels. Without a graphics card and without a browser: the same points give the same
 * pixels on the screen, in a file and in a report, and 100,000 of them are drawn well within a frame.
 */
export function drawDots(
  picture: Picture,
  dots: Dots,
  order: Uint32Array,
  view: View,
  palette: Palette,
  radius: number,
) {
  const { pixels, width, height } = picture
  const stamp = discOf(radius, width)
  const { reach, offsets, coverage, full } = stamp
  const { scale, left, top } = view
  const colours = palette.length - 1
  for (let i = 0; i < order.length; i++) {
    const point = order[i]!
    const px = Math.round(left + dots.x[point]! * scale)
    const py = Math.round(top + dots.y[point]! * scale)
    if (px < reach || py < reach || px >= width - reach || py >= height - reach) continue
    const group = dots.group[point]!
    const colour = palette[group < 0 ? 0 : 1 + (group % colours)]!
    const at = py * width + px
    for (let j = 0; j < full; j++) pixels[at + offsets[j]!] = colour
    for (let j = full; j < offsets.length; j++) {
      const to = at + offsets[j]!
      pixels[to] = blended(pixels[to]!, colour, coverage[j]!)
    }
  }
}

/** Drawn in this order: those without a group lie below, then the largest groups. `chosen`: lie above all, the others may be left out. */
export function drawingOrder(group: ArrayLike<number>, chosen: (point: number) => boolean = () => true): Uint32Array {
  const points = Array.from({ length: group.length }, (_, point) => point).filter(chosen)
  const below = points.filter((point) => group[point]! < 0)
  const above = points.filter((point) => group[point]! >= 0)
  return Uint32Array.from([...below, ...above])
}

type Disc = { reach: number; offsets: Int32Array; coverage: Uint8Array; full: number }

/** Offsets of the pixels that a disc covers, whole ones first; the others with the share that they are covered, of 256. */
function discOf(radius: number, width: number): Disc {
  const reach = Math.ceil(radius + 0.5)
  const whole: number[] = []
  const edge: [offset: number, share: number][] = []
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) {
      const share = Math.round(256 * Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(dx, dy))))
      if (share >= 250) whole.push(dy * width + dx)
      else if (share > 8) edge.push([dy * width + dx, share])
    }
  return {
    reach,
    offsets: Int32Array.from([...whole, ...edge.map(([offset]) => offset)]),
    coverage: Uint8Array.from([...whole.map(() => 255), ...edge.map(([, share]) => share)]),
    full: whole.length,
  }
}

/** Two channels at a time; the result covers. */
function blended(below: number, above: number, share: number): number {
  const rest = 256 - share
  const redBlue = (((below & 0xff00ff) * rest + (above & 0xff00ff) * share) >>> 8) & 0xff00ff
  const green = (((below & 0x00ff00) * rest + (above & 0x00ff00) * share) >>> 8) & 0x00ff00
  const alpha = Math.max(below >>> 24, Math.min(255, ((below >>> 24) * rest + (above >>> 24) * share) >>> 8))
  return ((alpha << 24) | redBlue | green) >>> 0
}

/** '#rrggbb' as a pixel, opaque unless said otherwise. */
export function pixelOf(colour: string, alpha = 255): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number, number] // prettier-ignore
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0
}

/** The part of the square that is to be seen. */
export type Bounds = { left: number; top: number; right: number; bottom: number }
export const wholeSquare: Bounds = { left: 0, top: 0, right: side, bottom: side }

/** The smallest rectangle with all points; of no points the whole square. */
export function boundsOf({ x, y }: Pick<Dots, 'x' | 'y'>): Bounds {
  if (x.length === 0) return wholeSquare
  const bounds = { left: side, top: side, right: 0, bottom: 0 }
  for (let point = 0; point < x.length; point++) {
    bounds.left = Math.min(bounds.left, x[point]!)
    bounds.right = Math.max(bounds.right, x[point]!)
    bounds.top = Math.min(bounds.top, y[point]!)
    bounds.bottom = Math.max(bounds.bottom, y[point]!)
  }
  return bounds
}

/** The bounds within a picture, centred, as large as they fit with a margin in pixels; few points are not drawn apart without end. */
export function wholeView({ left, top, right, bottom }: Bounds, width: number, height: number, margin: number): View {
  const least = side / 16
  const room = (size: number) => Math.max(1, size - 2 * margin)
  const scale = Math.min(room(width) / Math.max(least, right - left), room(height) / Math.max(least, bottom - top))
  return { scale, left: (width - (left + right) * scale) / 2, top: (height - (top + bottom) * scale) / 2 }
}
