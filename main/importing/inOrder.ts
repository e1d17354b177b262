/**
 * Runs `work` on several items at a time and yields the results in the order of the items. Reads ahead no further than
 * `limit` items. Throws the signal's reason as soon as it is aborted, without waiting for what is running.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  limit: number,
  signal: AbortSignal,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const waiting: Promise<R>[] = []
  for await (const item of items) {
    signal.throwIfAborted()
    const result = work(item)
    result.catch(() => {}) // heard below, unless the job ends before
    waiting.push(result)
    if (waiting.length >= limit) yield await unlessAborted(waiting.shift()!, signal)
  }
  for (const result of waiting) yield await unlessAborted(result, signal)
}

function unlessAborted<R>(result: Promise<R>, signal: AbortSignal): Promise<R> {
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error)
    signal.addEventListener('abort', stop, { once: true })
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
