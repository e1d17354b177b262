import type { Advice } from '#preload/api.ts'
import { number } from '../text/format.ts'
import { t } from '../text/text.ts'

/** A piece of advice as a sentence. */
export function adviceText({ kind, works, attribute, term, times }: Advice): string {
  const about = { count: works, attribute: attribute ?? '', term: term ?? '', times: number(Math.round(times ?? 0)) }
  switch (kind) {
    case 'one-term':
      return t('overview.one-term', about)
    case 'imbalance':
      return t('overview.imbalance', about)
    case 'missing-labels':
      return t('overview.missing-labels', about)
    case 'several-terms':
      return t('overview.several-terms', about)
    case 'rare-terms':
      return t('overview.rare-terms', about)
    case 'copies-differ':
      return t('overview.copies-differ', about)
    case 'no-labels':
    case 'copies':
    case 'unreadable':
    case 'not-measured':
    case 'small':
    case 'dark':
    case 'bright':
    case 'flat':
    case 'blurry':
    case 'border':
    case 'grey':
    case 'good':
      return t(`overview.${kind}`, { count: works })
  }
}
