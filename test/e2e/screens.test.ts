import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, startApp, type ServedApp } from './browser.ts'
import { accessibilityProblems, ask, openPage, openSample, visit } from './page.ts'

/** Address and a heading of each screen. */
const screens: [hash: string, heading: RegExp][] = [
  ['start', /^Connoisseur$/],
  ['collection', /^160 works$/],
  ['work/12', /./],
  ['review', /^Review$/],
  ['findings', /^Findings$/],
  ['looks/style', /^Look-alikes$/],
  ['learn', /^Learn$/],
  ['learn/recipe-thorough', /^Learn$/],
  ['evaluate', /^Evaluate$/],
  ['evaluate/splits', /^Evaluate$/],
  ['overview', /^Overview$/],
  ['history', /^Nothing has been changed yet|^History$/],
  ['vocabulary', /^Vocabulary$/],
  ['contactSheet', /^Contact sheet$/],
  ['opinions', /^Second opinion$/],
  ['import', /^Import$/],
  ['export', /^Export$/],
  ['settings', /^Settings$/],
  ['help', /^Help$/],
]
const dialogs: [name: string, hash: string, open: (page: Page) => Promise<void>][] = [
  ['the command palette', 'collection', (page) => page.keyboard.press('Control+k')],
  ['the choice of a term', 'review/style', (page) => page.keyboard.press('t')],
  [
    'how a score was found',
    'review/style',
    async (page) => (
      await page.locator('.link:enabled', { hasText: 'How this was found' }).waitFor(),
      page.keyboard.press('e')
    ),
  ],
  ['a condition of a filter', 'collection', (page) => page.getByRole('button', { name: 'Add a condition' }).click()],
  ['the summary', 'start', (page) => runCommand(page, 'Summary of what was decided')],
  ['a new collection', 'start', (page) => page.getByRole('button', { name: /New collection/ }).click()],
  ['the folder chooser', 'start', (page) => page.getByRole('button', { name: /Open a collection/ }).click()],
]

async function runCommand(page: Page, name: string) {
  await page.keyboard.press('Control+k')
  await page.getByRole('option', { name }).click()
}

let browser: Browser
let app: ServedApp

beforeAll(async () => {
  browser = await launchBrowser()
  app = await startApp()
  const { page } = await openPage(browser, app)
  await openSample(page)
  await page.context().close()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await app?.remove()
})

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('axe finds nothing on any screen, and nothing is complained about', async () => {
    const { page, complaints } = await openPage(browser, app, { colorScheme })
    for (const [hash, heading] of screens) {
      await visit(page, hash)
      await expect.poll(() => page.locator('main h1').first().textContent()).toMatch(heading)
      expect(await accessibilityProblems(page), hash).toEqual([])
    }
    expect(complaints).toEqual([])
    await page.context().close()
  }, 120_000)

  test('axe finds nothing in any dialog', async () => {
    const { page, complaints } = await openPage(browser, app, { colorScheme })
    for (const [name, hash, open] of dialogs) {
      await visit(page, hash)
      await page.waitForTimeout(300)
      await open(page)
      await page.locator('dialog[open]').waitFor()
      await page.waitForTimeout(200)
      expect(await accessibilityProblems(page), name).toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('dialog[open]').waitFor({ state: 'detached' })
    }
    expect(complaints).toEqual([])
    await page.context().close()
  }, 120_000)
})

test.each([
  ['800 pixels wide', 800, 700],
  ['at 200 % zoom of a small laptop', 640, 400],
  ['at 400 % zoom (WCAG 2.2, 1.4.10)', 320, 256],
])(
  'nothing runs out of the window %s',
  async (_, width, height) => {
    const { page } = await openPage(browser, app, { width, height })
    for (const [hash] of screens) {
      await visit(page, hash)
      const [inside, outside] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
      expect(inside, hash).toBeLessThanOrEqual(outside)
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('button, input, select')]
          .map((element) => element.getBoundingClientRect())
          .filter((box) => box.width > 1 && box.right > innerWidth + 1)
          .map((box) => `${Math.round(box.left)}..${Math.round(box.right)}`),
      )
      expect(cut, hash).toEqual([])
    }
    await page.context().close()
  },
  60_000,
)

test('every control is at least 24 pixels high and wide, or a link in a text (WCAG 2.2, 2.5.8)', async () => {
  const { page } = await openPage(browser, app)
  for (const [hash] of screens) {
    await visit(page, hash)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button:not(.link), select, input:not([type=checkbox], [type=radio], [type=range])')]
        .map((element) => ({ name: element.getAttribute('aria-label') ?? element.innerText.trim(), box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
        .map(({ name, box }) => `${name}: ${Math.round(box.width)} x ${Math.round(box.height)}`),
    )
    expect(small, hash).toEqual([])
  }
  await page.context().close()
}, 60_000) // prettier-ignore

test('no screen shows a word of the workshop', async () => {
  const { page } = await openPage(browser, app)
  for (const [hash] of screens) {
    await visit(page, hash)
    const text = await page.locator('body').innerText()
    expect(text, hash).not.toMatch(/\b(tensor|epoch|softmax|logit|embedding|undefined|null|NaN)s?\b/i)
    expect(text, hash).not.toMatch(/\{\w+\}/)
  }
  await page.context().close()
}, 60_000)

test('a screen that is left and come back to by Back is the same', async () => {
  const { page } = await openPage(browser, app)
  await visit(page, 'help')
  await visit(page, 'settings')
  await page.goBack()
  await expect.poll(() => page.locator('main h1').textContent()).toBe('Help')
  await page.context().close()
})

test('an empty collection says on every screen what to do', async () => {
  const { page, complaints } = await openPage(browser, app, { colorScheme: 'dark' })
  await page.waitForLoadState('networkidle') // the pictures of the collection that is open are not asked of the next one
  await ask(page, 'collections', 'create', { folder: app.dataFolder, name: 'Empty' })
  await expect.poll(() => page.title()).toContain('Empty')
  for (const [hash, button] of [
    ['collection', 'Import'],
    ['review', 'Import'],
    ['learn', 'Import'],
    ['evaluate', 'Learn'],
    ['overview', 'Import'],
    ['export', 'Import'],
    ['history', 'Review'],
    ['import', 'Choose a folder of images'],
  ] as const) {
    await visit(page, hash)
    await page.locator('main').getByRole('button', { name: button }).waitFor()
    expect(await accessibilityProblems(page), hash).toEqual([])
  }
  expect(complaints).toEqual([])
  await page.context().close()
}, 60_000)
