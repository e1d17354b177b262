import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, startApp, type ServedApp } from './browser.ts'
import { accessibilityProblems, openPage, visit } from './page.ts'

// Somebody who has never seen the app: these tests read and press only what is on the screen, by its visible or spoken name.

const long = { timeout: 120_000 }

let browser: Browser
let app: ServedApp
let page: Page
let complaints: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  app = await startApp()
  ;({ page, complaints } = await openPage(browser, app))
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await app?.remove()
})

/** CONNOISSEUR_SHOTS names a folder: then each step leaves a picture there, to be looked at. */
async function look(step: string) {
  const folder = process.env['CONNOISSEUR_SHOTS']
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${step}.png`) })
}

const button = (name: string | RegExp) => page.getByRole('button', { name })
const next = () => page.getByRole('complementary', { name: 'Next step' })

test('from the first start to the first corrected label, seen in the preview of the export, by what is on the screen alone', async () => {
  // The sample is open: its pictures come in and are learned; the line below says that nothing is to be done.
  await next().getByText('The app is looking at the pictures').waitFor()
  await look('1-start')
  await next()
    .getByText(/\d+ labels look doubtful/)
    .waitFor(long)
  await look('2-ready')
  expect(await accessibilityProblems(page)).toEqual([])
  await next().getByRole('button', { name: 'Review' }).click()

  // The first work, with its label and the suggestion, and what each key does.
  await next().getByText('Does the suggestion fit the picture better than the label?').waitFor()
  const change = button(/^Change to /)
  await change.waitFor()
  await look('3-first-work')
  expect(await accessibilityProblems(page)).toEqual([])
  const heading = page.locator('aside h2').first()
  const title = (await heading.textContent())!.trim()
  const term = /^Change to (.+?)(?:\s*A)?$/.exec((await change.textContent())!.trim())![1]!.trim()
  await change.click()
  await page.getByText(`Changed to ${term}`).first().waitFor()
  await expect.poll(async () => (await heading.textContent())!.trim()).not.toBe(title)
  await look('4-corrected')

  // What has changed in the table.
  await next().getByRole('button', { name: 'See the changes' }).click()
  await page.getByText('1 cell is different').waitFor()
  await page.locator('main').getByText(term).first().waitFor()
  await look('5-export')
  expect(complaints).toEqual([])
}, 240_000)

test('next steps are dismissed for good, and Settings bring them back', async () => {
  await button('Review').first().click()
  await next().getByRole('button', { name: 'Do not show next steps any more' }).click()
  await next().waitFor({ state: 'detached' })
  await page.reload()
  await page.locator('main h1').first().waitFor({ state: 'attached' })
  expect(await next().count()).toBe(0)
  await button('Settings').click()
  await page.getByLabel('Show what to do next').check()
  await button('Review').first().click()
  await next().waitFor()
}, 60_000)

/** What a screen reader is told in the live region, in order, each once. */
async function listen() {
  await page.evaluate(() => {
    const region = [...document.querySelectorAll('[aria-live=polite]')].at(-1)!
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    new MutationObserver(() => heard.push(region.textContent!.trim())).observe(region, { childList: true, characterData: true, subtree: true })
  }) // prettier-ignore
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0))
}

test('the review loop is spoken: what was done and what comes next, for accept, keep and undo; the work has names for all its parts', async () => {
  await button('Review').first().click()
  await button(/^Keep /).waitFor()
  const heading = page.locator('aside h2').first()
  const titleNow = async () => (await heading.textContent())!.trim()
  const said = await listen()
  const transcript: string[] = []
  const first = await titleNow()
  const keep = /^Keep (.+?)(?:\s*K)?$/.exec((await button(/^Keep /).textContent())!.trim())![1]!.trim()
  for (const key of ['k', 'a', 'z', 'z']) {
    const before = await titleNow()
    await page.keyboard.press(key)
    await expect.poll(titleNow).not.toBe(before)
    let words: string[] = []
    await expect.poll(async () => (words = [...words, ...(await said())]).length).toBeGreaterThan(0)
    transcript.push(words.join(' | '))
  }
  expect(transcript[0]).toMatch(new RegExp(`^Kept ${keep}\\. Next: .+, labelled .+, suggested .+\\.`))
  expect(transcript[1]).toMatch(/^Changed to .+\. Next: .+, labelled .+, suggested .+\./)
  expect(transcript[2]).toMatch(/^Taken back: .+ relabelled “.+” from .+ to .+/)
  expect(transcript[3]).toMatch(/^Taken back: .+ kept /)
  expect(await titleNow()).toBe(first)

  // The accessibility tree of the panel: title, label and suggestion with their chance, reasons, verdicts.
  const tree = await page.locator('aside').filter({ hasText: 'Why it is here' }).first().ariaSnapshot()
  expect(tree).toContain(`- heading "${first.replaceAll('"', '\\"')}" [level=2]`)
  for (const part of [/Label/, /The picture suggests/, /Why it is here/, /button "Change to .+ A"/, /button "Keep .+ K"/, /button "U Unsure"/, /button "W Wrong image"/, /button "S Skip"/, /listitem: .+/])
    expect(tree).toMatch(part)
  expect(await page.locator('body').ariaSnapshot()).toMatch(/- navigation "Screens":/)
}, 90_000) // prettier-ignore

test('the help is searched while one types, by other words than its own, with keys alone; empty places lead to their article', async () => {
  await button('Help').click()
  const field = page.getByRole('searchbox', { name: 'Search the help' })
  await field.fill('excel')
  const contents = page.getByRole('navigation', { name: 'Contents of the help' })
  await expect.poll(() => contents.getByRole('button').allTextContents()).toEqual(['Import pictures and labels', 'Export the corrected table']) // prettier-ignore
  await field.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Export the corrected table' }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await field.fill('gdpr')
  await field.press('Enter')
  await page.getByRole('heading', { name: 'What leaves this computer' }).waitFor()
  await field.fill('quantum')
  await page.getByText('No article has all these words.').waitFor()
  await page.goBack()

  await visit(page, 'collection')
  await page.getByRole('searchbox', { name: 'Search all fields' }).fill('nothing like this')
  await page.getByText('No work fits.').waitFor()
  await button('Read more about it').click()
  await page.getByRole('heading', { name: 'Search and narrow down' }).waitFor()
}, 60_000)

test('an empty collection says below what to begin with', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'connoisseur-new-'))
  await button(/^Sample/).click()
  await button(/^New collection/).click()
  await page.getByLabel('Name', { exact: true }).fill('Mine')
  await page.getByLabel('Where to keep it').fill(folder)
  await button('Create').click()
  await page.getByRole('heading', { name: 'Import' }).waitFor()
  await button(/^Collection/)
    .first()
    .click()
  await next().getByText('Begin with a folder of images.').waitFor()
  await next().getByRole('button', { name: 'Import' }).click()
  await page.getByRole('heading', { name: 'Import' }).waitFor()
  await rm(folder, { recursive: true, force: true })
}, 60_000)
