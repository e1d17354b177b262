import type { view as shared } from './view.svelte.ts'

type On<E> = E & { currentTarget: HTMLElement }
type Point = { x: number; y: number }

/** Factors of zoom for a pixel of wheel, and of pinching on a touchpad, which browsers send as a wheel with Ctrl. */
const wheel = 0.0016
const pinch = 0.011
const line = 16

const fromMiddle = (element: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }): Point => {
  const box = element.getBoundingClientRect()
  return { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 }
}
const distance = ([a, b]: Point[]) => Math.hypot(a!.x - b!.x, a!.y - b!.y)
const middle = ([a, b]: Point[]): Point => ({ x: (a!.x + b!.x) / 2, y: (a!.y + b!.y) / 2 })

/** Wheel, pinch, drag and double click on a picture. */
export function createHands(view: typeof shared) {
  const fingers = new Map<number, Point>()
  let release: ReturnType<typeof setTimeout> | undefined

  const lift = (event: On<PointerEvent>) => {
    fingers.delete(event.pointerId)
    if (fingers.size === 0) view.isHeld = false
  }

  return {
    onwheel(event: On<WheelEvent>) {
      event.preventDefault()
      view.isHeld = true
      clearTimeout(release)
      release = setTimeout(() => (view.isHeld = fingers.size > 0), 150)
      const pixels = event.deltaY * (event.deltaMode === 1 ? line : 1)
      view.zoomBy(Math.exp(-pixels * (event.ctrlKey ? pinch : wheel)), fromMiddle(event.currentTarget, event))
    },
    ondblclick(event: On<MouseEvent>) {
      view.toggleFull(fromMiddle(event.currentTarget, event))
    },
    onpointerdown(event: On<PointerEvent>) {
      if (event.button !== 0) return
      fingers.set(event.pointerId, fromMiddle(event.currentTarget, event))
      event.currentTarget.setPointerCapture(event.pointerId)
      view.isHeld = view.isZoomed || fingers.size === 2
    },
    onpointermove(event: On<PointerEvent>) {
      const before = fingers.get(event.pointerId)
      if (!before) return
      const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, point]) => point)
      const now = fromMiddle(event.currentTarget, event)
      fingers.set(event.pointerId, now)
      if (others.length === 0) return view.panBy(before.x - now.x, before.y - now.y)
      const [old, fresh] = [
        [...others, before],
        [...others, now],
      ]
      view.zoomBy(distance(fresh) / Math.max(1, distance(old)), middle(fresh))
    },
    onpointerup: lift,
    onpointercancel: lift,
  }
}
