import type { Filter } from '#preload/api.ts'
import { t } from '../text/text.ts'

type Concern = NonNullable<Filter['concern']>

/** What works are called that a filter finds by what is the matter with their picture. */
export const concernText = (concern: Concern): string => names[concern]()

const names: Record<Concern, () => string> = {
  small: () => t('overview.concernSmall'),
  dark: () => t('overview.concernDark'),
  bright: () => t('overview.concernBright'),
  flat: () => t('overview.concernFlat'),
  blurry: () => t('overview.concernBlurry'),
  border: () => t('overview.concernBorder'),
  grey: () => t('overview.concernGrey'),
  copy: () => t('overview.concernCopy'),
  'near-copy': () => t('overview.concernNearCopy'),
}
