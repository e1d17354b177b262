import { announcer } from '../lib/announcer.svelte.ts'
import { percent } from '../text/format.ts'
import { t } from '../text/text.ts'
import { clamped, panned, placed, zoomed, type Placed, type Size, type Turn, type ViewOf } from './geometry.ts'

/** A step of the keyboard. */
const keyFactor = 1.5
/** Page pixels that a pixel of the picture may take at the most. */
const largestPixel = 4

/** How the picture is looked at; two side by side share it, so that both show the same part. Nothing of it is kept. */
class View {
  value = $state.raw<ViewOf>({ scale: 1, x: 0.5, y: 0.5, turn: 0 })
  /** The frame and the picture that keys act on: the first one shown. Null: no picture is shown. */
  shown = $state.raw<{ frame: Size; picture: Size } | null>(null)
  /** It is moved by a hand, so that it must follow at once. */
  isHeld = $state(false)

  readonly isZoomed = $derived(this.value.scale > 1.001)
  /** Page pixels that a pixel of the picture takes, times the pixels of the screen: 1 is full resolution. */
  readonly resolution = $derived(this.shown ? (this.value.scale * this.#placed().shrink * this.#placed().fitted.width * devicePixelRatio) / this.shown.picture.width : 1) // prettier-ignore

  /** Another picture is shown: as a whole, upright. */
  reset() {
    this.value = { scale: 1, x: 0.5, y: 0.5, turn: 0 }
  }

  zoomBy(factor: number, at = { x: 0, y: 0 }) {
    if (this.shown) this.#set(zoomed(this.value, factor, this.#largest(), at, this.#placed()))
  }

  panBy(x: number, y: number) {
    if (this.shown) this.#set(panned(this.value, { x, y }, this.#placed()))
  }

  zoomIn = () => this.#say(() => this.zoomBy(keyFactor))
  zoomOut = () => this.#say(() => this.zoomBy(1 / keyFactor))
  fit = () => this.#say(() => this.#set({ ...this.value, scale: 1, x: 0.5, y: 0.5 }))

  /** Full resolution, and back to the whole picture. `at`: what is to be seen closely, from the middle of the frame. */
  toggleFull(at = { x: 0, y: 0 }) {
    if (this.isZoomed) this.fit()
    else this.#say(() => this.zoomBy(1 / this.resolution < 1.2 ? 2 : 1 / this.resolution, at))
  }

  turn(by: 1 | -1) {
    const turn = ((this.value.turn + by + 4) % 4) as Turn
    this.#set({ ...this.value, turn, scale: 1, x: 0.5, y: 0.5 })
    announcer.say(t('viewer.turned', { degrees: turn * 90 }))
  }

  #set(value: ViewOf) {
    this.value = this.shown ? clamped(value, this.#placed(value.turn), this.shown.frame) : value
  }

  #say(change: () => void) {
    change()
    announcer.say(this.isZoomed ? t('viewer.zoomed', { percent: percent(this.resolution) }) : t('viewer.fits'))
  }

  #placed(turn = this.value.turn): Placed {
    return placed(this.shown!.picture, this.shown!.frame, turn)
  }

  #largest() {
    return Math.max(1, (largestPixel * this.value.scale) / (this.resolution / devicePixelRatio))
  }
}

export const view = new View()
