import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type ServedApp } from './browser.ts'
import { accessibilityProblems, ask, openPage, openSample, visit } from './page.ts'
import { startWithSample } from './sample.ts'

let browser: Browser
let app: ServedApp
let page: Page
let complaints: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  app = await startWithSample()
  ;({ page, complaints } = await openPage(browser, app))
  await openSample(page)
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await app?.remove()
})

const heading = () => page.locator('main h1').first().textContent()
const chips = () => page.getByRole('group', { name: 'What is shown' }).getByRole('button', { name: /^Remove/ })
const search = () => page.getByRole('searchbox', { name: 'Search all fields' })
const sample = () => ask(page, 'artworks', 'find', {})

test('words are searched in every field while they are typed; conditions become chips with Enter and are taken away one by one', async () => {
  await visit(page, 'collection')
  await search().fill('woodblock style:lantern')
  await page.getByText('Enter adds: style: lantern').waitFor()
  const all = await ask(page, 'artworks', 'find', { text: 'woodblock' })
  await expect.poll(heading).toBe(`${all.length} works`)
  expect(all.length).toBeGreaterThan(5)
  await search().fill('woodblock style:"lantern prints" year<1900 not is:reviewed')
  await search().press('Enter')
  await expect.poll(() => chips().count()).toBe(4)
  const narrowed = await ask(page, 'artworks', 'find', {
    text: 'woodblock',
    conditions: [
      { kind: 'label', attribute: 'style', term: 'Lantern Prints' },
      { kind: 'year', field: 'year', is: 'before', year: 1900 },
    ],
  })
  expect(narrowed.length).toBeGreaterThan(0)
  expect(narrowed.length).toBeLessThan(all.length)
  await expect.poll(heading).toMatch(new RegExp(`^${narrowed.length} works?$`))
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Remove: year before 1900' }).click()
  await expect.poll(() => chips().count()).toBe(3)
  await search().fill('is:blue')
  await page.getByText('is:blue is no condition.', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Show all works' }).click()
  await expect.poll(heading).toBe('160 works')
  expect(await search().inputValue()).toBe('')
}, 60_000)

test('a list is built without typing a query, kept with its count, renamed, moved and deleted, and the deletion is taken back', async () => {
  await visit(page, 'collection')
  const build = async (what: string, value: string) => {
    await page.getByRole('button', { name: 'Add a condition' }).click()
    await page.getByLabel('What', { exact: true }).selectOption(what)
    const field = page.getByLabel('Value', { exact: true })
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Add', exact: true }).click()
  }
  const save = async (name: string) => {
    await page.getByRole('button', { name: 'Save as a list' }).click()
    await page.getByLabel('Name of the list').fill(name)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await build('label style', 'Silentism')
  await save('Silent')
  await build('year year', '1900')
  await save('Silent and old')
  const [first, second] = await ask(page, 'filters', 'list')
  expect(second!.filter.conditions).toEqual([
    { kind: 'label', attribute: 'style', term: 'Silentism' },
    { kind: 'year', field: 'year', is: 'before', year: 1900 },
  ])
  const count = await ask(page, 'filters', 'count', { filter: first!.filter })
  const lists = page.getByRole('region', { name: 'My lists' })
  await lists.getByRole('button', { name: `Silent ${count}`, exact: true }).click()
  await expect.poll(heading).toBe(`${count} works`)

  // The counts follow the labels.
  await ask(page, 'artworks', 'relabel', { ids: [(await ask(page, 'artworks', 'find', first!.filter))[0]], attribute: 'style', term: 'Tesserism' }) // prettier-ignore
  await lists.getByRole('button', { name: `Silent ${count - 1}`, exact: true }).waitFor()
  await ask(page, 'history', 'undo')

  await page.getByRole('button', { name: 'Move the list Silent down' }).click()
  await expect.poll(async () => (await ask(page, 'filters', 'list')).map(({ name }) => name)).toEqual(['Silent and old', 'Silent']) // prettier-ignore
  await page.getByRole('button', { name: 'Rename the list Silent', exact: true }).click()
  await page.getByLabel('Name of the list').fill('silent AND old')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('There is a list named').waitFor()
  await page.getByLabel('Name of the list').fill('Quiet')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Delete the list Quiet' }).click()
  await expect.poll(async () => (await ask(page, 'filters', 'list')).length).toBe(1)
  await page.getByText('The list “Quiet” is deleted.').locator('..').getByRole('button', { name: /Undo/ }).click()
  await expect.poll(async () => (await ask(page, 'filters', 'list')).map(({ name }) => name)).toEqual(['Silent and old', 'Quiet']) // prettier-ignore
  await page.getByRole('button', { name: 'Show all works' }).click()
}, 60_000)

test('works are sorted by any evidence, and each cell shows what it is sorted by', async () => {
  await visit(page, 'collection')
  await page.getByLabel('Sort by').selectOption({ label: 'Picture: its label' })
  await page.getByLabel('Of the label').selectOption('style')
  const options = page.getByRole('listbox', { name: 'Works' }).getByRole('option')
  const shown = async () =>
    (await page.locator('.cell .key').allTextContents()).map((text) => Number(/(\d+)%/.exec(text)![1]))
  let values: number[] = []
  await expect.poll(async () => (values = await shown()).length).toBeGreaterThan(10)
  expect(values).toEqual(values.toSorted((a, b) => a - b))
  const ids = await ask(page, 'artworks', 'find', { sort: 'labelProbability', sortOf: 'style' })
  const [worst] = await ask(page, 'artworks', 'evidence', { ids: ids.slice(0, 1), attribute: 'style' })
  const [card] = await ask(page, 'artworks', 'read', { ids: ids.slice(0, 1) })
  expect(await options.first().textContent()).toContain(card!.title)
  expect(values[0]).toBe(Math.max(1, Math.round(worst!.values.labelProbability! * 100))) // '< 1%'
  await page.getByRole('button', { name: 'From low to high. Press to turn round' }).click()
  await expect.poll(async () => (await shown())[0]).toBeGreaterThan(90)
  await page.getByLabel('Sort by').selectOption({ label: 'Order of import' })
}, 60_000)

test('a contact sheet shows every work once, and is printed on as many pages as it says', async () => {
  await visit(page, 'collection')
  await page.getByRole('button', { name: /^Print a contact sheet/ }).click()
  await expect.poll(heading).toBe('Contact sheet')
  await page.getByLabel('Lines for notes').selectOption('1')
  await page.getByText('160 works, ').waitFor()
  const ids = await sample()
  const cards = await ask(page, 'artworks', 'read', { ids })
  for (const [columns, orientation] of [
    ['3', 'Upright'],
    ['5', 'Across'],
  ] as const) {
    await page.getByLabel('Pictures in a row').selectOption(columns)
    await page.getByLabel('Orientation').selectOption(orientation)
    const said = Number(/, (\d+) pages/.exec((await page.getByText('160 works, ').textContent())!)![1])
    const preview = page.getByRole('region', { name: 'Preview' })
    expect(await preview.getByRole('article').count()).toBe(said)
    const files = await preview.locator('li p:nth-of-type(2)').allTextContents()
    expect(files).toEqual(cards.map(({ file }) => file))
    // What is printed by the browser: pages of the PDF, each as large as the paper.
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)!.length).toBe(said)
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!
    expect(Number(width) < Number(height)).toBe(orientation === 'Upright')
  }
  const overflowing = await page.locator('article li').evaluateAll((cells) => cells.filter((cell) => cell.scrollHeight > cell.clientHeight + 1).length) // prettier-ignore
  expect(overflowing).toBe(0)
  expect(await accessibilityProblems(page)).toEqual([])
}, 90_000)

