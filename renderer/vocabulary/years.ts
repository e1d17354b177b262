import { t } from '../text/text.ts'

/** "1580 to 1770"; empty where nothing is known. */
export function yearsText(from: number | null, to: number | null): string {
  if (from !== null && to !== null) return t('vocabulary.yearsBetween', { from: String(from), to: String(to) })
  if (from !== null) return t('vocabulary.yearsFrom', { from: String(from) })
  return to === null ? '' : t('vocabulary.yearsTo', { to: String(to) })
}
