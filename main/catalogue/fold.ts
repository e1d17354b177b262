/** A text as a search compares it: capitals and accents do not count, in any script. */
export function fold(text: string): string {
  return isAscii.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(marks, '').toLowerCase()
}

// oxlint-disable-next-line no-control-regex
const isAscii = /^[\x00-\x7f]*$/
const marks = /\p{Mn}/gu
