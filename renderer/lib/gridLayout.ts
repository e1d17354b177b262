/** Browsers do not make an element higher than some 33 million pixels; a longer grid scrolls in proportion. */
const tallest = 16_000_000

export type GridLayout = {
  columns: number
  rows: number
  cellWidth: number
  cellHeight: number
  /** Height of the scrolled sheet, in pixels. */
  sheet: number
  /** How far the cells move for a pixel of scrolling: 1, but for a very long grid. */
  ratio: number
}

/** Cells at least `minimum` wide fill the width; each is as high as it is wide, plus `caption`. All in pixels. */
export function layOut(count: number, width: number, height: number, minimum: number, caption: number): GridLayout {
  const columns = Math.max(1, Math.floor(width / minimum))
  const rows = Math.ceil(count / columns)
  const cellWidth = Math.floor(Math.max(minimum, width) / columns)
  const cellHeight = cellWidth + caption
  const full = rows * cellHeight
  const sheet = Math.min(full, tallest)
  const ratio = sheet > height ? Math.max(1, (full - height) / (sheet - height)) : 1
  return { columns, rows, cellWidth, cellHeight, sheet, ratio }
}

/** The cells in view and one row around them: first, and one past the last. */
export function inView(layout: GridLayout, count: number, scrollTop: number, height: number): [number, number] {
  const top = scrollTop * layout.ratio
  const first = Math.max(0, Math.floor(top / layout.cellHeight) - 1)
  const last = Math.min(layout.rows, Math.ceil((top + height) / layout.cellHeight) + 1)
  return [first * layout.columns, Math.min(count, last * layout.columns)]
}

/** Where to scroll so that cell `index` is wholly in view; the same `scrollTop` where it already is. */
export function reveal(layout: GridLayout, index: number, scrollTop: number, height: number): number {
  const top = Math.floor(index / layout.columns) * layout.cellHeight
  const offset = scrollTop * layout.ratio
  if (top < offset) return top / layout.ratio
  if (top + layout.cellHeight > offset + height) return (top + layout.cellHeight - height) / layout.ratio
  return scrollTop
}

/** The cells that a rectangle touches; pixels of the whole grid, unscrolled: left, top, right, bottom. */
export function touched(
  layout: GridLayout,
  count: number,
  [left, top, right, bottom]: readonly [number, number, number, number],
): number[] {
  const { columns, cellWidth, cellHeight } = layout
  const found: number[] = []
  const [first, last] = [
    Math.max(0, Math.floor(left / cellWidth)),
    Math.min(columns - 1, Math.floor(right / cellWidth)),
  ]
  for (let row = Math.max(0, Math.floor(top / cellHeight)); row <= Math.floor(bottom / cellHeight); row++)
    for (let column = first; column <= last; column++)
      if (row * columns + column < count) found.push(row * columns + column)
  return found
}

/** The cell that a key leads to from `index`; null: the key means nothing to a grid. */
export function step(key: string, index: number, count: number, columns: number, rowsInView: number): number | null {
  const page = columns * Math.max(1, rowsInView)
  const steps: Record<string, number> = {
    ArrowLeft: index - 1,
    ArrowRight: index + 1,
    ArrowUp: index - columns,
    ArrowDown: index + columns,
    PageUp: index - page,
    PageDown: index + page,
    Home: 0,
    End: count - 1,
  }
  const next = steps[key]
  if (next === undefined || count === 0) return null
  const staysInColumn = key === 'ArrowUp' || key === 'ArrowDown'
  if (staysInColumn && (next < 0 || next >= count))
    return next < 0 ? index : Math.max(index, lastRowCell(next, count, columns))
  return Math.min(count - 1, Math.max(0, next))
}

/** Down from the last full row goes to the last cell, where the row below is shorter. */
function lastRowCell(next: number, count: number, columns: number) {
  const lastRow = Math.floor((count - 1) / columns)
  return Math.floor(next / columns) === lastRow ? count - 1 : -1
}
