import type { Look } from './look.ts'
import { clipped, el, words } from './svg.ts'

export type Key = { name: string; colour: string; kind: 'line' | 'block'; dash?: string | null; width?: number }

const gap = 18
const sample = 22
const rowHeight = 18
/** Mean width of a character at 11 px. */
const character = 6.1

/** Samples with their names, in rows that fit `width`. `height`: what they take. */
export function legend(keys: readonly Key[], at: { x: number; y: number; width: number }, look: Look) {
  let x = at.x
  let y = at.y
  const parts = keys.map((key) => {
    const name = clipped(key.name, Math.max(4, Math.floor((at.width - sample) / character)))
    const wide = sample + name.length * character
    if (x > at.x && x + wide > at.x + at.width) {
      x = at.x
      y += rowHeight
    }
    const mark =
      key.kind === 'line'
        ? el('line', { x1: x, x2: x + 16, y1: y, y2: y, stroke: key.colour, 'stroke-width': key.width ?? 2, 'stroke-dasharray': key.dash ?? null }) // prettier-ignore
        : el('rect', { x, y: y - 5, width: 11, height: 11, rx: 2, fill: key.colour })
    const drawn = mark + words(x + sample, y + 4, name, { fill: look.soft })
    x += wide + gap
    return drawn
  })
  return { body: parts.join(''), height: keys.length === 0 ? 0 : y - at.y + rowHeight }
}
