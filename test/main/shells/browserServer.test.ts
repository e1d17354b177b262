import { request as httpRequest } from 'node:http'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBrowserServer } from '#main/browser/server.ts'
import { createPage } from '#main/page.ts'
import { answer } from '#preload/rpc.ts'
import type { Shell } from '#main/shell.ts'

const handlers = {
  works: {
    count: ({ of }: { of: string }) => of.length,
    fail: () => {
      throw new TypeError('boom')
    },
  },
}
let folder: string
let server: ReturnType<typeof createBrowserServer>
let origin: string
let address: string
let cookie: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'page-'))
  await mkdir(path.join(folder, 'page/assets'), { recursive: true })
  await writeFile(path.join(folder, 'page/index.html'), '<!doctype html><title>Connoisseur</title>')
  await writeFile(path.join(folder, 'page/assets/main.js'), 'export {}')
  await writeFile(path.join(folder, 'page/notes.secret'), 'not for the page')
  await writeFile(path.join(folder, 'catalogue.json'), '"outside"')
  const page = createPage(path.join(folder, 'page'))
  const shell: Shell = {
    call: (name, args) => answer(handlers, String(name), args as unknown[]),
    get: async (request) =>
      new URL(request.url).pathname.startsWith('/images/') ? new Response('a picture of 7') : page(request),
  }
  server = createBrowserServer(shell, async () => [['settingsChanged', { theme: 'dark' }]])
  address = await server.listen(0)
  origin = new URL(address).origin
  const entered = await fetch(address, { redirect: 'manual' })
  cookie = entered.headers.get('set-cookie')!.split(';')[0]!
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

/** fetch() would clean up the path and set its own Host, so this speaks HTTP itself. */
function ask(target: string, headers: Record<string, string> = {}, method = 'GET', body?: string | Buffer) {
  const { port } = new URL(origin)
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path: target, method, headers }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }))
    })
    request.on('error', reject)
    request.end(body)
  })
}

const json = { 'content-type': 'application/json' }
const call = (message: unknown, headers: Record<string, string> = {}) =>
  ask('/call', { cookie, ...json, ...headers }, 'POST', typeof message === 'string' ? message : JSON.stringify(message))

test('the printed address is exchanged for a cookie that scripts and other sites cannot use', async () => {
  const entered = await fetch(address, { redirect: 'manual' })
  expect(entered.status).toBe(303)
  expect(entered.headers.get('location')).toBe('./')
  expect(entered.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
  expect(entered.headers.get('set-cookie')).not.toContain(new URL(address).searchParams.get('token'))
})

test('without the cookie there is no page, no picture, no event and no call', async () => {
  for (const target of ['/', '/assets/main.js', '/images/thumbnail/7', '/events', '/?token=guessed'])
    expect((await ask(target)).status).toBe(401)
  const reply = await call({ name: 'works.count', args: [{ of: 'abc' }] }, { cookie: 'connoisseur=guess' })
  expect(reply.status).toBe(401)
  expect(JSON.parse(reply.text)).toMatchObject({ ok: false, error: { code: 'not-let-in' } })
})

test('a call gives its value, and a failure is a reply too', async () => {
  expect(JSON.parse((await call({ name: 'works.count', args: [{ of: 'abc' }] })).text)).toEqual({ ok: true, value: 3 })
  expect(JSON.parse((await call({ name: 'works.fail', args: [] })).text)).toEqual({
    ok: false,
    error: { code: 'internal', message: 'boom' },
  })
})

test('only listed procedures can be called', async () => {
  for (const name of [
    '',
    'works',
    'works.nope',
    'nope.count',
    '__proto__.toString',
    'works.constructor',
    'works.__proto__',
  ])
    expect(JSON.parse((await call({ name, args: [] })).text)).toMatchObject({ error: { code: 'unknown-procedure' } })
})

test('a request of another site, port or host name is refused, cookie or not', async () => {
  const { port } = new URL(origin)
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: `http://127.0.0.1:${Number(port) + 1}` },
    { origin: `https://127.0.0.1:${port}` },
    { origin: `http://localhost:${port}` }, // the cookie is of 127.0.0.1, and so is the page
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { host: `evil.example:${port}` },
    { host: '127.0.0.1' },
    { host: `127.0.0.1.evil.example:${port}` },
  ]
  for (const headers of foreign) {
    expect((await call({ name: 'works.count', args: [{ of: 'abc' }] }, headers)).status, JSON.stringify(headers)).toBe(
      403,
    )
    expect((await ask('/images/thumbnail/7', { cookie, ...headers })).status, JSON.stringify(headers)).toBe(403)
  }
  expect((await call({ name: 'works.count', args: [{ of: 'abc' }] }, { origin })).status).toBe(200)
  expect((await ask('/', { cookie, host: `localhost:${port}`, 'sec-fetch-site': 'none' })).status).toBe(200)
})

