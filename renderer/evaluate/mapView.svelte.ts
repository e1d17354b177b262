import { wholeSquare, wholeView, type Bounds, type View } from '#charts/dots.ts'

const margin = 24
/** Farthest in, as a multiple of the whole. */
const closest = 400

/** What part of the map is seen, in pixels of the page. */
export class MapView {
  width = $state(0)
  height = $state(0)
  view = $state.raw<View>({ scale: 1e-9, left: 0, top: 0 })
  #wholeScale = 1
  #bounds = wholeSquare

  /** Other points are shown: the view holds all of them. */
  show(bounds: Bounds) {
    this.#bounds = bounds
    if (this.width > 0) this.showAll()
  }

  resize(width: number, height: number) {
    if (width === this.width && height === this.height) return
    const isFirst = this.width === 0
    const middle = this.at(this.width / 2, this.height / 2)
    this.width = width
    this.height = height
    this.#wholeScale = wholeView(this.#bounds, width, height, margin).scale
    if (isFirst) return this.showAll()
    const { scale } = this.view
    this.view = { scale, left: width / 2 - middle.x * scale, top: height / 2 - middle.y * scale }
  }

  showAll() {
    this.view = wholeView(this.#bounds, this.width, this.height, margin)
    this.#wholeScale = this.view.scale
  }

  /** A place of the page's canvas as one of the map. */
  at(x: number, y: number) {
    return { x: (x - this.view.left) / this.view.scale, y: (y - this.view.top) / this.view.scale }
  }

  /** Some of the points stay in sight. */
  move(x: number, y: number) {
    const { scale, left, top } = this.view
    const { left: west, right: east, top: north, bottom: south } = this.#bounds
    const keep = (value: number, size: number, from: number, to: number) => Math.min(size - 40 - from * scale, Math.max(40 - to * scale, value)) // prettier-ignore
    this.view = { scale, left: keep(left + x, this.width, west, east), top: keep(top + y, this.height, north, south) }
  }

  /** Around a place of the canvas that stays where it is. */
  zoom(factor: number, x = this.width / 2, y = this.height / 2) {
    const { left, top } = this.view
    const scale = Math.min(this.#wholeScale * closest, Math.max(this.#wholeScale * 0.5, this.view.scale * factor))
    const by = scale / this.view.scale
    this.view = { scale, left: x - (x - left) * by, top: y - (y - top) * by }
  }

  /** Radius of a point in pixels: smaller where there are many, larger when seen from near. */
  radius(points: number) {
    const usual = Math.min(5, Math.max(1.25, 60 / Math.sqrt(Math.max(1, points))))
    return Math.min(9, usual * Math.sqrt(Math.max(1, this.view.scale / this.#wholeScale)) ** 0.8)
  }
}
