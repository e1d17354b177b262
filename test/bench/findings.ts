import { mkdtemp, rm } from 'node:fs/promises'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createApp } from '#main/app.ts'
import { startEngineProcess } from '#main/engineProcess.ts'
import { places } from '#main/places.ts'
import { busyNote, load, median, say, type Report } from './report.ts'
import { makeReviewCollection } from './reviewCollection.ts'

const usual = 100_000
const cards = 12

type Taken = { wall: number; processor: number; held: number }

/** What findings, the budget and evidence cards cost at 100,000 works, and how long they hold up everything else in the app. */
export async function benchFindings({ works }: { works: number | null }): Promise<Report> {
  const before = load()
  const count = works ?? usual
  const folder = await mkdtemp(path.join(tmpdir(), 'connoisseur-bench-'))
  say(`Making a collection of ${count.toLocaleString('en')} works`)
  const collection = await makeReviewCollection({ works: count, folder })
  const app = createApp({ dataFolder: folder, shell: 'browser', resources: places.resources, emit: () => {}, desktop: null, startEngine: startEngineProcess }) // prettier-ignore
  try {
    const { collections, evidence, verdicts } = app.handlers
    await collections.open({ folder: collection })
    const attribute = 'style'
    const found = await taken(() => evidence.findings({ attribute }))
    const budget = await taken(() => evidence.budget({ attribute }))
    const first = await taken(() => evidence.card({ artwork: 1, attribute }))
    const next: Taken[] = []
    const afterVerdict: Taken[] = []
    for (let artwork = 2; artwork < 2 + cards; artwork++) {
      next.push(await taken(() => evidence.card({ artwork, attribute })))
      await verdicts.decide({ artwork, attribute, kind: 'keep' })
      afterVerdict.push(await taken(() => evidence.card({ artwork: artwork + 1, attribute })))
    }
    const row = (name: string, all: Taken[]) => [name, ...(['wall', 'processor', 'held'] as const).map((key) => median(all.map((one) => one[key])).toFixed(0))] // prettier-ignore
    const rows = [row('findings', [found]), row('review budget', [budget]), row('first card', [first]), row('next card', next), row('card after a verdict', afterVerdict)] // prettier-ignore
    return {
      title: `Findings and evidence among ${count} works: milliseconds`,
      tables: [{ columns: ['', 'by the clock', 'processor', 'others held up'], rows }],
      notes: busyNote(before),
      figures: { found, budget, first, next, afterVerdict },
    }
  } finally {
    await app.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** `held`: the longest time in which nothing else ran on the thread. */
async function taken(work: () => unknown): Promise<Taken> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  await new Promise((resolve) => setTimeout(resolve, 30))
  delay.reset()
  const [start, used] = [performance.now(), process.cpuUsage()]
  await work()
  const wall = performance.now() - start
  const { user, system } = process.cpuUsage(used)
  await new Promise((resolve) => setTimeout(resolve, 20))
  delay.disable()
  return { wall, processor: (user + system) / 1000, held: delay.max / 1e6 }
}
