import type { Look } from './look.ts'
import { el, escaped, words } from './svg.ts'

export type Cell = string | number | null
/** A number of a table, which programs read, too: six decimals at most. */
export const rounded = (value: number | null) => (value === null ? null : Number(value.toFixed(6)))
export type Table = { columns: readonly string[]; rows: readonly (readonly Cell[])[] }

/** A drawn figure with everything that belongs to it: it is shown, printed, saved and read out from this alone. */
export type Figure = {
  /** A name for files: letters, digits and hyphens. */
  id: string
  title: string
  /** What it shows, in a sentence or two, for who does not see it. */
  summary: string
  /** In pixels. */
  width: number
  height: number
  /** SVG without its root. */
  body: string
  /** The numbers behind it. */
  table: Table
}

const font = 'system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, Helvetica Neue, sans-serif'

/** The figure as an SVG element. In a file of its own `look.ground` is painted behind it, and its title stands above it. */
export function svgOf({ id, title, summary, width, height, body }: Figure, look: Look, asFile = false): string {
  const head = asFile ? 34 : 0
  const ground = look.ground === null ? '' : el('rect', { x: 0, y: 0, width, height: height + head, fill: look.ground })
  const heading = asFile ? words(12, 23, title, { fill: look.ink, 'font-size': 15, 'font-weight': 600 }) : ''
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height + head}`,
      width,
      height: height + head,
      role: 'img',
      'aria-label': title,
      'data-figure': id,
      'font-family': font,
      'font-size': 11,
    },
    asFile ? el('desc', {}, escaped(summary)) : '',
    ground,
    heading,
    asFile ? el('g', { transform: `translate(0 ${head})` }, body) : body,
  )
}

/** RFC 4180, with a header. */
export const csvOf = ({ columns, rows }: Table): string =>
  [columns, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('')

function quoted(value: Cell): string {
  const text = value === null ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A name for a file from a title or a term. */
export const slug = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/[^\w]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase()
