import type { Browser, Page, Request } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type ServedApp } from './browser.ts'
import { ask, openPage, openSample, visit } from './page.ts'
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

const title = () => page.locator('aside h2').first().textContent()
const verdicts = () => ask(page, 'verdicts', 'list', { limit: 20 })
const queue = () => ask(page, 'queue', 'list', { attribute: 'style', limit: 5, offset: 0, flaggedOnly: true })

test('a work is found in the grid, opened, stepped through and left by keys alone', async () => {
  await visit(page, 'collection')
  await page.getByRole('listbox', { name: 'Works' }).focus()
  await page.keyboard.press('End')
  const active = () => page.locator('[role=option].active').getAttribute('aria-posinset')
  await expect.poll(active).toBe('160')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  const place = Number(await active())
  expect(place).toBeGreaterThan(2)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toContain('#work/')
  await page.getByText(`${place} of 160`).waitFor()
  await page.keyboard.press('ArrowRight')
  await page.getByText(`${place + 1} of 160`).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.url()).toContain('#collection')
  await expect.poll(active).toBe(String(place + 1))
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await expect.poll(focused).toBe('Works')
})

test('several works are chosen with Shift and relabelled by typing, and Ctrl+Z takes it back', async () => {
  await visit(page, 'collection')
  const [first, second] = await ask(page, 'artworks', 'find', { sort: 'added' })
  const styles = async () => (await ask(page, 'artworks', 'read', { ids: [first, second] })).map((card) => card.labels['style']) // prettier-ignore
  const before = await styles()
  const wanted = (await ask(page, 'attributes', 'list')).find(({ name }) => name === 'style')!.terms.find(({ name }) => !before.includes(name))!.name // prettier-ignore
  await page.getByRole('listbox', { name: 'Works' }).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowRight')
  await page.getByText('2 chosen').waitFor()
  await page.keyboard.press('t')
  await page.locator('dialog input').fill('style')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Set the style' }).fill(wanted)
  await page.keyboard.press('Enter')
  await expect.poll(styles).toEqual([wanted, wanted])
  await page.keyboard.press('Control+z')
  await expect.poll(styles).toEqual(before)
})

test('each key of the review writes its verdict, and Z takes it back and shows the work again', async () => {
  await visit(page, 'review/style')
  const [entry] = await queue()
  await expect.poll(title).toBe(entry!.title)
  for (const [key, kind] of [['a', 'relabel'], ['k', 'keep'], ['u', 'unsure'], ['w', 'wrong-image'], ['s', 'skip'], ['Enter', 'relabel']] as const) {
    await page.keyboard.press(key)
    await expect.poll(async () => (await verdicts()).map((verdict) => verdict.kind)).toEqual([kind])
    await expect.poll(title).not.toBe(entry!.title)
    await page.keyboard.press(key === 'a' ? 'Control+z' : 'z')
    await expect.poll(verdicts).toEqual([])
    await expect.poll(title).toBe(entry!.title)
  }
}) // prettier-ignore

test('a verdict that is taken back before it is written is taken back all the same', async () => {
  await visit(page, 'review/style')
  const [entry] = await queue()
  await expect.poll(title).toBe(entry!.title)
  await page.evaluate(() => {
    for (const key of ['a', 'k', 'z', 'z']) dispatchEvent(new KeyboardEvent('keydown', { key }))
  })
  await page.waitForTimeout(500)
  expect(await verdicts()).toEqual([])
  await expect.poll(title).toBe(entry!.title)
})

test('another term is chosen by typing a part of it, accents aside', async () => {
  await visit(page, 'review/artist')
  const [entry] = await ask(page, 'queue', 'list', { attribute: 'artist', limit: 1, offset: 0, flaggedOnly: true })
  await expect.poll(title).toBe(entry!.title)
  const terms = (await ask(page, 'attributes', 'list')).find(({ name }) => name === 'artist')!.terms
  const wanted = terms.find(({ name }) => name !== entry!.label && name !== entry!.suggestion)!.name
  await page.keyboard.press('t')
  await page.locator('dialog input').pressSequentially(wanted.split(' ').at(-1)!.toLowerCase())
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await verdicts())[0]?.after).toBe(wanted)
  await page.keyboard.press('z')
  await expect.poll(verdicts).toEqual([])
})

test('the arrows look back at a decided work, which says what was decided', async () => {
  await visit(page, 'review/style')
  const [entry] = await queue()
  await expect.poll(title).toBe(entry!.title)
  await page.keyboard.press('k')
  await expect.poll(title).not.toBe(entry!.title)
  await expect.poll(async () => (await verdicts()).length).toBe(1)
  await page.keyboard.press('ArrowLeft')
  await page.getByText(`Decided: Kept ${entry!.label}`).waitFor()
  await page.keyboard.press('z')
  await expect.poll(verdicts).toEqual([])
})

test('the next work and its proof are asked for before the key is pressed', async () => {
  await visit(page, 'review/style')
  await expect.poll(() => page.locator('.strip img').count()).toBe(8)
  await page.waitForLoadState('networkidle')
  const first = await title()
  const asked: string[] = []
  const note = (request: Request) => asked.push(`${request.url()} ${request.postData() ?? ''}`)
  page.on('request', note)
  const sources = await page.evaluate(async () => {
    const heading = document.querySelector('aside h2')!
    const before = heading.textContent
    dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }))
    const images = () => [...document.querySelectorAll<HTMLImageElement>('.stage img, .strip img')]
    const isThere = () => heading.textContent !== before && images().length === 9 && images().every((image) => image.complete && image.naturalWidth > 0) // prettier-ignore
    while (!isThere()) await new Promise(requestAnimationFrame)
    return images().map((image) => image.src)
  })
  page.off('request', note)
  expect(await title()).not.toBe(first)
  for (const source of sources) expect(asked.filter((line) => line.startsWith(source))).toEqual([])
  await page.keyboard.press('ArrowLeft')
})

test('a letter typed into the search field is a letter and no command', async () => {
  await visit(page, 'collection')
  await page.keyboard.press('/')
  await page.keyboard.type('r')
  expect(await page.getByRole('searchbox').inputValue()).toBe('r')
  expect((await ask(page, 'jobs', 'list')).filter((job) => job.state === 'running')).toEqual([])
  await page.getByRole('searchbox').fill('')
})

test('the palette finds a command by a part of its name and runs it', async () => {
  await page.keyboard.press('Control+k')
  await page.locator('dialog input').fill('sett')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('main h1').textContent()).toBe('Settings')
})

test('the help page names every key of the review', async () => {
  await visit(page, 'help')
  const keys = await page.locator('kbd').allTextContents()
  for (const key of ['A', 'Enter', 'K', 'T', 'U', 'W', 'S', 'R', 'Ctrl+Z', 'Z', 'Ctrl+K', '←', '→'])
    expect(keys).toContain(key)
})

test('a verdict is spoken, with the work that comes next', async () => {
  await visit(page, 'review/style')
  const [entry] = await queue()
  await expect.poll(title).toBe(entry!.title)
  await page.keyboard.press('k')
  const spoken = () => page.locator('p[role=status][aria-live=polite]').textContent()
  await expect.poll(spoken).toMatch(new RegExp(`^Kept ${entry!.label}. Next: .+, labelled .+, suggested .+`))
  await page.keyboard.press('z')
  await expect.poll(verdicts).toEqual([])
})
