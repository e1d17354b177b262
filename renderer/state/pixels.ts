type Pictured = { sha256: string } & ({ id: number } | { artwork: number })

const idOf = (work: Pictured) => ('id' in work ? work.id : work.artwork)

/** Addresses of pixels, relative to the page. They change with the file's content, so they may be kept for ever. */
export const thumbnail = (work: Pictured) => `images/thumbnail/${idOf(work)}?v=${work.sha256}`
export const view = (work: Pictured) => `images/view/${idOf(work)}?v=${work.sha256}`
/** A part of a large picture, and a picture of middling size at all its pixels. */
export const tile = (work: Pictured, level: number, column: number, row: number) =>
  `images/tile/${idOf(work)}/${level}/${column}/${row}?v=${work.sha256}`
export const whole = (work: Pictured) => `images/view/${idOf(work)}?size=4096&v=${work.sha256}`

export const nameOf = (work: { title: string; file: string }) => work.title || work.file
