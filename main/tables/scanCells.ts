export type Delimiter = ',' | ';' | '\t' | '|'

/**
 * Where the cells of a table lie in its text, quotes included (RFC 4180; rows may end in LF, CRLF or CR, mixed). Flat,
 * because a table of 100,000 rows has a million cells. Kept so that an export can change single cells and nothing else.
 */
export type Cells = {
  /** Cell c lies at [starts[c], ends[c]) in the text. */
  starts: number[]
  ends: number[]
  /** Row r has the cells [rows[r], rows[r + 1]). Blank rows have one empty cell. */
  rows: number[]
  /** Line, counted from 1, at which a quotation mark opens that is never closed; null: none. */
  openQuote: number | null
}

const quote = 34
const cr = 13
const lf = 10

/** Scans at most `limit` rows, from the character `from` on. */
export function scanCells(text: string, delimiter: Delimiter, from = 0, limit = Infinity): Cells {
  const separator = delimiter.charCodeAt(0)
  const cells: Cells = { starts: [], ends: [], rows: [0], openQuote: null }
  let at = from
  while (at < text.length && cells.rows.length <= limit) {
    cells.starts.push(at)
    if (text.charCodeAt(at) === quote) {
      const closed = closingQuote(text, at)
      if (closed === -1) cells.openQuote = lineOf(text, at)
      at = closed === -1 ? text.length : closed + 1
    }
    at = endOfCell(text, at, separator)
    cells.ends.push(at)
    const code = text.charCodeAt(at)
    if (code === separator) {
      at++
      if (at < text.length) continue
      cells.starts.push(at) // the file ends with a delimiter: one more empty cell
      cells.ends.push(at)
    } else if (at < text.length) at += code === cr && text.charCodeAt(at + 1) === lf ? 2 : 1
    cells.rows.push(cells.starts.length)
  }
  return cells
}

function endOfCell(text: string, at: number, separator: number): number {
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === separator || code === lf || code === cr) return at
  }
  return at
}

/** Place of the quotation mark that closes the one at `open`; -1: none. Doubled marks are part of the value. */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1)
  while (at !== -1 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2)
  return at
}

function lineOf(text: string, at: number): number {
  return (text.slice(0, at).match(/\r\n|\r|\n/g)?.length ?? 0) + 1
}

/** The value of a raw cell: quotes taken off, doubled ones halved; what follows a closing quote is kept. */
export function unquote(raw: string): string {
  if (raw.charCodeAt(0) !== quote) return raw
  const closed = closingQuote(raw, 0)
  return closed === -1 ? raw.slice(1) : raw.slice(1, closed).replaceAll('""', '"') + raw.slice(closed + 1)
}
