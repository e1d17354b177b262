import { setImmediate } from 'node:timers/promises'

/** Milliseconds that reckoning may hold up everything else. */
const longest = 12

/** Lets others work where this has worked long enough; throws where it is no longer wanted. */
export function createBreath(signal?: AbortSignal): () => Promise<void> {
  let last = performance.now()
  return async () => {
    if (performance.now() - last < longest) return
    await setImmediate()
    signal?.throwIfAborted()
    last = performance.now()
  }
}
