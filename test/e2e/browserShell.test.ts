import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchBrowser, startApp, watchComplaints, type ServedApp } from './browser.ts'

let app: ServedApp
let browser: Browser
beforeAll(async () => {
  ;[app, browser] = await Promise.all([startApp(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await app?.remove()
})

const call = (page: Page, name: string, ...args: unknown[]) =>
  page.evaluate(
    async (message) => {
      const headers = { 'content-type': 'application/json' }
      return (await fetch('./call', { method: 'POST', headers, body: JSON.stringify(message) })).json()
    },
    { name, args },
  )

test('the printed address opens the app in a browser, without a word of complaint', async () => {
  const page = await browser.newPage()
  const complaints = watchComplaints(page)
  await page.goto(app.address)
  await vi.waitFor(async () => expect(await page.title()).toMatch(/Sample|Connoisseur/), 10_000)
  expect(page.url()).not.toContain('token')
  expect(complaints).toEqual([])
  expect(await call(page, 'app.info')).toMatchObject({ ok: true, value: { shell: 'browser' } })
  await page.close()
})

test('what only a desktop can do is refused with a code', async () => {
  const page = await browser.newPage()
  await page.goto(app.address)
  for (const [name, args] of [
    ['files.chooseFolder', { title: 'x' }],
    ['files.reveal', { path: '/' }],
    ['app.setMenu', []],
  ] as const)
    expect(await call(page, name, args), name).toMatchObject({ ok: false, error: { code: 'only-on-desktop' } })
  await page.close()
})

test('another browser, without the token, is told what to do', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(new URL(app.address).origin)
  expect(await page.textContent('body')).toContain('Open the address that was printed')
  await context.close()
})

test('a site that the same browser shows can neither call nor see a picture', async () => {
  const context = await browser.newContext()
  const own = await context.newPage()
  await own.goto(app.address)
  const { origin } = new URL(app.address)
  const foreign = await context.newPage()
  await foreign.route('http://evil.example/', (route) => route.fulfill({ contentType: 'text/html', body: '<p>hello' }))
  await foreign.goto('http://evil.example/')
  const reached = await foreign.evaluate(async (at) => {
    const body = JSON.stringify({ name: 'collections.close', args: [] })
    const sent = await fetch(`${at}/call`, { method: 'POST', body, mode: 'no-cors', credentials: 'include' }).then(
      (response) => response.type,
      () => 'blocked',
    )
    const image = new Image()
    image.src = `${at}/images/thumbnail/1`
    const seen = await image.decode().then(() => true, () => false) // prettier-ignore
    return { sent, seen }
  }, origin)
  expect(reached.seen).toBe(false)
  expect(await call(own, 'collections.current')).toMatchObject({ value: { name: 'Sample' } })
  await context.close()
})

test('ten open tabs all work, and those behind hear of changes when they come forward', async () => {
  const context = await browser.newContext()
  const tabs: Page[] = []
  for (let n = 0; n < 10; n++) {
    const tab = await context.newPage()
    await tab.goto(n === 0 ? app.address : new URL('/', app.address).href)
    await tab.evaluate(() => {
      // A headless browser calls every tab visible.
      Object.defineProperty(document, 'hidden', { get: () => Reflect.get(globalThis, 'behind') === true })
    })
    if (n < 9)
      await tab.evaluate(() => {
        Object.assign(globalThis, { behind: true })
        document.dispatchEvent(new Event('visibilitychange'))
      })
    tabs.push(tab)
  }
  const change = { theme: 'dark' }
  await call(tabs[9]!, 'app.changeSettings', change)
  await tabs[0]!.evaluate(() => {
    Object.assign(globalThis, { behind: false })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  for (const tab of [tabs[9]!, tabs[0]!])
    await vi.waitFor(async () => {
      const theme = await tab.evaluate(() => document.documentElement.dataset['theme'])
      expect(theme).toBe('dark')
    }, 10_000)
  await call(tabs[9]!, 'app.changeSettings', { theme: 'system' })
  await context.close()
}, 120_000)

test('Ctrl-C ends the app in order, and what it interrupted goes on at the next start', async () => {
  const first = await startApp()
  expect(await first.stop()).toBe(0)
  expect(existsSync(path.join(first.dataFolder, 'Sample.connoisseur/catalogue.sqlite-wal'))).toBe(false)
  const again = await startApp({
    dataFolder: first.dataFolder,
    args: ['--collection', path.join(first.dataFolder, 'Sample.connoisseur')],
  })
  const page = await browser.newPage()
  await page.goto(again.address)
  await vi.waitFor(async () => {
    const { value } = (await call(page, 'collections.current')) as { value: { works: number; embedded: number } }
    expect(value).toMatchObject({ works: 160, embedded: 160 })
  }, 60_000)
  await page.close()
  await again.remove()
}, 120_000)

test('a taken port is said in a sentence', async () => {
  const { port } = new URL(app.address)
  await expect(startApp({ args: ['--port', port] })).rejects.toThrow(/Port \d+ is in use by another program/)
})
