import { createApp } from './app.ts'
import { catchUp } from './browser/catchUp.ts'
import { openBrowser } from './browser/openBrowser.ts'
import { createBrowserServer } from './browser/server.ts'
import { startEngineProcess } from './engineProcess.ts'
import type { StartOptions } from './options.ts'
import { places } from './places.ts'
import { checkedCall, createShell, openFirst } from './shell.ts'

export type Serving = { address: string; close(): Promise<void> }

/** Runs the browser shell until `close`. Throws when the port is taken. */
export async function serve(options: Omit<StartOptions, 'browser'>): Promise<Serving> {
  const app = createApp({
    dataFolder: options.dataFolder,
    shell: 'browser',
    resources: places.resources,
    emit: (event, payload) => server.emit(event, payload),
    desktop: null,
    startEngine: startEngineProcess,
  })
  const shell = createShell({ call: checkedCall(app.handlers), image: app.image, page: places.page })
  const server = createBrowserServer(shell, () => catchUp(app.handlers))
  const close = async () => {
    await server.close()
    await app.close()
  }
  try {
    const address = await server.listen(options.port)
    await openFirst(app.handlers, options.collection)
    if (options.open) openBrowser(address)
    return { address, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The same for a person at a terminal: prints the address and ends cleanly with Ctrl-C; a second Ctrl-C ends at once. */
export async function serveInTerminal(options: Omit<StartOptions, 'browser'>): Promise<void> {
  const { address, close } = await serve(options)
  let closing = false
  const end = () => {
    if (closing) process.exit(130)
    closing = true
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  process.on('SIGHUP', end)
  console.log(`Connoisseur is open at ${address}`)
  console.log('Press Ctrl-C to close it.')
}
