import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePictures } from '#test/fixtures/app.ts'
import { launchBrowser, type ServedApp } from './browser.ts'
import { accessibilityProblems, ask, idle, openPage, until, visit } from './page.ts'
import { startWithSample } from './sample.ts'

let browser: Browser
let app: ServedApp

beforeAll(async () => {
  browser = await launchBrowser()
  app = await startWithSample()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await app?.remove()
})

const title = (page: Page) => page.locator('aside h2').first()

/** The titles of the doubtful labels, as they are shown one after the other. */
async function walk(page: Page): Promise<string[]> {
  await visit(page, 'review/style')
  await page.reload() // Review begins anew
  await title(page).waitFor()
  const { waiting } = await ask(page, 'queue', 'summary', { attribute: 'style' })
  const seen: string[] = []
  for (let work = 0; work < waiting; work++) {
    await expect.poll(() => title(page).textContent()).not.toBe(seen.at(-1))
    seen.push((await title(page).textContent())!)
    if (work < waiting - 1) await page.keyboard.press('ArrowRight')
  }
  return seen
}

test('a label that was kept stays away after learning again, and comes back with the new evidence in a sentence', { timeout: 180_000 }, async () => {
  const { page, complaints } = await openPage(browser, app)
  await visit(page, 'settings') // the pictures of the collection that is open are not asked of the next one
  await page.waitForLoadState('networkidle')
  const folder = join(app.dataFolder, 'pictures')
  const table = await makePictures(folder, 60)
  const enter = async () => {
    await ask(page, 'imports', 'start', { folder, table, folderAttribute: null })
    await idle(page)
  }
  const learn = async () => {
    await ask(page, 'learning', 'start', { recipe: 'probe' })
    await idle(page)
  }
  await ask(page, 'collections', 'create', { folder: app.dataFolder, name: 'Kept' })
  await enter()
  await learn()
  await visit(page, 'review/style')
  await title(page).waitFor()
  const kept = (await title(page).textContent())!
  const [entry] = await ask(page, 'queue', 'list', { attribute: 'style', limit: 1, offset: 0, flaggedOnly: true })
  await page.keyboard.press('k')
  await until('it is kept', async () => (await ask(page, 'trail', 'list', { limit: 9, offset: 0 })).length === 1)
  await learn()
  expect(await walk(page)).not.toContain(kept)

  // A copy of the image turns up with another label.
  const other = entry!.label === 'Style 0' ? 'Style 1' : 'Style 0'
  await copyFile(join(folder, entry!.file), join(folder, 'copy.png'))
  await writeFile(table, `${await readFile(table, 'utf8')}copy.png,${other}\n`)
  await enter()
  await learn()
  const again = await walk(page)
  expect(again).toContain(kept)
  for (let back = again.length - 1 - again.indexOf(kept); back > 0; back--) await page.keyboard.press('ArrowLeft')
  await expect.poll(() => title(page).textContent()).toBe(kept)
  await page.getByText(`Since it was kept, this has come up: The same image is also here as ${other}.`).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  expect(complaints).toEqual([])
  await page.context().close()
}) // prettier-ignore
