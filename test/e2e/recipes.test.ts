import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePaintings } from '#test/seeds/paintings/make.ts'
import { launchBrowser, type ServedApp } from './browser.ts'
import { accessibilityProblems, ask, idle, openPage, visit } from './page.ts'
import { startWithSample } from './sample.ts'

let browser: Browser
let app: ServedApp
let page: Page
let pictures: string
const works = 40

beforeAll(async () => {
  pictures = await mkdtemp(join(tmpdir(), 'connoisseur-'))
  await makePaintings({ folder: pictures, works, seed: 'recipes', size: 64 })
  browser = await launchBrowser()
  app = await startWithSample()
  ;({ page } = await openPage(browser, app))
  await ask(page, 'collections', 'create', { folder: app.dataFolder, name: 'Small' })
  await ask(page, 'imports', 'start', { folder: pictures, table: join(pictures, 'labels.csv'), folderAttribute: null })
  await idle(page)
  await ask(page, 'learning', 'start', { recipe: 'probe' })
  await idle(page)
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await app?.remove()
  await rm(pictures, { recursive: true, force: true })
})

const main = () => page.locator('main')
const number = (name: string) => main().getByLabel(name, { exact: true })

test(
  'she takes a published system, changes its split, is told what is not right yet, and keeps it as her own',
  { timeout: 120_000 },
  async () => {
    await visit(page, 'learn')
    await main()
      .getByLabel(/Like a published system/)
      .check()
    await main().getByLabel('Which system').selectOption('efficientnet-lstm')
    await main().getByRole('button', { name: 'See and change every setting' }).click()
    await main().getByRole('heading', { name: 'Settings of "EfficientNet and LSTM"' }).waitFor()
    await main().getByRole('textbox', { name: 'Name', exact: true }).first().fill('Half and half')
    await main().getByText('Labels before learning', { exact: true }).click()
    await number('Training').fill('0.6')
    await number('Test').fill('0.4')
    await main().getByText('training, validation and test must add up to 1').waitFor()
    await main().getByText('1 setting is not right yet.').waitFor()
    expect(await main().getByRole('button', { name: 'Save as your own' }).isDisabled()).toBe(true)
    expect(await accessibilityProblems(page)).toEqual([])
    await number('Training').fill('0.5')
    await number('Validation').fill('0.1')
    await expect.poll(() => main().getByText('is not right yet').count()).toBe(0)
    await main().getByText('How it learns', { exact: true }).click()
    await main().getByLabel('Use: Minutes').check()
    await number('Minutes').fill('0.15')
    await main().getByRole('button', { name: 'Save as your own' }).click()
    await main()
      .getByLabel(/Half and half/)
      .waitFor()
    expect(
      await main()
        .getByLabel(/Half and half/)
        .isChecked(),
    ).toBe(true)
    const saved = await ask(page, 'learning', 'recipe', { id: 'my-efficientnet-lstm' })
    expect(saved).toMatchObject({ name: 'Half and half', minutes: 0.15, neck: { kind: 'lstm' }, preparation: { split: { kind: 'fixed', training: 0.5, validation: 0.1, test: 0.4 } } }) // prettier-ignore
    expect(await accessibilityProblems(page)).toEqual([])
  },
)

test('she learns by it, compares it with the quick look, and uses that again', { timeout: 180_000 }, async () => {
  await visit(page, 'learn')
  await main()
    .getByLabel(/Half and half/)
    .check()
  for (const name of ['genre', 'artist'])
    await main()
      .getByRole('checkbox', { name: new RegExp(name, 'i') })
      .uncheck()
  await main()
    .getByRole('button', { name: /^Retrain/ })
    .click()
  await expect.poll(async () => (await ask(page, 'learning', 'runs')).length, { timeout: 120_000 }).toBe(2)
  await idle(page)
  const [own, quick] = await ask(page, 'learning', 'runs')
  expect(own).toMatchObject({ recipeName: 'Half and half', current: true, isFixedSplit: true })
  const style = own!.attributes[0]!
  expect(style.works).toBeLessThan(works / 2)
  await main().getByText(`One fixed split: only its ${style.works} test works were judged.`).waitFor()

  const compared = await ask(page, 'learning', 'compare', { runs: [quick!.id, own!.id], attribute: 'style' })
  expect(compared.works).toBe(style.works)
  await main()
    .getByRole('button', { name: /^Compare/ })
    .click()
  await page
    .getByText(new RegExp(`${compared.works} works`))
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
  await visit(page, 'learn')
  await main().getByRole('button', { name: /^Use/ }).first().click()
  await expect
    .poll(async () => (await ask(page, 'learning', 'runs')).find(({ current }) => current)?.id)
    .toBe(quick!.id)
})

test(
  'a recipe goes out as a file and comes back under a name of its own, and can be deleted',
  { timeout: 60_000 },
  async () => {
    const path = join(app.dataFolder, 'half.json')
    await ask(page, 'learning', 'exportRecipe', { id: 'my-efficientnet-lstm', path })
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(await ask(page, 'learning', 'recipe', { id: 'my-efficientnet-lstm' })) // prettier-ignore
    const { id } = await ask(page, 'learning', 'importRecipe', { path })
    expect(id).toBe('my-efficientnet-lstm-2')
    await visit(page, `learn/recipe-${id}`)
    await main().getByRole('button', { name: 'Delete', exact: true }).click()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.locator('dialog').getByRole('button', { name: 'Delete', exact: true }).click()
    await expect.poll(async () => (await ask(page, 'learning', 'recipes')).map((recipe) => recipe.id)).not.toContain(id)
    await main().getByRole('heading', { name: 'Learn', exact: true }).waitFor()
  },
)
