import path from 'node:path'
import type { Api } from '#preload/api.ts'
import { ApiError, type Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'
import { runTable } from './catalogue/runs.ts'
import { writeWhole } from './exporting/writeWhole.ts'
import { compareRuns } from './learning/compareRuns.ts'
import { knownRun, unknownRun } from './learning/knownRun.ts'
import { runFolder } from './learning/predictions.ts'
import { restoreRun } from './learning/restoreRun.ts'
import { readCard, readCurve, sweepRunFolders } from './learning/runFiles.ts'
import { asRun } from './learning/runView.ts'

type Group = Pick<Handlers<Api>['learning'], 'runs' | 'restore' | 'remove' | 'compare' | 'curve' | 'card' | 'saveCard'>

/** What has been learned: kept, compared, brought back, deleted. */
export function runHandlers({ session, changed }: App): Group {
  const collection = () => session.current()
  const card = async (run: number) => {
    const { db, folder } = collection()
    const { id } = knownRun(db, run)
    return { markdown: await readCard(folder, id), folder: runFolder(folder, id) }
  }
  return {
    runs: () => runTable(collection().db).all().map(asRun), // prettier-ignore
    async restore({ run }) {
      const restored = await restoreRun(collection(), run)
      changed(['run', 'evidence'])
      return restored
    },
    remove({ run }) {
      const { db } = collection()
      if (knownRun(db, run).current)
        throw new ApiError('current-run', `Run ${run} is the one in use. Use another one first, then delete it.`)
      if (!runTable(db).remove(run, new Date().toISOString())) throw unknownRun(db, run)
      sweepRunFolders(collection())
      changed(['run'])
    },
    compare: (options) => compareRuns(collection(), options),
    curve: ({ run }) => readCurve(collection().folder, knownRun(collection().db, run).id),
    card: ({ run }) => card(run),
    async saveCard({ run, path: target }) {
      const { markdown } = await card(run)
      await writeWhole(path.resolve(target), [markdown], new AbortController().signal, 'model card')
    },
  }
}
