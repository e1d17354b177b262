import { answer, type Handlers, type Reply } from '#preload/rpc.ts'
import { createApp } from '../app.ts'
import { startEngineProcess } from '../engineProcess.ts'
import { places } from '../places.ts'
import type { DesktopPort } from '../ports.ts'
import { checkedCall, openFirst } from '../shell.ts'
import type { CoreApi, CoreEvents } from './api.ts'

/** The process of the app for the desktop shell: everything but the window, on Node. Started by desktop/core.ts. */
const [, , dataFolder = ''] = process.argv
const desktop = createAsker()
const app = createApp({
  dataFolder,
  shell: 'desktop',
  resources: places.resources,
  emit: (event, payload) => send('emit', { event, payload }),
  desktop: {
    chooseFolder: (options) => desktop.ask('chooseFolder', options),
    chooseFile: (options) => desktop.ask('chooseFile', options),
    chooseSave: (options) => desktop.ask('chooseSave', options),
    reveal: (options) => void desktop.ask('reveal', options),
    setMenu: (menus) => void desktop.ask('setMenu', menus),
    printPdf: (options) => desktop.ask('printPdf', options),
  },
  startEngine: startEngineProcess,
})

const call = checkedCall(app.handlers)
const handlers: Handlers<CoreApi> = {
  core: {
    async start({ collection }) {
      await openFirst(app.handlers, collection)
      return app.handlers.app.settings()
    },
    call,
    async image({ url, method, headers }) {
      const response = await app.image(new Request(url, { method, headers }))
      const body = Buffer.from(await response.arrayBuffer()).toString('base64')
      return { status: response.status, headers: [...response.headers], body }
    },
    answered: desktop.answered,
    close: () => app.close(),
  },
}

process.on('message', ({ id, name, args }: { id: number; name: string; args: unknown[] }) => {
  void answer(handlers, name, args).then((reply) => process.send?.({ id, reply }))
})
// The window's process is gone, perhaps killed: what is committed is kept, what runs goes on at the next start.
process.on('disconnect', () => void app.close().finally(() => process.exit()))
// Ctrl-C in a terminal reaches every process; the window's process ends this one in order.
process.on('SIGINT', () => {})

function send<N extends keyof CoreEvents>(event: N, payload: CoreEvents[N]) {
  if (process.connected) process.send?.({ event, payload })
}

/** Questions to the desktop, which come back as calls of `answered`. */
function createAsker() {
  const waiting = new Map<number, (reply: Reply) => void>()
  let last = 0
  return {
    ask<T>(name: keyof DesktopPort, ...args: unknown[]): Promise<T> {
      const id = ++last
      send('ask', { id, name, args })
      return new Promise((resolve, reject) => {
        waiting.set(id, (reply) => (reply.ok ? resolve(reply.value as T) : reject(new Error(reply.error.message))))
      })
    },
    answered(id: number, reply: Reply) {
      waiting.get(id)?.(reply)
      waiting.delete(id)
    },
  }
}
