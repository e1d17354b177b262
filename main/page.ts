import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** Only files of our own; no inline code, no other site, no frames, no forms. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

export const safeHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** Serves the built page in `folder`, and nothing outside it. */
export function createPage(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return sentence(405, 'Only GET is understood here.')
    const file = locate(folder, new URL(request.url).pathname)
    const type = file && types[path.extname(file)]
    if (!file || !type) return sentence(404, 'There is no such file.')
    try {
      const content = await readFile(file)
      // The build puts a hash of the content in the names of all files in assets/.
      const cache = path.dirname(file).endsWith('assets') ? 'private, max-age=31536000, immutable' : 'no-cache'
      const headers = { ...safeHeaders, 'content-type': type, 'cache-control': cache }
      return new Response(request.method === 'HEAD' ? null : new Uint8Array(content), { headers })
    } catch {
      return sentence(404, 'There is no such file.')
    }
  }
}

/** The file that a path of an address names; null when it would leave the folder. */
function locate(folder: string, pathname: string): string | null {
  let name: string
  try {
    name = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (name.includes('\0') || name.includes('\\')) return null
  const file = path.join(folder, name.endsWith('/') ? `${name}index.html` : name)
  return file.startsWith(folder + path.sep) ? file : null
}

export function sentence(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    headers: { ...safeHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })
}
