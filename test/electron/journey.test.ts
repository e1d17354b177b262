import path from 'node:path'
import type { ElectronApplication } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMuseum, walkJourney, type Choose } from '../e2e/journey.ts'
import { electron, makeDataFolder, openWindow, removeFolder, type OpenWindow } from './launch.ts'

let open: OpenWindow
let folder: string

beforeAll(async () => {
  if (!electron) return
  folder = await makeDataFolder()
  await makeMuseum(folder)
  open = await openWindow()
}, 180_000)

afterAll(async () => {
  if (!electron) return
  await open?.app.close()
  await removeFolder(open.dataFolder)
  await removeFolder(folder)
})

/** The system's dialogs cannot be pressed from here: they answer at once with what the user would choose. */
function chooseInSystem(app: ElectronApplication): Choose {
  const answer = (filePath: string) =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
    }, filePath)
  return {
    async folder(where, press) {
      await answer(where)
      await press()
    },
    async save(where, name, press) {
      await answer(path.join(where, name))
      await press()
    },
  }
}

test.skipIf(!electron)(
  'the journey of a new user works in the real window',
  async () => {
    open.page.setDefaultTimeout(30_000)
    await walkJourney(open.page, folder, chooseInSystem(open.app))
    expect(open.complaints).toEqual([])
  },
  240_000,
)
