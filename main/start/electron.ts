import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { places } from '../places.ts'
import { freshBuild } from './build.ts'

/** A line on which Electron's 110 MB take longer is too slow to wait for. */
const downloadLimitMs = 180_000
/** An Electron that fails within this time has not shown a window. */
const startLimitMs = 15_000

const executables: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/** Runs the app in Electron until it is closed. Returns null then, or the sentence that says why there is no window. */
export async function openInElectron(args: string[], build: boolean): Promise<string | null> {
  const obstacle = findObstacle()
  if (obstacle) return obstacle
  const executable = findElectron() ?? (await downloadElectron())
  if (!executable) return 'Electron, which makes the window, is not installed and could not be downloaded.'
  if (build) await freshBuild(['page', 'app', 'preload'])
  return run(executable, args)
}

/** Why no window can open on this computer. */
export function findObstacle(environment = process.env, platform = process.platform, user = process.getuid?.()) {
  if (platform !== 'linux') return null
  if (!environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']) return 'There is no screen for a window here.'
  if (user === 0) return 'Electron does not open a window for the root user.'
  return null
}

/** The executable of node_modules/electron, or of ELECTRON_OVERRIDE_DIST_PATH. */
export function findElectron(): string | null {
  const name = executables[process.platform] ?? 'electron'
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) return existing(path.join(override, name))
  const folder = path.join(places.root, 'node_modules/electron')
  const pathFile = path.join(folder, 'path.txt')
  return existsSync(pathFile) ? existing(path.join(folder, 'dist', readFileSync(pathFile, 'utf8'))) : null
}

const existing = (file: string) => (existsSync(file) ? file : null)

/** Electron's npm package comes without its binary and a script that fetches it. */
async function downloadElectron(): Promise<string | null> {
  const script = path.join(places.root, 'node_modules/electron/install.js')
  if (!existsSync(script)) return null
  console.log('Fetching Electron, about 110 MB, this once …')
  const child = spawn(process.execPath, [script], { stdio: 'ignore', timeout: downloadLimitMs })
  await new Promise((resolve) => child.once('error', resolve).once('exit', resolve))
  return findElectron()
}

async function run(executable: string, args: string[]): Promise<string | null> {
  const startedAt = Date.now()
  const child = spawn(executable, [places.root, ...args], { stdio: 'inherit' })
  process.on('SIGINT', () => {}) // a terminal sends Ctrl-C to Electron too, which closes and thereby ends us
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  const ending = await new Promise<{ code: number | null; why: string }>((resolve) => {
    child.once('error', (error) => resolve({ code: -1, why: error.message }))
    child.once('exit', (code, signal) => resolve({ code, why: signal ?? `code ${code}` }))
  })
  if (ending.code !== 0 && Date.now() - startedAt < startLimitMs)
    return `Electron ended before it could show a window (${ending.why}).`
  process.exitCode = ending.code ?? 1
  return null
}
