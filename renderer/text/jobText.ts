import type { Job, JobKind } from '#preload/api.ts'
import { bytes, duration, number } from './format.ts'
import { t, type TextKey } from './text.ts'

const stages: Record<string, TextKey> = {
  starting: 'jobs.starting',
  counting: 'jobs.counting',
  reading: 'jobs.reading',
  labelling: 'jobs.labelling',
  embedding: 'jobs.embedding',
  preparing: 'jobs.preparing',
  choosing: 'jobs.choosing',
  learning: 'jobs.learning',
  predicting: 'jobs.predicting',
  comparing: 'jobs.comparing',
  images: 'jobs.images',
  heads: 'jobs.heads',
  network: 'jobs.network',
  rounds: 'jobs.rounds',
  writing: 'jobs.writing',
  waiting: 'jobs.waiting',
  downloading: 'jobs.downloading',
  checking: 'jobs.checking',
  mapping: 'jobs.mapping',
  drawing: 'jobs.drawing',
  'preparing-picture': 'jobs.preparingPicture',
}

const plainText = t as (key: TextKey) => string

export const jobTitle = (kind: JobKind) => t(`jobs.${kind}`)

/** What is being done now, as a sentence; a stage without one is called by its kind of work. */
export const stageText = ({ stage, kind }: Job) => plainText(stages[stage] ?? `jobs.${kind}`)

/** How far, and how long still; empty while neither is known. */
export function progressText({ stage, done, total, secondsLeft }: Job): string {
  const shown = stage === 'downloading' ? bytes : number
  const count = total > 0 ? t('jobs.count', { done: shown(done), total: shown(total) }) : done > 0 ? shown(done) : ''
  const left = secondsLeft === null ? '' : t('jobs.left', { time: duration(secondsLeft) })
  return [count, left].filter(Boolean).join(' · ')
}
