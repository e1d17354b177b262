import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { Page } from 'playwright'
import { createServer } from 'vite'
import { launchBrowser } from '#test/e2e/browser.ts'
import { busyNote, load, median, say, type Report } from './report.ts'

const root = path.dirname(fileURLToPath(new URL('./charts/page.ts', import.meta.url)))
const works = 100_000
const frames = 180

/** Milliseconds by the clock, and of the processor for it. */
type Timed = { name: string; terms: number; clock: number; processor: number }
type Panned = {
  processor: number
  first: number
  between: number[]
  script: number[]
  index: number
  hover: number
  table: number
}

/** Every chart of 27 and of 129 terms, and the map of 100,000 works, drawn in a browser. */
export async function benchCharts({ rounds }: { rounds: number }): Promise<Report> {
  const before = load()
  const server = await createServer({ root, configFile: false, plugins: [svelte()], logLevel: 'error', server: { port: 0, host: '127.0.0.1', fs: { strict: false } }, cacheDir: 'node_modules/.vite-charts' }) // prettier-ignore
  await server.listen()
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(server.resolvedUrls!.local[0]!)
    await page.waitForFunction('globalThis.benchPan')
    const clock = await processorClock(page)
    const charts: Timed[] = []
    for (const terms of [27, 129]) {
      say(`charts of ${terms} terms ...`)
      for (const name of (await page.evaluate(`benchReady(${terms})`)) as string[])
        charts.push({ name, terms, ...(await time(page, clock, name, Math.max(9, rounds))) })
    }
    say('the map ...')
    const maps: (Panned & { density: number })[] = []
    for (const density of [1, 2]) {
      const start = await clock()
      const panned = (await page.evaluate(`benchPan(${works}, ${frames}, ${density})`)) as Panned
      maps.push({ density, ...panned, processor: ((await clock()) - start) / frames })
    }
    return asReport(charts, maps, before)
  } finally {
    await browser.close()
    await server.close()
  }
}

/** Milliseconds that the page's thread has had of the processor: others at work do not count. */
async function processorClock(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration')!.value
  }
}

/** Medians. */
async function time(page: Page, processor: () => Promise<number>, name: string, rounds: number) {
  const [clocks, processors]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    const start = await processor()
    clocks.push((await page.evaluate(`benchDraw(${JSON.stringify(name)})`)) as number)
    processors.push((await processor()) - start)
  }
  return { clock: median(clocks), processor: median(processors) }
}

function asReport(charts: Timed[], maps: (Panned & { density: number })[], before: ReturnType<typeof load>): Report {
  const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`
  const share = (values: number[], at: number) => values.toSorted((a, b) => a - b)[Math.floor(values.length * at)]!
  const names = [...new Set(charts.map(({ name }) => name))]
  const of = (name: string, terms: number) => charts.find((one) => one.name === name && one.terms === terms)! // prettier-ignore
  return {
    title: 'Charts: script, style and layout from the numbers to the page',
    tables: [
      {
        columns: ['chart', '27 terms, processor', 'by the clock', '129 terms, processor', 'by the clock'],
        rows: names.map((name) => [
          name,
          ...[27, 129].flatMap((terms) => [ms(of(name, terms).processor), ms(of(name, terms).clock)]),
        ]),
      },
      {
        columns: ['map of 100,000 works', ...maps.map(({ density }) => `${density} pixel${density > 1 ? 's' : ''} a point of the screen`)], // prettier-ignore
        rows: [
          ['first picture', ...maps.map(({ first }) => ms(first))],
          ['moved: between frames, median', ...maps.map(({ between }) => ms(median(between)))],
          ['moved: between frames, 95 of 100 within', ...maps.map(({ between }) => ms(share(between, 0.95)))],
          ['moved: script a frame, median', ...maps.map(({ script }) => ms(median(script)))],
          ['moved: script a frame, 95 of 100 within', ...maps.map(({ script }) => ms(share(script, 0.95)))],
          ['moved: script of the slowest frame', ...maps.map(({ script }) => ms(Math.max(...script)))],
          ['moved: processor a frame, mean, the first picture included', ...maps.map(({ processor }) => ms(processor))],
          ['finding what lies under the pointer', ...maps.map(({ hover }) => ms(hover))],
          ['sorting the points for that, once', ...maps.map(({ index }) => ms(index))],
          ['the table of the groups', ...maps.map(({ table }) => ms(table))],
        ],
      },
    ],
    notes: [
      'In Chromium without a graphics card, medians. Processor: script, style and layout of the page, whatever else the computer does. Every cell of the matrix is filled, every curve has 200 points.',
      `The map is moved along a wide curve for ${frames} frames at twice the size of the whole; 16.7 ms between frames are 60 a second.`,
      ...busyNote(before),
    ],
    figures: { charts, maps, before, after: load() },
  }
}
