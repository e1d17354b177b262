import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { inject } from 'vitest'

export const electron = inject('electron')

export type OpenWindow = { app: ElectronApplication; page: Page; dataFolder: string; complaints: string[] }

/** The command line of the app for this computer. The root user and machines without a graphics card need more words. */
export function commandLine(dataFolder: string, args: string[] = []): string[] {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return [...root, '--disable-gpu', process.cwd(), `--data=${dataFolder}`, ...args]
}

/** Opens the app as `npm start` does and waits for its page. */
export async function openWindow(options: { dataFolder?: string; args?: string[] } = {}): Promise<OpenWindow> {
  const dataFolder = options.dataFolder ?? (await makeDataFolder())
  const app = await _electron.launch({
    executablePath: electron!,
    args: commandLine(dataFolder, options.args),
    colorScheme: null, // as the system and the settings say
  })
  const page = await app.firstWindow()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.waitForFunction(() => document.readyState === 'complete' && 'bridge' in globalThis)
  return { app, page, dataFolder, complaints }
}

export const makeDataFolder = () => mkdtemp(path.join(tmpdir(), 'connoisseur-window-'))
export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 5 })

/** A call as the page makes it. */
export const call = (page: Page, name: string, ...args: unknown[]) =>
  page.evaluate((message) => {
    const { bridge } = globalThis as unknown as { bridge: PageBridge }
    return bridge.call(message.name, message.args)
  }, { name, args }) // prettier-ignore

type PageBridge = { call(name: string, args: unknown[]): Promise<unknown> }

/** From now on, keeps the events that the page hears; read them with `heard`. */
export const listen = (page: Page) =>
  page.evaluate(() => {
    const heard: [string, unknown][] = []
    const { bridge } = globalThis as unknown as {
      bridge: { listen(on: (event: string, payload: unknown) => void): void }
    }
    bridge.listen((event, payload) => heard.push([event, payload]))
    Object.assign(globalThis, { heard })
  })

export const heard = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { heard: [string, unknown][] }).heard)
