/** Typed calls and events over any channel: Electron IPC, HTTP, a child process, a test. */

type Procedure = (...args: never[]) => unknown
type Shape<A> = { [G in keyof A]: { [P in keyof A[G]]: Procedure } }

export type Client<A extends Shape<A>> = {
  [G in keyof A]: {
    [P in keyof A[G]]: (...args: Parameters<A[G][P]>) => Promise<Awaited<ReturnType<A[G][P]>>>
  }
}

export type Handlers<A extends Shape<A>> = {
  [G in keyof A]: {
    [P in keyof A[G]]: (...args: Parameters<A[G][P]>) => ReturnType<A[G][P]> | Promise<ReturnType<A[G][P]>>
  }
}

/** What a host must provide; everything else is built on it. */
export type Bridge = {
  call(name: string, args: unknown[]): Promise<Reply>
  listen(listener: (event: string, payload: unknown) => void): () => void
}

export type Reply = { ok: true; value: unknown } | { ok: false; error: ErrorInfo }
export type ErrorInfo = { code: string; message: string; details?: unknown }

/** An error with a code that the user interface knows how to show. Others are 'internal'. */
export class ApiError extends Error {
  readonly code: string
  readonly details: unknown
  constructor(code: string, message: string, details?: unknown) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.details = details
  }
}

export function createClient<A extends Shape<A>>(bridge: Bridge): Client<A> {
  const call = async (name: string, args: unknown[]) => {
    const reply = await bridge.call(name, args)
    if (reply.ok) return reply.value
    throw new ApiError(reply.error.code, reply.error.message, reply.error.details)
  }
  const group = (name: string) =>
    new Proxy(
      {},
      {
        get:
          (_, procedure) =>
          (...args: unknown[]) =>
            call(`${name}.${String(procedure)}`, args),
      },
    )
  return new Proxy({}, { get: (_, name) => group(String(name)) }) as Client<A>
}

export function subscribe<E>(bridge: Bridge, listeners: { [N in keyof E]?: (payload: E[N]) => void }): () => void {
  return bridge.listen((event, payload) => listeners[event as keyof E]?.(payload as E[keyof E]))
}

/** Runs one call. It never throws: a failure is a reply too. */
export async function answer<A extends Shape<A>>(handlers: Handlers<A>, name: string, args: unknown[]): Promise<Reply> {
  const [group = '', procedure = ''] = name.split('.')
  const members: object = Object.hasOwn(handlers, group) ? handlers[group as keyof A] : {}
  if (!Object.hasOwn(members, procedure)) return failure(new ApiError('unknown-procedure', `No procedure ${name}`))
  try {
    const run = members[procedure as keyof typeof members] as (...args: unknown[]) => unknown
    return { ok: true, value: await run(...args) }
  } catch (error) {
    return failure(error)
  }
}

function failure(error: unknown): Reply {
  const { message } = error instanceof Error ? error : new Error(String(error))
  return error instanceof ApiError
    ? { ok: false, error: { code: error.code, message, details: error.details } }
    : { ok: false, error: { code: 'internal', message } }
}