test('only the chosen works are on the sheet, and pictures are loaded before the print dialog opens', async () => {
  await visit(page, 'collection')
  await page.getByRole('listbox', { name: 'Works' }).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+p')
  await page.getByText('3 works, 1 page').waitFor()
  await page.evaluate(() => {
    const state = globalThis as unknown as { printed: boolean[] }
    window.print = () => {
      state.printed = [...document.querySelectorAll('article img')].map((picture) => (picture as HTMLImageElement).naturalWidth > 0) // prettier-ignore
    }
  })
  await page.getByRole('button', { name: 'Print', exact: true }).click()
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as { printed?: boolean[] }).printed)).toEqual([true, true, true]) // prettier-ignore
}, 60_000)

test('the summary tells what was decided today, in a sentence, a chart and a table', async () => {
  const queue = await ask(page, 'queue', 'list', { attribute: 'style', limit: 4, offset: 0, flaggedOnly: false })
  for (const [index, { artwork, suggestion }] of queue.entries())
    await ask(page, 'verdicts', 'decide', index === 3 ? { artwork, attribute: 'style', kind: 'keep' } : { artwork, attribute: 'style', kind: 'relabel', term: suggestion }) // prettier-ignore
  await ask(page, 'history', 'undo')
  await visit(page, 'start')
  await page.getByText('Today: 3 reviewed, 3 corrected').waitFor()
  await page.getByRole('button', { name: 'See the summary' }).click()
  const dialog = page.getByRole('dialog', { name: 'Summary' })
  await dialog.getByRole('img', { name: 'Verdicts of the last 14 days, at most 3 on a day' }).waitFor()
  expect(await dialog.getByRole('row').last().getByRole('cell').allTextContents()).toEqual([expect.any(String), expect.stringMatching(/\d:\d\d/), '3', '3', '0']) // prettier-ignore
  await dialog.getByText(`${queue[0]!.label} → ${queue[0]!.suggestion}`).first().waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  expect(complaints).toEqual([])
}, 60_000)
