import type { ReviewBudget } from '#preload/api.ts'
import { percentExact } from './format.ts'
import { t } from './text.ts'

/** Of the steps up to so many labels the shortest is told that finds nearly all that the longest would. */
const usual = 200
const nearly = 0.8

/** "200 labels reviewed will find about 61 of the estimated 84 errors." */
export function outlook({ steps, expected }: ReviewBudget): string {
  const worth = steps.filter(({ finds }) => finds >= 0.5)
  const longest = worth.findLast(({ labels }) => labels <= usual) ?? worth[0]
  const step = worth.find(({ finds }) => finds >= nearly * longest!.finds)
  if (!step) return t('findings.nothingLeft')
  return t('findings.outlook', { count: step.labels, finds: Math.round(step.finds), left: Math.round(expected) })
}

/** What the control sample says of the labels that are not doubtful. */
export function missed({ control }: ReviewBudget): string {
  if (control.size === 0) return t('findings.noControl')
  if (control.looked === 0) return t('findings.controlUnseen', { count: control.size })
  const high = Math.ceil(control.missed.high)
  const values = {
    count: control.looked,
    wrong: control.wrong,
    share: percentExact(control.high),
    high,
    of: control.population,
  }
  return t('findings.control', values)
}

/** Whether to go on, in a sentence. */
export function advice({ advice: said, steps }: ReviewBudget): string {
  const next = steps[0]
  if (said === 'stop') return t('findings.stop')
  if (said === 'check' || !next) return t('findings.check')
  return t('findings.goOn', { count: next.labels, finds: Math.round(next.finds) })
}
