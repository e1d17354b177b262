import type { InferenceSession, OnnxValue } from 'onnxruntime-node'
import { noteFailure } from './failures.ts'
import { openSession, type Executor, type Session } from './onnx.ts'

type Feeds = Record<string, OnnxValue>
export type Results = InferenceSession.OnnxValueMapType

/** A network that stays at work when a graphics card lets it down. */
export type SteadySession = {
  /** Runs items, such as the works of a batch, in as many parts as fit into memory. One result a part, in order. */
  run<T>(
    items: readonly T[],
    feedsOf: (part: readonly T[]) => Feeds | Promise<Feeds>,
    outputs?: readonly string[],
  ): Promise<Results[]>
  release(): Promise<void>
}

type Opening = {
  open?: (model: string | Uint8Array, executor: Executor) => Promise<Session>
  /** Items that are run at once on the processor, whose memory is not asked whether they fit. */
  mostOnProcessor?: number
}

/**
 * Opens a network on an executor, or on the processor where the executor refuses. When a run does not fit into the memory of a
 * graphics card it is halved, again and again; what fails in another way goes on on the processor.
 */
export async function openSteady(
  model: string | Uint8Array,
  executor: Executor,
  { open = openSession, mostOnProcessor = Number.POSITIVE_INFINITY }: Opening = {},
): Promise<SteadySession> {
  let on = executor
  let most = on === 'cpu' ? mostOnProcessor : Number.POSITIVE_INFINITY
  const toProcessor = (error: unknown) => {
    if (on === 'cpu') throw error
    noteFailure(on, error)
    on = 'cpu'
    most = mostOnProcessor
    return open(model, 'cpu')
  }
  let session = await open(model, on).catch(toProcessor)

  async function afterFailure(error: unknown, size: number) {
    if (on !== 'cpu' && size > 1 && isShortOfMemory(error)) return void (most = Math.ceil(size / 2))
    const failed = session
    session = await toProcessor(error)
    await failed.release().catch(() => {}) // it has failed already
  }

  return {
    async run(items, feedsOf, outputs) {
      const results: Results[] = []
      for (let start = 0; start < items.length;) {
        const part = items.slice(start, Math.min(items.length, start + most))
        const feeds = await feedsOf(part)
        try {
          results.push(await (outputs ? session.run(feeds, outputs) : session.run(feeds)))
          start += part.length
        } catch (error) {
          await afterFailure(error, part.length)
        }
      }
      return results
    },
    release: () => session.release(),
  }
}

/** As onnxruntime, CUDA, Direct3D, Metal and Dawn say it. */
export const isShortOfMemory = (error: unknown) =>
  /out.of.memory|not enough memory|failed to allocate|bad_?alloc|allocation (of .* )?failed|E_OUTOFMEMORY|8007000E|buffer size .* exceeds/i.test(
    String(error),
  )
