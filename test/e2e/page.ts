import axe from 'axe-core'
import type { Browser, Page } from 'playwright'
import type { Api } from '#preload/api.ts'
import { type ServedApp, watchComplaints } from './browser.ts'

export type OpenPage = { page: Page; complaints: string[] }
export type Look = { width?: number; height?: number; colorScheme?: 'light' | 'dark' }

/** A page of its own, with its own cookie, at the start address. */
export async function openPage(browser: Browser, app: ServedApp, look: Look = {}): Promise<OpenPage> {
  const { width = 1280, height = 800, colorScheme = 'light' } = look
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const complaints = watchComplaints(page)
  await page.goto(app.address)
  await page.locator('main h1').first().waitFor()
  return { page, complaints }
}

type Groups = keyof Api
type Answer<G extends Groups, P extends keyof Api[G]> = Api[G][P] extends (...args: never[]) => infer R ? R : never

/** Asks the app as the page does. Throws what the app refuses. */
export async function ask<G extends Groups, P extends keyof Api[G] & string>(
  page: Page,
  group: G,
  procedure: P,
  ...args: unknown[]
): Promise<Answer<G, P>> {
  const reply = await page.evaluate(
    async (call) => {
      const { bridge } = globalThis as unknown as { bridge?: { call(name: string, args: unknown[]): Promise<unknown> } }
      if (bridge)
        return (await bridge.call(call.name, call.args)) as { ok: boolean; value: unknown; error?: { message: string } }
      const headers = { 'content-type': 'application/json' }
      const response = await fetch('./call', { method: 'POST', headers, body: JSON.stringify(call) })
      return (await response.json()) as { ok: boolean; value: unknown; error?: { message: string } }
    },
    { name: `${group}.${procedure}`, args },
  )
  if (!reply.ok) throw new Error(reply.error?.message)
  return reply.value as Answer<G, P>
}

/** Opens the sample from the start screen, where the app has not opened it by itself, and waits until it is learned. */
export async function openSample(page: Page): Promise<void> {
  if ((await ask(page, 'collections', 'current')) === null)
    await page.getByRole('button', { name: /Open the sample/ }).click()
  else await visit(page, 'collection')
  await page.getByRole('listbox', { name: 'Works' }).waitFor()
  await until('all pictures are looked at', async () => (await ask(page, 'collections', 'current'))?.embedded === 160)
  await idle(page)
  if ((await ask(page, 'collections', 'current'))?.run === null) {
    await ask(page, 'learning', 'start', { recipe: (await ask(page, 'learning', 'recipes'))[0]?.id })
    await idle(page)
  }
}

/** Waits until no job runs. */
export const idle = (page: Page) =>
  until('no job runs', async () => (await ask(page, 'jobs', 'list')).every((job) => job.state !== 'running'))

/** Resolves once it is so. Throws after two minutes. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 120_000
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
}

/** Goes to a screen by its address, as a bookmark would. */
export async function visit(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next
  }, hash)
  await page.locator('main h1').first().waitFor({ state: 'attached' })
  await page.waitForTimeout(250)
}

type Violation = { id: string; help: string; nodes: { html: string; failureSummary: string }[] }

/** What axe finds wrong on the page as it stands, a line each. */
export async function accessibilityProblems(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  await page.evaluate(axe.source)
  // What is still fading in has not its colours yet.
  await page.evaluate(async () => {
    const ends = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(ends.map(({ finished }) => finished))
  })
  const violations = await page.evaluate(
    async (options) => {
      const { axe: checker } = globalThis as unknown as {
        axe: { run(options: object): Promise<{ violations: Violation[] }> }
      }
      return (await checker.run(options)).violations
    },
    rules === 'all' ? {} : { runOnly: ['color-contrast', 'link-in-text-block'] },
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary}`),
  )
}

/** In light and in dark; what has nothing to do with colours is the same in both. */
export async function problemsInBothColours(page: Page): Promise<string[]> {
  const light = await accessibilityProblems(page)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const dark = await accessibilityProblems(page, 'colours')
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  return [...light, ...dark.map((problem) => `in dark: ${problem}`)]
}
