import { axisX, axisY, scaleX, scaleY, type Axis, type Frame } from './axes.ts'
import type { Figure } from './figure.ts'
import { legend } from './legend.ts'
import type { Look } from './look.ts'
import { el } from './svg.ts'

export type Histogram = Pick<Figure, 'id' | 'title' | 'summary' | 'width' | 'table'> & {
  /** Counts in bins of equal width over the domain of `x`; `down` hangs below the line, in the accent. */
  up: { name: string; counts: readonly number[] }
  down: { name: string; counts: readonly number[] }
  x: Axis
  yTitle: string
}

/** Two distributions, one standing on a line and one hanging from it: they are told apart without colour. */
export function histogramFigure({ up, down, x, yTitle, ...rest }: Histogram, look: Look): Figure {
  const { width } = rest
  const frame: Frame = { left: 56, top: 28, right: width - 24, bottom: 248 }
  const most = Math.max(1, ...up.counts)
  const deepest = Math.max(...down.counts, most * 0.05)
  const y: Axis = { title: yTitle, domain: [-deepest, most], format: (value) => look.speech.count(Math.abs(value)) }
  const [toX, toY] = [scaleX(frame, x), scaleY(frame, y)]
  const [from, to] = x.domain
  const bars = ({ counts }: { counts: readonly number[] }, sign: 1 | -1, fill: string) =>
    counts.map((value, bin) => {
      const [left, right] = [bin, bin + 1].map((edge) => toX(from + ((to - from) * edge) / counts.length)) as [number, number] // prettier-ignore
      const [end, zero] = [toY(sign * value), toY(0)]
      return value === 0 ? '' : el('rect', { x: left + 0.75, y: Math.min(end, zero), width: right - left - 1.5, height: Math.max(1, Math.abs(end - zero)), fill }) // prettier-ignore
    })
  const names = legend(
    [
      { name: up.name, colour: look.bar, kind: 'block' },
      { name: down.name, colour: look.accent, kind: 'block' },
    ],
    { x: frame.left, y: frame.bottom + 52, width: width - 70 },
    look,
  )
  const body = [
    axisY(frame, y, look),
    ...bars(up, 1, look.bar),
    ...bars(down, -1, look.accent),
    el('line', { x1: frame.left, x2: frame.right, y1: toY(0), y2: toY(0), stroke: look.soft }),
    axisX(frame, x, look),
    names.body,
  ]
  return { ...rest, height: frame.bottom + 40 + names.height, body: body.join('') }
}
