import type { Api } from '#preload/api.ts'
import type { Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'
import { markTable } from './catalogue/marks.ts'
import { markWorks } from './history/mark.ts'

/** Longest note, in characters: what is longer belongs into a document. */
const longest = 4000

export function marksHandlers({ session, settings, changed }: App): Handlers<Api>['marks'] {
  const db = () => session.current().db
  return {
    of: ({ artwork }) => markTable(db()).of(artwork),
    set: ({ artworks, kind, text }) => {
      const wanted = kind === 'note' ? text?.trim().slice(0, longest) || null : text
      const count = markWorks(db(), { artworks, kind, text: wanted }, settings.actor(), new Date().toISOString())
      if (count > 0) changed(['mark', 'change'])
      return count
    },
  }
}
