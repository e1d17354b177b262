export type Paper = 'a4' | 'letter'
export type Orientation = 'portrait' | 'landscape'
export type SheetOptions = {
  paper: Paper
  orientation: Orientation
  columns: number
  linesOfText: number
  notes: number
}

/** Millimetres: edge of the page, heading, foot, and the space between works. */
const margin = 12
const heading = 9
const foot = 6
const gap = 4
const lineHeight = 4.2
const noteHeight = 7
/** Long pictures are no higher than this share of the width of a cell. */
const pictureShare = 0.9

const papers: Readonly<Record<Paper, [width: number, height: number]>> = { a4: [210, 297], letter: [215.9, 279.4] }

/** Where the works lie on a page; millimetres. All pages are alike, so the number of pages is known before one is made. */
export type Sheet = {
  width: number
  height: number
  cell: { width: number; height: number; picture: number }
  columns: number
  rows: number
  perPage: number
}

export function layOutSheet({ paper, orientation, columns, linesOfText, notes }: SheetOptions): Sheet {
  const [short, long] = papers[paper]
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short]
  const across = width - 2 * margin
  const down = height - 2 * margin - heading - foot
  const cellWidth = (across - (columns - 1) * gap) / columns
  const words = linesOfText * lineHeight + 2 + (notes > 0 ? notes * noteHeight : 0)
  const picture = Math.min(cellWidth * pictureShare, down - words)
  const cellHeight = picture + words
  const rows = Math.max(1, Math.floor((down + gap) / (cellHeight + gap)))
  return {
    width,
    height,
    cell: { width: cellWidth, height: cellHeight, picture },
    columns,
    rows,
    perPage: columns * rows,
  }
}

/** The items of each page, in order; every one is on exactly one page. */
export function pagesOf<T>(items: readonly T[], perPage: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / perPage) }, (_, page) =>
    items.slice(page * perPage, (page + 1) * perPage),
  )
}
