import { axisX, axisY, scaleX, scaleY, type Axis, type Frame } from './axes.ts'
import type { Figure } from './figure.ts'
import { legend } from './legend.ts'
import type { Look } from './look.ts'
import { el } from './svg.ts'

export type Bin = { works: number; confidence: number | null; accuracy: number | null }
export type Reliability = Pick<Figure, 'id' | 'title' | 'summary' | 'width' | 'table'> & {
  series: readonly { name: string; bins: readonly Bin[] }[]
  guideName: string
  xTitle: string
  yTitle: string
}

const largest = 9

/** How sure it was against how often it was right: a dot a bin, its area as its works; on the diagonal it can be taken at its word. */
export function reliabilityFigure({ series, guideName, xTitle, yTitle, ...rest }: Reliability, look: Look): Figure {
  const { width } = rest
  const { share } = look.speech
  const side = Math.min(360, width - 62)
  const frame: Frame = { left: 48, top: 28, right: 48 + side, bottom: 28 + side * 0.8 }
  const x: Axis = { title: xTitle, domain: [0, 1], format: share }
  const y: Axis = { title: yTitle, domain: [0, 1], format: share }
  const [toX, toY] = [scaleX(frame, x), scaleY(frame, y)]
  const most = Math.max(1, ...series.flatMap(({ bins }) => bins.map(({ works }) => works)))
  const colours = [look.bar, look.series[0]!]
  const dots = series.map(({ bins }, index) => {
    const known = bins.filter((bin): bin is { works: number; confidence: number; accuracy: number } => bin.confidence !== null && bin.accuracy !== null) // prettier-ignore
    const path = known.map(({ confidence, accuracy }, at) => `${at === 0 ? 'M' : 'L'}${toX(confidence).toFixed(1)} ${toY(accuracy).toFixed(1)}`).join('') // prettier-ignore
    const colour = colours[index % colours.length]!
    return [
      path === '' ? '' : el('path', { d: path, fill: 'none', stroke: colour, 'stroke-width': 1.5, 'stroke-dasharray': index === 0 ? '4 3' : null }), // prettier-ignore
      ...known.map(({ works, confidence, accuracy }) => el('circle', { cx: toX(confidence), cy: toY(accuracy), r: Math.max(2, largest * Math.sqrt(works / most)), fill: colour, 'fill-opacity': 0.75 })), // prettier-ignore
    ].join('')
  })
  const keys = [
    ...series.map(({ name }, index) => ({ name, colour: colours[index % colours.length]!, kind: 'line' as const, dash: index === 0 ? '4 3' : null })), // prettier-ignore
    { name: guideName, colour: look.faint, kind: 'line' as const, dash: '2 4', width: 1 },
  ]
  const names = legend(keys, { x: frame.left, y: frame.bottom + 52, width: width - 62 }, look)
  const diagonal = el('line', { x1: toX(0), y1: toY(0), x2: toX(1), y2: toY(1), stroke: look.faint, 'stroke-dasharray': '2 4' }) // prettier-ignore
  const body = [axisY(frame, y, look, 5), axisX(frame, x, look), diagonal, ...dots, names.body]
  return { ...rest, height: frame.bottom + 40 + names.height, body: body.join('') }
}
