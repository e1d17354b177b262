import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { download, type Download } from '#main/learning/download.ts'
import { temporaryFolder } from '#test/fixtures/folder.ts'
import { give, httpsServer } from '#test/fixtures/httpsServer.ts'

const content = randomBytes(3_000_000)
const sha256 = createHash('sha256').update(content).digest('hex')

/** A download with everything said, and what it has reported. */
async function prepared(given: Partial<Download> & { url: string }) {
  const file = join(await temporaryFolder(), 'downloads', 'it.part')
  const seen: [done: number, total: number][] = []
  const signal = new AbortController().signal
  const progress = (done: number, total: number) => void seen.push([done, total])
  const task: Download = { sha256, file, signal, progress, mostBytes: 1e9, pauseMs: 1, ...given }
  return { task, file, seen }
}
const refusal = (task: Download) =>
  download(task).then(
    () => null,
    (error: unknown) => error as Error & { code: string },
  )

describe('a download', () => {
  test('comes whole, with its progress in bytes', async () => {
    const server = await httpsServer((request, response) => give(content, request, response))
    const { task, file, seen } = await prepared(server)
    await download(task)
    expect(content.equals(await readFile(file))).toBe(true)
    expect(seen[0]).toEqual([0, content.length])
    expect(seen.at(-1)).toEqual([content.length, content.length])
    expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).toSorted((a, b) => a - b))
  })

  test('whose connection breaks goes on where it was, again and again', async () => {
    const server = await httpsServer((request, response, at) =>
      give(content, request, response, at < 5 ? { cutAfter: 500_000 } : {}),
    )
    const { task, file, seen } = await prepared(server)
    await download(task)
    expect(content.equals(await readFile(file))).toBe(true)
    const starts = server.ranges.map((range) => Number(/\d+/.exec(range)?.[0] ?? 0))
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    expect(starts.length).toBeGreaterThanOrEqual(6)
    const reached = new Set(seen.map(([done]) => done))
    expect(starts.filter((start) => !reached.has(start))).toEqual([])
    expect(starts.at(-1)).toBeGreaterThan(0)
  })

  test('that was cancelled goes on where it was when it is started again', async () => {
    const server = await httpsServer((request, response, at) =>
      give(content, request, response, at === 0 ? { stopAfter: 1_000_000 } : {}),
    )
    const controller = new AbortController()
    const progress = (done: number) => done >= 1_000_000 && controller.abort()
    const { task, file } = await prepared({ ...server, signal: controller.signal, progress })
    await expect(download(task)).rejects.toThrow(/abort/i)
    const kept = (await stat(file)).size
    expect(kept).toBe(1_000_000)
    await download({ ...task, signal: new AbortController().signal, progress: () => {} })
    expect(server.ranges).toEqual(['', `bytes=${kept}-`])
    expect(content.equals(await readFile(file))).toBe(true)
  })

  test('from a server that knows no ranges begins anew', async () => {
    const server = await httpsServer((request, response, at) =>
      give(content, request, response, { ranges: false, ...(at === 0 ? { cutAfter: 700_000 } : {}) }),
    )
    const { task, file, seen } = await prepared(server)
    await download(task)
    expect(content.equals(await readFile(file))).toBe(true)
    expect(server.ranges.length).toBe(2)
    expect(seen.filter(([done]) => done === 0).length).toBe(2)
  })

  test('that is here already asks nobody', async () => {
    const server = await httpsServer((request, response) => give(content, request, response))
    const { task, file } = await prepared(server)
    await download(task)
    await download(task)
    expect(server.ranges).toEqual([''])
    expect((await stat(file)).size).toBe(content.length)
  })

  test('begins anew where more lies here than there is', async () => {
    const server = await httpsServer((request, response) => give(content, request, response))
    const { task, file } = await prepared(server)
    await download(task)
    await writeFile(file, Buffer.concat([content, content]))
    await download(task)
    expect(server.ranges).toEqual(['', `bytes=${2 * content.length}-`, ''])
    expect(content.equals(await readFile(file))).toBe(true)
  })

  test('of a size that nobody tells is read to its end', async () => {
    const server = await httpsServer((request, response) => give(content, request, response, { sizeIsTold: false }))
    const { task, seen } = await prepared(server)
    await download(task)
    expect(seen.at(-1)).toEqual([content.length, 0])
  })

  test('follows to another https address', async () => {
    const server = await httpsServer((request, response) =>
      request.url === '/here' ? give(content, request, response) : response.writeHead(302, { location: '/here' }).end(),
    )
    const { task, file } = await prepared(server)
    await download(task)
    expect(content.equals(await readFile(file))).toBe(true)
  })
})

