import type { DaySummary } from '#preload/api.ts'
import { number } from '../text/format.ts'
import { t } from '../text/text.ts'

const two = (value: number) => String(value).padStart(2, '0')

/** YYYY-MM-DD in the calendar of this computer. */
export function localDay(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The newest `count` days to today, oldest first, those without a verdict included; all reviewers together. */
export function lastDays(days: readonly DaySummary[], count: number, today = new Date()) {
  return Array.from({ length: count }, (_, index) => {
    const day = localDay(new Date(today.getFullYear(), today.getMonth(), today.getDate() - (count - 1 - index)))
    const own = days.filter((other) => other.day === day)
    const sum = (part: 'reviewed' | 'corrected') => own.reduce((total, one) => total + one[part], 0)
    return { day, reviewed: sum('reviewed'), corrected: sum('corrected') }
  })
}

/** What all reviewers have done today, in a sentence; null: nothing. */
export function todaySentence(days: readonly DaySummary[], today = new Date()): string | null {
  const own = days.filter(({ day }) => day === localDay(today))
  const reviewed = own.reduce((sum, one) => sum + one.reviewed, 0)
  const corrected = own.reduce((sum, one) => sum + one.corrected, 0)
  if (reviewed === 0) return null
  const [most] = own.flatMap(({ changes }) => changes).toSorted((a, b) => b.labels - a.labels)
  const counts = { reviewed: number(reviewed), corrected: number(corrected) }
  return most && most.labels > 1
    ? t('summary.todayMost', { ...counts, before: most.before, after: most.after })
    : t('summary.today', counts)
}
