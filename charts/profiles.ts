import type { Figure } from './figure.ts'
import type { Look } from './look.ts'
import { clipped, el, words } from './svg.ts'

type Named = Pick<Figure, 'id' | 'title' | 'summary' | 'width' | 'table'>
export type Profiles = Named & {
  rows: readonly { name: string; shares: readonly number[] }[]
  /** Behind each row, for comparison. */
  all: readonly number[]
  ends: readonly [low: string, high: string]
}
export type Strips = Named & {
  rows: readonly { name: string; shares: readonly number[] }[]
  /** A colour for each share; null: grey. */
  colours: readonly (string | null)[]
}

const rowHeight = 30
const stripHeight = 20

/** A small hill a row: where the shares of a distribution lie, before the outline of all together. */
export function profileFigure({ rows, all, ends, ...rest }: Profiles, look: Look): Figure {
  const { width } = rest
  const left = Math.round(Math.min(180, width * 0.32))
  const wide = width - left - 14
  const most = Math.max(1e-9, ...rows.flatMap(({ shares }) => shares), ...all)
  const hill = (shares: readonly number[], bottom: number) => {
    const step = wide / Math.max(1, shares.length - 1)
    const tops = shares.map((share, bin) => `L${(left + bin * step).toFixed(1)} ${(bottom - (share / most) * (rowHeight - 3)).toFixed(1)}`) // prettier-ignore
    return `M${left} ${bottom}${tops.join('')}L${left + wide} ${bottom}Z`
  }
  const drawn = rows.map(({ name, shares }, row) => {
    const bottom = (row + 1) * rowHeight + 6
    return [
      words(left - 10, bottom - 4, clipped(name, Math.floor((left - 12) / 5.9)), { fill: look.soft, 'text-anchor': 'end' }), // prettier-ignore
      el('path', { d: hill(shares, bottom), fill: look.bar, 'fill-opacity': 0.75 }),
      el('path', { d: hill(all, bottom), fill: 'none', stroke: look.accent, 'stroke-width': 1, 'stroke-dasharray': '3 2' }), // prettier-ignore
    ].join('')
  })
  const foot = rows.length * rowHeight + 22
  const marks = [
    words(left, foot, ends[0], { fill: look.faint }),
    words(left + wide, foot, ends[1], { fill: look.faint, 'text-anchor': 'end' }),
  ]
  return { ...rest, height: foot + 10, body: [...drawn, ...marks].join('') }
}

/** A strip a row, divided as its shares: colours in their own colour. */
export function stripFigure({ rows, colours, ...rest }: Strips, look: Look): Figure {
  const { width } = rest
  const left = Math.round(Math.min(180, width * 0.32))
  const wide = width - left - 14
  const drawn = rows.map(({ name, shares }, row) => {
    const y = row * stripHeight + 4
    const sum = shares.reduce((total, share) => total + share, 0) || 1
    let x = left
    const pieces = shares.map((share, bin) => {
      const piece = (share / sum) * wide
      const at = x
      x += piece
      return piece < 0.05 ? '' : el('rect', { x: at, y, width: piece, height: stripHeight - 5, fill: colours[bin] ?? look.bar }) // prettier-ignore
    })
    return [
      words(left - 10, y + 11, clipped(name, Math.floor((left - 12) / 5.9)), { fill: look.soft, 'text-anchor': 'end' }),
      ...pieces,
    ].join('')
  })
  return { ...rest, height: rows.length * stripHeight + 8, body: drawn.join('') }
}
