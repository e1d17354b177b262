import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePaintings } from '#test/seeds/paintings/make.ts'
import { launchBrowser, type ServedApp } from './browser.ts'
import { accessibilityProblems, ask, idle, openPage, until, visit } from './page.ts'
import { startWithSample } from './sample.ts'

let browser: Browser
let app: ServedApp
let page: Page
let complaints: string[]
let folder: string
/** Its label was changed on purpose, and its image is there twice with two labels. */
let planted: { file: string; right: string; wrong: string }

const images = () => path.join(folder, 'museum')

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'connoisseur-evidence-'))
  await makePaintings({ folder: images(), works: 100, seed: 'evidence', wrongShare: 0, size: 200 })
  const table = path.join(images(), 'labels.csv')
  const [header, ...rows] = (await readFile(table, 'utf8')).trimEnd().split('\n')
  const styles = [...new Set(rows.map((row) => styleOf(header!, row)))]
  const right = styleOf(header!, rows[10]!)
  const wrong = styles.find((style) => style !== right)!
  const file = rows[10]!.split(',')[header!.split(',').indexOf('file')]!
  planted = { file, right, wrong }
  const changed = rows.map((row, at) => (at === 10 ? row.replace(`,${right},`, `,${wrong},`) : row))
  const copy = file.replace(/(\.\w+)$/, '-copy$1')
  await copyFile(path.join(images(), file), path.join(images(), copy))
  await writeFile(table, [header, ...changed, rows[10]!.replace(file, copy)].join('\n'))
  browser = await launchBrowser()
  app = await startWithSample()
  ;({ page, complaints } = await openPage(browser, app))
  await idle(page)
  await ask(page, 'collections', 'create', { folder, name: 'Evidence' })
  await ask(page, 'imports', 'start', { folder: images(), table, folderAttribute: null })
  await until('all pictures are looked at', async () => (await ask(page, 'collections', 'current'))?.embedded === 101)
  await idle(page)
  await ask(page, 'learning', 'start', { recipe: 'probe' })
  await idle(page)
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await app?.remove()
  await rm(folder, { recursive: true, force: true })
})

const styleOf = (header: string, row: string) => row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)[header.split(',').indexOf('style')]! // prettier-ignore
const entries = () => ask(page, 'queue', 'list', { attribute: 'style', limit: 200, offset: 0, flaggedOnly: false })

test('a planted error is found, explained by words, by places of the picture and by numbers, and corrected', async () => {
  const place = (await entries()).findIndex(({ file }) => file === planted.file)
  expect(place).toBeGreaterThanOrEqual(0)
  expect(place).toBeLessThan(3)
  await visit(page, 'review/style')
  for (let step = 0; step < place; step++) await page.keyboard.press('ArrowRight')
  const aside = page.getByRole('complementary', { name: 'Your verdict' })
  await aside.getByText(`The same image is also here as ${planted.right}.`).waitFor() // the rule hit
  await aside.getByText('What would change this').waitFor()

  await page.keyboard.press('l')
  await page.locator('img.looked').waitFor()
  const drawn = () => page.locator('img.looked').evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0) // prettier-ignore
  await expect.poll(drawn, { timeout: 20_000 }).toBe(true)
  await page.getByText(`speaks for ${planted.right}`).waitFor()
  await page.keyboard.press('l')
  await page.getByText(`speaks for ${planted.wrong}`).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('l')
  await page.locator('img.looked').waitFor({ state: 'detached' })

  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'How this was found' })
  await dialog.getByText('What its record contradicts').waitFor()
  await dialog.getByText(/^Run 1, /).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })

  await page.keyboard.press('a')
  await until('the verdict is written', async () => (await ask(page, 'verdicts', 'list', { limit: 1 })).length === 1)
  expect((await ask(page, 'verdicts', 'list', { limit: 1 }))[0]).toMatchObject({ file: planted.file, kind: 'relabel', before: planted.wrong, after: planted.right }) // prettier-ignore
}, 120_000)

test('findings open the works that they are about, and the random sample is reviewed and left again', async () => {
  await visit(page, 'findings/style')
  await page.getByRole('heading', { name: /About \d+ of \d+ style labels are wrong/ }).waitFor()
  await page.getByRole('button', { name: 'Look at the random sample' }).click()
  await page.getByText(/Random sample: \d+ labels left/).waitFor()
  const before = (await ask(page, 'verdicts', 'list', { limit: 50 })).length
  await page.keyboard.press('k')
  await until(
    'the verdict is written',
    async () => (await ask(page, 'verdicts', 'list', { limit: 50 })).length > before,
  )
  expect((await ask(page, 'evidence', 'budget', { attribute: 'style' })).control).toMatchObject({ looked: 1, wrong: 0 })
  await page.getByRole('button', { name: 'Back to the doubtful labels' }).first().click()
  await page.getByText(/Random sample/).waitFor({ state: 'detached' })
  await visit(page, 'findings/style')
  await page.locator('section[aria-labelledby=outliers] button').first().click()
  await expect.poll(() => page.url()).toContain('#work/')
  expect(complaints).toEqual([])
}, 60_000)
