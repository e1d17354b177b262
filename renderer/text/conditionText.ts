import type { Condition, VerdictKind } from '#preload/api.ts'
import { t } from './text.ts'

/** A condition in a few words, for its chip. */
export function conditionText(condition: Condition): string {
  const text = plainText(condition)
  return condition.not ? t('filters.not', { condition: text }) : text
}

function plainText(condition: Condition): string {
  switch (condition.kind) {
    case 'text':
      return t('filters.searchedFor', { text: condition.text })
    case 'label':
      return condition.term === null ? t('filters.noLabel', condition) : t('filters.label', { ...condition, term: condition.term }) // prettier-ignore
    case 'suggested':
      return t('filters.suggested', condition)
    case 'flagged':
      return condition.attribute === null ? t('filters.flagged') : t('filters.flaggedOf', { attribute: condition.attribute }) // prettier-ignore
    case 'reviewed':
      return condition.attribute === null ? t('filters.reviewed') : t('filters.reviewedOf', { attribute: condition.attribute }) // prettier-ignore
    case 'verdict':
      return t('filters.verdict', { verdict: verdictName(condition.verdict) })
    case 'marked':
      return condition.mark === 'note' ? t('collection.withNote') : t('collection.flaggedForColleague')
    case 'by':
      return t('filters.by', condition)
    case 'field':
      return t('filters.field', { field: fieldName(condition.field), text: condition.text })
    case 'year':
      return t(`filters.${condition.is}`, { field: condition.field ?? t('filters.year'), year: String(condition.year) })
    case 'size':
      return t(`filters.${condition.is}`, { pixels: condition.pixels })
    case 'copies':
      return t('filters.copies')
    case 'split':
      return t('filters.split', { split: t(`filters.${condition.split}`) })
  }
}

export const fieldName = (field: string) =>
  field === 'title' ? t('filters.title') : field === 'file' ? t('filters.file') : field

export function verdictName(kind: VerdictKind): string {
  switch (kind) {
    case 'wrong-image':
      return t('filters.wrongImage')
    case 'not-artwork':
      return t('filters.notArtwork')
    default:
      return t(`filters.${kind}`)
  }
}
