import { line } from 'd3-shape'
import { axisX, axisY, scaleX, scaleY, type Axis, type Frame } from './axes.ts'
import type { Figure } from './figure.ts'
import { legend, type Key } from './legend.ts'
import { dashes, type Look } from './look.ts'
import { el } from './svg.ts'

export type Point = readonly [x: number, y: number]
/** `quiet` lines lie behind and have one key together; the others differ by colour and dashes. */
export type Line = { name: string; points: readonly Point[]; quiet?: boolean }
export type LineChart = Pick<Figure, 'id' | 'title' | 'summary' | 'width' | 'table'> & {
  lines: readonly Line[]
  x: Axis
  y: Axis
  /** Height of the frame over its width; left out: a low frame. */
  aspect?: number
  /** A line between two points for comparison, as chance or perfection, and its name. */
  guide?: { from: Point; to: Point; name: string }
  /** Name of all quiet lines together. */
  quietName?: string
}

const draw = (way: string, attributes: Record<string, string | number | null>) =>
  el('path', { d: way, fill: 'none', 'stroke-linejoin': 'round', ...attributes })

/** Lines over two numbers. */
export function lineFigure({ lines, x, y, aspect, guide, quietName, ...rest }: LineChart, look: Look): Figure {
  const { width } = rest
  const left = 48
  const frame: Frame = { left, top: 28, right: width - 24, bottom: 28 + frameHeight(width - left - 24, aspect) }
  const loud = lines.filter(({ quiet }) => !quiet)
  const quiet = lines.filter(({ quiet: isQuiet }) => isQuiet)
  const colour = (index: number) => look.series[index % look.series.length]!
  const [toX, toY] = [scaleX(frame, x), scaleY(frame, y)]
  const pathOf = line<Point>()
    .x((point) => toX(point[0]))
    .y((point) => toY(point[1]))
    .digits(1)
  const wayOf = ({ points }: Pick<Line, 'points'>) => pathOf(points.filter(isKnown)) ?? ''
  const keys: Key[] = [
    ...loud.map(({ name }, index) => ({ name, colour: colour(index), kind: 'line' as const, dash: dashes[index % dashes.length]!, width: 2.25 })), // prettier-ignore
    ...(quiet.length > 0 && quietName ? [{ name: quietName, colour: look.bar, kind: 'line' as const, width: 1 }] : []),
    ...(guide ? [{ name: guide.name, colour: look.faint, kind: 'line' as const, dash: '2 4', width: 1 }] : []),
  ]
  const names = legend(keys, { x: left, y: frame.bottom + 52, width: width - left - 14 }, look)
  const parts = [
    axisY(frame, y, look),
    axisX(frame, x, look),
    guide ? draw(wayOf({ points: [guide.from, guide.to] }), { stroke: look.faint, 'stroke-dasharray': '2 4' }) : '',
    quiet.length > 0
      ? draw(quiet.map(wayOf).join(''), { stroke: look.bar, 'stroke-width': 1, 'stroke-opacity': 0.55 })
      : '',
    ...loud.map((one, index) => draw(wayOf(one), { stroke: colour(index), 'stroke-width': 2.25, 'stroke-dasharray': dashes[index % dashes.length]! })).toReversed(), // prettier-ignore
  ]
  return { ...rest, height: frame.bottom + 40 + names.height, body: parts.join('') + names.body }
}

const isKnown = ([x, y]: Point) => Number.isFinite(x) && Number.isFinite(y)

const frameHeight = (wide: number, aspect: number | undefined) =>
  Math.round(aspect === undefined ? Math.max(140, Math.min(220, wide * 0.5)) : Math.min(420, wide * aspect))
