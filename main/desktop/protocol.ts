import { protocol } from 'electron'
import { sentence } from '../page.ts'
import type { Shell } from '../shell.ts'
import { pageAddress } from './security.ts'

/** Makes app:// a place like a site: must run before Electron is ready. */
export function announceProtocol() {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

export function serveProtocol(shell: Shell) {
  protocol.handle('app', (request) =>
    request.url.startsWith(pageAddress) ? shell.get(request) : sentence(404, 'There is no such place.'),
  )
}
