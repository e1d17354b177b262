import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { Browser, Page } from 'playwright'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'

/** Of a page that shows the grid alone. */
const root = path.dirname(fileURLToPath(new URL('./grid/main.ts', import.meta.url)))

let server: ViteDevServer
let browser: Browser
let address: string

beforeAll(async () => {
  server = await createServer({ root, configFile: false, plugins: [svelte()], logLevel: 'error', server: { port: 0, host: '127.0.0.1', fs: { strict: false } }, cacheDir: 'node_modules/.vite-grid' }) // prettier-ignore
  await server.listen()
  address = server.resolvedUrls!.local[0]!
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function openGrid(minimum: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } })
  await page.goto(`${address}#${minimum}`)
  await page.getByText('Cell 0', { exact: true }).waitFor()
  return page
}

const cells = (page: Page) => page.locator('[role=option]').count()

test('of 100,000 cells fewer than 200 are in the page, wherever one scrolls', async () => {
  const page = await openGrid(96)
  for (const share of [0, 0.00001, 0.1, 0.5, 0.9, 1]) {
    await page.locator('.viewport').evaluate((element, at) => (element.scrollTop = at * element.scrollHeight), share)
    await page.waitForTimeout(100)
    const count = await cells(page)
    expect(count).toBeGreaterThan(20)
    expect(count).toBeLessThan(200)
  }
  await page.getByText('Cell 99999', { exact: true }).waitFor()
  await page.close()
})

test('while one scrolls through the whole grid, every frame is filled with cells and with no more than that', async () => {
  const page = await openGrid(96)
  const frames = await page.evaluate(async () => {
    const viewport = document.querySelector('.viewport')!
    const { bottom, right } = viewport.getBoundingClientRect()
    const counts: { count: number; filled: boolean }[] = []
    for (let frame = 0; frame < 120; frame++) {
      viewport.scrollTop += viewport.scrollHeight / 120
      await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      const { length: count } = viewport.querySelectorAll('[role=option]')
      const corner = document.elementFromPoint(right - 60, bottom - 60)
      counts.push({ count, filled: corner?.closest('[role=option]') !== null })
    }
    return counts
  })
  expect(Math.max(...frames.map(({ count }) => count))).toBeLessThan(200)
  expect(frames.filter(({ filled }) => !filled).length).toBe(0)
  await page.close()
})

test('every key leads where it says, and Enter opens', async () => {
  const page = await openGrid(160)
  const active = () => page.locator('.cell.active').innerText()
  await page.getByRole('listbox').focus()
  for (const [key, cell] of [['ArrowRight', 1], ['ArrowDown', 7], ['ArrowLeft', 6], ['ArrowUp', 0], ['ArrowUp', 0], ['End', 99_999], ['ArrowRight', 99_999], ['PageUp', 99_981], ['Home', 0], ['PageDown', 18]] as const) {
    await page.keyboard.press(key)
    await expect.poll(active).toBe(`Cell ${cell}`)
    const box = (await page.locator('.cell.active').boundingBox())!
    expect(box.y).toBeGreaterThanOrEqual(0)
    expect(box.y + box.height).toBeLessThanOrEqual(701)
  }
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('.place').getAttribute('data-opened')).toBe('18')
  await page.close()
}) // prettier-ignore

test('a grid higher than a browser can lay out still reaches its last cell', async () => {
  const page = await openGrid(600)
  await page.getByRole('listbox').focus()
  await page.keyboard.press('End')
  await page.getByText('Cell 99999', { exact: true }).waitFor()
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => page.locator('.cell.active').innerText()).toBe('Cell 99998')
  expect(await cells(page)).toBeLessThan(20)
  await page.close()
})
