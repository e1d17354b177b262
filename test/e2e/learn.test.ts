import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, startApp, type ServedApp } from './browser.ts'
import { accessibilityProblems, ask, openPage, openSample, visit } from './page.ts'
import { startWithSample } from './sample.ts'

let browser: Browser
let app: ServedApp
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  app = await startWithSample()
  ;({ page } = await openPage(browser, app))
  await openSample(page)
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await app?.remove()
})

const learning = async () => (await ask(page, 'jobs', 'list')).findLast(({ kind }) => kind === 'learning')!

test('before a thorough look she sees what will learn, and how long it takes at the most', async () => {
  await visit(page, 'learn')
  await page.getByLabel(/Thorough look/).check()
  await page.getByText(/^At most .* on this computer/).waitFor()
  await page.getByRole('img', { name: /^The last 20 of the \d+ layers of EfficientNet-Lite0 learn/ }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  const plan = await ask(page, 'learning', 'plan', { recipe: 'thorough', attributes: ['style'] })
  expect(plan.phases.map(({ trained }) => trained)).toEqual([0, 20])
  expect(plan.layers.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(plan.parameters)
  expect(plan.phases[1]!.parameters).toBeGreaterThan(plan.phases[0]!.parameters)
  expect(plan.phases[1]!.parameters).toBeLessThan(plan.parameters)
  await page.getByLabel(/Quick look/).check()
  await expect.poll(() => page.getByText(/^At most .* on this computer/).count()).toBe(0)
})

test('learning is paused, waits through a restart, goes on, and is given up', { timeout: 180_000 }, async () => {
  const before = await ask(page, 'learning', 'runs')
  await page.getByLabel(/Thorough look/).check()
  await page
    .locator('main')
    .getByRole('button', { name: /^Retrain/ })
    .click()
  await expect.poll(async () => (await learning()).curve.length, { timeout: 60_000 }).toBeGreaterThan(2)
  expect((await learning()).secondsLeft).toBeGreaterThan(0)
  await page.getByRole('img', { name: /^Of the works it has not seen/ }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('heading', { name: 'Learning is paused' }).waitFor()
  expect(await ask(page, 'learning', 'runs')).toEqual(before)

  await page.context().close()
  await app.stop()
  app = await startApp({ dataFolder: app.dataFolder })
  ;({ page } = await openPage(browser, app))
  await page.getByRole('button', { name: /^Sample/ }).click()
  await page.getByRole('listbox', { name: 'Works' }).waitFor()
  await visit(page, 'learn')
  await page.getByRole('heading', { name: 'Learning is paused' }).waitFor()
  expect((await learning()).state).toBe('paused')
  expect(await accessibilityProblems(page)).toEqual([])

  await page.getByRole('button', { name: 'Go on learning' }).click()
  await expect.poll(async () => (await learning()).curve.length, { timeout: 60_000 }).toBeGreaterThan(2)
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.getByRole('button', { name: 'Give up' }).click()
  await expect.poll(() => page.getByRole('heading', { name: 'Learning is paused' }).count()).toBe(0)
  expect((await learning()).state).toBe('cancelled')
  expect(await ask(page, 'learning', 'runs')).toEqual(before)
})
