import type { Bridge, Reply } from '#preload/rpc.ts'

/** The part of a child process, a utility process or a worker that a bridge needs. */
export type Port = {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onClose(listener: () => void): void
}

type Message = { id: number; reply: Reply } | { event: string; payload: unknown }

const engineEnded: Reply = {
  ok: false,
  error: {
    code: 'engine-ended',
    message: 'The learning engine stopped unexpectedly. Everything done so far is kept; start again.',
  },
}

/** Calls and events over a process's messages. When it ends, `end` is the reply to every call still waiting. */
export function processBridge(port: Port, end: Reply = engineEnded): Bridge {
  const waiting = new Map<number, (reply: Reply) => void>()
  const listeners = new Set<(event: string, payload: unknown) => void>()
  let closed = false
  let lastId = 0

  port.onMessage((received) => {
    const message = received as Message
    if ('event' in message) return listeners.forEach((listener) => listener(message.event, message.payload))
    waiting.get(message.id)?.(message.reply)
    return void waiting.delete(message.id)
  })
  port.onClose(() => {
    closed = true
    for (const settle of waiting.values()) settle(end)
    waiting.clear()
  })

  return {
    call: (name, args) =>
      new Promise((resolve) => {
        if (closed) return resolve(end)
        waiting.set(++lastId, resolve)
        port.post({ id: lastId, name, args })
      }),
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
