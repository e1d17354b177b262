import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Verdict } from '#preload/api.ts'
import { launchBrowser, startApp, type ServedApp } from './browser.ts'
import { accessibilityProblems, ask, openPage, openSample, until, visit } from './page.ts'
import { startWithSample } from './sample.ts'

let browser: Browser
let app: ServedApp
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  app = await startWithSample()
  ;({ page } = await openPage(browser, app))
  await openSample(page)
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await app?.remove()
})

const heading = () => page.locator('aside h2').first().textContent()
const spoken = () => page.locator('p[role=status][aria-live=polite]').textContent()
const trail = () => ask(page, 'verdicts', 'list', { limit: 1000 })
const cellsOf = (text: string) => text.trimEnd().split('\n').map((row) => row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)) // prettier-ignore

/** Presses a key and waits for its verdict; returns it as it is in the trail. */
async function decide(key: string, seen: Map<number, Verdict>): Promise<Verdict> {
  await page.keyboard.press(key)
  let found: Verdict | undefined
  await until(`${key} is written`, async () => (found = (await trail()).find(({ id }) => !seen.has(id))) !== undefined)
  seen.set(found!.id, found!)
  return found!
}

/** Presses Tab until the button of that name has the focus, then Enter. */
async function pressButton(name: RegExp) {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (name.test(text)) return page.keyboard.press('Enter')
  }
  throw new Error(`Tab did not reach ${name}`)
}

test('100 verdicts by keyboard alone, with undo and redo across a restart: the trail has each, and exactly the corrected cells differ', { timeout: 240_000 }, async () => {
  await visit(page, 'review/style')
  await expect.poll(heading).not.toBe('')
  const seen = new Map<number, Verdict>()
  const standing: Verdict[] = []
  const keys = ['a', 'k', '2', 'u', 'k', 'w', 'a', 'x', 'k', 's', '1']
  const goOn = async (count: number) => {
    for (let n = 0; n < count; n++) {
      if (await page.getByRole('button', { name: 'Look at the rest' }).isVisible()) {
        await pressButton(/^Look at the rest$/)
        await page.locator('aside h2').first().waitFor()
        await page.waitForTimeout(200)
      }
      const canAccept = await page.locator('aside footer .primary').isVisible()
      const key = keys[standing.length % keys.length]!
      const hasTerm = await page.locator('aside ol li').nth(Number(key) - 1).isVisible().catch(() => false) // prettier-ignore
      const usable = key === 'a' ? canAccept : /\d/.test(key) ? hasTerm : true
      standing.push(await decide(usable ? key : 'k', seen))
    }
  }
  await goOn(50)
  for (let n = 0; n < 4; n++) {
    await page.keyboard.press(n % 2 ? 'z' : 'Control+z')
    await until('it is taken back', async () => (await trail()).length === standing.length - 1)
    standing.pop()
  }

  // The app is closed and started again: what was done before can still be taken back, and done again.
  const { folder } = (await ask(page, 'collections', 'current'))!
  await page.context().close()
  await app.stop()
  app = await startApp({ dataFolder: app.dataFolder })
  ;({ page } = await openPage(browser, app))
  await ask(page, 'collections', 'open', { folder })
  await page.getByRole('button', { name: 'Vocabulary' }).waitFor()
  await visit(page, 'review/style')
  await page.locator('main .screen').waitFor()
  const redone = standing.at(-1)!
  await page.keyboard.press('Control+z')
  await until('it is taken back', async () => (await trail()).length === standing.length - 1)
  await page.keyboard.press('Control+Shift+z')
  await until('it is done again', async () => (await trail()).length === standing.length)
  standing[standing.length - 1] = { ...redone, id: (await trail())[0]!.id, at: (await trail())[0]!.at }
  seen.set(standing.at(-1)!.id, standing.at(-1)!)
  await page.keyboard.press('z')
  await until('it is taken back', async () => (await trail()).length === standing.length - 1)
  standing.pop()

  await page.waitForTimeout(300)
  await goOn(100 - standing.length)
  expect(standing.length).toBe(100)
  expect((await trail()).toReversed()).toEqual(standing)
  expect(new Set(standing.map(({ kind }) => kind))).toEqual(new Set(['relabel', 'keep', 'unsure', 'wrong-image', 'not-artwork', 'skip'])) // prettier-ignore

  const out = path.join(app.dataFolder, 'out.csv')
  const { changes } = await ask(page, 'exports', 'preview', { kind: 'original', bom: false })
  await ask(page, 'exports', 'start', { kind: 'original', bom: false, path: out })
  await until('it is written', async () => (await ask(page, 'jobs', 'list')).some(({ kind, state }) => kind === 'export' && state === 'done')) // prettier-ignore
  const [before, after] = await Promise.all([readFile('resources/sample/labels.csv', 'utf8'), readFile(out, 'utf8')])
  const original = cellsOf(before)
  const style = original[0]!.indexOf('style')
  const different = cellsOf(after).flatMap((row, index) => row.flatMap((cell, column) => (cell === original[index]![column] ? [] : [`${row[0]} ${column} ${cell}`]))) // prettier-ignore
  const last = new Map(standing.filter(({ kind }) => kind === 'relabel').map((verdict) => [verdict.file, verdict.after]))
  expect(different.length).toBe(changes.length)
  expect(new Set(different)).toEqual(new Set([...last].map(([file, term]) => `${file} ${style} ${term}`)))
}) // prettier-ignore

