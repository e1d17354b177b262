import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type ServedApp } from './browser.ts'
import { accessibilityProblems, problemsInBothColours, ask, openPage, openSample, visit } from './page.ts'
import { startWithSample } from './sample.ts'

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
  app = await startWithSample()
  const { page } = await openPage(browser, app)
  await openSample(page)
  await page.context().close()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await app?.remove()
})

test('axe finds nothing on any screen in light and dark, and nothing is complained about', async () => {
  const { page, complaints } = await openPage(browser, app)
  for (const [hash, heading] of screens) {
    await visit(page, hash)
    await expect.poll(() => page.locator('main h1').first().textContent()).toMatch(heading)
    expect(await problemsInBothColours(page), hash).toEqual([])
  }
  expect(complaints).toEqual([])
  await page.context().close()
}, 120_000)

test('axe finds nothing in any dialog in light and dark', async () => {
  const { page, complaints } = await openPage(browser, app)
  for (const [name, hash, open] of dialogs) {
    await visit(page, hash)
    await page.waitForTimeout(300)
    await open(page)
    await page.locator('dialog[open]').waitFor()
    await page.waitForTimeout(200)
    expect(await problemsInBothColours(page), name).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
  }
  expect(complaints).toEqual([])
  await page.context().close()
}, 120_000)

/** 800 pixels; 200 % zoom of a small laptop; 400 % zoom (WCAG 2.2, 1.4.10). */
const sizes = [
  { width: 800, height: 700 },
  { width: 640, height: 400 },
  { width: 320, height: 256 },
]

test('on every screen nothing runs out of a narrow window, no control is too small, and no word of the workshop is said', async () => {
  const { page } = await openPage(browser, app)
  for (const [hash] of screens) {
    await visit(page, hash)
    expect(await tooSmall(page), hash).toEqual([])
    const text = await page.locator('body').innerText()
    expect(text, hash).not.toMatch(/\b(tensor|epoch|softmax|logit|embedding|undefined|null|NaN)s?\b/i)
    expect(text, hash).not.toMatch(/\{\w+\}/)
    for (const size of sizes) {
      await page.setViewportSize(size)
      await page.evaluate(() => new Promise(requestAnimationFrame))
      expect(await outside(page), `${hash}, ${size.width} pixels`).toEqual([])
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  await page.context().close()
}, 120_000)

/** Less than 24 pixels and no link in a text (WCAG 2.2, 2.5.8). */
const tooSmall = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button:not(.link), select, input:not([type=checkbox], [type=radio], [type=range])')]
      .map((element) => ({ name: element.getAttribute('aria-label') ?? element.innerText.trim(), box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
      .map(({ name, box }) => `${name}: ${Math.round(box.width)} x ${Math.round(box.height)}`),
  ) // prettier-ignore

/** The page, where it is wider than the window, and controls that are cut off. */
const outside = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth } = document.documentElement
    const cut = [...document.querySelectorAll('button, input, select')]
      .map((element) => element.getBoundingClientRect())
      .filter((box) => box.width > 1 && box.right > innerWidth + 1)
      .map((box) => `${Math.round(box.left)}..${Math.round(box.right)}`)
    return [...(scrollWidth > innerWidth ? [`${scrollWidth} of ${innerWidth}`] : []), ...cut]
  })

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
  await visit(page, 'settings') // the pictures of the collection that is open are not asked of the next one
  await page.waitForLoadState('networkidle')
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
