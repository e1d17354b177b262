import { t } from './text.ts'

/** A probability in words. */
export function likelihood(probability: number): string {
  if (probability >= 0.95) return t('review.almostCertain')
  if (probability >= 0.75) return t('review.veryLikely')
  if (probability >= 0.5) return t('review.likely')
  if (probability >= 0.3) return t('review.possible')
  if (probability >= 0.1) return t('review.unlikely')
  if (probability >= 0.02) return t('review.veryUnlikely')
  return t('review.hardlyPossible')
}
