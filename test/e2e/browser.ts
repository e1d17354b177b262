import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
const quiet = ['--disable-background-networking', '--disable-component-update', '--no-first-run']

/** A Chromium: CONNOISSEUR_BROWSER, an installed one, or the one inside an npm package (Linux). */
export async function launchBrowser(): Promise<Browser> {
  const wish = process.env['CONNOISSEUR_BROWSER'] ?? installed.find((file) => existsSync(file))
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  if (wish) return chromium.launch({ executablePath: wish, args: [...sandbox, ...quiet] })
  const { default: packaged } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...packaged.args, ...quiet] })
}

export type ServedApp = {
  /** With the token. */
  address: string
  dataFolder: string
  process: ChildProcess
  /** What it has printed. */
  output(): string
  /** As Ctrl-C does. Resolves with the exit code. */
  stop(): Promise<number | null>
  /** Ends it if it still runs and removes the data folder. */
  remove(): Promise<void>
}

/** The browser shell as a user starts it, in a data folder of its own unless one is given. Needs a built page. */
export async function startApp(options: { dataFolder?: string; args?: string[] } = {}): Promise<ServedApp> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(path.join(tmpdir(), 'connoisseur-data-')))
  const args = ['main/start.ts', '--browser', '--no-open', '--no-build', '--data', dataFolder, ...(options.args ?? [])]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve) => void child.once('exit', resolve))
  let text = ''
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const found = /http:\/\/127\S+/.exec(text)
      if (found) resolve(found[0])
    })
    void ended.then((code) => reject(new Error(`The app ended with ${code}:\n${text}`)))
  })
  return {
    address,
    dataFolder,
    process: child,
    output: () => text,
    stop: () => (child.kill('SIGINT'), ended),
    async remove() {
      child.kill('SIGKILL')
      await ended
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Collects what a page complains about: errors, and everything the content security policy blocks. */
export function watchComplaints(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`)
  })
  return complaints
}
