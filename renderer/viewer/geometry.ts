/** Pixels of the page, or of a picture: said where it is used. */
export type Size = { width: number; height: number }
/** Quarter turns clockwise. */
export type Turn = 0 | 1 | 2 | 3
/**
 * What is seen of a picture. `scale`: 1 fits it into its frame. `x`, `y`: which point of the picture as it is turned lies in
 * the middle of the frame, in [0, 1]. The same view on two pictures shows the same part of both.
 */
export type ViewOf = { scale: number; x: number; y: number; turn: Turn }

/** How a picture lies in its frame; pixels of the page. */
export type Placed = {
  /** Size of the picture, not turned, at scale 1, and how much smaller a turned one must be to fit. */
  fitted: Size
  shrink: number
  /** As it is turned, at scale 1. */
  shown: Size
}

export function placed(picture: Size, frame: Size, turn: Turn): Placed {
  const fit = Math.min(frame.width / picture.width, frame.height / picture.height)
  const fitted = { width: picture.width * fit, height: picture.height * fit }
  if (turn % 2 === 0) return { fitted, shrink: 1, shown: fitted }
  const shrink = Math.min(frame.width / fitted.height, frame.height / fitted.width)
  return { fitted, shrink, shown: { width: fitted.height * shrink, height: fitted.width * shrink } }
}

/** The view with its middle moved so that no edge of the picture comes into the frame without need. */
export function clamped(view: ViewOf, { shown }: Placed, frame: Size): ViewOf {
  return { ...view, x: within(view.x, shown.width * view.scale, frame.width), y: within(view.y, shown.height * view.scale, frame.height) } // prettier-ignore
}

function within(middle: number, length: number, frame: number) {
  if (length <= frame) return 0.5
  const half = frame / 2 / length
  return Math.min(1 - half, Math.max(half, middle))
}

/** Zooms by a factor so that what is under the pointer stays there. `at`: from the middle of the frame, pixels. */
export function zoomed(
  view: ViewOf,
  factor: number,
  largest: number,
  at: { x: number; y: number },
  { shown }: Placed,
): ViewOf {
  const scale = Math.min(largest, Math.max(1, view.scale * factor))
  const shift = (offset: number, length: number) => offset / (length * view.scale) - offset / (length * scale)
  return { ...view, scale, x: view.x + shift(at.x, shown.width), y: view.y + shift(at.y, shown.height) }
}

/** Moves the view by pixels of the page. */
export function panned(view: ViewOf, by: { x: number; y: number }, { shown }: Placed): ViewOf {
  return { ...view, x: view.x + by.x / (shown.width * view.scale), y: view.y + by.y / (shown.height * view.scale) }
}

/** A CSS transform of a layer whose middle is the middle of the frame. */
export function transformOf({ scale, x, y, turn }: ViewOf, { shown, shrink }: Placed): string {
  const [left, top] = [(0.5 - x) * shown.width * scale, (0.5 - y) * shown.height * scale]
  return `translate(${left}px, ${top}px) scale(${scale * shrink}) rotate(${turn * 90}deg)`
}

/** The part of the picture, not turned, that is in the frame: left, top, right and bottom in [0, 1]. */
export function inFrame(
  { scale, x, y, turn }: ViewOf,
  { shown }: Placed,
  frame: Size,
): [number, number, number, number] {
  const [halfX, halfY] = [frame.width / 2 / (shown.width * scale), frame.height / 2 / (shown.height * scale)]
  const [left, top, right, bottom] = [x - halfX, y - halfY, x + halfX, y + halfY].map((value) => Math.min(1, Math.max(0, value))) as [number, number, number, number] // prettier-ignore
  if (turn === 1) return [top, 1 - right, bottom, 1 - left]
  if (turn === 2) return [1 - right, 1 - bottom, 1 - left, 1 - top]
  if (turn === 3) return [1 - bottom, left, 1 - top, right]
  return [left, top, right, bottom]
}