test('the history tells every change as a sentence, finds one by its words, and leads to its work', async () => {
  await page.keyboard.press('Control+4')
  await page.getByRole('heading', { name: 'History' }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  const sentences = () => page.locator('main li .sentence').allTextContents()
  await expect.poll(async () => (await sentences()).length).toBe(100)
  await page.getByRole('searchbox').fill('no artwork')
  await expect.poll(async () => (await sentences()).every((text) => text.endsWith('as no artwork'))).toBe(true)
  const [first] = await sentences()
  await page.getByRole('button', { name: /^Show the work/ }).first().click() // prettier-ignore
  await expect.poll(() => page.locator('aside h1').textContent()).toBe(/“(.*)”/.exec(first!)![1])
})

test('look-alikes are decided in one go, seen beforehand, and one undo takes all back', async () => {
  await visit(page, 'looks/genre')
  await page.getByRole('checkbox', { name: 'Doubtful only' }).uncheck()
  await page.getByRole('button', { name: 'Label', exact: true }).click()
  await page.getByRole('listbox', { name: 'Works of the group' }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  const [group] = await ask(page, 'queue', 'groups', { attribute: 'genre', by: 'label', flaggedOnly: false })
  const count = group!.artworks.length
  const genres = async () => (await ask(page, 'artworks', 'read', { ids: group!.artworks })).map((card) => card.labels['genre']) // prettier-ignore
  const before = await genres()
  const chosen = (many: number) => expect.poll(() => page.locator('.head > .soft').textContent()).toBe(`${many} chosen`)
  await chosen(count)
  await page.getByRole('listbox', { name: 'Works of the group' }).focus()
  await page.keyboard.press(' ')
  await chosen(count - 1)
  const box = (await page.locator('[role=option]').first().boundingBox())!
  await page.mouse.move(box.x + 3, box.y + 3)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 1.5, box.y + box.height / 2, { steps: 4 })
  await page.mouse.up()
  await chosen(2)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('a')
  await page.getByRole('dialog').getByText(`${count} work`).first().waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect.poll(genres).toEqual(before.map(() => group!.suggestion))
  await page.keyboard.press('Control+z')
  await expect.poll(genres).toEqual(before)
})

test('the picture is zoomed, moved, turned and compared by keys, and each is told', async () => {
  await visit(page, 'review/artist')
  await page.locator('.stage img').first().waitFor()
  await page.waitForTimeout(500)
  const transform = () => page.locator('.stage .layer').first().evaluate((element) => (element as HTMLElement).style.transform) // prettier-ignore
  await page.keyboard.press('+')
  await expect.poll(transform).toContain('scale(1.5)')
  await expect.poll(spoken).toMatch(/^Zoom \d+%/)
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  await expect.poll(transform).toContain('scale(3.375)')
  const zoomed = await transform()
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(transform).not.toBe(zoomed)
  await page.keyboard.press('0')
  await expect.poll(spoken).toMatch(/^The whole picture/)
  await page.keyboard.press(']')
  await expect.poll(transform).toContain('rotate(90deg)')
  await page.keyboard.press('c')
  await page.getByRole('region', { name: 'Compare with' }).waitFor()
  await page.keyboard.press('+')
  await expect.poll(async () => new Set(await page.locator('.stage .layer').evaluateAll((all) => all.map((element) => /scale\(.*?\) rotate\(.*?\)/.exec((element as HTMLElement).style.transform)?.[0]?.slice(-14)))).size).toBe(1) // prettier-ignore
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('h')
  await page.getByRole('region', { name: 'Keys' }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('region', { name: 'Compare with' }).waitFor({ state: 'detached' })
})

test('in a blind test neither label nor suggestion is in the page before the verdict, and both are told after it', async () => {
  await visit(page, 'review/artist')
  const [entry] = await ask(page, 'queue', 'list', { attribute: 'artist', limit: 1, offset: 0, flaggedOnly: true })
  await expect.poll(heading).toBe(entry!.title)
  await page.keyboard.press('b')
  await page.getByText('What do you see?').waitFor()
  const outside = await page.locator('main').evaluate((main) => {
    const copy = main.cloneNode(true) as HTMLElement
    copy.querySelector('aside ol')?.remove() // the terms to choose from
    return copy.textContent
  })
  for (const hidden of [entry!.label, entry!.suggestion]) expect(outside).not.toContain(hidden)
  expect(await accessibilityProblems(page)).toEqual([])
  const term = await page.locator('aside ol .term').first().textContent()
  await page.keyboard.press('1')
  await expect.poll(async () => (await trail())[0]?.after).toBe(term)
  await expect.poll(spoken).toContain(`the picture suggests ${entry!.suggestion}`.slice(4))
  await page.keyboard.press('z')
  await expect.poll(spoken).toMatch(/^Taken back/)
  await page.keyboard.press('b')
  await page.getByText('The picture suggests', { exact: true }).waitFor()
})

test('a key is given to another command, the conflict is told, and the usual keys come back', async () => {
  await visit(page, 'settings')
  await page.getByRole('button', { name: 'Change K for Keep the label' }).first().click() // prettier-ignore
  await page.keyboard.press('u')
  await page.getByText('U is used for “Unsure”.').waitFor()
  await page.getByRole('button', { name: 'Use it here' }).click()
  await expect.poll(async () => (await ask(page, 'app', 'settings')).keys).toEqual({ keep: ['U'], unsure: [] })
  await visit(page, 'review/artist')
  const length = (await trail()).length
  await page.keyboard.press('u')
  await expect.poll(async () => (await trail())[0]?.kind).toBe('keep')
  await page.keyboard.press('z')
  await expect.poll(async () => (await trail()).length).toBe(length)
  await visit(page, 'settings')
  await page.getByRole('button', { name: 'All usual keys again' }).click()
  await expect.poll(async () => (await ask(page, 'app', 'settings')).keys).toEqual({})
})
