import { quoted } from './replaceCells.ts'

/** One row of a new table: UTF-8, comma, CRLF (RFC 4180), safe to open in a spreadsheet. */
export function tableLine(values: readonly string[]): string {
  return `${values.map((value) => quoted(defuse(value), ',', false)).join(',')}\r\n`
}

/**
 * A value that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection): it begins with
 * = + - @, a tab or a line break. Numbers such as -5 stay.
 */
export function defuse(value: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(value) && !/^[+-]?\d+([.,]\d+)?$/.test(value) ? `'${value}` : value
}
