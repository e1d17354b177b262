import type { Api } from '#preload/api.ts'
import type { Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'
import { evidenceCard } from './learning/card.ts'
import { weigh, weighing } from './learning/weigh.ts'

export function evidenceHandlers({ session, settings, backbone, looks, changed }: App): Handlers<Api>['evidence'] {
  return {
    look: async (wanted) => looks.look(session.current(), await backbone(), wanted),
    card: (wanted) => evidenceCard(session.current(), wanted, settings.get().threshold),
    weighing: ({ attribute }) => weighing(session.current(), attribute),
    async weigh({ attribute, factors }) {
      const found = await weigh(session.current(), attribute, factors)
      changed(['evidence'])
      return found
    },
  }
}
