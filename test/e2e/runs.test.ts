import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, type ServedApp } from './browser.ts'
import { accessibilityProblems, ask, idle, openPage, openSample, until, visit } from './page.ts'
import { startWithSample } from './sample.ts'

let browser: Browser
let app: ServedApp

/** The sample, learned three times: as usual, with other parts, and by a stricter recipe. Run 3 is in use. */
beforeAll(async () => {
  browser = await launchBrowser()
  app = await startWithSample()
  const { page } = await openPage(browser, app)
  await openSample(page)
  const strict = join(app.dataFolder, 'strict.json')
  await writeFile(strict, JSON.stringify({ id: 'strict', name: 'Strict look', l2: [30] }))
  for (const options of [
    { recipe: 'probe', seed: 7 },
    { recipe: strict, seed: 1 },
  ]) {
    await ask(page, 'learning', 'start', options)
    await idle(page)
  }
  expect((await ask(page, 'learning', 'runs')).map(({ id, current }) => [id, current])).toEqual([[3, true], [2, false], [1, false]]) // prettier-ignore
  await page.context().close()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await app?.remove()
})

const dialog = (page: Page) => page.locator('dialog[open]').last()
const inUse = async (page: Page) => (await ask(page, 'learning', 'runs')).find(({ current }) => current)?.id
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const entry = (page: Page, run: number) => page.locator('li.card', { has: page.locator(`[data-run='${run}']`) })

/** By the keyboard: the focus goes to the button as Tab would bring it there, then Enter. */
async function press(page: Page, name: string) {
  await button(page, name).focus()
  await page.keyboard.press('Enter')
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('axe finds nothing in the list of runs, the comparison, the card and the question before deleting', async () => {
    const { page, complaints } = await openPage(browser, app, { colorScheme })
    await visit(page, 'learn')
    await button(page, 'Model card: Run 3').waitFor()
    expect(await accessibilityProblems(page), 'list').toEqual([])
    for (const [name, ready] of [
      ['Compare with the current one: Run 1', 'dialog li img'],
      ['Model card: Run 1', 'dialog pre'],
      ['Delete: Run 1', 'dialog footer'],
    ] as const) {
      await press(page, name)
      await page.locator(ready).first().waitFor()
      expect(await accessibilityProblems(page), name).toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('dialog[open]').waitFor({ state: 'detached' })
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(name)
    }
    expect(complaints).toEqual([])
    await page.context().close()
  }, 120_000)
})

test('each run says when and how it was learned, from how many works and how well', async () => {
  const { page } = await openPage(browser, app)
  await visit(page, 'learn')
  for (const run of await ask(page, 'learning', 'runs')) {
    const item = entry(page, run.id)
    await item.getByText(`${run.recipeName} with EfficientNet-Lite0`).waitFor()
    const text = await item.innerText()
    expect(text).toContain('160 works')
    for (const { name, accuracy } of run.attributes) expect(text).toContain(`${name} ${(accuracy * 100).toFixed(1)}%`)
    expect(text.includes('in use')).toBe(run.current)
    expect(await item.getByRole('button').count()).toBe(run.current ? 1 : 4)
  }
  await page.context().close()
}, 60_000)

