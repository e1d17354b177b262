import type { Run } from './runs.ts'

export type RecentCollection = { folder: string; name: string; works: number; openedAt: string; missing: boolean }

export type Collection = {
  folder: string
  name: string
  isSample: boolean
  works: number
  embedded: number
  problems: number
  labels: number
  verdicts: number
  /** The run whose predictions and queue are shown. Null: nothing learned yet. */
  run: Run | null
  /** Labels decided or changed since that run. */
  correctionsSinceRun: number
}
