import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, type ServedApp } from './browser.ts'
import { accessibilityProblems, ask, openPage, openSample, visit } from './page.ts'
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

const dialog = (page: Page) => page.locator('dialog[open]').last()
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }) // prettier-ignore
const item = (page: Page, name: string) => page.getByRole('treeitem').filter({ hasText: name })
const counts = async (page: Page) => Object.fromEntries((await ask(page, 'vocabulary', 'list', { attribute: 'style' })).map(({ name, works }) => [name, works])) // prettier-ignore

test('two terms are merged after a preview that says what it means, and one undo brings both back', async () => {
  const { page, complaints } = await openPage(browser, app)
  await visit(page, 'vocabulary/style')
  const before = await counts(page)
  const [from, into] = Object.keys(before) as [string, string]
  await item(page, from).click()
  await page.locator('article h2', { hasText: from }).waitFor()
  await button(page, 'Merge').click()
  await dialog(page).getByRole('button', { name: into }).click()
  const preview = dialog(page).locator('.means')
  await expect.poll(() => preview.innerText()).toContain(`${before[from]} works that are ${from} will be ${into}.`)
  expect(await preview.innerText()).toContain('One undo takes all of it back.')
  expect(await accessibilityProblems(page)).toEqual([])
  expect(await counts(page)).toEqual(before)
  await dialog(page).getByRole('button', { name: 'Merge', exact: true }).click()
  await dialog(page).waitFor({ state: 'detached' })
  const after = await counts(page)
  expect(after[into]).toBe(before[from]! + before[into]!)
  expect(from in after).toBe(false)
  await expect.poll(() => page.locator('article').innerText()).toContain('Also found as')
  await visit(page, 'history')
  await page.getByText(new RegExp(`merged ${from} into ${into}, ${before[from]} works`)).waitFor()
  await page.keyboard.press('Control+z')
  await page.getByText(`Taken back: `).first().waitFor()
  await expect.poll(() => counts(page)).toEqual(before)
  expect(complaints).toEqual([])
  await page.context().close()
}, 60_000)

test('a name that is taken leads to the question whether to merge, and nothing happens without an answer', async () => {
  const { page } = await openPage(browser, app)
  await visit(page, 'vocabulary/style')
  const before = await counts(page)
  const [one, other] = Object.keys(before) as [string, string]
  await item(page, one).click()
  await button(page, 'Rename').click()
  await dialog(page).getByLabel('Name').fill(other)
  await page.keyboard.press('Enter')
  await dialog(page).getByText(`There is a term “${other}” already.`).waitFor()
  await dialog(page).getByRole('button', { name: 'Merge with it instead' }).click()
  await dialog(page).getByText(`${other} stays`).waitFor()
  await page.keyboard.press('Escape')
  expect(await counts(page)).toEqual(before)
  await page.context().close()
}, 60_000)

describe('by the keyboard', () => {
  test('a term is added, described, put below another and found by its translation', async () => {
    const { page, complaints } = await openPage(browser, app)
    await visit(page, 'vocabulary/style')
    await button(page, 'New term').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Late Tesserism')
    await page.keyboard.press('Enter')
    await page.locator('article h2', { hasText: 'Late Tesserism' }).waitFor()
    await page.getByLabel('What it means').fill('Tiles that come loose.')
    await page.getByLabel('From', { exact: true }).fill('1890')
    await page.getByLabel('To', { exact: true }).fill('1880')
    await page.keyboard.press('Tab')
    await page.getByText('before it begins').first().waitFor()
    await expect.poll(() => page.getByLabel('To', { exact: true }).inputValue()).toBe('')
    await page.getByLabel('Getty AAT or ULAN').fill('300021147')
    await page.keyboard.press('Tab')
    await expect.poll(() => page.getByLabel('Getty AAT or ULAN').inputValue()).toBe('http://vocab.getty.edu/aat/300021147') // prettier-ignore
    await button(page, 'Add a language').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Name' }).fill('Spätmosaik')
    await page.keyboard.press('Tab')
    await page.getByLabel('Broader term').or(button(page, 'None')).first().focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Tesserism')
    await page.keyboard.press('Enter')
    await expect.poll(() => item(page, 'Late Tesserism').getAttribute('aria-level')).toBe('2')
    const [term] = (await ask(page, 'vocabulary', 'list', { attribute: 'style' })).filter(({ name }) => name === 'Late Tesserism') // prettier-ignore
    expect(term).toMatchObject({ description: 'Tiles that come loose.', from: 1890, to: null, translations: [{ language: 'de', name: 'Spätmosaik' }] }) // prettier-ignore
    await page.getByRole('searchbox').fill('spatmosaik')
    await expect.poll(() => page.getByRole('treeitem').count()).toBe(1)
    expect(await accessibilityProblems(page)).toEqual([])
    expect(complaints).toEqual([])
    const path = join(app.dataFolder, 'terms.csv')
    await ask(page, 'vocabulary', 'exportFile', { attribute: 'style', path })
    expect(await readFile(path, 'utf8')).toContain('Late Tesserism,Tesserism,Tiles that come loose.,1890,,http://vocab.getty.edu/aat/300021147,,Spätmosaik') // prettier-ignore
    await page.context().close()
  }, 60_000)

  test('the class guide shows beside the queue what both terms mean, with pictures that somebody has confirmed', async () => {
    const { page, complaints } = await openPage(browser, app)
    await visit(page, 'review/style')
    const guide = page.getByRole('complementary', { name: 'What the terms mean' })
    const [entry] = await ask(page, 'queue', 'list', { attribute: 'style', limit: 1, offset: 0, flaggedOnly: true })
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    expect(await guide.count()).toBe(0)
    await page.keyboard.press('g')
    for (const term of [entry!.label, entry!.suggestion]) await guide.getByRole('heading', { name: term, exact: true }).waitFor() // prettier-ignore
    await guide.getByText('No work of it is confirmed yet.').first().waitFor()
    const terms = await ask(page, 'vocabulary', 'list', { attribute: 'style' })
    const suggested = terms.find(({ name }) => name === entry!.suggestion)!
    await ask(page, 'vocabulary', 'describe', { term: suggested.id, details: { description: 'As one sees it here.', from: 1870, to: 1900 } }) // prettier-ignore
    const ofSuggested = await ask(page, 'artworks', 'find', { attribute: 'style', term: suggested.name })
    const [confirmed] = ofSuggested.filter((id) => id !== entry!.artwork)
    await ask(page, 'verdicts', 'decide', { artwork: confirmed, attribute: 'style', kind: 'keep' })
    await guide.getByText('As one sees it here.').waitFor()
    await guide.getByText('1870 to 1900').waitFor()
    await guide.getByRole('group', { name: `Examples of ${suggested.name}` }).getByRole('button', { name: /confirmed by/ }).waitFor() // prettier-ignore
    expect(await accessibilityProblems(page)).toEqual([])
    await page.keyboard.press('g')
    await expect.poll(() => guide.count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  }, 60_000)
})