test('two runs are compared, and a work on which they differ is opened; Back leads to the comparison again', async () => {
  const { page, complaints } = await openPage(browser, app)
  await visit(page, 'learn')
  await press(page, 'Compare with the current one: Run 1')
  const found = await ask(page, 'learning', 'compare', { runs: [1, 3], attribute: 'style' })
  const shares = found.accuracy.values.map((share) => `${(share * 100).toFixed(1)}%`)
  expect(new Set(shares).size).toBe(2)
  const isFirst = found.accuracy.difference < 0
  const [most, least] = isFirst ? shares : shares.toReversed()
  const chance = found.mcnemar.p < 0.05 ? 'is hardly chance' : 'could be chance'
  await dialog(page).getByText(`Run ${isFirst ? 1 : 3} is right more often: ${most} against ${least}; the difference ${chance}.`).waitFor() // prettier-ignore
  const cells = await dialog(page).getByRole('row', { name: /^Right \d/ }).getByRole('cell').allTextContents() // prettier-ignore
  expect(cells.slice(0, 2)).toEqual(shares)
  expect(await dialog(page).locator('figure path:not(.sample path)').count()).toBe(2)
  const works = dialog(page).locator('ul li button')
  await expect.poll(() => works.count()).toBe(found.different)

  // Another attribute, by keys.
  await press(page, 'artist')
  const artists = await ask(page, 'learning', 'compare', { runs: [1, 3], attribute: 'artist' })
  await expect.poll(() => works.count()).toBe(artists.different)
  await press(page, 'style')
  await expect.poll(() => works.count()).toBe(found.different)

  await works.first().focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toContain(`#work/${found.differences[0]!.artwork}`)
  expect(await page.locator('dialog[open]').count()).toBe(0)
  await page.goBack()
  await dialog(page).getByRole('heading', { name: 'Run 1 beside run 3' }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.url()).toMatch(/#learn$/)
  expect(complaints).toEqual([])
  await page.context().close()
}, 60_000)

test('the model card is read by keys and saved', async () => {
  const { page } = await openPage(browser, app)
  await visit(page, 'learn')
  await press(page, 'Model card: Run 2')
  const { markdown } = await ask(page, 'learning', 'card', { run: 2 })
  await expect.poll(() => dialog(page).locator('pre').textContent()).toBe(markdown)
  await dialog(page).locator('pre').focus()
  await page.keyboard.press('End')
  await expect
    .poll(() => page.evaluate(() => document.querySelector('dialog .content')!.scrollTop))
    .toBeGreaterThan(500)
  await press(page, 'Save as')
  await page.getByLabel('File name').fill('card.md')
  await dialog(page).getByRole('textbox', { name: 'Folder' }).fill(app.dataFolder)
  await dialog(page).getByRole('button', { name: 'Go' }).click()
  await until('the chooser is there', async () => (await dialog(page).locator('ul').getAttribute('aria-label')) === app.dataFolder) // prettier-ignore
  await dialog(page).getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('The model card is saved to').waitFor()
  expect(await readFile(join(app.dataFolder, 'card.md'), 'utf8')).toBe(markdown)
  await page.context().close()
}, 60_000)

test('an earlier run is used again by key: its queue is shown, and the focus stays on it', async () => {
  const { page, complaints } = await openPage(browser, app)
  const queue = () => ask(page, 'queue', 'list', { attribute: 'style', limit: 200, offset: 0, flaggedOnly: false })
  const strict = await queue()
  await visit(page, 'learn')
  await press(page, 'Use this one again: Run 1')
  await page.getByText('Run 1 is in use again.').waitFor()
  await expect.poll(() => inUse(page)).toBe(1)
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Run 1')
  await entry(page, 1).getByText('in use').waitFor()
  const restored = await queue()
  expect(restored).not.toEqual(strict)
  await visit(page, 'review/style')
  await expect.poll(() => page.locator('aside h2').first().textContent()).toBe(restored[0]!.title)
  expect(complaints).toEqual([])
  await page.context().close()
}, 60_000)

test('a run is deleted only after it was asked for twice, and never the one in use', async () => {
  const { page, complaints } = await openPage(browser, app)
  await visit(page, 'learn')
  await expect.poll(() => inUse(page)).toBe(1)
  await button(page, 'Model card: Run 1').waitFor()
  expect(await button(page, 'Delete: Run 1').count()).toBe(0)
  const ids = async () => (await ask(page, 'learning', 'runs')).map(({ id }) => id)

  await press(page, 'Delete: Run 3')
  await dialog(page).getByRole('heading', { name: 'Delete run 3?' }).waitFor()
  await page.keyboard.press('Enter') // Cancel has the focus
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
  expect(await ids()).toEqual([3, 2, 1])

  await press(page, 'Delete: Run 3')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Run 3 is deleted.').waitFor()
  expect(await ids()).toEqual([2, 1])
  await expect.poll(() => entry(page, 3).count()).toBe(0)
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('runs')
  await expect(ask(page, 'learning', 'remove', { run: 1 })).rejects.toThrow('is the one in use')
  expect(complaints).toEqual([])
  await page.context().close()
}, 60_000)
