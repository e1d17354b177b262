import { setImmediate } from 'node:timers/promises'
import type { Job, JobId, JobKind, JobResult } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'

export type Progress = {
  stage: string
  done: number
  total: number
  /** A point of the learning curve. */
  loss?: Job['curve'][number]
  /** Remaining seconds, where the work knows better than its pace tells. */
  secondsLeft?: number | null
}
export type Work = (job: { signal: AbortSignal; progress(state: Progress): void }) => Promise<JobResult>

/** At most ten messages a second a job; the first and the last always go out. */
const pauseMs = 100
/** Ended jobs that `list` still shows. */
const remembered = 20

/** Runs long work: each job can be watched and cancelled, and ends in exactly one of done, cancelled and failed. */
export function createJobs(onChange: (job: Job) => void) {
  const jobs = new Map<JobId, Job>()
  const running = new Map<JobId, { controller: AbortController; ended: Promise<Job> }>()
  const noticed = new Map<JobId, (notice: Job['notice']) => void>()

  async function run(first: Job, work: Work, signal: AbortSignal): Promise<Job> {
    const update = createUpdater(first, (job) => {
      jobs.set(job.id, job)
      onChange(job)
    })
    noticed.set(first.id, update.notice)
    try {
      const result = await work({ signal, progress: update.progress })
      return update.end({ state: 'done', result, secondsLeft: 0 })
    } catch (error) {
      if (signal.aborted) return update.end({ state: signal.reason instanceof Paused ? 'paused' : 'cancelled' })
      return update.end({ state: 'failed', error: describe(error) })
    } finally {
      running.delete(first.id)
      noticed.delete(first.id)
      forgetOldest(jobs, running)
    }
  }

  const runningOf = (kind: JobKind) => [...running].find(([id]) => jobs.get(id)?.kind === kind)?.[1]

  return {
    start(kind: JobKind, work: Work): JobId {
      const controller = new AbortController()
      const job = newJob(kind)
      const { id } = job
      // The work begins after `start` has returned, so that a caller knows the id before the first event.
      const ended = Promise.resolve().then(() => run(job, work, controller.signal))
      jobs.set(id, job)
      running.set(id, { controller, ended })
      return id
    },
    /** The job as it ended. Throws ApiError 'unknown-job'. */
    async ended(id: JobId): Promise<Job> {
      const job = jobs.get(id)
      if (!job) throw new ApiError('unknown-job', `There is no job ${id}`)
      return (await running.get(id)?.ended) ?? job
    },
    list: (): Job[] => [...jobs.values()],
    isRunning: (kind: JobKind) => runningOf(kind) !== undefined,
    /** The end of a running job of a kind; undefined where there is none. */
    running: (kind: JobKind): Promise<Job> | undefined => runningOf(kind)?.ended,
    /** Something that the user should know of all running work of these kinds, which goes on. */
    notice(kinds: readonly JobKind[], notice: Job['notice']) {
      for (const [id, tell] of noticed) if (kinds.includes(jobs.get(id)!.kind)) tell(notice)
    },
    cancel: (id: JobId): void => running.get(id)?.controller.abort(),
    /** Ends a running job so that it can go on later; its work must be one that keeps what it has done. */
    pause: (id: JobId): void => running.get(id)?.controller.abort(new Paused()),
    wasPaused: (signal: AbortSignal) => signal.reason instanceof Paused,
    /** A job that was paused when the app was closed. */
    addPaused(kind: JobKind): JobId {
      const job: Job = { ...newJob(kind), state: 'paused' }
      jobs.set(job.id, job)
      onChange(job)
      return job.id
    },
    /** A paused job ends: it goes on as another job, or was given up. */
    endPaused(kind: JobKind) {
      for (const job of jobs.values())
        if (job.kind === kind && job.state === 'paused') {
          jobs.set(job.id, { ...job, state: 'cancelled' })
          onChange(jobs.get(job.id)!)
        }
    },
    /** Cancels everything, for a reason that the work may ask its signal for, and waits until it has ended. */
    async cancelAll(reason?: Error) {
      while (running.size > 0) {
        const all = [...running.values()]
        for (const { controller } of all) controller.abort(reason)
        await Promise.all(all.map(({ ended }) => ended))
        await setImmediate() // a job that ended well just now may be followed by another
      }
    },
    /** What has ended belongs to a collection that is no longer open. */
    forgetEnded() {
      for (const id of jobs.keys()) if (!running.has(id)) jobs.delete(id)
    },
  }
}

/** Why a job was ended: it goes on when the user wants it to. */
class Paused extends Error {}

function newJob(kind: JobKind): Job {
  const startedAt = new Date().toISOString()
  return { id: crypto.randomUUID(), kind, state: 'running', stage: 'starting', done: 0, total: 0, secondsLeft: null, startedAt, error: null, notice: null, result: null, curve: [] } // prettier-ignore
}

export type Jobs = ReturnType<typeof createJobs>

function createUpdater(first: Job, emit: (job: Job) => void) {
  let job = first
  let sentAt = 0
  let timer: NodeJS.Timeout | undefined
  const send = () => {
    clearTimeout(timer)
    timer = undefined
    sentAt = Date.now()
    emit(job)
  }
  const estimate = createEstimate()
  send()
  return {
    /** What is heard of a job after its end is forgotten. */
    progress({ stage, done, total, loss, secondsLeft }: Progress) {
      if (job.state !== 'running') return
      const curve = loss ? [...job.curve, loss] : job.curve
      const byPace = estimate(stage, done, total)
      job = { ...job, stage, done, total, curve, secondsLeft: secondsLeft === undefined ? byPace : secondsLeft }
      const wait = sentAt + pauseMs - Date.now()
      if (wait <= 0) send()
      else timer ??= setTimeout(send, wait)
    },
    notice(notice: Job['notice']) {
      job = { ...job, notice }
      send()
    },
    end(change: Partial<Job>): Job {
      job = { ...job, ...change }
      send()
      return job
    },
  }
}

/** Remaining seconds from the pace of the present stage; null until two seconds of it have been seen. */
export function createEstimate(now: () => number = Date.now) {
  let stage = ''
  let start = { time: 0, done: 0 }
  return (current: string, done: number, total: number): number | null => {
    if (current !== stage) {
      stage = current
      start = { time: now(), done }
    }
    const seconds = (now() - start.time) / 1000
    const pace = (done - start.done) / seconds
    if (seconds < 2 || total <= 0 || !(pace > 0)) return null
    return Math.max(0, (total - done) / pace)
  }
}

function describe(error: unknown): { code: string; message: string } {
  if (error instanceof ApiError) return { code: error.code, message: error.message }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) }
}

function forgetOldest(jobs: Map<JobId, Job>, running: Map<JobId, unknown>) {
  for (const id of jobs.keys()) {
    if (jobs.size <= remembered) return
    if (!running.has(id)) jobs.delete(id)
  }
}
