import { drawDots, drawingOrder, type Dots, type Palette, type View } from '#charts/dots.ts'

/** Pixels of a picture drawn ahead beyond each edge, as a share of the side: the map is moved within it without being drawn anew. */
const beyond = 0.35

type Scene = { dots: Dots; palette: Palette; chosen: ReadonlySet<number> | null; ground: number }

/**
 * Points on a canvas. Moving slides a picture that was drawn larger than is seen, so that a frame costs a copy; it is drawn
 * anew when it is zoomed, when an edge comes into view, or when the points change.
 */
export function dotCanvas(canvas: HTMLCanvasElement) {
  const context = canvas.getContext('2d', { alpha: true })!
  const ahead = document.createElement('canvas')
  const aheadContext = ahead.getContext('2d')!
  let scene: Scene | null = null
  let layers: Uint32Array[] = []
  let drawn: { view: View; width: number; height: number } | null = null
  let image: ImageData | null = null

  /** Below: what is not chosen; above: what is. */
  function sort({ dots, chosen }: Scene) {
    const byPlace = (order: Uint32Array) => order.toSorted((a, b) => Math.max(-1, Math.min(0, dots.group[a]!)) - Math.max(-1, Math.min(0, dots.group[b]!)) || dots.y[a]! - dots.y[b]!) // prettier-ignore
    layers =
      chosen === null
        ? [byPlace(drawingOrder(dots.group))]
        : [drawingOrder(dots.group, (point) => !chosen.has(point)), drawingOrder(dots.group, (point) => chosen.has(point))].map(byPlace) // prettier-ignore
  }

  function drawAhead(view: View, radius: number) {
    const margin = { x: Math.round(canvas.width * beyond), y: Math.round(canvas.height * beyond) }
    const [width, height] = [canvas.width + 2 * margin.x, canvas.height + 2 * margin.y]
    if (image?.width !== width || image.height !== height) {
      ahead.width = width
      ahead.height = height
      image = aheadContext.createImageData(width, height)
    }
    const pixels = new Uint32Array(image.data.buffer)
    pixels.fill(0)
    const shifted = { ...view, left: view.left + margin.x, top: view.top + margin.y }
    const { dots, palette, chosen, ground } = scene!
    const picture = { pixels, width, height }
    const dimmed = Uint32Array.from(palette, () => ground)
    for (const [index, order] of layers.entries())
      drawDots(picture, dots, order, shifted, chosen !== null && index === 0 ? dimmed : palette, radius)
    aheadContext.putImageData(image, 0, 0)
    drawn = { view, width: margin.x, height: margin.y }
  }

  return {
    /** What is to be seen: `chosen` points stand out, the others take the colour of the ground. */
    show(next: Scene) {
      scene = next
      sort(next)
      drawn = null
    },
    /** In pixels of the canvas. */
    draw(view: View, radius: number) {
      if (!scene || canvas.width === 0) return
      const slid = drawn && { x: view.left - drawn.view.left, y: view.top - drawn.view.top }
      const isWithin = drawn !== null && slid !== null && view.scale === drawn.view.scale && Math.abs(slid.x) <= drawn.width && Math.abs(slid.y) <= drawn.height // prettier-ignore
      if (!isWithin) drawAhead(view, radius)
      const { x, y } = isWithin ? slid : { x: 0, y: 0 }
      context.clearRect(0, 0, canvas.width, canvas.height)
      context.drawImage(ahead, Math.round(x) - drawn!.width, Math.round(y) - drawn!.height)
    },
    /** The canvas has another size: nothing that was drawn fits. */
    resized() {
      drawn = null
    },
  }
}
