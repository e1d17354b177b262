import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, watchComplaints, type ServedApp } from './browser.ts'
import { accessibilityProblems, problemsInBothColours, ask, idle, openPage, openSample, until, visit } from './page.ts'
import { startWithSample } from './sample.ts'

let browser: Browser
let app: ServedApp

/** The sample, learned twice, with its map. */
beforeAll(async () => {
  browser = await launchBrowser()
  app = await startWithSample()
  const { page } = await openPage(browser, app)
  await openSample(page)
  await ask(page, 'learning', 'start', { recipe: 'probe', seed: 7 })
  await idle(page)
  await page.context().close()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await app?.remove()
})

const chart = (page: Page, id: string) => page.locator(`[data-chart='${id}']`)

/** By the keyboard: the focus goes to the button as Tab would bring it there, then Enter. */
async function press(page: Page, name: string | RegExp) {
  await page.getByRole('button', { name }).first().focus()
  await page.keyboard.press('Enter')
}

test('from a cell of the matrix to its works, to a correction, and back: by keys alone', async () => {
  const { page, complaints } = await openPage(browser, app)
  await visit(page, 'evaluate/confusions')
  await chart(page, 'confusion-style').waitFor()
  const { terms, similarOrder, confusion } = await ask(page, 'evaluation', 'figures', { attribute: 'style', run: null })
  const names = similarOrder.map((term) => terms[term]!.term)
  const pairs = confusion.flatMap((row, given) => row.flatMap((works, predicted) => (works > 0 && given !== predicted ? [{ given, predicted, works }] : []))) // prettier-ignore
  const { given, predicted, works } = pairs.toSorted((a, b) => b.works - a.works)[0]!
  const [label, taken] = [terms[given]!.term, terms[predicted]!.term]

  const cell = page.locator('button[data-cell]')
  await cell.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('PageUp')
  for (let i = 0; i < names.indexOf(label); i++) await page.keyboard.press('ArrowDown')
  for (let i = 0; i < names.indexOf(taken); i++) await page.keyboard.press('ArrowRight')
  expect(await cell.getAttribute('aria-label')).toBe(
    `Labelled ${label}, taken for ${taken}: ${works} work${works === 1 ? '' : 's'}`,
  )
  await page.keyboard.press('Enter')

  await page.getByText(`Labelled ${label}, taken for ${taken}`).first().waitFor()
  const listed = await ask(page, 'artworks', 'find', { attribute: 'style', term: label, predicted: taken })
  expect(listed.length).toBe(works)
  await expect.poll(() => page.locator('main h1').textContent()).toBe(works === 1 ? '1 work' : `${works} works`)

  await page.getByRole('listbox', { name: 'Works' }).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toMatch(/#work\/\d+$/)
  const artwork = Number(/\d+$/.exec(page.url())![0])
  expect(listed).toContain(artwork)
  await page.getByRole('button', { name: 'Change the style' }).first().focus()
  await page.keyboard.press('Enter')
  await page.locator('dialog[open] input').fill(taken)
  await page.keyboard.press('Enter')
  await until('the label is corrected', async () => (await ask(page, 'artworks', 'get', { id: artwork })).labels['style'] === taken) // prettier-ignore

  await page.goBack()
  await expect.poll(() => page.locator('main h1').textContent()).toMatch(works === 2 ? '1 work' : works === 1 ? 'No work' : `${works - 1} works`) // prettier-ignore
  await press(page, 'Back to the evaluation')
  await chart(page, 'confusion-style').waitFor()
  await expect.poll(() => cell.getAttribute('aria-label')).toContain(`: ${works - 1} work`)
  const after = await ask(page, 'evaluation', 'figures', { attribute: 'style', run: null })
  expect(after.confusion[given]![predicted]).toBe(works - 1)
  expect(complaints).toEqual([])
  await page.context().close()
}, 90_000)

test('a click on a cell opens what an arrow and Enter would', async () => {
  const { page } = await openPage(browser, app)
  await visit(page, 'evaluate/confusions')
  await chart(page, 'confusion-style').waitFor()
  const box = await page.locator('button[data-cell]').evaluate((button) => {
    const { left, top, width, height } = button.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2, name: button.getAttribute('aria-label')! }
  })
  await page.mouse.click(box.x, box.y)
  const term = /^(.+), taken for/.exec(box.name)![1]!
  await page.getByText(`Labelled ${term}, taken for ${term}`).first().waitFor()
  await page.context().close()
}, 60_000)

const sections = [
  'quality',
  'confusions',
  'curves',
  'certainty',
  'samples',
  'labels',
  'pictures',
  'training',
  'map',
  'compare',
]

