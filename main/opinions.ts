import type { Api } from '#preload/api.ts'
import type { Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'
import { agreements, takeIn } from './opinions/takeIn.ts'

/** Second opinions by file: questions out, answers in, and where the two differ. */
export function opinionsHandlers({ session, settings, work, answering, changed }: App): Handlers<Api>['opinions'] {
  const db = () => session.current().db
  return {
    package: async (options) => work.package(session.current(), options, { actor: settings.actor(), at: now() }),
    open: ({ path }) => answering.open(path),
    answer: ({ id, index, answer }) => answering.answer(id, index, answer, now()),
    saveAnswers: ({ id, path }) => answering.save(id, path, settings.actor()),
    async import({ path }) {
      const taken = await takeIn(db(), path, now())
      changed(['opinion'])
      return taken
    },
    agreements: () => agreements(db()),
  }
}

const now = () => new Date().toISOString()
