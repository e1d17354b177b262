import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type ServedApp } from './browser.ts'
import { makeMuseum, walkJourney, type Choose } from './journey.ts'
import { openPage, until } from './page.ts'
import { startWithSample } from './sample.ts'

let browser: Browser
let app: ServedApp
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'connoisseur-journey-'))
  await makeMuseum(folder)
  browser = await launchBrowser()
  app = await startWithSample()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await app?.remove()
  await rm(folder, { recursive: true, force: true })
})

/** The page's own chooser: goes to a folder by its path and takes it. */
function chooseInPage(page: Page): Choose {
  const take = async (where: string, button: string) => {
    const dialog = page.locator('dialog[open]').last()
    await dialog.getByRole('textbox', { name: 'Folder' }).fill(where)
    await dialog.getByRole('button', { name: 'Go' }).click()
    await until('the chooser is there', async () => (await dialog.locator('ul').getAttribute('aria-label')) === where)
    await dialog.getByRole('button', { name: button }).click()
  }
  return {
    async folder(where, open) {
      await open()
      await take(where, 'Choose this folder')
    },
    async save(where, name, open) {
      await open()
      await page.getByLabel('File name').fill(name)
      await take(where, 'Save')
    },
  }
}

test('a new user imports, learns, reviews ten works by keyboard, retrains and exports exactly those corrections', async () => {
  const { page, complaints } = await openPage(browser, app)
  await walkJourney(page, folder, chooseInPage(page))
  expect(complaints).toEqual([])
}, 180_000)