test('axe finds nothing in any part of the evaluation in light and dark, its tables open', async () => {
  const { page, complaints } = await openPage(browser, app)
  for (const section of sections) {
    await visit(page, `evaluate/${section}`)
    await expect.poll(() => page.getByText('Reckoning').count()).toBe(0)
    await page.waitForTimeout(300)
    const closed = page.getByRole('button', { name: /^Show the numbers/ })
    while ((await closed.count()) > 0) await closed.first().click()
    expect(await problemsInBothColours(page), section).toEqual([])
  }
  expect(complaints).toEqual([])
  await page.context().close()
}, 120_000)

test('the table behind every chart is opened and read by keys', async () => {
  const { page } = await openPage(browser, app)
  const seen: string[] = []
  for (const section of ['confusions', 'curves', 'certainty', 'labels', 'pictures', 'compare']) {
    await visit(page, `evaluate/${section}`)
    await page.locator('[data-chart]').first().waitFor()
    await expect.poll(() => page.getByText('Reckoning').count()).toBe(0)
    for (const figure of await page.locator('[data-chart]').all()) {
      seen.push((await figure.getAttribute('data-chart'))!)
      await figure.getByRole('button', { name: /^Show the numbers/ }).focus()
      await page.keyboard.press('Enter')
      const table = figure.getByRole('region')
      await table.focus()
      expect(await table.getByRole('columnheader').count()).toBeGreaterThan(2)
      expect(await table.getByRole('rowheader').count()).toBeGreaterThan(1)
      await page.keyboard.press('End')
      expect(await figure.getByRole('img').getAttribute('aria-label')).toBe(await figure.locator('h3').textContent())
    }
  }
  expect(seen).toEqual(['confusion-style', 'roc-style', 'precision-recall-style', 'confidence-style', 'reliability-style', 'labels-style', 'light-style', 'colour-style', 'runs-style']) // prettier-ignore
  await page.context().close()
}, 90_000)

/** In the chooser that has just been opened. */
async function saveAs(page: Page, name: string) {
  const dialog = page.locator('dialog[open]').last()
  await page.getByLabel('File name').fill(name)
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(app.dataFolder)
  await dialog.getByRole('button', { name: 'Go' }).click()
  await until('the chooser is there', async () => (await dialog.locator('ul').getAttribute('aria-label')) === app.dataFolder) // prettier-ignore
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText(`${name}.`).waitFor()
}

test('a chart is saved as PNG, SVG and CSV', async () => {
  const { page } = await openPage(browser, app)
  await visit(page, 'evaluate/confusions')
  const figure = chart(page, 'confusion-style')
  for (const format of ['PNG', 'SVG', 'CSV']) {
    await figure.getByRole('button', { name: `Save as ${format}` }).click()
    await saveAs(page, `matrix.${format.toLowerCase()}`)
  }
  const read = (name: string) => readFile(join(app.dataFolder, name), 'utf8')
  const { works } = await ask(page, 'evaluation', 'figures', { attribute: 'style', run: null })
  const rows = (await read('matrix.csv')).trimEnd().split('\r\n')
  expect(rows[0]).toBe('label,taken for,works,share of the label')
  expect(rows.slice(1).reduce((sum, row) => sum + Number(row.split(',')[2]), 0)).toBe(works)
  const svg = await read('matrix.svg')
  expect(svg).toContain('<desc>')
  expect(svg).not.toContain('var(')
  const { width, height, format } = await sharp(join(app.dataFolder, 'matrix.png')).metadata()
  expect(format).toBe('png')
  expect(width).toBe(1800)
  const drawn = await sharp(Buffer.from(svg)).metadata()
  expect(height).toBe(drawn.height! * 2)
  const { channels } = await sharp(join(app.dataFolder, 'matrix.png')).stats()
  expect(Math.min(...channels.slice(0, 3).map(({ stdev }) => stdev))).toBeGreaterThan(5) // not an empty sheet
  await page.context().close()
}, 60_000)

