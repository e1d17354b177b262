import type { Job, JobId, JobKind } from '#preload/api.ts'
import { api, on } from '../api.ts'
import { toasts } from '../lib/toasts.svelte.ts'
import { t } from '../text/text.ts'
import { perform, report } from './report.ts'

/** Long work, as the app tells of it. */
class Jobs {
  all = $state.raw<Job[]>([])
  readonly running = $derived(this.all.filter((job) => job.state === 'running'))
  #onEnd: (job: Job) => unknown = () => {}

  listen(onEnd: (job: Job) => unknown) {
    this.#onEnd = onEnd
    this.#ask()
    return on({
      job: (job) => this.#hear(job),
      // What has ended or was paused belongs to the collection that was open.
      collectionChanged: () => {
        this.all = this.running
        this.#ask()
      },
    })
  }

  /** The newest job of that kind, running or ended. */
  newest(kind: JobKind): Job | undefined {
    return this.all.findLast((job) => job.kind === kind)
  }

  isRunning(kind: JobKind) {
    return this.running.some((job) => job.kind === kind)
  }

  pause(id: JobId) {
    return perform(() => api.jobs.pause({ id }))
  }

  resume(id: JobId) {
    return perform(() => api.jobs.resume({ id }))
  }

  cancel(id: JobId) {
    return perform(() => api.jobs.cancel({ id }))
  }

  /** What has been heard of a job meanwhile is newer than the answer. */
  #ask() {
    void api.jobs.list().then((jobs) => {
      const heard = new Set(this.all.map((job) => job.id))
      this.all = [...jobs.filter((job) => !heard.has(job.id)), ...this.all]
    }, report)
  }

  #hear(job: Job) {
    const before = this.all.find((other) => other.id === job.id)
    if (job.notice && !before?.notice)
      toasts.show(t('jobs.deviceFailed', { name: job.notice.name }), { tone: 'bad', about: 'device' })
    this.all = before ? this.all.map((other) => (other.id === job.id ? job : other)) : [...this.all, job]
    if (job.state !== 'running' && before?.state === 'running') void this.#onEnd(job)
  }
}

export const jobs = new Jobs()
