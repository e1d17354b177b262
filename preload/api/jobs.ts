import type { Run } from './runs.ts'

export type JobId = string

export type JobKind =
  'import' | 'embedding' | 'learning' | 'export' | 'backbone' | 'map' | 'report' | 'package' | 'pyramid' | 'measuring'

export type Job = {
  id: JobId
  kind: JobKind
  /** 'paused': it ended, and goes on when `jobs.resume` is asked for. */
  state: 'running' | 'paused' | 'done' | 'cancelled' | 'failed'
  /** What is being done now, as a word the page has a sentence for. */
  stage: string
  done: number
  /** Zero: not known yet. */
  total: number
  /** Honest remaining seconds; null: too early to say. */
  secondsLeft: number | null
  startedAt: string
  /** When failed. */
  error: { code: string; message: string } | null
  /** Hardware that failed in the middle of it: the processor went on. */
  notice: { kind: 'device-failed'; name: string } | null
  result: JobResult | null
  /** While learning: losses by step, lower is better, and shares of labels met, in [0, 1]; `part`: which training it was. */
  curve: {
    step: number
    part: string
    training: number
    validation: number | null
    accuracy: { training: number; validation: number } | null
  }[]
}

export type JobResult =
  | {
      kind: 'import'
      added: number
      known: number
      /** Works whose images lay elsewhere before: they keep their labels and verdicts. */
      moved: number
      duplicates: number
      problems: number
      labels: number
      unmatched: number
    }
  | { kind: 'embedding'; embedded: number; failed: number }
  /** `note`: where the recipe leaves a choice of networks, a sentence that says which one it was. */
  | { kind: 'learning'; run: Run; note: string | null }
  /** `failed`: pictures whose thumbnail cannot be read. */
  | { kind: 'measuring'; measured: number; failed: number }
  | { kind: 'export'; path: string; rows: number; changed: number }
  | { kind: 'map'; works: number; fitted: number }
  | { kind: 'report'; path: string; figures: number }
  /** `id`: by which the answers say whose questions they are. */
  | { kind: 'package'; path: string; id: string; works: number }
  /** The large picture of a work can now be shown at full resolution. */
  | { kind: 'pyramid'; artwork: number }
  /** `isNew` false: the same network with the same normalisation was here already. */
  | { kind: 'backbone'; id: string; isNew: boolean }
