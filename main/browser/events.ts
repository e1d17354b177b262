import type { IncomingMessage, ServerResponse } from 'node:http'

export type Event = [name: string, payload: unknown]

const heartbeatMs = 15_000
/** A tab that is this far behind is asleep: it is cut off and asks again when it wakes. */
const largestBacklog = 4 * 2 ** 20

/**
 * Server-sent events to every open tab. The heartbeat keeps the line open and finds tabs that are gone. Whoever connects first
 * gets what `catchUp` says, because between its questions and its connection, or while it was cut off, something may
 * have happened.
 */
export function createEventStreams(catchUp: () => Promise<Event[]>) {
  const streams = new Set<ServerResponse>()
  const heartbeat = setInterval(() => write(': still here\n\n'), heartbeatMs)
  heartbeat.unref()

  function write(text: string) {
    for (const stream of streams) {
      if (stream.writableLength > largestBacklog) stream.destroy()
      else stream.write(text)
    }
  }

  return {
    add(request: IncomingMessage, response: ServerResponse) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      response.write('retry: 1000\n\n')
      streams.add(response)
      request.on('close', () => streams.delete(response))
      response.on('error', () => streams.delete(response))
      void catchUp().then((events) => events.forEach((event) => response.write(asText(event))))
    },
    send: (name: string, payload: unknown) => write(asText([name, payload])),
    close() {
      clearInterval(heartbeat)
      for (const stream of streams) stream.end()
    },
  }
}

const asText = (event: Event) => `data: ${JSON.stringify(event)}\n\n`
