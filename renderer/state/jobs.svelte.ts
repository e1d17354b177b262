import type { Job, JobId, JobKind } from '#preload/api.ts'
import { api, on } from '../api.ts'
import { perform, report } from './report.ts'

/** Long work, as the app tells of it. */
class Jobs {
  all = $state.raw<Job[]>([])
  readonly running = $derived(this.all.filter((job) => job.state === 'running'))
  #onEnd: (job: Job) => unknown = () => {}

  listen(onEnd: (job: Job) => unknown) {
    this.#onEnd = onEnd
    void api.jobs.list().then((jobs) => {
      const heard = new Set(this.all.map((job) => job.id))
      this.all = [...jobs.filter((job) => !heard.has(job.id)), ...this.all]
    }, report)
    return on({
      job: (job) => this.#hear(job),
      // What has ended belongs to the collection that was open.
      collectionChanged: () => (this.all = this.running),
    })
  }

  /** The newest job of that kind, running or ended. */
  newest(kind: JobKind): Job | undefined {
    return this.all.findLast((job) => job.kind === kind)
  }

  isRunning(kind: JobKind) {
    return this.running.some((job) => job.kind === kind)
  }

  cancel(id: JobId) {
    return perform(() => api.jobs.cancel({ id }))
  }

  #hear(job: Job) {
    const before = this.all.find((other) => other.id === job.id)
    this.all = before ? this.all.map((other) => (other.id === job.id ? job : other)) : [...this.all, job]
    if (job.state !== 'running' && before?.state === 'running') void this.#onEnd(job)
  }
}

export const jobs = new Jobs()
