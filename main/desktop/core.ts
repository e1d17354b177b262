import { spawn } from 'node:child_process'
import type { Api } from '#preload/api.ts'
import { answer, createClient, subscribe, type Client, type Reply } from '#preload/rpc.ts'
import type { CoreApi, CoreEvents } from '../core/api.ts'
import { processBridge } from '../engine/processBridge.ts'
import { places } from '../places.ts'
import type { DesktopPort } from '../ports.ts'

export type Core = {
  start: Client<CoreApi>['core']['start']
  call: Client<CoreApi>['core']['call']
  image(request: Request): Promise<Response>
  /** The contract, for what the window itself asks. */
  api: Client<Api>
  close(): Promise<void>
}

const ended: Reply = { ok: false, error: { code: 'app-gone', message: 'Connoisseur has stopped. Start it again.' } }

/**
 * Starts the app in a process of its own, on Node instead of Electron. On Linux Electron's process brings GTK's copy of
 * GLib, and sharp its own; in one process they corrupt each other and crash (github.com/lovell/sharp/issues/4522,
 * github.com/electron/electron/issues/46323), a utility process included. And the window never waits for a query.
 */
export function startCore(options: {
  dataFolder: string
  desktop: DesktopPort
  emit(event: string, payload: unknown): void
  /** It ended without having been asked to. */
  onLoss(): void
}): Core {
  const child = spawn(places.node, [places.core, options.dataFolder], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    windowsHide: true,
  })
  let closing = false
  const gone = new Promise<void>((resolve) => void child.once('exit', resolve).once('error', () => resolve()))
  void gone.then(() => closing || options.onLoss())
  child.on('error', (error) => console.error(error))

  const bridge = processBridge(
    {
      post: (message) => void (child.connected && child.send(message as object, () => {})),
      onMessage: (listener) => void child.on('message', listener),
      onClose: (listener) => void gone.then(listener),
    },
    ended,
  )
  const { core } = createClient<CoreApi>(bridge)
  subscribe<CoreEvents>(bridge, {
    emit: ({ event, payload }) => options.emit(event, payload),
    ask: ({ id, name, args }) =>
      void answer({ desktop: options.desktop }, `desktop.${name}`, args).then((reply) => core.answered(id, reply)),
  })

  return {
    start: core.start,
    call: core.call,
    async image({ url, method, headers }) {
      const found = await core.image({ url, method, headers: [...headers] })
      const body = method === 'HEAD' || found.status === 304 ? null : Buffer.from(found.body, 'base64')
      return new Response(body, { status: found.status, headers: found.headers })
    },
    api: createClient<Api>({ call: core.call, listen: bridge.listen }),
    async close() {
      closing = true
      await core.close().catch(() => {})
      child.kill()
      await gone
    },
  }
}
