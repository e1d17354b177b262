import path from 'node:path'
import type {
  Collection,
  ExportOptions,
  ImportOptions,
  JobId,
  JobKind,
  LearnOptions,
  PlanOptions,
} from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { unfinishedTable } from './catalogue/unfinished.ts'
import type { OpenCollection } from './collection/openCollection.ts'
import type { SettingsFile } from './collection/settings.ts'
import type { EngineClient } from './engineClient.ts'
import { exportTable } from './exporting/exportTable.ts'
import { importFolder } from './importing/importFolder.ts'
import { asImageProblem } from './images/problem.ts'
import { makePyramid } from './images/pyramid.ts'
import type { Jobs, Work } from './jobs.ts'
import { addBackbone, checkSource, type BackboneSource } from './learning/addBackbone.ts'
import type { bundledBackbone, KnownBackbone } from './learning/backbones.ts'
import { embedWorks } from './learning/embedWorks.ts'
import { learn } from './learning/learn.ts'
import { planLearning } from './learning/plan.ts'
import { worksToAsk, writePackage, type Asker, type Asking } from './opinions/ask.ts'
import { drawMap } from './mapping/drawMap.ts'
import { measureWorks } from './overview/measureWorks.ts'
import type { DesktopPort } from './ports.ts'
import { allowImported } from './vocabulary/severalTerms.ts'
import { refuseReport, writeReport } from './reporting/writeReport.ts'

export type WorkOptions = {
  jobs: Jobs
  engine: EngineClient
  settings: SettingsFile
  backbone(): ReturnType<typeof bundledBackbone>
  changed(tables: string[]): void
  desktop: DesktopPort | null
}

/** Kept beside the settings of work that was paused: it waits for the user. */
type Kept = { paused?: true }
const sampleLearning: LearnOptions = { recipe: 'probe' }

type ImportSettings = ImportOptions & { thenLearn?: boolean }
/** What follows when a job has done its work. */
type Next = { kind: JobKind; kept: unknown; start(): JobId }

