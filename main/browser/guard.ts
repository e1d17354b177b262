import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export type Guard = {
  /** What the printed address carries. */
  token: string
  /** 'enter': the address with the token, to be exchanged for the cookie. */
  check(request: IncomingMessage): 'allowed' | 'enter' | 'foreign' | 'unknown'
  cookie: string
}

/**
 * Lets in our own page in the browser of the person who started the app. Other people on this computer lack the token;
 * pages of other sites fail by Host (DNS rebinding), Origin and Sec-Fetch-Site (cross-site requests; a cookie alone would
 * not tell ports of localhost apart).
 */
export function createGuard(port: () => number): Guard {
  const token = randomBytes(24).toString('base64url')
  const session = randomBytes(24).toString('base64url')
  const name = () => `connoisseur-${port()}`

  return {
    token,
    get cookie() {
      return `${name()}=${session}; HttpOnly; SameSite=Strict; Path=/`
    },
    check(request) {
      const hosts = [`127.0.0.1:${port()}`, `localhost:${port()}`]
      const { host = '', origin, cookie = '' } = request.headers
      if (!hosts.includes(host)) return 'foreign'
      if (origin !== undefined && origin !== `http://${host}`) return 'foreign'
      if (request.method === 'GET' && same(tokenOf(request), token)) return 'enter'
      if (!['same-origin', 'none', undefined].includes(request.headers['sec-fetch-site'] as string)) return 'foreign'
      return same(cookieValue(cookie, name()), session) ? 'allowed' : 'unknown'
    },
  }
}

function tokenOf(request: IncomingMessage): string {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  return pathname === '/' ? (searchParams.get('token') ?? '') : ''
}

function cookieValue(header: string, name: string): string {
  const pair = header.split(/;\s*/).find((part) => part.startsWith(`${name}=`))
  return pair?.slice(name.length + 1) ?? ''
}

/** Compares without telling by its time how much was right. */
function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
