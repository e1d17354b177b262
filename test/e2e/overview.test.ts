import path from 'node:path'
import type { Browser } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { put } from '#test/fixtures/folder.ts'
import { noise } from '#test/fixtures/pictures.ts'
import { launchBrowser, type ServedApp } from './browser.ts'
import { accessibilityProblems, ask, idle, openPage, visit } from './page.ts'
import { startWithSample } from './sample.ts'

let browser: Browser
let app: ServedApp

beforeAll(async () => {
  browser = await launchBrowser()
  app = await startWithSample()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await app?.remove()
})

/** Fourteen pictures: two share one under different styles, one is dark, one has no style, one style is rare. */
async function importTroubled(page: Parameters<typeof ask>[0]) {
  const folder = path.join(app.dataFolder, 'pictures')
  const lines = ['file,style']
  for (let index = 0; index < 12; index++) {
    const picture = await noise(index, 90, 70).resize(360, 280, { kernel: 'cubic' }).png().toBuffer()
    await put(folder, `${index}.png`, index === 3 ? await sharp(picture).linear(0.1, 0).png().toBuffer() : picture)
    lines.push(`${index}.png,${index === 11 ? '' : index === 10 ? 'Rare' : index % 2 ? 'Late' : 'Early'}`)
    if (index === 0) await put(folder, 'copy.png', picture)
    if (index === 1) await put(folder, 'smaller.jpg', await sharp(picture).resize(300).jpeg().toBuffer())
  }
  const table = await put(folder, 'labels.csv', `${[...lines, 'copy.png,Late', 'smaller.jpg,Late'].join('\n')}\n`)
  await visit(page, 'settings') // the pictures of the collection that is open are not asked of the next one
  await page.waitForLoadState('networkidle')
  await ask(page, 'collections', 'create', { folder: app.dataFolder, name: 'Troubled' })
  await ask(page, 'imports', 'start', { folder, table, folderAttribute: null })
  await idle(page)
}

test('from what to mend first to its works and back, by keyboard', { timeout: 120_000 }, async () => {
  const { page, complaints } = await openPage(browser, app)
  await importTroubled(page)
  await visit(page, 'overview')
  const advice = page.getByRole('region', { name: 'What to mend first' }).getByRole('listitem')
  await expect.poll(() => advice.count()).toBe(5)
  expect(await advice.first().textContent()).toContain('2 works share a picture, or nearly, but not the style.')
  const text = (await advice.allTextContents()).join(' ')
  for (const part of ['1 picture is very dark', '1 work has no style', 'merge them', '4 works share their picture'])
    expect(text).toContain(part)
  expect(await accessibilityProblems(page)).toEqual([])

  await page.getByRole('button', { name: /^Show 1 work: 1 picture is very dark/ }).press('Enter')
  await expect.poll(() => page.locator('main h1').textContent()).toBe('1 work')
  expect(await page.getByRole('complementary', { name: 'Filters' }).textContent()).toContain('Dark')
  await page.getByRole('button', { name: 'Back to the overview' }).click()
  await page.getByRole('button', { name: /^Show 2 works: 2 works share/ }).click()
  await expect.poll(() => page.locator('main h1').textContent()).toBe('2 works')
  await page.goBack()

  const sets = page.getByRole('region', { name: 'Same or nearly the same picture' })
  await expect.poll(() => sets.getByRole('button').count()).toBe(2)
  expect(await sets.getByRole('button').first().textContent()).toContain('differ in style')
  await expect.poll(() => sets.locator('img').count()).toBe(4)
  const late = page.getByRole('table', { name: 'Works by term of style' }).getByRole('row', { name: /^Late/ })
  expect(await late.textContent()).toContain('7')
  await late.getByRole('button', { name: 'Late' }).click()
  await expect.poll(() => page.locator('main h1').textContent()).toBe('7 works')
  expect(complaints).toEqual([])
  await page.context().close()
})
