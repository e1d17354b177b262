import type { Api } from '#preload/api.ts'
import type { Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'

export function evidenceHandlers({ session, backbone, looks }: App): Handlers<Api>['evidence'] {
  return {
    look: async (wanted) => looks.look(session.current(), await backbone(), wanted),
  }
}
