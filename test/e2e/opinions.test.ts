import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type ServedApp } from './browser.ts'
import { accessibilityProblems, ask, openPage, openSample, until, visit } from './page.ts'
import { startWithSample } from './sample.ts'

let browser: Browser
let mine: ServedApp
let hers: ServedApp

/** Two people, each with an own data folder; only one has the collection. */
beforeAll(async () => {
  browser = await launchBrowser()
  mine = await startWithSample()
  hers = await startWithSample()
  const { page } = await openPage(browser, mine)
  await openSample(page)
  await ask(page, 'app', 'changeSettings', { reviewer: 'Ada' })
  await page.context().close()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await mine?.remove()
  await hers?.remove()
})

const dialog = (page: Page) => page.locator('dialog[open]').last()

/** The page's own chooser: types a path and takes it. */
async function choose(page: Page, path: string, take: string) {
  const field = dialog(page).getByRole('textbox').first()
  await field.fill(path.slice(0, path.lastIndexOf('/')))
  await page.keyboard.press('Enter')
  if (take === 'Save')
    await dialog(page).getByRole('textbox', { name: 'File name' }).fill(path.slice(path.lastIndexOf('/') + 1)) // prettier-ignore
  else
    await dialog(page)
      .getByText(path.slice(path.lastIndexOf('/') + 1), { exact: true })
      .click()
  await dialog(page).getByRole('button', { name: take, exact: true }).click()
}

test('questions go to a colleague who has no collection, her answers come back, and the two are decided by keys', async () => {
  const questions = join(mine.dataFolder, 'questions.json')
  const answers = join(mine.dataFolder, 'answers.json')
  const own = await openPage(browser, mine)
  await visit(own.page, 'opinions')
  await own.page.getByLabel('Works at the most').fill('4')
  await own.page.getByRole('checkbox', { name: /^Blind/ }).uncheck()
  await own.page.getByRole('button', { name: 'Write the questions' }).click()
  await choose(own.page, questions, 'Save')
  await own.page.getByText('4 questions written').waitFor()
  const other = await openPage(browser, hers)
  await visit(other.page, 'opinions')
  await ask(other.page, 'app', 'changeSettings', { reviewer: 'Ben Øye' })
  await other.page.getByRole('button', { name: 'Open questions' }).click()
  await choose(other.page, questions, 'Choose this file')
  await other.page.getByText('Ada asks about the style of works from Sample').waitFor()
  await until('the picture is shown', () => other.page.locator('.stage img').evaluate((image: HTMLImageElement) => image.naturalWidth > 100)) // prettier-ignore
  expect(await accessibilityProblems(other.page)).toEqual([])
  for (const key of ['a', 'k', 'u', 'a']) await other.page.keyboard.press(key)
  await other.page.getByText('All questions are answered').waitFor()
  await other.page.getByRole('button', { name: 'Save my answers' }).click()
  await choose(other.page, answers, 'Save')
  await other.page.getByText('4 answers written').waitFor()
  await own.page.getByRole('button', { name: 'Take in answers' }).last().click()
  await choose(own.page, answers, 'Choose this file')
  await own.page.getByText('1 of 3 the same').waitFor()
  await own.page.getByRole('heading', { name: '2 labels to decide' }).waitFor()
  expect(await accessibilityProblems(own.page)).toEqual([])
  const [first] = (await ask(own.page, 'opinions', 'agreements'))[0]!.conflicts
  await own.page.locator('section li').first().focus()
  await own.page.keyboard.press('1')
  await own.page.getByRole('heading', { name: '1 label to decide' }).waitFor()
  expect((await ask(own.page, 'artworks', 'read', { ids: [first!.artwork] }))[0]!.labels['style']).toBe(first!.theirs)
  expect((await ask(own.page, 'trail', 'list', { limit: 9, offset: 0 })).at(-1)).toMatchObject({ actor: 'Ada', verdict: 'relabel', reason: 'Second opinion of Ben Øye' }) // prettier-ignore
  expect([...own.complaints, ...other.complaints]).toEqual([])
  await own.page.context().close()
  await other.page.context().close()
}, 120_000)
