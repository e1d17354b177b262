import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export type Rectangle = { x: number; y: number; width: number; height: number }
export type WindowState = Rectangle & { maximised: boolean }

const smallest = { width: 640, height: 480 }
/** Pixels of the window that must lie on a screen, or its owner could not take hold of it. */
const visible = 100

/** What was kept in the data folder; null when there is nothing readable, or its screen is gone. */
export function readWindowState(file: string, screens: Rectangle[]): WindowState | null {
  let kept: unknown
  try {
    kept = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
  return isWindowState(kept) && screens.some((screen) => canBeSeen(kept, screen)) ? kept : null
}

/** A full disk is no reason to complain here: the next start takes the usual size. */
export function writeWindowState(file: string, state: WindowState) {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(state))
    renameSync(`${file}.new`, file)
  } catch (error) {
    console.error(error)
  }
}

function isWindowState(kept: unknown): kept is WindowState {
  if (kept === null || typeof kept !== 'object') return false
  const state = kept as Record<string, unknown>
  const numbers = ['x', 'y', 'width', 'height'].every((name) => Number.isSafeInteger(state[name]))
  if (!numbers || typeof state['maximised'] !== 'boolean') return false
  return (state['width'] as number) >= smallest.width && (state['height'] as number) >= smallest.height
}

function canBeSeen(window: Rectangle, screen: Rectangle): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  return across >= visible && window.y >= screen.y - 10 && window.y <= screen.y + screen.height - visible
}
