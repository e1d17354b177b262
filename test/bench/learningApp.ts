import type { Job, JobKind, LearnOptions, Run } from '#preload/api.ts'
import { createApp } from '#main/app.ts'
import { startEngineProcess } from '#main/engineProcess.ts'
import { places } from '#main/places.ts'

export type BenchCollection = Awaited<ReturnType<typeof openBenchCollection>>

/** A collection of its own, imported and embedded, in an app without a window. */
export async function openBenchCollection(folder: string, { images, table }: { images: string; table: string }) {
  const ended = new Map<JobKind, (job: Job) => void>()
  const emit = (event: string, payload: unknown) => {
    const job = payload as Job
    if (event === 'job' && job.state !== 'running') ended.get(job.kind)?.(job)
  }
  const app = createApp({ dataFolder: folder, shell: 'browser', resources: places.resources, emit, desktop: null, startEngine: startEngineProcess }) // prettier-ignore
  const { collections, imports, learning, backbones } = app.handlers
  const finished = (kind: JobKind) =>
    new Promise<Job>((resolve, reject) =>
      ended.set(kind, (job) =>
        job.state === 'done' ? resolve(job) : reject(new Error(job.error?.message ?? job.state)),
      ),
    )
  await collections.create({ folder, name: 'bench' })
  const embedded = finished('embedding')
  await imports.start({ folder: images, table, folderAttribute: null })
  await embedded
  return {
    async learn(options: LearnOptions): Promise<Run> {
      const learned = finished('learning')
      await learning.start(options)
      const { result } = await learned
      if (result?.kind !== 'learning') throw new Error('The learning gave no result')
      return result.run
    },
    async addBackbone(file: string, name: string): Promise<string> {
      const added = finished('backbone')
      await backbones.add({ file, name, normalisation: 'imagenet' })
      const { result } = await added
      if (result?.kind !== 'backbone') throw new Error('Adding the network gave no result')
      return result.id
    },
    close: () => app.close(),
  }
}
