import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTable, cellValue } from '#main/tables/read.ts'
import { launchBrowser, type ServedApp } from './browser.ts'
import { accessibilityProblems, ask, openPage, openSample, until, visit } from './page.ts'
import { startWithSample } from './sample.ts'

let browser: Browser
let app: ServedApp

beforeAll(async () => {
  browser = await launchBrowser()
  app = await startWithSample()
  const { page } = await openPage(browser, app)
  await openSample(page)
  await page.context().close()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await app?.remove()
})

test('the name is asked once, a verdict is given with its reason by keys, and the trail is written with both', async () => {
  const { page, complaints } = await openPage(browser, app)
  await visit(page, 'review/style')
  await page.getByLabel('Your name').fill('Ada Bjørk')
  await page.keyboard.press('Enter')
  await page.getByLabel('Your name').waitFor({ state: 'detached' })
  const [entry] = await ask(page, 'queue', 'list', { attribute: 'style', limit: 1, offset: 0, flaggedOnly: true })
  await page.keyboard.press('y')
  await page.keyboard.type('=Signature on the back')
  await page.keyboard.press('Enter')
  await page.getByText('Because: =Signature on the back').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('k')
  await until(
    'the verdict is written',
    async () => (await ask(page, 'trail', 'list', { limit: 9, offset: 0 })).length === 1,
  )
  await page.keyboard.press('k')
  await until(
    'the next is written',
    async () => (await ask(page, 'trail', 'list', { limit: 9, offset: 0 })).length === 2,
  )
  expect((await ask(page, 'trail', 'list', { limit: 9, offset: 0 })).map(({ actor, verdict, before, reason }) => [actor, verdict, before, reason])).toMatchObject([
    ['Ada Bjørk', 'keep', entry!.label, '=Signature on the back'], ['Ada Bjørk', 'keep', expect.any(String), ''],
  ]) // prettier-ignore
  await visit(page, 'history')
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Write the trail' }).click()
  await page.locator('dialog[open]').getByRole('textbox', { name: 'File name' }).fill('trail.csv')
  await page.locator('dialog[open]').getByRole('button', { name: 'Save', exact: true }).click()
  const told = await page.getByText('2 decisions written to').innerText()
  const path = told
    .replace(/^.*written to /s, '')
    .split('\n')[0]!
    .trim()
  const table = readTable(await readFile(path), path)
  expect(table.data.length).toBe(2)
  expect(cellValue(table, 0, table.columns.indexOf('reason'))).toBe("'=Signature on the back")
  await visit(page, 'settings')
  await page.getByLabel('Reasons to choose from').fill('Only this')
  await page.keyboard.press('Tab')
  await until('the reasons are kept', async () => (await ask(page, 'trail', 'reasons')).join() === 'Only this')
  expect(complaints).toEqual([])
  await page.context().close()
}, 90_000)
