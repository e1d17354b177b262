import type { Settings } from '#preload/api.ts'
import type { Reply } from '#preload/rpc.ts'
import type { DesktopPort } from '../ports.ts'

/** What the window's process asks of the app's process. JSON values only: the two have different engines of JavaScript. */
export type CoreApi = {
  core: {
    /** Opens the first collection. Call it once, before everything else. */
    start(options: { collection: string | null }): Settings
    /** A procedure of the contract. */
    call(name: unknown, args: unknown): Reply
    image(request: ImageRequest): ImageAnswer
    /** What the desktop said to an `ask`. */
    answered(id: number, reply: Reply): void
    close(): void
  }
}

export type CoreEvents = {
  /** An event of the contract. */
  emit: { event: string; payload: unknown }
  ask: { id: number; name: keyof DesktopPort; args: unknown[] }
}

export type ImageRequest = { url: string; method: string; headers: [string, string][] }
export type ImageAnswer = {
  status: number
  headers: [string, string][]
  /** Base64. */
  body: string
}
