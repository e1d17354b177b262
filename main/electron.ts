import { app, dialog, nativeTheme, type BrowserWindow } from 'electron'
import path from 'node:path'
import type { Settings } from '#preload/api.ts'
import { answerWindow } from './desktop/bridge.ts'
import { startCore, type Core } from './desktop/core.ts'
import { createDesktop } from './desktop/dialogs.ts'
import { findCollection, hearOpenedFiles, openPaths } from './desktop/opening.ts'
import { announceProtocol, serveProtocol } from './desktop/protocol.ts'
import { lockDown } from './desktop/security.ts'
import { createWindow, showPage } from './desktop/window.ts'
import { readOptions, withoutForeignSwitches } from './options.ts'
import { places } from './places.ts'
import { createShell } from './shell.ts'

/** The desktop shell: one window, one process of each data folder. The app itself runs in a process beside it. */
const options = readOptions(withoutForeignSwitches(process.argv.slice(1)))
const openedFiles = hearOpenedFiles()
announceProtocol()
app.setName('Connoisseur')
app.setPath('userData', path.join(options.dataFolder, 'window'))
for (const name of ['disable-background-networking', 'disable-component-update']) app.commandLine.appendSwitch(name)

if (!app.requestSingleInstanceLock({ collection: options.collection })) app.quit()
else app.whenReady().then(open).catch(fail)

async function open() {
  lockDown()
  let window: BrowserWindow | null = null
  const emit = (event: string, payload: unknown) => {
    if (event === 'settingsChanged') nativeTheme.themeSource = (payload as Settings).theme
    if (window && !window.isDestroyed()) window.webContents.send('event', event, payload)
  }
  const desktop = createDesktop(
    () => window!,
    (id) => emit('action', { id }),
  )
  const core = startCore({ dataFolder: options.dataFolder, desktop, emit, onLoss: startAgain })
  closeBeforeQuitting(core)
  const shell = createShell({ call: core.call, image: core.image, page: places.page })
  serveProtocol(shell)

  const onFolder = (folder: string) => emit('folderDropped', { folder })
  const openInWindow = (paths: string[]) => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
    if (paths.length > 0) void openPaths(core.api, paths, onFolder)
  }
  const early = openedFiles.take(openInWindow)
  const asked = options.collection === null ? early : [...early, options.collection]
  const settings = await core.start({ collection: findCollection(asked) }).catch(async () => {
    void openPaths(core.api, asked, onFolder) // says why it cannot be opened
    return core.api.app.settings()
  })
  nativeTheme.themeSource = settings.theme
  window = createWindow(options.dataFolder)
  answerWindow(window, shell, openInWindow)
  app.on('second-instance', (_, __, ___, handedOver) => {
    const { collection } = handedOver as { collection: string | null }
    openInWindow(collection === null ? [] : [collection])
  })
  await showPage(window)
}

/** The window goes at once; the app follows when its jobs have stopped and the catalogue is closed. */
function closeBeforeQuitting(core: Core) {
  let closing = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (closing) return
    closing = true
    void core.close().finally(() => app.exit())
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
}

/** The app's process ended by itself: its work is kept up to the last decision, and goes on in a new one. */
function startAgain() {
  const message = 'Connoisseur stopped unexpectedly. All your decisions are kept.'
  const isSoon = process.uptime() < 10
  const buttons = isSoon ? ['Close'] : ['Open again', 'Close']
  const choice = dialog.showMessageBoxSync({ type: 'error', message, buttons })
  if (!isSoon && choice === 0) app.relaunch()
  app.exit(isSoon ? 1 : 0)
}

function fail(error: unknown) {
  console.error(error)
  dialog.showErrorBox('Connoisseur cannot start', error instanceof Error ? error.message : String(error))
  app.exit(1)
}
