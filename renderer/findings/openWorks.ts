import { works } from '../collection/works.svelte.ts'
import { place } from '../state/place.svelte.ts'

/** Shows works that a finding is about in the grid, the most doubtful first. */
export function openWorks(attribute: string, ids: number[]) {
  works.change({ ids, attribute, sort: 'suspicion' })
  place.go('collection')
}

export function openTerm(attribute: string, term: string) {
  works.change({ attribute, term, sort: 'suspicion' })
  place.go('collection')
}
