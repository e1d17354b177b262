import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as en from '#renderer/text/en.ts'
import { languages, type Language } from '#renderer/text/language.ts'
import { sentencesOfCharts } from '#test/fixtures/sentences.ts'
import { launchBrowser, type ServedApp } from './browser.ts'
import { ask, openPage, openSample, visit } from './page.ts'
import { startWithSample } from './sample.ts'

const screens = ['collection', 'review/style', 'learn', 'evaluate', 'evaluate/confusions', 'evaluate/curves', 'evaluate/certainty', 'evaluate/labels', 'findings', 'overview', 'vocabulary', 'history', 'import', 'export', 'settings', 'help'] // prettier-ignore
/** English sentences that can be told from another language: of four words or more, nothing filled in. */
const english = Object.values(en)
  .flatMap((group) => Object.values(group as Record<string, string | Record<string, string>>))
  .flatMap((entry) => (typeof entry === 'string' ? [entry] : Object.values(entry)))
  .concat(...sentencesOfCharts().keys())
  .filter((text) => text.split(' ').length > 3 && !text.includes('{'))

/** Words in figures that reach out of their drawing. */
const cutOff = (page: Page) =>
  page.locator('[data-chart] svg text').evaluateAll((texts) =>
    texts
      .filter((text) => {
        const [box, room] = [text, text.closest('svg')!].map((one) => one.getBoundingClientRect())
        return box!.left < room!.left - 1 || box!.right > room!.right + 1
      })
      .map((text) => text.textContent),
  )

let app: ServedApp
let browser: Browser
beforeAll(async () => {
  ;[app, browser] = await Promise.all([startWithSample(), launchBrowser()])
  const { page } = await openPage(browser, app)
  await openSample(page)
  await page.context().close()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await app?.remove()
})

test.each(Object.keys(languages).filter((code) => code !== 'en') as Language[])(
  'every screen speaks %s, and nothing runs out of the window',
  async (code) => {
    const { page, complaints } = await openPage(browser, app)
    const reloaded = page.waitForEvent('load')
    await ask(page, 'app', 'changeSettings', { language: code }).catch(() => {}) // the page is loaded anew while it answers
    await reloaded
    await page.locator('main h1').first().waitFor({ state: 'attached' })
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(code)
    const texts = await languages[code].load()
    for (const width of [1280, 800]) {
      await page.setViewportSize({ width, height: 800 })
      for (const screen of screens) {
        await visit(page, screen)
        const shown = await page.locator('body').innerText()
        expect(english.filter((sentence) => shown.includes(sentence)), screen).toEqual([]) // prettier-ignore
        expect(await page.evaluate(() => document.documentElement.scrollWidth), screen).toBeLessThanOrEqual(width)
        expect(await cutOff(page), screen).toEqual([])
        if (process.env['SHOTS'] && width === 1280) await page.screenshot({ path: `${process.env['SHOTS']}/${code}-${screen.replaceAll('/', '-')}.png` }) // prettier-ignore
      }
    }
    // A filter is typed in the words of the language, and said back in it.
    await visit(page, 'collection')
    const word = (name: keyof typeof texts.query) => texts.query[name].split(', ')[0]
    const search = page.getByRole('searchbox', { name: texts.collection.search })
    await search.fill(`${word('not')} ${word('is')}:${word('reviewed')}`)
    await search.press('Enter')
    await page.getByRole('group', { name: texts.filters.bar }).getByText(texts.filters.not.replace('{condition}', texts.filters.reviewed), { exact: true }).waitFor() // prettier-ignore
    await page.getByRole('button', { name: texts.filters.clear }).click()
    await visit(page, 'settings')
    expect(await page.locator('main h1').first().innerText()).toBe(texts.settings.title)
    expect(complaints).toEqual([])
    await page.context().close()
  },
  90_000,
)
