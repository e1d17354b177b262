import { ipcMain, type BrowserWindow, type WebFrameMain } from 'electron'
import type { Shell } from '../shell.ts'
import { pageAddress } from './security.ts'

/** Answers the calls of our own page in our own window, and of nothing else. */
export function answerWindow(window: BrowserWindow, shell: Shell, onDrop: (paths: string[]) => void) {
  const isOurs = (frame: WebFrameMain | null) =>
    frame !== null && frame === window.webContents.mainFrame && frame.url.startsWith(pageAddress)

  ipcMain.handle('call', (event, name: unknown, args: unknown) => {
    if (!isOurs(event.senderFrame)) throw new Error('Call from a foreign frame')
    return shell.call(name, args)
  })
  ipcMain.on('dropped', (event, paths: unknown) => {
    if (isOurs(event.senderFrame) && Array.isArray(paths)) onDrop(paths.map(String))
  })
}
