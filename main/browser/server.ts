import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { Reply } from '#preload/rpc.ts'
import { sentence } from '../page.ts'
import type { Shell } from '../shell.ts'
import { createEventStreams, type Event } from './events.ts'
import { createGuard } from './guard.ts'

/** Bytes; enough for the ids of a million works. */
const largestCall = 16 * 2 ** 20

const notLetIn =
  'Connoisseur does not know this browser. Open the address that was printed in the window where Connoisseur was started.'

/** The app for browsers on this computer: loopback only, and only with the token of the printed address. */
export function createBrowserServer(shell: Shell, catchUp: () => Promise<Event[]>) {
  const events = createEventStreams(catchUp)
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else void send(response, sentence(500, error instanceof Error ? error.message : String(error)))
    })
  })
  const port = () => (server.address() as AddressInfo).port
  const guard = createGuard(port)

  async function respond(request: IncomingMessage, response: ServerResponse) {
    const verdict = guard.check(request)
    if (verdict === 'foreign') return send(response, sentence(403, 'Only the page of Connoisseur itself may ask this.'))
    if (verdict === 'enter') return send(response, redirect('./', guard.cookie))
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (verdict === 'unknown') {
      if (pathname === '/call') return reply(response, 401, 'not-let-in', notLetIn)
      return send(response, sentence(401, notLetIn))
    }
    if (pathname === '/call') return call(request, response)
    if (pathname === '/events') return events.add(request, response)
    const { signal, method, headers } = asWebRequest(request, response)
    return send(response, await shell.get(new Request(`http://localhost${request.url}`, { method, headers, signal })))
  }

  async function call(request: IncomingMessage, response: ServerResponse) {
    if (request.method !== 'POST') return reply(response, 405, 'bad-call', 'A call is sent with POST')
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
      return reply(response, 415, 'bad-call', 'A call is sent as application/json')
    const text = await readBody(request)
    if (text === null) return reply(response, 413, 'too-large', 'The call is too large')
    const message = parseCall(text)
    if (!message) return reply(response, 400, 'bad-call', 'The call is not readable as JSON')
    return sendJson(response, 200, await shell.call(message.name, message.args))
  }

  return {
    /** Resolves with the address to open, which carries the token. Throws a sentence when the port is taken. */
    listen: (wanted: number) =>
      new Promise<string>((resolve, reject) => {
        server.once('error', (error) => reject(explain(error, wanted)))
        server.listen(wanted, '127.0.0.1', () => resolve(`http://127.0.0.1:${port()}/?token=${guard.token}`))
      }),
    emit: events.send,
    async close() {
      events.close()
      server.close()
      server.closeAllConnections()
    },
  }
}

function explain(error: Error, port: number): Error {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error
  return new Error(`Port ${port} is in use by another program. Leave out --port to take any free one.`)
}

function parseCall(text: string): { name: unknown; args: unknown } | null {
  try {
    const message: unknown = JSON.parse(text)
    return message !== null && typeof message === 'object' ? { name: undefined, args: undefined, ...message } : null
  } catch {
    return null
  }
}

/**
 * The text of a request; null when it is larger than a call may be. The rest of such a one is read and dropped, because
 * a browser hears no answer while it is sending; without end it is cut off.
 */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= largestCall) chunks.push(chunk)
    else chunks.length = 0
    if (bytes > 4 * largestCall) break
  }
  return bytes > largestCall ? null : Buffer.concat(chunks).toString('utf8')
}

function asWebRequest(request: IncomingMessage, response: ServerResponse) {
  const controller = new AbortController()
  response.once('close', () => controller.abort())
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as [string, string])
  return { method: request.method ?? 'GET', headers, signal: controller.signal }
}

async function send(response: ServerResponse, answer: Response) {
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  if (!answer.body) return void response.end()
  // A reader who has left in the middle is no error.
  await pipeline(Readable.fromWeb(answer.body as ReadableStream), response).catch(() => {})
}

function redirect(location: string, cookie: string) {
  return sentence(303, 'Welcome.', { location, 'set-cookie': cookie })
}

function reply(response: ServerResponse, status: number, code: string, message: string) {
  // What is left of a refused body is not read: the connection ends with the answer.
  response.setHeader('connection', 'close')
  sendJson(response, status, { ok: false, error: { code, message } })
}

function sendJson(response: ServerResponse, status: number, value: Reply) {
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(JSON.stringify(value))
}