describe('what is refused says why', () => {
  const refused = async (
    answer: Parameters<typeof httpsServer>[0],
    change: (server: Awaited<ReturnType<typeof httpsServer>>) => Partial<Download> = () => ({}),
  ) => {
    const server = await httpsServer(answer)
    const { task, file } = await prepared({ ...server, ...change(server) })
    const error = (await refusal(task))!
    expect(error).toMatchObject({ name: 'ApiError', message: expect.stringMatching(/^["A-Za-z\d].*\.$/s) })
    return { code: error.code, message: error.message, isKept: existsSync(file), asked: server.ranges.length }
  }
  const all = (request: Parameters<typeof give>[1], response: Parameters<typeof give>[2]) =>
    give(content, request, response)

  test('another file than was meant, of which nothing is kept', async () => {
    const other = { sha256: sha256.replaceAll(/[0-9]/g, '0') }
    const said = await refused(all, () => other)
    expect(said).toMatchObject({ code: 'wrong-file', isKept: false, asked: 1 })
    expect(said.message).toContain(sha256)
    expect(said.message).toContain(other.sha256)
  })
  test('an address that is no https, also one that is passed on to', async () => {
    for (const url of ['http://localhost/a.onnx', 'ftp://localhost/a', 'file:///etc/passwd'])
      expect(await refused(all, () => ({ url }))).toMatchObject({ code: 'not-https', isKept: false, asked: 0 })
    expect(await refused(all, () => ({ url: 'a.onnx' }))).toMatchObject({ code: 'bad-address', asked: 0 })
    expect(await refused(all, () => ({ url: 'https://me:secret@localhost/' }))).toMatchObject({ code: 'bad-address' })
    const passedOn = await refused((_, response) => response.writeHead(302, { location: 'http://localhost/a' }).end())
    expect(passedOn).toMatchObject({ code: 'not-https', isKept: false, asked: 1 })
    expect(passedOn.message).toContain('http://localhost/a')
    const circle = await refused((_, response) => response.writeHead(301, { location: '/again' }).end())
    expect(circle).toMatchObject({ code: 'too-many-redirects', asked: 11 })
  })
  test.each([
    [404, 'not-found', 1],
    [403, 'not-allowed', 1],
    [400, 'server-refused', 1],
    [503, 'server-failed', 4],
  ])('an answer %i', async (status, code, asked) => {
    const said = await refused((_, response) => response.writeHead(status).end('No'))
    expect(said).toMatchObject({ code, asked, isKept: false })
    expect(said.message).toContain(`(${status})`)
  })
  test('a page in place of a file', async () => {
    const page = await refused((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html></html>'),
    )
    expect(page).toMatchObject({ code: 'not-a-file', isKept: false })
  })
  test('a connection that breaks and brings nothing more keeps what has come', async () => {
    const said = await refused((request, response, at) =>
      at === 0 ? give(content, request, response, { cutAfter: 1_000_000 }) : response.socket?.destroy(),
    )
    expect(said).toMatchObject({ code: 'connection-broken', isKept: true, asked: 5 })
    expect(said.message).toMatch(/after [\d.]+ MB of 3\.0 MB/)
  })
  test('a server that is not there, or cannot prove who it is', async () => {
    const nobody = await refused(all, () => ({ url: 'https://127.0.0.1:1/a.onnx' }))
    expect(nobody).toMatchObject({ code: 'no-network', isKept: false })
    const unknown = await refused(all, () => ({ url: 'https://no-such-place.invalid/a.onnx' }))
    expect(unknown).toMatchObject({ code: 'no-network', isKept: false })
    expect(await refused(all, () => ({ ca: [] }))).toMatchObject({ code: 'not-trusted', isKept: false, asked: 0 })
  })
  test('a file too large, told or found out, or too large for the disk', async () => {
    const small = () => ({ mostBytes: 1_000_000 })
    expect(await refused(all, small)).toMatchObject({ code: 'too-large', isKept: false })
    const untold = await refused((request, response) => give(content, request, response, { sizeIsTold: false }), small)
    expect(untold).toMatchObject({ code: 'too-large', isKept: false })
    const full = await refused(all, () => ({ freeBytes: () => Promise.resolve(5_900_000) }))
    expect(full).toMatchObject({ code: 'disk-full', isKept: false })
    expect(full.message).toBe('This takes 6.0 MB, and the disk has room for 5.9 MB. Make room, then try again.')
  })
})
