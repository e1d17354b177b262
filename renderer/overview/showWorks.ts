import type { Advice, Filter, Overview } from '#preload/api.ts'
import { works } from '../collection/works.svelte.ts'
import { place } from '../state/place.svelte.ts'

/** Shows works in the collection. */
export function showWorks(filter: Filter) {
  works.change({ sort: 'added', ...filter }, 'overview')
  place.go('collection')
}

/** The works that a piece of advice is about; null: none that a filter finds. Of copies, those in the listed sets. */
export function filterOf({ kind, attribute, term }: Advice, copies: Overview['copies']): Filter | null {
  switch (kind) {
    case 'missing-labels':
      return { attribute: attribute!, term: null }
    case 'imbalance':
      return { attribute: attribute!, term }
    case 'copies':
      return { ids: copies.flatMap(({ artworks }) => artworks) }
    case 'copies-differ':
      return { ids: copies.filter(({ differ }) => differ.includes(attribute!)).flatMap(({ artworks }) => artworks) }
    case 'small':
    case 'dark':
    case 'bright':
    case 'flat':
    case 'blurry':
    case 'border':
    case 'grey':
      return { concern: kind }
    default:
      return null
  }
}
