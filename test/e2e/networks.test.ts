import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { give, httpsServer } from '#test/fixtures/httpsServer.ts'
import { tinyNetwork } from '../main/training/tinyNetwork.ts'
import { launchBrowser, type ServedApp } from './browser.ts'
import { accessibilityProblems, ask, idle, openPage, openSample, visit } from './page.ts'
import { startWithSample } from './sample.ts'

const shots = process.env['CONNOISSEUR_SHOTS']
const network = writeOnnx(tinyNetwork())
const sha256 = createHash('sha256').update(network).digest('hex')

let browser: Browser
let app: ServedApp
let page: Page
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'networks-'))
  await writeFile(path.join(folder, 'tiny.onnx'), network)
  await writeFile(path.join(folder, 'page.onnx'), '<html>Not found</html>')
  browser = await launchBrowser()
  app = await startWithSample()
  ;({ page } = await openPage(browser, app))
  await openSample(page)
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await app?.remove()
  await rm(folder, { recursive: true, force: true })
})

const shot = async (on: Page, name: string) =>
  shots && void (await on.screenshot({ path: path.join(shots, `${name}.png`) }))
const networks = () => ask(page, 'backbones', 'list')
const dialog = (on: Page = page) => on.getByRole('dialog', { name: 'Add a network' })

/** Presses a button by the keyboard. */
async function press(on: Page, name: string | RegExp) {
  await on.getByRole('button', { name, exact: true }).focus()
  await on.keyboard.press('Enter')
}

/** In the page's own chooser, by keys alone. */
async function chooseFile(name: string) {
  await press(page, /^(Choose a file|Another file)…$/)
  const chooser = page.getByRole('dialog', { name: 'Choose a network' })
  await chooser.getByRole('textbox', { name: 'Folder' }).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(folder)
  await page.keyboard.press('Enter')
  await chooser.getByRole('button', { name }).focus()
  await page.keyboard.press('Enter')
  await press(page, 'Choose this file')
}

test('a network is added from a file by keys alone, and stands in the table', async () => {
  await visit(page, 'settings')
  await page.getByRole('cell', { name: '3.4 million numbers' }).waitFor()
  await press(page, 'Add a network…')
  await dialog().waitFor()

  await chooseFile('page.onnx')
  await dialog().getByRole('alert').getByText('This is not an ONNX file').waitFor()
  await shot(page, 'bad-file')
  await chooseFile('tiny.onnx')
  await dialog().getByText('Takes pictures of 16 × 16 pixels.').waitFor()
  await dialog().getByText('Describes each picture by 12 numbers.').waitFor()
  expect(await dialog().getByRole('alert').count()).toBe(0)
  await dialog()
    .getByRole('radio', { name: /ImageNet/ })
    .focus()
  await page.keyboard.press('ArrowDown')
  expect(await accessibilityProblems(page)).toEqual([])
  await shot(page, 'found')
  await dialog().getByLabel('Name', { exact: true }).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Small eyes')
  await page.keyboard.press('Enter')
  await dialog().getByText('Small eyes passed the check and can learn now.').waitFor()
  await shot(page, 'added')
  await page.keyboard.press('Escape')

  await page
    .getByRole('row', { name: /Small eyes/ })
    .getByText('16 × 16')
    .waitFor()
  const [bundled, added] = await networks()
  expect(bundled).toMatchObject({
    id: 'efficientnet-lite0',
    isBundled: true,
    parameters: 3_350_002,
    licence: 'Apache-2.0',
  })
  expect(added).toMatchObject({
    id: 'small-eyes',
    isBundled: false,
    size: 16,
    dimension: 12,
    runs: [],
    origin: 'tiny.onnx',
  })
}, 60_000)

test('it learns, its neighbours are shown in the review, and it cannot be removed while its run is kept', async () => {
  await ask(page, 'learning', 'start', { recipe: 'probe', backbone: 'small-eyes', attributes: ['style'] })
  await idle(page)
  const run = (await ask(page, 'collections', 'current'))!.run!
  expect(run.backbone).toMatch(/^small-eyes-/)
  expect((await networks()).map(({ runs }) => runs.includes(run.id))).toEqual([false, true])

  await visit(page, 'review/style')
  await expect.poll(() => page.locator('.strip img').count()).toBe(8)
  expect(await accessibilityProblems(page)).toEqual([])

  await visit(page, 'settings')
  await press(page, 'Remove Small eyes')
  await page.getByRole('dialog', { name: 'Remove Small eyes?' }).waitFor()
  await press(page, 'Remove')
  await page
    .getByRole('alert')
    .getByText(/^Small eyes is still needed: run \d+ of this collection learned with it/)
    .waitFor()
  await shot(page, 'refused')
  await page.keyboard.press('Escape')
  expect((await networks()).length).toBe(2)
  await page
    .getByRole('row', { name: /Small eyes/ })
    .getByText(`Run ${run.id}`)
    .waitFor()
}, 60_000)

