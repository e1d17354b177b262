import { app, dialog } from 'electron'
import { statSync } from 'node:fs'
import path from 'node:path'
import type { Api } from '#preload/api.ts'
import type { Client } from '#preload/rpc.ts'
import { isCollectionPath } from '../options.ts'

/** The first collection among these paths. A file in it stands for its folder. */
export function findCollection(paths: string[]): string | null {
  const found = paths.find((text) => isCollectionPath(text))
  if (found === undefined) return null
  return statSync(found, { throwIfNoEntry: false })?.isFile() ? path.dirname(found) : found
}

/**
 * Opens what was dropped on the window, double-clicked, or handed over by a second start. Another folder is one of images:
 * `onFolder` shows what an import of it would bring.
 */
export async function openPaths(api: Client<Api>, paths: string[], onFolder: (folder: string) => void): Promise<void> {
  const folder = findCollection(paths)
  if (folder === null) return openOther(api, paths, onFolder)
  try {
    await api.collections.open({ folder })
  } catch (error) {
    tell('The collection cannot be opened.', error instanceof Error ? error.message : String(error))
  }
}

async function openOther(api: Client<Api>, paths: string[], onFolder: (folder: string) => void) {
  const folder = paths.find((text) => statSync(text, { throwIfNoEntry: false })?.isDirectory())
  if (folder === undefined)
    return tell(
      'This is not a collection.',
      'A collection is a folder whose name ends in .connoisseur. To add images to a collection, drop their folder here, or use Import.',
    )
  if (await api.collections.current()) return onFolder(folder)
  tell('No collection is open.', 'Open a collection or make a new one, then drop the folder of images again.')
}

/** macOS tells of double-clicked files by this event, the first even before the app is ready. */
export function hearOpenedFiles(): { take(listener: (paths: string[]) => void): string[] } {
  const early: string[] = []
  let listener: ((paths: string[]) => void) | null = null
  app.on('open-file', (event, file) => {
    event.preventDefault()
    if (listener) listener([file])
    else early.push(file)
  })
  return {
    take(next) {
      listener = next
      return early
    },
  }
}

function tell(message: string, detail: string) {
  void dialog.showMessageBox({ type: 'info', message, detail })
}