/** Long work on the open collection: import, embedding, learning, another network, export. What a kill interrupts goes on at the next start. */
export function createWork({ jobs, engine, settings, backbone, changed, desktop }: WorkOptions) {
  /** Starts a job that is kept as unfinished until it ends by itself. One of a kind at a time. */
  function start(collection: OpenCollection, kind: JobKind, kept: unknown, work: Work, next?: Next): JobId {
    if (jobs.isRunning(kind))
      throw new ApiError('busy', 'This is being done already. Wait until it has finished, or cancel it.')
    const unfinished = unfinishedTable(collection.db)
    jobs.endPaused(kind)
    unfinished.put(kind, kept)
    // In one transaction: a kill finds either this work unfinished or the next.
    const finish = collection.db.transaction(() => {
      unfinished.remove(kind)
      if (next) unfinished.put(next.kind, next.kept)
    })
    let isDone = false
    const id = jobs.start(kind, async (job) => {
      try {
        const result = await work(job)
        finish()
        isDone = true
        return result
      } catch (error) {
        if (jobs.wasPaused(job.signal)) unfinished.put(kind, { ...(kept as object), paused: true })
        else if (!(job.signal.reason instanceof Closing)) unfinished.remove(kind)
        throw error
      } finally {
        changed([])
      }
    })
    if (next) void jobs.ended(id).then(() => (isDone ? startWhenFree(next) : undefined))
    return id
  }

  async function startWhenFree(next: Next) {
    for (let same = jobs.running(next.kind); same; same = jobs.running(next.kind)) await same
    next.start()
  }

  let planning = new AbortController()
  let preparing: { sha256: string; id: JobId } | null = null

  const works = {
    import(collection: OpenCollection, { thenLearn, ...options }: ImportSettings): JobId {
      const { db, folder } = collection
      return start(
        collection,
        'import',
        { ...options, thenLearn },
        async ({ signal, progress }) => {
          const result = await importFolder({ db, collectionFolder: folder, options, signal, progress: announce(progress, changed) }) // prettier-ignore
          await allowImported(collection, options.several ?? {}, {
            actor: settings.actor(),
            at: new Date().toISOString(),
          })
          return result
        },
        {
          kind: 'embedding',
          kept: { thenLearn: thenLearn ?? false },
          start: () => works.embed(collection, thenLearn ?? false),
        },
      )
    },
    embed(collection: OpenCollection, thenLearn: boolean): JobId {
      const { db, folder } = collection
      return start(
        collection,
        'embedding',
        { thenLearn },
        async ({ signal, progress }) =>
          embedWorks({ db, collectionFolder: folder, engine, backbone: await backbone(), executor: settings.get().executor, signal, progress }), // prettier-ignore
        thenLearn ? { kind: 'learning', kept: sampleLearning, start: () => works.learn(collection, sampleLearning) } : undefined, // prettier-ignore
      )
    },
    learn(collection: OpenCollection, options: LearnOptions): JobId {
      const { db, folder } = collection
      const { threshold, executor } = settings.get()
      planning.abort()
      return start(collection, 'learning', options, async ({ signal, progress }) =>
        learn({
          db,
          collectionFolder: folder,
          engine,
          backbone: await backbone(),
          executor,
          threshold,
          options,
          signal,
          progress,
        }),
      )
    },
    /** Downloads, where it must, checks and keeps another network. Throws at once what is wrong with the request. */
    addBackbone(collection: OpenCollection, given: BackboneSource): JobId {
      const source = checkSource(given)
      return start(collection, 'backbone', source, async ({ signal, progress }) =>
        addBackbone(
          { collectionFolder: collection.folder, bundled: await backbone(), engine, signal, progress },
          source,
        ),
      )
    },
    /** Not resumed after a kill, as an export is not. Throws at once what is wrong with the place. */
    report(
      open: OpenCollection,
      { run, path: target, described }: { run: number; path: string; described: Collection },
    ) {
      refuseReport(target, desktop)
      return jobs.start(
        'report',
        async ({ signal, progress }) =>
        writeReport({ collection: open, described, bundled: await backbone(), desktop, run, path: target, signal, progress }), // prettier-ignore
      )
    },
    /** Not resumed after a kill: it is drawn when it is looked at. */
    map({ db, folder }: OpenCollection, network: KnownBackbone): JobId {
      if (jobs.isRunning('map')) throw new ApiError('busy', 'The map is being drawn already.')
      return jobs.start(
        'map',
        ({ signal, progress }) =>
        drawMap({ db, collectionFolder: folder, engine, backbone: network, signal, progress }).finally(() => changed(['map'])), // prettier-ignore
      )
    },
    /** Looks at the light, sharpness, borders and copies of pictures that have not been looked at. */
    measure: (collection: OpenCollection): JobId =>
      start(collection, 'measuring', {}, (job) => measureWorks({ ...collection, ...job })),
    /** Not resumed after a kill: the file is written whole or not at all, and the user chooses its place again. */
    export: ({ db }: OpenCollection, { path: target, ...options }: ExportOptions & { path: string }): JobId =>
      jobs.start('export', ({ signal, progress }) =>
        exportTable({ db, options, path: path.resolve(target), signal, progress }),
      ),
    /** Not resumed after a kill, as an export is not. Throws at once where there is nothing to ask. */
    package({ db }: OpenCollection, options: Asking, asker: Asker): JobId {
      const asking = {
        ...options,
        path: path.resolve(options.path),
        ...worksToAsk(db, options, settings.get().threshold),
      }
      return jobs.start('package', (job) => writePackage(db, asking, asker, job))
    },
    /** Makes the tiles of a large picture; another picture that is still being prepared is given up for it. */
    pyramid(
      collectionFolder: string,
      artwork: number,
      { path: file, sha256 }: { path: string; sha256: string },
    ): JobId {
      if (preparing && jobs.isRunning('pyramid')) {
        if (preparing.sha256 === sha256) return preparing.id
        jobs.cancel(preparing.id)
      }
      const id = jobs.start('pyramid', async ({ signal, progress }) => {
        progress({ stage: 'preparing-picture', done: 0, total: 0 })
        await makePyramid(file, collectionFolder, sha256, signal).catch((error: unknown) => {
          throw signal.aborted ? error : asImageProblem(error)
        })
        return { kind: 'pyramid', artwork }
      })
      preparing = { sha256, id }
      return id
    },
    /** What learning would do. Waits while the engine is at work; a newer question ends an older one. */
    async plan({ db, folder }: OpenCollection, options: PlanOptions) {
      planning.abort()
      planning = new AbortController()
      const { signal } = planning
      return planLearning({ db, collectionFolder: folder, engine, backbone: await backbone(), executor: settings.get().executor, options, signal }) // prettier-ignore
    },
    /** Throws ApiError 'cannot-pause' for work other than learning. */
    pause(id: JobId) {
      const job = jobs.list().find((other) => other.id === id)
      if (job?.kind !== 'learning') throw new ApiError('cannot-pause', 'Only learning can be paused. Other work can be stopped and started again; it goes on where it was.') // prettier-ignore
      jobs.pause(id)
    },
    /** Goes on with paused learning. Throws ApiError 'unknown-job'. */
    unpause(collection: OpenCollection, id: JobId): JobId {
      const job = jobs.list().find((other) => other.id === id && other.state === 'paused')
      const kept = unfinishedTable(collection.db).list().find(({ kind }) => kind === job?.kind) // prettier-ignore
      if (!job || !kept) throw new ApiError('unknown-job', 'There is nothing paused to go on with. Learn again.')
      const { paused: _, ...options } = kept.settings as LearnOptions & Kept
      return works.learn(collection, options)
    },
    /** Paused work is given up, running work cancelled. */
    cancel(collection: OpenCollection | null, id: JobId) {
      const job = jobs.list().find((other) => other.id === id)
      if (job?.state !== 'paused') return jobs.cancel(id)
      if (collection) unfinishedTable(collection.db).remove(job.kind)
      jobs.endPaused(job.kind)
    },
    /** Goes on with what a kill interrupted; what was paused waits. */
    resume(collection: OpenCollection) {
      for (const { kind, settings: kept } of unfinishedTable(collection.db).list()) {
        if (jobs.isRunning(kind)) continue // the sample's import begins as soon as it is open
        if ((kept as Kept).paused) jobs.addPaused(kind)
        else if (kind === 'import') works.import(collection, kept as ImportSettings)
        else if (kind === 'embedding') works.embed(collection, (kept as { thenLearn: boolean }).thenLearn)
        else if (kind === 'learning') works.learn(collection, kept as LearnOptions)
        else if (kind === 'measuring') works.measure(collection)
        else if (kind === 'backbone') works.addBackbone(collection, kept as BackboneSource)
      }
    },
  }
  return works
}

/** Why a job was ended: the app or its collection closes, so that it goes on at the next start. */
export class Closing extends Error {}

/** While works come in the grid fills: views ask again now and then, not at every work. */
function announce<S>(progress: (state: S) => void, changed: (tables: string[]) => void) {
  let last = 0
  return (state: S) => {
    progress(state)
    if (Date.now() - last < 1000) return
    last = Date.now()
    changed(['artwork'])
  }
}