test('a network that nobody needs is removed', async () => {
  const { id } = {
    id: await ask(page, 'backbones', 'add', {
      file: path.join(folder, 'tiny.onnx'),
      name: 'Spare',
      normalisation: '0-255',
    }),
  }
  expect(id).toMatch(/./)
  await idle(page)
  await visit(page, 'settings')
  await press(page, 'Remove Spare')
  await press(page, 'Remove')
  await page.getByRole('row', { name: /Spare/ }).waitFor({ state: 'detached' })
  expect((await networks()).map((known) => known.id)).toEqual(['efficientnet-lite0', 'small-eyes'])
})

test.each(['light', 'dark'] as const)(
  'axe finds nothing in the settings and the dialogs, %s',
  async (colorScheme) => {
    const own = await openPage(browser, app, { colorScheme })
    await visit(own.page, 'settings')
    await own.page.getByRole('row', { name: /Small eyes/ }).waitFor()
    await own.page.getByText('works on every computer').waitFor()
    expect(await accessibilityProblems(own.page)).toEqual([])
    await own.page.getByRole('button', { name: 'Add a network…' }).scrollIntoViewIfNeeded()
    await shot(own.page, `settings-${colorScheme}`)
    await press(own.page, 'Add a network…')
    await dialog(own.page)
      .getByRole('radio', { name: /At an https address/ })
      .check()
    expect(await accessibilityProblems(own.page)).toEqual([])
    await shot(own.page, `address-${colorScheme}`)
    await own.page.keyboard.press('Escape')
    await press(own.page, 'Remove Small eyes')
    await own.page.getByRole('dialog', { name: 'Remove Small eyes?' }).waitFor()
    expect(await accessibilityProblems(own.page)).toEqual([])
    expect(own.complaints).toEqual([])
    await own.page.context().close()
  },
  60_000,
)

test('nothing runs out of a narrow window', async () => {
  const own = await openPage(browser, app, { width: 640, height: 400 })
  await visit(own.page, 'settings')
  await own.page.getByRole('row', { name: /Small eyes/ }).waitFor()
  const right = await own.page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('main table, main button, main input')].map(
        (one) => one.getBoundingClientRect().right,
      ),
    ),
  )
  expect(right).toBeLessThanOrEqual(640)
  await own.page.getByRole('button', { name: 'Add a network…' }).scrollIntoViewIfNeeded()
  await shot(own.page, 'narrow')
  await own.page.context().close()
})

test('a network is downloaded in the window: refusals in words, stop, and on from there', async () => {
  const half = Math.floor(network.length / 2)
  const server = await httpsServer((request, response, at) =>
    give(network, request, response, at === 1 ? { stopAfter: half } : {}),
  )
  process.env['NODE_EXTRA_CA_CERTS'] = server.certFile
  const own = await startWithSample()
  delete process.env['NODE_EXTRA_CA_CERTS']
  try {
    const opened = await openPage(browser, own)
    await ask(opened.page, 'collections', 'create', { folder: own.dataFolder, name: 'Download' })
    await visit(opened.page, 'settings')
    await press(opened.page, 'Add a network…')
    const box = dialog(opened.page)
    await box.getByRole('radio', { name: /At an https address/ }).check()
    await box.getByLabel('Address of the download').fill('http://localhost/tiny.onnx')
    await box.getByLabel('Fingerprint (sha256)').fill(sha256)
    await press(opened.page, 'Download, check and add')
    await box
      .getByRole('alert')
      .getByText(/is not an https address/)
      .waitFor()

    await box.getByLabel('Address of the download').fill(server.url)
    await box.getByLabel('Fingerprint (sha256)').fill('0'.repeat(64))
    await press(opened.page, 'Download, check and add')
    await box
      .getByRole('alert')
      .getByText(/is not the file that was meant/)
      .waitFor()
    expect(await accessibilityProblems(opened.page)).toEqual([])

    await box.getByLabel('Fingerprint (sha256)').fill(sha256.toUpperCase())
    await press(opened.page, 'Download, check and add')
    await server.asked(2)
    await box.getByRole('progressbar', { name: 'Downloading the network' }).waitFor()
    await expect.poll(() => box.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('50')
    expect(await accessibilityProblems(opened.page)).toEqual([])
    await shot(opened.page, 'downloading')
    await press(opened.page, 'Stop')
    await box.getByText(/^Stopped\./).waitFor()
    await press(opened.page, 'Download, check and add')
    await box.getByText('tiny passed the check and can learn now.').waitFor()
    expect(server.ranges).toEqual(['', '', `bytes=${half}-`])

    const [, added] = await ask(opened.page, 'backbones', 'list')
    expect(added).toMatchObject({ name: 'tiny', origin: server.url })
    const kept = await readFile(path.join(own.dataFolder, 'Download.connoisseur/models/backbones', `${added!.id}.onnx`))
    expect(createHash('sha256').update(kept).digest('hex')).toBe(added!.sha256)
    await opened.page.context().close()
  } finally {
    await own.remove()
  }
}, 60_000)
