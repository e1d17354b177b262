import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createApp } from '#main/app.ts'
import { startEngineProcess } from '#main/engineProcess.ts'
import { places } from '#main/places.ts'
import { busyNote, load, median, say, type Report } from './report.ts'
import { makeReviewCollection } from './reviewCollection.ts'

const usual = 100_000
const cards = 12

/** Milliseconds. processor: of all threads; own: of the app's; held: the longest time of a processor in which it did nothing else. */
type Taken = { wall: number; processor: number; own: number; held: number }

/** What findings, the budget and evidence cards cost at 100,000 works, and how long they hold up everything else in the app. */
export async function benchFindings({ works }: { works: number | null }): Promise<Report> {
  const before = load()
  const count = works ?? usual
  const folder = await mkdtemp(path.join(tmpdir(), 'connoisseur-bench-'))
  say(`Making a collection of ${count.toLocaleString('en')} works`)
  const collection = await makeReviewCollection({ works: count, folder })
  const app = createApp({ dataFolder: folder, shell: 'browser', resources: places.resources, emit: () => {}, desktop: null, startEngine: startEngineProcess }) // prettier-ignore
  try {
    const { artworks, attributes, collections, evidence, overview, verdicts } = app.handlers
    const attribute = 'style'
    const opened = await taken(() => collections.open({ folder: collection }))
    const first = await taken(() => evidence.card({ artwork: 1, attribute }))
    const budget = await taken(() => evidence.budget({ attribute }))
    const found = await taken(() => evidence.findings({ attribute }))
    const [next, verdict, afterVerdict]: Taken[][] = [[], [], []]
    for (let artwork = 2; artwork < 2 + cards; artwork++) {
      next!.push(await taken(() => evidence.card({ artwork, attribute })))
      verdict!.push(await taken(() => verdicts.decide({ artwork, attribute, kind: 'keep' })))
      afterVerdict!.push(await taken(() => evidence.card({ artwork: artwork + 1, attribute })))
    }
    const terms = await taken(() => attributes.list())
    const whole = await taken(() => overview.get())
    const relabel = await taken(() => artworks.relabel({ ids: [works ?? usual], attribute, term: 'Style A' }))
    const row = (name: string, all: Taken[]) => [name, ...(['wall', 'processor', 'own', 'held'] as const).map((key) => median(all.map((one) => one[key])).toFixed(0))] // prettier-ignore
    const rows = [row('opening', [opened]), row('first card', [first]), row('next card', next!), row('card after a verdict', afterVerdict!), row('a verdict', verdict!), row('review budget', [budget]), row('findings', [found]), row('attributes', [terms]), row('overview', [whole]), row('a label by hand', [relabel])] // prettier-ignore
    return {
      title: `Findings and evidence among ${count} works: milliseconds`,
      tables: [{ columns: ['', 'by the clock', 'processor', 'of it the app’s thread', 'at one go'], rows }],
      notes: busyNote(before),
      figures: { opened, first, next, afterVerdict, verdict, budget, found, terms, whole, relabel },
    }
  } finally {
    await app.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A processor that others are using stretches the clock, and not the time of the thread on it. */
async function taken(work: () => unknown): Promise<Taken> {
  const [start, all, first] = [performance.now(), process.cpuUsage(), process.threadCpuUsage()]
  let [last, held] = [first, 0]
  const look = () => {
    const now = process.threadCpuUsage()
    held = Math.max(held, milliseconds(now) - milliseconds(last))
    last = now
  }
  const timer = setInterval(look, 1)
  // As a shell answers: the reply becomes text.
  JSON.stringify(await work())
  look()
  clearInterval(timer)
  const own = milliseconds(process.threadCpuUsage(first))
  return { wall: performance.now() - start, processor: milliseconds(process.cpuUsage(all)), own, held }
}

const milliseconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000
