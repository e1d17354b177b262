import { createClient, subscribe, type Client } from '#preload/rpc.ts'
import type { EngineApi, EngineEvents } from './engine/api.ts'
import { processBridge } from './engine/processBridge.ts'
import type { EnginePort } from './ports.ts'

/** How long a cancelled task may take to reach its next step before its process is ended. */
const patienceMs = 900

type Listeners = { [N in keyof EngineEvents]?: (payload: EngineEvents[N]) => void }

/**
 * The engine as main sees it: started when first needed, started again after it died, one task at a time. `listeners` hear
 * what happens outside of tasks, too.
 */
export function createEngineClient(startEngine: () => EnginePort, listeners: Listeners = {}) {
  let running: { port: EnginePort; api: Client<EngineApi>; listen(listeners: Listeners): () => void } | null = null
  let turn: Promise<unknown> = Promise.resolve()

  function engine() {
    if (running) return running
    const port = startEngine()
    const bridge = processBridge({ ...port, onClose: (listener) => port.onClose(listener) })
    const started = (running = {
      port,
      api: createClient<EngineApi>(bridge),
      listen: (heard: Listeners) => subscribe<EngineEvents>(bridge, heard),
    })
    started.listen(listeners)
    port.onClose(() => {
      if (running === started) running = null
    })
    return started
  }

  async function runNow<T>(
    call: (api: Client<EngineApi>) => Promise<T>,
    signal: AbortSignal,
    heard: Listeners,
  ): Promise<T> {
    signal.throwIfAborted()
    const { api, port, listen } = engine()
    const stop = listen(heard)
    let timer: NodeJS.Timeout | undefined
    const onAbort = () => {
      void api.work.cancel().catch(() => {})
      timer = setTimeout(() => port.kill(), patienceMs)
    }
    signal.addEventListener('abort', onAbort, { once: true })
    try {
      return await call(api)
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      stop()
    }
  }

  return {
    device: (executor: Parameters<EngineApi['device']['describe']>[0]) => engine().api.device.describe(executor),
    /** Runs a task when those before it have ended. Throws what the engine throws, 'engine-ended' when it dies. */
    run<T>(call: (api: Client<EngineApi>) => Promise<T>, signal: AbortSignal, heard: Listeners = {}): Promise<T> {
      const mine = Promise.race([turn, aborted(signal)]).then(() => runNow(call, signal, heard))
      turn = Promise.all([turn, mine.catch(() => {})])
      return mine
    },
    close() {
      running?.port.kill()
      running = null
    },
  }
}

/** Who is cancelled while others have their turn does not wait for them. */
const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))

export type EngineClient = ReturnType<typeof createEngineClient>
