import type { Bridge, Reply } from '#preload/rpc.ts'

/** The bridge of a page that the browser shell delivers: one POST a call, one event stream for all who listen. */
export function httpBridge(base = '.'): Bridge {
  const listeners = new Set<(event: string, payload: unknown) => void>()
  const stream = eventStream(`${base}/events`, (event, payload) => {
    for (const listener of listeners) listener(event, payload)
  })
  return {
    async call(name, args) {
      try {
        const response = await fetch(`${base}/call`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ name, args }),
        })
        return (await response.json()) as Reply
      } catch {
        return {
          ok: false,
          error: { code: 'app-gone', message: 'Connoisseur is not running any more. Start it again.' },
        }
      }
    },
    listen(listener) {
      listeners.add(listener)
      stream.open()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stream.close()
      }
    },
  }
}

/**
 * A tab in the background gives its stream back, because a browser allows six connections to one place, all tabs
 * together. Whenever a stream opens, the app first tells it how things stand.
 */
function eventStream(address: string, onEvent: (event: string, payload: unknown) => void) {
  let wanted = false
  let source: EventSource | null = null

  function follow() {
    if (source !== null && (!wanted || document.hidden)) {
      source.close()
      source = null
    } else if (source === null && wanted && !document.hidden) {
      source = new EventSource(address)
      source.addEventListener('message', ({ data }: MessageEvent<string>) => {
        const [event, payload] = JSON.parse(data) as [string, unknown]
        onEvent(event, payload)
      })
    }
  }

  document.addEventListener('visibilitychange', follow)
  return {
    open() {
      wanted = true
      follow()
    },
    close() {
      wanted = false
      follow()
    },
  }
}
