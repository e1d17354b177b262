import { setImmediate, setTimeout as pause } from 'node:timers/promises'
import { createApp } from '#main/app.ts'
import { startEngineProcess } from '#main/engineProcess.ts'
import { places } from '#main/places.ts'
import type { VerdictKind } from '#preload/api.ts'

/**
 * The app without a window, in a process to be killed. It opens a collection, goes on with what was interrupted, and
 * then does what it is told: 'resume' nothing more, 'embed', 'learn', or 'review' without end. Prints a line for
 * whatever a user would have seen.
 */
const [dataFolder = '', folder = '', what = 'resume', seed = '0'] = process.argv.slice(2)
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`)

const app = createApp({
  dataFolder,
  shell: 'browser',
  resources: places.resources,
  emit: () => {},
  desktop: null,
  startEngine: startEngineProcess,
})
const { handlers, internals } = app
await internals.backbone()
await handlers.collections.open({ folder })
await setImmediate() // what was interrupted has begun again

if (what === 'embed') internals.work.embed(internals.session.current(), false)
if (what === 'learn') await handlers.learning.start({ recipe: 'probe', seed: 5 })
say('started')
if (what === 'review') await review(Number(seed))
for (let isUnderWay = false; ; await pause(10)) {
  const running = internals.jobs.list().filter(({ state }) => state === 'running')
  if (running.length === 0) break
  if (!isUnderWay && running.some(({ done }) => done > 0)) say('under way')
  isUnderWay ||= running.some(({ done }) => done > 0)
}
for (const { kind, state, error } of internals.jobs.list()) say({ kind, state, error })
await app.close()
say('done')
process.exit(0)

async function review(random: number): Promise<never> {
  const kinds: VerdictKind[] = ['relabel', 'keep', 'unsure', 'wrong-image', 'skip']
  const terms = (await handlers.attributes.list()).find(({ name }) => name === 'style')!.terms
  for (let n = random; ; n = (Math.imul(n, 1664525) + 1013904223) >>> 0) {
    const kind = kinds[(n >>> 8) % kinds.length]!
    const [entry] = await handlers.queue.list({
      attribute: 'style',
      limit: 1,
      offset: (n >>> 16) % 50,
      flaggedOnly: false,
    })
    if (!entry || n % 5 === 0) {
      say({ undone: (await handlers.history.undo())?.change.id ?? null })
      continue
    }
    const term = kind === 'relabel' ? { term: terms[(n >>> 4) % terms.length]!.name } : {}
    say({ decided: await handlers.verdicts.decide({ artwork: entry.artwork, attribute: 'style', kind, ...term }) })
  }
}
