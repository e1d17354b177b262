import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Api, Backbone } from '#preload/api.ts'
import { ApiError, type Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'
import { runTable, type RunRow } from './catalogue/runs.ts'
import { addedBackbones, type KnownBackbone } from './learning/backbones.ts'
import { removeBackbone } from './learning/removeBackbone.ts'

/** Networks in the contract. */
export function backbonesHandlers({ session, engine, jobs, work, backbone, changed }: App): Handlers<Api>['backbones'] {
  return {
    async list() {
      const bundled = await backbone()
      if (!session.isOpen()) return [await describe(bundled, [], true)]
      const { db, folder } = session.current()
      const runs = runTable(db).all()
      const added = await addedBackbones(folder)
      return Promise.all([bundled, ...added].map((known) => describe(known, runs, known === bundled)))
    },
    inspect({ file }) {
      refuseBusy('Another piece of work uses the part of the app that reads networks.')
      return engine.run((api) => api.backbone.inspect({ file: path.resolve(file) }), new AbortController().signal)
    },
    add: (options) => work.addBackbone(session.current(), options),
    fetch: (options) => work.addBackbone(session.current(), options),
    async remove({ id }) {
      refuseBusy('A network cannot be removed while the app is at work with one.')
      await removeBackbone(session.current(), await backbone(), id)
      changed(['backbone'])
    },
  }

  /** Throws ApiError 'busy' while the engine has something to do, which may take hours. */
  function refuseBusy(why: string) {
    if (!jobs.isRunning('embedding') && !jobs.isRunning('learning') && !jobs.isRunning('backbone')) return
    throw new ApiError('busy', `${why} Wait until it has finished, or stop it.`)
  }
}

async function describe(
  { backbone, model, key }: KnownBackbone,
  runs: RunRow[],
  isBundled: boolean,
): Promise<Backbone> {
  const { id, name, dimension, parameters, sha256, licence, origin } = backbone
  const bytes = (await stat(model).catch(() => null))?.size ?? 0
  const ownRuns = runs.filter((run) => run.backbone === key).map((run) => run.id)
  return { id, name, isBundled, size: backbone.input.size, dimension, parameters, bytes, sha256, licence, origin, runs: ownRuns } // prettier-ignore
}