test('a rebound host name is refused even with the right token', async () => {
  const { search, port } = new URL(address)
  expect((await ask(`/${search}`, { host: `evil.example:${port}` })).status).toBe(403)
})

test('the page comes with a strict policy and the right types', async () => {
  const page = await ask('/', { cookie })
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  expect(page.headers['content-security-policy']).not.toContain('unsafe')
  expect(page.headers['x-content-type-options']).toBe('nosniff')
  expect((await ask('/assets/main.js', { cookie })).headers['content-type']).toBe('text/javascript; charset=utf-8')
})

test('nothing outside the folder of the page is served', async () => {
  const ways = [
    '/../catalogue.json',
    '/..%2fcatalogue.json',
    '/%2e%2e/catalogue.json',
    '/assets/..%2f..%2fcatalogue.json',
    '/..%5ccatalogue.json',
    `/${encodeURIComponent(path.join(folder, 'catalogue.json'))}`,
    '//catalogue.json',
    '/assets/main.js%00.html',
    '/%ff',
    '/notes.secret',
    '/assets',
  ]
  for (const way of ways) {
    const got = await ask(way, { cookie })
    expect(got.status, way).toBe(404)
    expect(got.text, way).not.toContain('outside')
  }
})

test('pictures are served under /images/', async () => {
  expect((await ask('/images/thumbnail/7?v=abc', { cookie })).text).toBe('a picture of 7')
})

test('a body that is not a call is answered, and the server goes on', async () => {
  for (const body of ['', '{', 'null', '7', '"works.count"', '[1]', '{"args":[]}', '{"name":"works.count"}'])
    expect(JSON.parse((await call(body)).text), body).toMatchObject({ ok: false })
  expect((await call('{"name":')).status).toBe(400)
  expect((await ask('/call', { cookie })).status).toBe(405)
  const form = { 'content-type': 'text/plain' }
  expect((await call({ name: 'works.count', args: [{ of: 'a' }] }, form)).status).toBe(415)
  expect((await call({ name: 'works.count', args: [{ of: 'abc' }] })).status).toBe(200)
})

test('a body over 16 MB is refused, and an endless one cut off', async () => {
  const message = { name: 'works.count', args: [{ of: 'a'.repeat(8e6) }] }
  expect(JSON.parse((await call(message)).text)).toEqual({ ok: true, value: 8e6 })
  const refused = await call({ name: 'works.count', args: [{ of: 'a'.repeat(17 * 2 ** 20) }] })
  expect(refused.status).toBe(413)
  expect(JSON.parse(refused.text)).toMatchObject({ ok: false, error: { code: 'too-large' } })
  const endless = await fetch(`${origin}/call`, {
    method: 'POST',
    headers: { cookie, ...json },
    body: new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(2 ** 20)) }),
    duplex: 'half',
  } as RequestInit).then(
    (response) => response.status,
    () => 413, // the line was cut while we were still sending
  )
  expect(endless).toBe(413)
  expect((await call({ name: 'works.count', args: [{ of: 'abc' }] })).status).toBe(200)
})

test('a tab hears how things stand, and then every event, as do all others', async () => {
  const tabs = await Promise.all([listen(), listen()])
  for (const tab of tabs) expect(await tab.next()).toEqual(['settingsChanged', { theme: 'dark' }])
  server.emit('catalogueChanged', { tables: ['label'] })
  for (const tab of tabs) expect(await tab.next()).toEqual(['catalogueChanged', { tables: ['label'] }])
  for (const tab of tabs) await tab.close()
})

async function listen() {
  const response = await fetch(`${origin}/events`, { headers: { cookie } })
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const next = async (): Promise<unknown> => {
    const line = /^data: (.*)\n\n/m.exec(text)
    if (line) {
      text = text.slice(line.index + line[0].length)
      return JSON.parse(line[1]!)
    }
    text += (await reader.read()).value ?? ''
    return next()
  }
  return { next, close: () => reader.cancel() }
}
