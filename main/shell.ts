import type { Api } from '#preload/api.ts'
import { answer, type Handlers, type Reply } from '#preload/rpc.ts'
import { createPage } from './page.ts'

/** What a shell needs of the app: the same for a window, a browser and a test. */
export type Shell = {
  call(name: unknown, args: unknown): Promise<Reply>
  /** Answers for a page's files and its pictures. */
  get(request: Request): Promise<Response>
}

export function createShell(options: Pick<Shell, 'call'> & { image: Shell['get']; page: string }): Shell {
  const page = createPage(options.page)
  return {
    call: options.call,
    get: (request) => (new URL(request.url).pathname.startsWith('/images/') ? options.image(request) : page(request)),
  }
}

/** Answers what came from outside: the shape of a call is looked at first. */
export function checkedCall(handlers: Handlers<Api>): Shell['call'] {
  return async (name, args) => {
    if (typeof name !== 'string' || !Array.isArray(args))
      return { ok: false, error: { code: 'bad-call', message: 'A call is a name and a list of arguments' } }
    return answer(handlers, name, args)
  }
}

/** The collection asked for or, where there has never been one, the sample. Otherwise the page shows its start screen. */
export async function openFirst(handlers: Handlers<Api>, collection: string | null): Promise<void> {
  if (collection !== null) await handlers.collections.open({ folder: collection })
  else if ((await handlers.collections.recent()).length === 0) await handlers.collections.openSample()
}
