import { BrowserWindow, dialog, nativeTheme, screen } from 'electron'
import path from 'node:path'
import { places } from '../places.ts'
import { pageAddress } from './security.ts'
import { readWindowState, writeWindowState } from './windowState.ts'

const usual = { width: 1360, height: 880, maximised: false }
/** A page that fails this often in a minute will go on failing. */
const mostCrashes = 3

/** The one window. It shows itself when the page has been drawn. */
export function createWindow(dataFolder: string): BrowserWindow {
  const file = path.join(dataFolder, 'window.json')
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const { maximised, ...bounds } = readWindowState(file, areas) ?? usual
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Connoisseur',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#191817' : '#f7f6f3', // no white flash before the page is drawn
    icon: path.join(places.resources, 'icon.png'),
    webPreferences: {
      preload: places.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false, // would fetch dictionaries
    },
  })
  window.once('ready-to-show', () => {
    if (maximised) window.maximize()
    window.show()
  })
  keepState(window, file)
  reopenAfterCrash(window)
  return window
}

function keepState(window: BrowserWindow, file: string) {
  let timer: NodeJS.Timeout | undefined
  const write = () => {
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
    writeWindowState(file, { ...window.getNormalBounds(), maximised: window.isMaximized() })
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(write, 300)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('close', () => {
    clearTimeout(timer)
    write()
  })
}

function reopenAfterCrash(window: BrowserWindow) {
  const crashes: number[] = []
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    crashes.push(Date.now())
    if (crashes.filter((at) => at > Date.now() - 60_000).length >= mostCrashes) {
      dialog.showErrorBox('Connoisseur has to close', `Its window keeps failing (${reason}). Your decisions are kept.`)
      return window.destroy()
    }
    window.webContents.reload()
    void dialog.showMessageBox(window, {
      type: 'info',
      message: 'The window stopped working and was opened again.',
      detail: `All your decisions are kept. (${reason})`,
    })
  })
}

export const showPage = (window: BrowserWindow) => window.loadURL(pageAddress)
