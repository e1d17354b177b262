import type { VerdictKind } from '#preload/api.ts'
import { t } from './text.ts'

/** What a verdict did, in a few words. */
export function describeVerdict({ kind, before, after }: { kind: VerdictKind; before: string; after: string }): string {
  switch (kind) {
    case 'relabel':
      return t('review.doneRelabel', { term: after })
    case 'keep':
      return t('review.doneKeep', { term: before })
    case 'unsure':
      return t('review.doneUnsure')
    case 'wrong-image':
      return t('review.doneWrongImage')
    case 'not-artwork':
      return t('review.doneNotArtwork')
    case 'skip':
      return t('review.doneSkip')
  }
}
