import type { Card, Filter } from '#preload/api.ts'
import { change, percent } from './format.ts'
import { t } from './text.ts'

type Sort = NonNullable<Filter['sort']>

/** What a work is sorted by, as it stands on its cell; null: the cell shows it anyway, or it is not read yet. */
export function sortText(sort: Sort, value: number | null | undefined, card: Card): { title: string; text: string } | null {
  if (sort === 'size') return { title: t('filters.sortSize'), text: `${card.width} × ${card.height}` }
  const title = titleOf(sort)
  if (title === null || value === undefined) return null
  if (value === null) return { title, text: sort === 'suspicion' ? '' : t('filters.notKnown') }
  if (sort === 'year') return { title, text: String(value) }
  return { title, text: sort === 'margin' ? change(Math.round(value * 100) / 100) : percent(value) }
} // prettier-ignore

function titleOf(sort: Sort): string | null {
  switch (sort) {
    case 'year':
      return t('filters.sortYear')
    case 'score':
    case 'suspicion':
      return t('filters.sortScore')
    case 'labelProbability':
      return t('filters.sortLabel')
    case 'suggestionProbability':
      return t('filters.sortSuggestion')
    case 'margin':
      return t('filters.sortMargin')
    case 'artist':
      return t('filters.sortArtist')
    case 'neighbours':
      return t('filters.sortNeighbours')
    default:
      return null
  }
}
