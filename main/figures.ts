import path from 'node:path'
import type { Api } from '#preload/api.ts'
import { ApiError, type Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'
import { samples } from './evaluating/samples.ts'
import { writeWhole } from './exporting/writeWhole.ts'

/** What the figures of the page need beside the numbers. */
export function figureHandlers({ session }: Pick<App, 'session'>): Handlers<Api>['figures'] {
  return {
    samples: (options) => samples(session.current(), options),
    async save({ path: target, format, content }) {
      const file = path.resolve(target)
      if (path.extname(file).toLowerCase() !== `.${format}`)
        throw new ApiError('wrong-ending', `The name of this file must end in .${format}.`)
      const part = format === 'png' ? Buffer.from(content, 'base64') : content
      await writeWhole(file, [part], new AbortController().signal, 'figure')
    },
  }
}
