import { app, session, type WebContents } from 'electron'

export const pageAddress = 'app://connoisseur/'

/** The page can go nowhere, open nothing, ask for no device and reach no network: before the first window. */
export function lockDown() {
  app.on('web-contents-created', (_, contents) => confine(contents))
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_, __, allow) => allow(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.on('will-download', (event) => event.preventDefault())
  const everywhere = ['http', 'https', 'ws', 'wss', 'ftp', 'file'].map((scheme) => `${scheme}://*/*`)
  defaultSession.webRequest.onBeforeRequest({ urls: everywhere }, (_, decide) => decide({ cancel: true }))
}

function confine(contents: WebContents) {
  contents.on('will-frame-navigate', keepInside)
  contents.on('will-redirect', keepInside)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

function keepInside(event: { url: string; preventDefault(): void }) {
  if (!event.url.startsWith(pageAddress)) event.preventDefault()
}
