import type { Job } from '#preload/api.ts'
import { announcer } from '../lib/announcer.svelte.ts'
import { toasts } from '../lib/toasts.svelte.ts'
import { review } from '../review/review.svelte.ts'
import { adding } from '../settings/adding.svelte.ts'
import { collection } from '../state/collection.svelte.ts'
import { settings } from '../state/settings.svelte.ts'
import { place, type Screen } from '../state/place.svelte.ts'
import { sentenceOf } from '../text/errorText.ts'
import { jobTitle } from '../text/jobText.ts'
import { t } from '../text/text.ts'
import { nextStep } from './nextStep.ts'

/** The screen on which the end of a job is seen anyway. */
const screenOf: Record<Job['kind'], Screen> = {
  import: 'import',
  embedding: 'import',
  learning: 'learn',
  export: 'export',
  backbone: 'settings',
  map: 'evaluate',
  report: 'evaluate',
  pyramid: 'review',
  measuring: 'overview',
  package: 'opinions',
}

/** Says how long work has ended. */
export async function tellEnd(job: Job): Promise<void> {
  if (job.kind !== 'pyramid') await collection.refresh()
  if (adding.watched === job.id) return // the dialog says so
  const what = jobTitle(job.kind)
  if (job.kind === 'pyramid' && job.state !== 'failed') return // the picture itself shows it
  if (job.state === 'failed') {
    const why = sentenceOf(job.error?.code ?? 'internal', job.error?.message ?? '')
    toasts.show(t('jobs.failed', { what, why }), { tone: 'bad' })
    return
  }
  if (job.state === 'cancelled') return toasts.show(t('jobs.cancelled', { what }))
  if (job.kind === 'learning') void review.judgedAnew()
  const text = doneText(job.kind)
  announcer.say(text)
  if (job.result?.kind === 'report') return toasts.show(t('jobs.reportDone', { path: job.result.path }))
  if (job.result?.kind === 'package')
    return toasts.show(t('opinions.written', { count: job.result.works, path: job.result.path }))
  if (place.screen === screenOf[job.kind]) return
  const toReview = job.kind === 'learning' && collection.doubtful() > 0
  const isSaid = settings.values.hints && nextStep() !== null // the line below the screen says so
  if (toReview && (place.screen === 'review' || isSaid)) return
  const [title, screen] = toReview ? [t('jobs.review'), 'review' as const] : [t('jobs.seeResult'), screenOf[job.kind]]
  toasts.show(text, { button: { title, key: null, run: () => place.go(screen) } })
}

function doneText(kind: Job['kind']): string {
  switch (kind) {
    case 'import':
      return t('jobs.importDone')
    case 'embedding':
      return t('jobs.embeddingDone')
    case 'learning':
      return t('jobs.learningDone', { count: collection.doubtful() })
    case 'export':
      return t('jobs.exportDone')
    case 'map':
      return t('jobs.mapDone')
    case 'report':
      return t('jobs.reportWritten')
    case 'package':
      return t('jobs.packageDone')
    case 'backbone':
      return t('jobs.backboneDone')
    case 'pyramid':
      return t('jobs.pyramidDone')
    case 'measuring':
      return t('jobs.measuringDone')
  }
}
