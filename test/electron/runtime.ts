import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { freshBuild } from '#main/start/build.ts'
import { findElectron } from '#main/start/electron.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The executable; null where there is none. */
    electron: string | null
  }
}

/** Electron's own download, or the older runtime that lies beside this project where that cannot be reached. */
const beside = path.resolve('../shared/tools/electron-runtime')

/** Before all tests: builds the app, finds an Electron for it, and makes a screen where there is none. */
export default async function setup(project: TestProject) {
  await freshBuild(['page', 'app', 'preload'])
  const electron = findElectron() ?? olderElectron()
  const screen = electron === null ? null : await openScreen()
  if (!electron) console.log('No Electron here: its tests are skipped. `npm start` fetches it where it can.')
  project.provide('electron', electron)
  return () => void screen?.kill()
}

/** Its process loads nothing native of ours, so that any Electron will do. */
function olderElectron(): string | null {
  if (process.platform !== 'linux' || !existsSync(beside)) return null
  const folder = execFileSync(path.join(beside, 'get'), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return path.join(folder.trim(), 'electron')
}

async function openScreen(): Promise<ChildProcess | null> {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return null
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise<string>((resolve, reject) => {
    screen.once('error', () => reject(new Error('The tests of the window need a screen, or Xvfb to make one.')))
    screen.stdio[3]!.on('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
  })
  process.env['DISPLAY'] = `:${number}`
  return screen
}
