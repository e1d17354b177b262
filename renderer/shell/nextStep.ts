import { action } from '../actions.ts'
import { showKey } from '../shortcuts.ts'
import { collection } from '../state/collection.svelte.ts'
import { jobs } from '../state/jobs.svelte.ts'
import { place, type Screen } from '../state/place.svelte.ts'
import { t } from '../text/text.ts'

export type NextStep = { text: string; go: { title: string; screen: Screen } | null }

/** After so many verdicts one knows how it works. */
const practice = 3
/** Screens that one goes to on purpose, and that say for themselves what to do. */
const quiet: readonly Screen[] = ['start', 'help', 'settings', 'import', 'export', 'history', 'contactSheet']
const key = (id: string) => showKey(action(id).keys[0] ?? '')

/** What a newcomer does next, where she is; null: nothing needs to be said. */
export function nextStep(): NextStep | null {
  const { current } = collection
  if (current === null || quiet.includes(place.screen)) return null
  const isBusy = (['import', 'embedding', 'learning'] as const).some((kind) => jobs.isRunning(kind))
  if (current.run === null) {
    if (isBusy) return { text: t('nextStep.wait'), go: null }
    if (current.works === 0) return { text: t('nextStep.import'), go: { title: t('actions.import'), screen: 'import' } }
    return current.labels > 0 && place.screen !== 'learn'
      ? { text: t('nextStep.learn'), go: { title: t('actions.learn'), screen: 'learn' } }
      : null
  }
  return afterLearning(current.verdicts)
}

function afterLearning(verdicts: number): NextStep | null {
  const doubtful = collection.doubtful()
  const isReview = place.screen === 'review'
  if (verdicts === 0 && doubtful === 0) return null
  if (verdicts === 0 && isReview) return { text: t('nextStep.decide', { accept: key('accept'), keep: key('keep'), undo: key('undo') }), go: null } // prettier-ignore
  if (verdicts === 0) return { text: t('nextStep.review', { count: doubtful }), go: { title: t('nextStep.reviewButton'), screen: 'review' } } // prettier-ignore
  return isReview && verdicts <= practice
    ? { text: t('nextStep.onward'), go: { title: t('nextStep.exportButton'), screen: 'export' } }
    : null
}
