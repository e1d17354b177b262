import { locale } from './language.ts'

const numbers = new Intl.NumberFormat(locale)
const two = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
const roughly = new Intl.NumberFormat(locale, {
  notation: 'compact',
  compactDisplay: 'long',
  maximumSignificantDigits: 2,
})
const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
const exactPercents = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }) // prettier-ignore
const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 3 })
const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
const lists = new Intl.ListFormat(locale)

export const number = (value: number) => numbers.format(value)
/** 3,350,002 as one says it: 3.4 million. */
export const rough = (value: number) => roughly.format(value)
export const decimal = (value: number) => two.format(value)
export const list = (words: string[]) => lists.format(words)

/** A share in [0, 1]. Never 0 % for what is possible, nor 100 % for what is not certain. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return `< ${percents.format(0.01)}`
  if (share < 1 && share > 0.99) return `> ${percents.format(0.99)}`
  return percents.format(share)
}

/** With one decimal, for shares that are held against each other. */
export const percentExact = (share: number) => exactPercents.format(share)

/** With its sign, at most three decimals; zero has none. */
export const change = (value: number) => signed.format(value).replace('-', '\u2212')

/** A difference of shares in percentage points, with its sign. */
export const points = (difference: number) => change(Math.round(difference * 1000) / 10)

/** ISO 8601 to a day, or to a moment; an unreadable date is shown as it is. */
export const day = (iso: string) => formatDate(days, iso)
export const time = (iso: string) => formatDate(times, iso)
export const moment = (iso: string) => formatDate(moments, iso)

function formatDate(format: Intl.DateTimeFormat, iso: string) {
  const date = new Date(iso)
  return Number.isNaN(date.valueOf()) ? iso : format.format(date)
}

export function bytes(count: number): string {
  const [unit, size] = count < 1e6 ? (['kilobyte', 1e3] as const) : count < 1e9 ? (['megabyte', 1e6] as const) : (['gigabyte', 1e9] as const) // prettier-ignore
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: count / size < 10 ? 1 : 0 }).format(count / size) // prettier-ignore
}

/** Rounded as one would say it: seconds, then minutes, then hours. */
export function duration(seconds: number): string {
  const [unit, size] = seconds < 90 ? (['second', 1] as const) : seconds < 5400 ? (['minute', 60] as const) : (['hour', 3600] as const) // prettier-ignore
  const value = Math.max(1, Math.round(seconds / size))
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
}
