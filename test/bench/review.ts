import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright'
import { launchBrowser, startApp } from '../e2e/browser.ts'
import { ask, openPage, visit } from '../e2e/page.ts'
import { busyNote, load, say, type Report } from './report.ts'
import { artistName, makeReviewCollection } from './reviewCollection.ts'

const usualWorks = 100_000
const verdicts = 60
const frames = 240
const megabyte = 2 ** 20

type Figure = { name: string; values: number[]; unit: string; goals: { at: 'median' | 'p95'; below: number }[] }

/** What a curator waits for in a collection of 100,000 works, in a browser. Needs a built page. */
export async function benchReview(options: { works: number | null }): Promise<Report> {
  const works = options.works ?? usualWorks
  const before = load()
  const folder = await mkdtemp(path.join(tmpdir(), 'connoisseur-bench-'))
  say(`Making a collection of ${works.toLocaleString('en')} works…`)
  const collection = await makeReviewCollection({ works, folder })
  const app = await startApp({ args: ['--collection', collection] })
  const browser = await launchBrowser()
  try {
    const { page } = await openPage(browser, app)
    if ((await ask(page, 'collections', 'current')) === null) await ask(page, 'collections', 'open', { folder: collection })
    await page.getByRole('button', { name: 'Vocabulary' }).waitFor({ timeout: 60_000 })
    const figures: Figure[] = []
    say('Verdicts…')
    figures.push({ name: 'verdict to next work', values: await decideMany(page), unit: 'ms', goals: [{ at: 'p95', below: 50 }] })
    say('Typing…')
    figures.push({ name: 'a key among 5,000 terms', values: await typeTerms(page), unit: 'ms', goals: [{ at: 'p95', below: 30 }] })
    say('Scrolling…')
    figures.push({ name: 'frame of the scrolling grid', values: await scroll(page), unit: 'ms', goals: [{ at: 'median', below: 16.8 }, { at: 'p95', below: 25 }] })
    say('Filtering…')
    figures.push({ name: 'filter', values: await filter(page), unit: 'ms', goals: [{ at: 'p95', below: 150 }] })
    figures.push({ name: 'memory of the page', values: [await memory(page)], unit: 'MB', goals: [{ at: 'p95', below: 400 }] })
    return describe(works, figures, busyNote(before))
  } finally {
    await browser.close()
    await app.remove()
    await rm(folder, { recursive: true, force: true })
  }
} // prettier-ignore

/** From the key to the frame in which the next work and its picture are painted; as fast as one can look: 300 ms a work. */
async function decideMany(page: Page): Promise<number[]> {
  await visit(page, 'review/style')
  await page.locator('aside h2').first().waitFor()
  await page.waitForTimeout(4000)
  return page.evaluate(async (count) => {
    const title = () => document.querySelector('aside h2')?.textContent
    const picture = () => document.querySelector<HTMLImageElement>('.stage .layer > img')
    const frame = () => new Promise(requestAnimationFrame)
    const times: number[] = []
    for (let n = 0; n < count; n++) {
      const before = title()
      const start = performance.now()
      const canAccept = document.querySelector('aside footer .primary') !== null
      dispatchEvent(new KeyboardEvent('keydown', { key: n % 3 || !canAccept ? 'k' : 'a', cancelable: true }))
      while (title() === before || !picture()?.complete) await frame()
      times.push(performance.now() - start)
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
    return times
  }, verdicts)
}

/** From a letter in the field to the frame in which the list is painted. */
async function typeTerms(page: Page): Promise<number[]> {
  await visit(page, 'collection')
  await page.getByRole('listbox', { name: 'Works' }).focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('t')
  await page.locator('dialog input').fill('artist')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: /artist/i }).waitFor()
  await page.waitForTimeout(500)
  const words = [artistName(4321), artistName(77), artistName(2500)].map((name) => name.toLowerCase())
  const times = await page.evaluate(async (all) => {
    const field = document.querySelector<HTMLInputElement>('dialog input')!
    const frame = () => new Promise(requestAnimationFrame)
    const out: number[] = []
    for (const word of all)
      for (let letters = 1; letters <= word.length; letters++) {
        await frame()
        const start = performance.now()
        field.value = word.slice(0, letters)
        field.dispatchEvent(new Event('input', { bubbles: true }))
        await Promise.resolve()
        document.querySelector('dialog [role=listbox]')!.getBoundingClientRect() // the list is laid out
        out.push(performance.now() - start)
      }
    return out
  }, words)
  await page.keyboard.press('Escape')
  return times
}

/** Intervals of frames while the grid moves by some rows every frame. */
async function scroll(page: Page): Promise<number[]> {
  await visit(page, 'collection')
  await page.waitForTimeout(1500)
  return page.evaluate(async (count) => {
    const viewport = document.querySelector('.viewport')!
    const out: number[] = []
    let last = await new Promise<number>(requestAnimationFrame)
    for (let n = 0; n < count; n++) {
      viewport.scrollTop += 60
      const now = await new Promise<number>(requestAnimationFrame)
      out.push(now - last)
      last = now
    }
    return out
  }, frames)
}

/** From the question to the answer, asked as the page asks. */
async function filter(page: Page): Promise<number[]> {
  const filters = [
    { attribute: 'style', term: 'Style C' },
    { flagged: true, attribute: 'style' },
    { reviewed: true },
    { text: 'landscape 4711' },
    { text: 'gouache' },
    { attribute: 'artist', term: artistName(4321), sort: 'title' },
    { flagged: true, sort: 'suspicion', attribute: 'style' },
    { conditions: [{ kind: 'year', field: null, is: 'before', year: 1600 }] },
  ]
  const out: number[] = []
  for (let round = 0; round < 4; round++)
    for (const one of filters) {
      const start = performance.now()
      await ask(page, 'artworks', 'find', one)
      out.push(performance.now() - start)
    }
  return out
}

/** JavaScript, documents and nodes of the page after all that, in megabytes. */
async function memory(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number }
  const kept = await page.evaluate(() => [...document.images].reduce((sum, image) => sum + image.naturalWidth * image.naturalHeight * 4, 0))
  return (usedSize + kept) / megabyte
} // prettier-ignore

const at = (values: readonly number[], share: number) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]! // prettier-ignore

function describe(works: number, figures: Figure[], notes: string[]): Report {
  const median = (values: readonly number[]) => at(values, 0.5)
  const rows = figures.map(({ name, values, unit, goals }) => {
    const reached = goals.every((goal) => (goal.at === 'median' ? median(values) : at(values, 0.95)) < goal.below)
    const wanted = goals.map((goal) => `${goal.at} < ${goal.below}`).join(', ')
    return [name, `${median(values).toFixed(1)} ${unit}`, `${at(values, 0.95).toFixed(1)} ${unit}`, wanted, reached ? 'yes' : 'no'] // prettier-ignore
  })
  return {
    title: `Reviewing ${works.toLocaleString('en')} works`,
    tables: [{ columns: ['', 'median', 'p95', 'wanted', 'reached'], rows }],
    notes,
    figures: Object.fromEntries(figures.map(({ name, values }) => [name, { median: median(values), p95: at(values, 0.95) }])), // prettier-ignore
  }
}
