import path from 'node:path'
import type { Api } from '#preload/api.ts'
import { ApiError, type Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'
import { runTable } from './catalogue/runs.ts'
import { knownRun } from './learning/knownRun.ts'
import { samples } from './evaluating/samples.ts'
import { writeWhole } from './exporting/writeWhole.ts'

/** What the figures of the page need beside the numbers. */
export function figureHandlers({ session, work }: Pick<App, 'session' | 'work'>): Handlers<Api>['figures'] {
  return {
    samples: (options) => samples(session.current(), options),
    report({ run, path: target }) {
      const { db } = session.current()
      const id = run ?? runTable(db).current()?.id
      if (id === undefined)
        throw new ApiError('not-learned', 'Nothing has been learned yet, so there is nothing to report. Learn first.')
      knownRun(db, id)
      return work.report(session.current(), { run: id, path: path.resolve(target), described: session.describe()! })
    },
    async save({ path: target, format, content }) {
      const file = path.resolve(target)
      if (path.extname(file).toLowerCase() !== `.${format}`)
        throw new ApiError('wrong-ending', `The name of this file must end in .${format}.`)
      const part = format === 'png' ? Buffer.from(content, 'base64') : content
      await writeWhole(file, [part], new AbortController().signal, 'figure')
    },
  }
}
