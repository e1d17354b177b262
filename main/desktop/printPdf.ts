import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { BrowserWindow, session } from 'electron'
import type { DesktopPort } from '../ports.ts'

/** Prints a page of our own that lies on the disk: in a window that nobody sees, without scripts, and reaching nothing but that page. */
export const printPdf: DesktopPort['printPdf'] = async ({ page, path }) => {
  const address = pathToFileURL(page).href
  const alone = session.fromPartition('report')
  alone.webRequest.onBeforeRequest((details, decide) => decide({ cancel: details.url !== address && !details.url.startsWith('data:') })) // prettier-ignore
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: alone, javascript: false, sandbox: true, contextIsolation: true },
  })
  try {
    await window.loadURL(address)
    const margins = { top: 0.6, bottom: 0.6, left: 0.6, right: 0.6 }
    await writeFile(path, await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true, margins }))
  } finally {
    window.destroy()
  }
}
