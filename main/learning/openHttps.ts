import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import { getCACertificates } from 'node:tls'
import { ApiError } from '#preload/rpc.ts'

export type HttpsOptions = {
  signal: AbortSignal
  headers?: Record<string, string>
  /** Certificate authorities beyond those of Node, NODE_EXTRA_CA_CERTS and the system (PEM). */
  ca?: readonly string[]
}

type Answer = { host: string; answer: IncomingMessage }

const mostRedirects = 10
const redirects = new Set([301, 302, 303, 307, 308])
/** A connection over which nothing comes for so long is broken. */
const patienceMs = 30_000

/**
 * The answer to a GET, redirects followed, each of them to https too. A proxy is taken from HTTPS_PROXY and NO_PROXY.
 * Throws ApiError 'bad-address', 'not-https', 'too-many-redirects', and what Node says of the connection.
 */
export async function openHttps(address: string, options: HttpsOptions): Promise<Answer> {
  const agent = new Agent({ ca: authorities(options.ca), proxyEnv: process.env })
  let url = httpsUrl(address)
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const answer = await ask(url, agent, options)
    const { location } = answer.headers
    if (!redirects.has(answer.statusCode ?? 0) || location === undefined) return { host: url.host, answer }
    answer.destroy()
    const next = URL.parse(location, url.href)
    url = httpsUrl(next?.href ?? location, url.host)
  }
  throw new ApiError('too-many-redirects', `${url.host} passes the question on in a circle. Take another address.`)
}

/** An address as the user typed it, or as `from` passed it on. Throws ApiError 'bad-address', 'not-https'. */
export function httpsUrl(address: string, from?: string): URL {
  const url = URL.parse(address.trim())
  const shown = address.trim().slice(0, 200)
  if (!url) throw new ApiError('bad-address', `"${shown}" is not an address. It begins with https:// and names a file.`)
  if (url.protocol !== 'https:')
    throw new ApiError(
      'not-https',
      from === undefined
        ? `"${shown}" is not an https address. Others can be read and changed on the way: take one that begins with https://.`
        : `${from} passes on to "${shown}", which is not an https address and can be changed on the way. Take another address.`,
    )
  if (url.username !== '' || url.password !== '')
    throw new ApiError('bad-address', 'This address holds a name or a password. Take one that everybody may open.')
  return url
}

function ask(url: URL, agent: Agent, { headers, signal }: HttpsOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      agent,
      signal,
      timeout: patienceMs,
      headers: { 'user-agent': 'Connoisseur', 'accept-encoding': 'identity', ...headers },
    })
    asked.once('response', resolve)
    asked.on('timeout', () => asked.destroy(new Error(`nothing came for ${patienceMs / 1000} seconds`)))
    asked.on('error', reject)
    asked.end()
  })
}

/** A museum's network may have an authority of its own, which its computers know and Node does not. */
function authorities(more: readonly string[] = []): string[] {
  return [...new Set([...getCACertificates('default'), ...getCACertificates('system'), ...more])]
}