test('the map is drawn on request; a line chooses works, which the collection then shows; keys choose what is in view', async () => {
  const { page, complaints } = await openPage(browser, app)
  await visit(page, 'evaluate/map')
  await press(page, 'Draw the map')
  await page.getByRole('application', { name: /Map of 160 works/ }).waitFor({ timeout: 60_000 })
  for (const format of ['PNG', 'SVG', 'CSV']) {
    await page.getByRole('button', { name: `Save the map as ${format}` }).click()
    await saveAs(page, `map.${format.toLowerCase()}`)
  }
  const svg = await readFile(join(app.dataFolder, 'map.svg'), 'utf8')
  expect(svg).toContain('Map of the collection, coloured by style')
  expect((await sharp(Buffer.from(svg)).stats()).channels.slice(0, 3).every(({ stdev }) => stdev > 5)).toBe(true)
  const counts = (await readFile(join(app.dataFolder, 'map.csv'), 'utf8')).trimEnd().split('\r\n').slice(1)
  expect(counts.reduce((sum, row) => sum + Number(row.split(',')[1]), 0)).toBe(160)
  const ground = page.getByRole('application')
  const box = (await ground.boundingBox())!
  await press(page, 'Choose with a line')
  const corners = [[0.02, 0.02], [0.98, 0.02], [0.98, 0.98], [0.02, 0.98]] as const // prettier-ignore
  const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const
  await page.mouse.move(...at(corners[0]))
  await page.mouse.down()
  for (const corner of corners) await page.mouse.move(...at(corner), { steps: 3 })
  await page.mouse.up()
  await page.getByText('160 works chosen').first().waitFor()
  await page.getByRole('button', { name: 'Choose none' }).click()

  // Closer, so that a part is in view; Enter chooses that part.
  await ground.focus()
  for (let i = 0; i < 5; i++) await page.keyboard.press('+')
  await page.keyboard.press('Enter')
  const said = await page
    .getByText(/\d+ works? chosen/)
    .first()
    .textContent()
  const chosen = Number(/\d+/.exec(said!)![0])
  expect(chosen).toBeLessThan(160)
  if (chosen > 0) {
    await press(page, 'Show them in the collection')
    await page
      .getByText(`${chosen} work${chosen === 1 ? '' : 's'} chosen elsewhere`)
      .first()
      .waitFor()
    await expect.poll(() => page.locator('main h1').textContent()).toBe(`${chosen} work${chosen === 1 ? '' : 's'}`)
  }

  // In words: a table of the groups, and the works of one.
  await visit(page, 'evaluate/map')
  await press(page, 'Groups as a table')
  const table = page.getByRole('table', { name: 'The groups on the map' })
  expect(await table.getByRole('rowheader').count()).toBe(10)
  expect(complaints).toEqual([])
  await page.context().close()
}, 120_000)

describe.each(['light', 'dark'] as const)('the report in %s', (colorScheme) => {
  test('opens without network, asks for nothing, and shows every figure', async () => {
    const { page } = await openPage(browser, app)
    if ((await ask(page, 'map', 'get')) === null) await ask(page, 'map', 'draw')
    await idle(page)
    const file = join(app.dataFolder, `report-${colorScheme}.html`)
    await visit(page, 'evaluate/quality')
    await page.getByRole('button', { name: 'Save as HTML' }).click()
    const dialog = page.locator('dialog[open]').last()
    await page.getByLabel('File name').fill(`report-${colorScheme}.html`)
    await dialog.getByRole('textbox', { name: 'Folder' }).fill(app.dataFolder)
    await dialog.getByRole('button', { name: 'Go' }).click()
    await until('the chooser is there', async () => (await dialog.locator('ul').getAttribute('aria-label')) === app.dataFolder) // prettier-ignore
    await dialog.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('The report is written to').waitFor({ timeout: 60_000 })
    await page.context().close()

    const context = await browser.newContext({ colorScheme, viewport: { width: 1000, height: 900 }, bypassCSP: true })
    await context.setOffline(true)
    const asked: string[] = []
    await context.route('**/*', (route) => {
      const address = route.request().url()
      if (address === `file://${file}`) return route.continue()
      asked.push(address)
      return route.abort()
    })
    const report = await context.newPage()
    const complaints = watchComplaints(report)
    await report.goto(`file://${file}`)
    const drawn = await report.locator('svg[data-figure]').evaluateAll((all) => all.map((svg) => ({ id: svg.getAttribute('data-figure')!, marks: svg.querySelectorAll('path, rect, line, circle, image').length, width: svg.getBoundingClientRect().width }))) // prettier-ignore
    for (const attribute of ['style', 'genre', 'artist'])
      for (const kind of [
        'labels',
        'confusion',
        'roc',
        'precision-recall',
        'confidence',
        'reliability',
        'light',
        'colour',
        'runs',
      ])
        expect(drawn.map(({ id }) => id)).toContain(`${kind}-${attribute}`)
    expect(drawn.map(({ id }) => id)).toContain('map-style')
    expect(drawn.filter(({ marks, width }) => marks < 3 || width < 300)).toEqual([])
    const pictures = await report.locator('.sheet img').evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth)) // prettier-ignore
    expect(pictures.length).toBeGreaterThan(60)
    expect(Math.min(...pictures)).toBeGreaterThan(20)
    expect(asked).toEqual([])
    expect(complaints).toEqual([])
    expect(await accessibilityProblems(report)).toEqual([])
    await context.close()
  }, 120_000)
})

test('a PDF is refused in the browser, with what to do instead', async () => {
  const { page } = await openPage(browser, app)
  await visit(page, 'evaluate/quality')
  await page.getByRole('button', { name: 'Save as PDF' }).click()
  await page.getByText(/Only the desktop app writes a PDF\. Save the report as HTML/).waitFor()
  await page.context().close()
}, 60_000)
