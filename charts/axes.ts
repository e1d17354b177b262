import { scaleLinear } from 'd3-scale'
import type { Look } from './look.ts'
import { el, words } from './svg.ts'

/** Where the data lies within a figure, in pixels. */
export type Frame = { left: number; top: number; right: number; bottom: number }
export type Axis = { title: string; domain: readonly [number, number]; format: (value: number) => string }
export type Scale = (value: number) => number

export const scaleX = ({ left, right }: Frame, { domain }: Axis): Scale => scaleLinear([...domain], [left, right])
export const scaleY = ({ top, bottom }: Frame, { domain }: Axis): Scale => scaleLinear([...domain], [bottom, top])

/** Round numbers in a domain, about so many. */
export const ticks = ({ domain }: Axis, about: number): number[] => scaleLinear([...domain], [0, 1]).ticks(about)

/** A rule and a number for each tick of the vertical axis, its title above. */
export function axisY(frame: Frame, axis: Axis, look: Look, about = 4): string {
  const y = scaleY(frame, axis)
  const rules = ticks(axis, about).map((tick) =>
    [
      el('line', { x1: frame.left, x2: frame.right, y1: y(tick), y2: y(tick), stroke: look.line }),
      words(frame.left - 8, y(tick) + 4, axis.format(tick), { fill: look.faint, 'text-anchor': 'end' }),
    ].join(''),
  )
  const title = axis.title === '' ? '' : words(frame.left, frame.top - 10, axis.title, { fill: look.soft })
  return rules.join('') + title
}

/** Numbers below the frame, the title under them. `grid`: a rule for each, too. */
export function axisX(frame: Frame, axis: Axis, look: Look, { about = 5, grid = false } = {}): string {
  const x = scaleX(frame, axis)
  const marks = ticks(axis, about).map((tick) =>
    [
      grid ? el('line', { x1: x(tick), x2: x(tick), y1: frame.top, y2: frame.bottom, stroke: look.line }) : '',
      words(x(tick), frame.bottom + 16, axis.format(tick), { fill: look.faint, 'text-anchor': 'middle' }),
    ].join(''),
  )
  const title = words(frame.right, frame.bottom + 32, axis.title, { fill: look.soft, 'text-anchor': 'end' })
  return marks.join('') + (axis.title === '' ? '' : title)
}
