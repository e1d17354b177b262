import type { Look } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { labelTable } from './catalogue/labels.ts'
import type { OpenCollection } from './collection/openCollection.ts'
import { createEngineClient } from './engineClient.ts'
import { drawLook } from './learning/drawLook.ts'
import type { KnownBackbone } from './learning/backbones.ts'
import { keepLook, lookFile, planLook, readKept, readLook, type KeptLook, type LookPlan, type Wanted } from './learning/look.ts' // prettier-ignore
import { sentence } from './page.ts'
import type { EnginePort } from './ports.ts'

type Asked = { plan: LookPlan; answer(look: KeptLook): void; refuse(error: unknown): void }

/** Asked for ahead and not begun: what was asked for earliest is given up. */
const mostWaiting = 8
/** The process ends when nobody has looked for so long. */
const idleMs = 120_000

/**
 * Where the network looked, computed in an engine process of its own, so that it waits for no learning and no learning waits
 * for it; one work after the other, the one asked for last first, as it is the one being looked at.
 */
export function createLooks(startEngine: () => EnginePort) {
  const engine = createEngineClient(startEngine)
  const pending = new Map<string, Promise<KeptLook>>()
  const waiting: Asked[] = []
  let isBusy = false
  let idle: NodeJS.Timeout | undefined

  async function work() {
    if (isBusy) return
    isBusy = true
    clearTimeout(idle)
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { plan, answer, refuse } = next
      await engine
        .run((api) => api.attribution.look(plan.task), new AbortController().signal)
        .then((result) => keepLook(plan, result))
        .then(answer, refuse)
    }
    isBusy = false
    idle = setTimeout(() => engine.close(), idleMs)
    idle.unref()
  }

  function compute(plan: LookPlan): Promise<KeptLook> {
    const key = `${plan.file} ${plan.of}`
    const known = pending.get(key)
    const place = waiting.findIndex((asked) => `${asked.plan.file} ${asked.plan.of}` === key)
    if (place >= 0) waiting.push(...waiting.splice(place, 1)) // asked for again: it is the one wanted now
    if (known) return known
    const found = new Promise<KeptLook>((answer, refuse) => waiting.push({ plan, answer, refuse }))
    const over = waiting.length > mostWaiting ? waiting.shift() : undefined
    over?.refuse(new ApiError('passed-over', 'Other works were asked for meanwhile. Ask again.'))
    pending.set(key, found)
    const forget = () => pending.delete(key)
    found.then(forget, forget)
    void work()
    return found
  }

  return {
    /** Throws ApiError as planLook does, 'passed-over', and what the engine says of the network. */
    async look({ db, folder }: OpenCollection, backbone: KnownBackbone, wanted: Wanted): Promise<Look> {
      const plan = await planLook({ db, collectionFolder: folder, backbone }, wanted)
      const attribute = labelTable(db).findAttribute(wanted.attribute)!
      const { run, rows, columns, references, terms, of } = (await readLook(plan)) ?? (await compute(plan))
      const address = (at: number) => `images/looked/${wanted.artwork}?run=${run}&attribute=${attribute}&term=${at}&v=${of.slice(0, 16)}` // prettier-ignore
      return {
        run,
        places: [rows, columns],
        references,
        terms: terms.map(({ term, score, baseline }, at) => ({ term, score, baseline, address: address(at) })),
      }
    },
    close() {
      clearTimeout(idle)
      for (const { refuse } of waiting.splice(0)) refuse(new ApiError('app-closed', 'The app was closed.'))
      engine.close()
    },
  }
}

export const isLookRequest = (request: Request) => new URL(request.url).pathname.startsWith('/images/looked/')

/** Answers `images/looked/ID?run=R&attribute=A&term=0` with a PNG of what `look` has found. */
export async function serveLook(request: Request, collection: { folder: string } | null): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const [artwork, run, attribute, term] = [/\/(\d{1,15})$/.exec(pathname)?.[1], ...['run', 'attribute', 'term'].map((name) => searchParams.get(name))].map((text) => Number(text ?? NaN)) as [number, number, number, number] // prettier-ignore
  const isMeant = [artwork, run, attribute, term].every(Number.isInteger)
  const look = collection && isMeant ? await readKept(lookFile(collection.folder, run, attribute, artwork)) : null
  if (!look?.terms[term]) return sentence(404, 'There is no such look at a work.')
  const headers = { 'content-type': 'image/png', 'cache-control': 'private, max-age=86400', 'x-content-type-options': 'nosniff' } // prettier-ignore
  return new Response(new Uint8Array(await drawLook(look, term)), { headers })
}
