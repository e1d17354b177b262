import { axisX, scaleX, type Axis, type Frame } from './axes.ts'
import type { Figure } from './figure.ts'
import { legend } from './legend.ts'
import type { Look } from './look.ts'
import { clipped, el, words } from './svg.ts'

export type Bar = { name: string; parts: readonly number[] }
export type BarChart = Pick<Figure, 'id' | 'title' | 'summary' | 'width' | 'table'> & {
  bars: readonly Bar[]
  /** Names of the parts of a bar. */
  parts: readonly string[]
  axisTitle: string
}

const rowHeight = 20
const thickness = 12

/** A horizontal bar a name, in parts laid end to end, with its sum. */
export function barFigure({ bars, parts, axisTitle, ...rest }: BarChart, look: Look): Figure {
  const { width } = rest
  const { count } = look.speech
  const sums = bars.map((bar) => bar.parts.reduce((sum, part) => sum + part, 0))
  const left = Math.round(Math.min(180, width * 0.32))
  const axis: Axis = { title: axisTitle, domain: [0, Math.max(1, ...sums)], format: count }
  const fills = parts.length === 1 ? [look.bar] : [look.bar, look.series[0]!, look.accent]
  const names = parts.length === 1 ? { body: '', height: 0 } : legend(parts.map((name, index) => ({ name, colour: fills[index]!, kind: 'block' as const })), { x: left, y: 12, width: width - left - 56 }, look) // prettier-ignore
  const top = names.height + 12
  const frame: Frame = { left, top, right: width - 56, bottom: top + bars.length * rowHeight }
  const x = scaleX(frame, axis)
  const rows = bars.map((bar, row) => {
    const y = top + row * rowHeight + (rowHeight - thickness) / 2
    let before = 0
    const drawn = bar.parts.map((part, index) => {
      const [from, to] = [x(before), x((before += part))]
      return part > 0 ? el('rect', { x: from, y, width: Math.max(1, to - from - 0.5), height: thickness, fill: fills[index]! }) : '' // prettier-ignore
    })
    return [
      words(left - 10, y + thickness - 2, clipped(bar.name, Math.floor((left - 12) / 5.9)), { fill: look.soft, 'text-anchor': 'end' }), // prettier-ignore
      ...drawn,
      words(x(sums[row]!) + 6, y + thickness - 2, count(sums[row]!), { fill: look.soft }),
    ].join('')
  })
  const body = [names.body, axisX(frame, axis, look, { about: 4, grid: true }), ...rows].join('')
  return { ...rest, height: frame.bottom + 40, body }
}
