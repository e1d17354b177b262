import type { Api } from '#preload/api.ts'
import type { Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'
import { weigh, weighing } from './learning/weigh.ts'

export function evidenceHandlers({ session, backbone, looks, ask, changed }: App): Handlers<Api>['evidence'] {
  return {
    look: async (wanted) => looks.look(session.current(), await backbone(), wanted),
    card: (wanted) => ask('card', wanted),
    findings: (wanted) => ask('findings', wanted),
    budget: (wanted) => ask('budget', wanted),
    control: (wanted) => ask('control', wanted),
    weighing: ({ attribute }) => weighing(session.current(), attribute),
    async weigh({ attribute, factors }) {
      const found = await weigh(session.current(), attribute, factors)
      changed(['evidence'])
      return found
    },
  }
}
