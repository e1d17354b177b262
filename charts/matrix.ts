import type { Figure } from './figure.ts'
import type { Look } from './look.ts'
import { clipped, el, words } from './svg.ts'

export type Matrix = Pick<Figure, 'id' | 'title' | 'summary' | 'width' | 'table'> & {
  names: readonly string[]
  /** [row][column], at least 0. */
  counts: readonly (readonly number[])[]
  /** How full a cell is drawn, in [0, 1]. */
  fill: readonly (readonly number[])[]
  write: (row: number, column: number) => string
  rowTitle: string
  columnTitle: string
}

/** Where the cells lie, in pixels of the figure. */
export type Grid = { left: number; top: number; cell: number; size: number }

const widestCell = 46
/** Below these a cell holds no number and a line no name. */
const leastWritten = 19
const leastNamed = 8.5
/** How far a character of a name that leans goes to the right, in pixels. */
const lean = 3.4
/** Shades that small cells are told apart by. */
const fullnesses = 32

const opacity = (share: number) => 0.08 + 0.92 * share

/** A square of counts: the diagonal in grey, everything beside it in the accent, as full as its share of the row. */
export function matrixFigure(chart: Matrix, look: Look): Figure & { grid: Grid } {
  const { names, counts, fill, write, rowTitle, columnTitle, ...rest } = chart
  const size = Math.max(1, names.length)
  const longest = Math.min(22, Math.max(4, ...names.map((name) => name.length)))
  const room = Math.round(longest * 6 + 26)
  const left = Math.min(room, Math.round(rest.width * 0.34))
  const cell = Math.max(4, Math.min(widestCell, widestNamed(names, rest.width - left), (rest.width - left - 8) / size))
  const isNamed = cell >= leastNamed
  const top = isNamed ? Math.min(150, Math.round(longest * 5.2) + 34) : 34
  const grid: Grid = { left, top, cell, size }
  const most = Math.floor((left - 26) / 5.8)
  const fontSize = Math.min(11, cell - 1)
  const parts = [
    words(left, 12, `${columnTitle} →`, { fill: look.faint }),
    words(2, top - 8, `${rowTitle} ↓`, { fill: look.faint }),
  ]
  if (isNamed)
    for (const [index, name] of names.entries()) {
      const middle = (index + 0.5) * cell
      parts.push(words(left - 8, top + middle + fontSize * 0.35, clipped(name, most), { fill: look.soft, 'text-anchor': 'end', 'font-size': fontSize })) // prettier-ignore
      parts.push(words(0, 0, clipped(name, 22), { fill: look.soft, 'font-size': fontSize, transform: `translate(${Math.round(left + middle + 3)} ${top - 7}) rotate(-58)` })) // prettier-ignore
    }
  if (cell < leastWritten) parts.push(smallCells(counts, fill, grid, look))
  else
    for (const [row, line] of counts.entries())
      for (const [column, value] of line.entries()) if (value > 0) parts.push(drawCell(row, column))
  parts.push(frame(grid, look))
  return { ...rest, grid, height: top + size * cell + 10, body: parts.join('') }

  function drawCell(row: number, column: number) {
    const share = fill[row]![column]!
    const inset = cell > 12 ? 0.75 : 0
    const [x, y] = [left + column * cell, top + row * cell]
    const square = el('rect', {
      x: x + inset,
      y: y + inset,
      width: cell - 2 * inset,
      height: cell - 2 * inset,
      fill: row === column ? look.bar : look.accent,
      'fill-opacity': opacity(share),
    })
    const colour = share > 0.5 ? look.onFull : look.onPale
    const text = write(row, column)
    return square + words(x + cell / 2, y + cell / 2 + 4, text, { fill: colour, 'text-anchor': 'middle', 'font-size': text.length > 4 ? 9 : 11 }) // prettier-ignore
  }
}

/** The width of a cell at which every name over a column still ends within `room`; where it would be too narrow for names, none. */
function widestNamed(names: readonly string[], room: number): number {
  const widths = names.map((name, index) => (room - 8 - Math.min(22, name.length) * lean) / (index + 0.5))
  const widest = Math.min(...widths)
  return widest >= leastNamed ? widest : Number.POSITIVE_INFINITY
}

const frame = ({ left, top, cell, size }: Grid, look: Look) =>
  el('rect', { x: left, y: top, width: size * cell, height: size * cell, fill: 'none', stroke: look.line })

/** Cells without a number, those equally full in one path: of 129 terms there may be 16,641. */
function smallCells(counts: Matrix['counts'], fill: Matrix['fill'], { left, top, cell }: Grid, look: Look): string {
  const ways = new Map<string, string[]>()
  const size = Math.round(Math.max(cell - (cell > 12 ? 1.5 : 0.4), cell * 0.8) * 10) / 10
  for (const [row, line] of counts.entries())
    for (const [column, value] of line.entries()) {
      if (value === 0) continue
      const key = `${row === column ? 'own' : 'other'} ${Math.ceil(fill[row]![column]! * fullnesses)}`
      const way = `M${(left + column * cell).toFixed(1)} ${(top + row * cell).toFixed(1)}h${size}v${size}h-${size}z`
      const ofKey = ways.get(key)
      if (ofKey) ofKey.push(way)
      else ways.set(key, [way])
    }
  return [...ways]
    .map(([key, way]) => {
      const [kind, full] = key.split(' ')
      return el('path', { d: way.join(''), fill: kind === 'own' ? look.bar : look.accent, 'fill-opacity': opacity(Number(full) / fullnesses) }) // prettier-ignore
    })
    .join('')
}
