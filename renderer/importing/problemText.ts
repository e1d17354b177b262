import type { ProblemCode } from '#preload/api.ts'
import { t } from '../text/text.ts'

/** Why a file could not be used, and what to do. */
export function problemText(code: ProblemCode): { reason: string; remedy: string } {
  return texts[code]
}

const texts: Record<ProblemCode, { reason: string; remedy: string }> = {
  empty: { reason: t('importing.problemEmpty'), remedy: t('importing.remedyEmpty') },
  'not-an-image': { reason: t('importing.problemNotAnImage'), remedy: t('importing.remedyNotAnImage') },
  broken: { reason: t('importing.problemBroken'), remedy: t('importing.remedyBroken') },
  'too-large': { reason: t('importing.problemTooLarge'), remedy: t('importing.remedyTooLarge') },
  unreadable: { reason: t('importing.problemUnreadable'), remedy: t('importing.remedyUnreadable') },
  unsupported: { reason: t('importing.problemUnsupported'), remedy: t('importing.remedyUnsupported') },
  missing: { reason: t('importing.problemMissing'), remedy: t('importing.remedyMissing') },
  'duplicate-row': { reason: t('importing.problemDuplicateRow'), remedy: t('importing.remedyDuplicateRow') },
}
