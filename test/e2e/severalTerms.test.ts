import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePaintings } from '#test/seeds/paintings/make.ts'
import { launchBrowser, type ServedApp } from './browser.ts'
import { accessibilityProblems, ask, idle, openPage, problemsInBothColours, until, visit } from './page.ts'
import { startWithSample } from './sample.ts'

let browser: Browser
let app: ServedApp
let folder = ''
const works = 96

/** A museum where every eighth work has a second style beside its own. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'connoisseur-'))
  await makePaintings({ folder, works, seed: 'several', wrongShare: 0.1, size: 160 })
  const table = path.join(folder, 'labels.csv')
  const lines = (await readFile(table, 'utf8')).split('\n')
  const style = lines[0]!.split(',').length - 5
  const label = (line: string) => line.split(',').at(-5)!
  expect(lines[0]!.split(',')[style]).toBe('style')
  const other = label(lines[1]!)
  const changed = lines.map((line, i) => (i % 8 === 0 && i > 0 && line !== '' && label(line) !== other ? line.replace(`,${label(line)},`, `,${label(line)}/${other},`) : line)) // prettier-ignore
  await writeFile(table, changed.join('\n'))
  browser = await launchBrowser()
  app = await startWithSample()
  const { page } = await openPage(browser, app)
  await ask(page, 'collections', 'create', { folder, name: 'Several' })
  await ask(page, 'imports', 'start', { folder, table, folderAttribute: null })
  await until('all pictures are looked at', async () => (await ask(page, 'collections', 'current'))?.embedded === works)
  await idle(page)
  await page.context().close()
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await app?.remove()
  await rm(folder, { recursive: true, force: true })
})

const dialog = (page: Page) => page.locator('dialog[open]').last()
const styles = async (page: Page) => (await ask(page, 'attributes', 'list')).find(({ name }) => name === 'style')!

test('several terms are allowed, a second one is added in Review by keys, found in the collection, exported and taken back', async () => {
  const { page, complaints } = await openPage(browser, app)
  // The overview says so, and leads to the vocabulary.
  await visit(page, 'overview')
  await page.getByText(/labels of style seem to name several terms/).waitFor()
  await page.getByRole('button', { name: /^Several terms …/ }).click()
  await page.getByText(/labels seem to name several terms, such as/).waitFor()
  expect((await styles(page)).separator).toBeNull()

  await page.getByRole('button', { name: 'Several terms', exact: true }).focus()
  await page.keyboard.press('Enter')
  await dialog(page).getByText('Several terms a work').waitFor()
  expect(await dialog(page).getByRole('radio', { checked: true }).getAttribute('value')).toBe('/')
  expect(await accessibilityProblems(page)).toEqual([])
  await dialog(page).getByRole('button', { name: 'Use this' }).focus()
  await page.keyboard.press('Enter')
  await dialog(page).waitFor({ state: 'detached' })
  await expect.poll(async () => (await styles(page)).separator).toBe('/')
  const combined = (await styles(page)).terms.filter(({ parts }) => parts.length === 2)
  expect(combined.length).toBeGreaterThan(2)
  await page.getByRole('treeitem').filter({ hasText: combined[0]!.name }).click()
  await page.getByText('Several terms at once').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])

  // Learned from the combinations, which are none themselves; Review offers a further term.
  await ask(page, 'learning', 'start', { recipe: (await ask(page, 'learning', 'recipes'))[0]?.id })
  await idle(page)
  const { attributes } = (await ask(page, 'learning', 'runs'))[0]!
  expect(attributes.find(({ name }) => name === 'style')!.terms.filter((term) => term.includes('/'))).toEqual([])
  const [entry] = (await ask(page, 'queue', 'list', { attribute: 'style', limit: 100, offset: 0, flaggedOnly: true })).filter(({ label }) => !label.includes('/')) // prettier-ignore
  await visit(page, 'review/style')
  const heading = page.locator('aside h2').first()
  while ((await heading.textContent()) !== entry!.title) await page.keyboard.press('ArrowRight')
  await page.locator('aside').getByRole('button', { name: 'Further term' }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Shift+T')
  const field = page.getByRole('combobox', { name: 'Add a further style' })
  await field.waitFor()
  expect(await dialog(page).getByRole('option').filter({ hasText: '/' }).count()).toBe(0)
  await field.fill(entry!.suggestion)
  await page.keyboard.press('Enter')
  const both = `${entry!.label}/${entry!.suggestion}`
  await expect.poll(async () => (await ask(page, 'verdicts', 'list', { limit: 1 }))[0]?.after).toBe(both)
  await page.getByText(`Changed to ${both}`).first().waitFor()

  // Each of the two terms finds it, and the rail counts it.
  for (const term of [entry!.label, entry!.suggestion]) {
    const ids = await ask(page, 'artworks', 'find', { attribute: 'style', term })
    expect(ids).toContain(entry!.artwork)
    expect((await styles(page)).terms.find(({ name }) => name === term)!.works).toBe(ids.length)
  }
  await visit(page, 'collection')
  const rail = page.locator('.rail')
  await rail.getByRole('button', { name: new RegExp(`^${entry!.suggestion}\\b(?!/)`) }).first().click() // prettier-ignore
  const count = (await styles(page)).terms.find(({ name }) => name === entry!.suggestion)!.works
  await page.getByRole('heading', { name: `${count} works`, exact: true }).waitFor()

  // The export differs in that cell alone; the history says what was done.
  const { changes } = await ask(page, 'exports', 'preview', { kind: 'original', bom: false, renames: true })
  expect(changes).toEqual([{ file: entry!.file, column: 'style', before: entry!.label, after: both }])
  await visit(page, 'history')
  await page.getByText(/allowed several terms a work for style, with “\/” between them/).waitFor()
  const label = async () => (await ask(page, 'artworks', 'read', { ids: [entry!.artwork] }))[0]!.labels['style']
  await page.keyboard.press('Control+z')
  await until('the label is back', async () => (await label()) === entry!.label)
  await page.keyboard.press('Control+z')
  await until('a work has one term', async () => (await styles(page)).separator === null)
  await page.keyboard.press('Control+Shift+z')
  await until('a work may have several', async () => (await styles(page)).separator === '/')

  // A term is taken away on the work's own page.
  const [first] = await ask(page, 'artworks', 'find', { attribute: 'style', term: combined[0]!.name })
  await visit(page, `work/${first}`)
  await page.getByRole('button', { name: `Take away ${combined[0]!.parts[1]}` }).click()
  await expect.poll(async () => (await ask(page, 'artworks', 'read', { ids: [first] }))[0]!.labels['style']).toBe(combined[0]!.parts[0]) // prettier-ignore
  expect(await accessibilityProblems(page)).toEqual([])
  expect(complaints).toEqual([])
  await page.context().close()
}, 300_000)

test('an import asks about labels that name several terms, and goes on whatever is answered', async () => {
  const { page, complaints } = await openPage(browser, app)
  await ask(page, 'collections', 'create', { folder, name: 'Asked' })
  await visit(page, 'import')
  await page.getByRole('button', { name: 'Choose a folder of images' }).click()
  await dialog(page).getByRole('textbox').first().fill(folder)
  await page.keyboard.press('Enter')
  await dialog(page).getByRole('button', { name: 'Choose this folder' }).click()
  const question = page.getByRole('checkbox', { name: 'A work may have several terms of style, with “/” between them' })
  await question.waitFor()
  expect(await question.isChecked()).toBe(false)
  await page.getByText(/works have a label that names several, such as/).waitFor()
  expect(await problemsInBothColours(page)).toEqual([])
  // What is no label is not asked about.
  await page.getByLabel('Use of the column style').selectOption('record')
  await question.waitFor({ state: 'detached' })
  await page.getByLabel('Use of the column style').selectOption('attribute')
  await question.check()
  await page.getByRole('button', { name: 'Start the import' }).click()
  await until('it is imported', async () => (await ask(page, 'collections', 'current'))?.embedded === works)
  await idle(page)
  expect((await styles(page)).separator).toBe('/')
  expect(complaints).toEqual([])
  await page.context().close()
}, 120_000)
