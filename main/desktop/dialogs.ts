import { dialog, shell, type BrowserWindow, type OpenDialogOptions } from 'electron'
import path from 'node:path'
import type { DesktopPort } from '../ports.ts'
import { createNativeMenu } from './nativeMenu.ts'
import { printPdf } from './printPdf.ts'

/** `window` and `onAction` are asked for when needed: the window opens after the app has started. */
export function createDesktop(window: () => BrowserWindow, onAction: (id: string) => void): DesktopPort {
  const open = async (options: OpenDialogOptions) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), options)
    return canceled ? null : (filePaths[0] ?? null)
  }
  return {
    chooseFolder: ({ title }) => open({ title, properties: ['openDirectory', 'createDirectory'] }),
    chooseFile: ({ title, extensions }) =>
      open({ title, properties: ['openFile'], filters: [{ name: title, extensions }] }),
    async chooseSave({ title, suggestion }) {
      const extension = path.extname(suggestion).slice(1)
      const filters = extension ? [{ name: extension.toUpperCase(), extensions: [extension] }] : []
      const { canceled, filePath } = await dialog.showSaveDialog(window(), { title, defaultPath: suggestion, filters })
      return canceled || filePath === '' ? null : filePath
    },
    reveal: ({ path: file }) => shell.showItemInFolder(path.resolve(file)),
    setMenu: createNativeMenu(onAction),
    printPdf,
  }
}
