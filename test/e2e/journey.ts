import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { makePaintings } from '#test/seeds/paintings/make.ts'
import { accessibilityProblems, ask, idle, until, visit } from './page.ts'

/** How a shell lets its user choose a place; `open` presses the button that asks. */
export type Choose = {
  folder(where: string, open: () => Promise<void>): Promise<void>
  save(folder: string, name: string, open: () => Promise<void>): Promise<void>
}

/** The works of a small museum in `folder`/museum, a fifth of the styles wrong. */
export const makeMuseum = (folder: string) =>
  makePaintings({ folder: path.join(folder, 'museum'), works: 120, seed: 'journey', wrongShare: 0.2, size: 240 })

/** Rows and cells of a table without quoted line ends. */
const cellsOf = (text: string) => text.trimEnd().split('\n').map((row) => row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)) // prettier-ignore

/** A new user imports, learns, reviews ten works by keyboard, retrains and exports exactly those corrections. */
export async function walkJourney(page: Page, folder: string, choose: Choose): Promise<void> {
  await idle(page)

  // A collection of her own
  await visit(page, 'start')
  await page.getByRole('button', { name: /^New collection/ }).click()
  await page.getByLabel('Name', { exact: true }).fill('Museum')
  await page.getByLabel('Where to keep it').fill(folder)
  await page.keyboard.press('Enter')

  // Import
  await page.getByRole('heading', { name: 'Import', exact: true }).waitFor()
  await choose.folder(path.join(folder, 'museum'), () =>
    page.getByRole('button', { name: 'Choose a folder of images' }).click(),
  )
  await page.getByText('120 images').waitFor()
  await page.getByText('120 rows name an image in this folder.').waitFor()
  expect(await page.getByLabel('Use of the column style').inputValue()).toBe('attribute')
  expect(await page.getByLabel('Use of the column file').inputValue()).toBe('file')
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByLabel('Use of the column medium').selectOption('record')
  await page.getByRole('button', { name: 'Start the import' }).click()
  await page.getByText('120 new works').waitFor()
  await idle(page)
  expect(await accessibilityProblems(page)).toEqual([])

  // Learn
  await page.getByRole('button', { name: 'Learn now' }).click()
  await page.locator('main').getByRole('button', { name: 'Learn', exact: true }).click()
  await page.getByRole('heading', { name: 'What it found' }).waitFor({ timeout: 60_000 })
  await page.getByText(/For style, \d in 10 labels agree/).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])

  // Review ten by keyboard: seven changed, two kept, one skipped
  await page.keyboard.press('Control+2')
  await visit(page, 'review/style')
  const heading = page.locator('aside h2').first()
  const seen: string[] = []
  for (const [index, key] of [...'aaakaaakas'].entries()) {
    await until(
      'the next work is shown',
      async () => !seen.includes((await heading.textContent()) ?? '') || index === 0,
    )
    const verdictsBefore = (await ask(page, 'verdicts', 'list', { limit: 20 })).length
    await page.keyboard.press(key)
    await until('the verdict is written', async () => (await ask(page, 'verdicts', 'list', { limit: 20 })).length > verdictsBefore) // prettier-ignore
  }
  const verdicts = await ask(page, 'verdicts', 'list', { limit: 20 })
  expect(verdicts.map(({ kind }) => kind).toReversed()).toEqual(
    [...'aaakaaakas'].map((key) => ({ a: 'relabel', k: 'keep', s: 'skip' })[key]),
  )

  // Retrain
  const before = (await ask(page, 'collections', 'current'))!.run!.id
  await page.getByText('10 decisions since the last learning').or(page.getByText('9 decisions since the last learning')).waitFor() // prettier-ignore
  await page.keyboard.press('r')
  await until('a new run stands', async () => (await ask(page, 'collections', 'current'))!.run!.id > before)
  await idle(page)
  const kept = verdicts.filter(({ kind }) => kind === 'keep').map(({ artwork }) => artwork)
  const queue = await ask(page, 'queue', 'list', { attribute: 'style', limit: 500, offset: 0, flaggedOnly: false })
  expect(queue.map(({ artwork }) => artwork).filter((artwork) => kept.includes(artwork))).toEqual([])

  // Export
  await page.keyboard.press('Control+e')
  await page.getByText('7 cells are different').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await choose.save(folder, 'corrected.csv', () => page.getByRole('button', { name: 'Save as' }).click())
  await page.getByText(/Saved 120 rows/).waitFor()

  const original = cellsOf(await readFile(path.join(folder, 'museum/labels.csv'), 'utf8'))
  const corrected = cellsOf(await readFile(path.join(folder, 'corrected.csv'), 'utf8'))
  const style = original[0]!.indexOf('style')
  const differences = original.flatMap((row, index) =>
    row.flatMap((cell, column) =>
      cell === corrected[index]![column] ? [] : [[row[0], column, corrected[index]![column]]],
    ),
  )
  const decided = verdicts.filter(({ kind }) => kind === 'relabel').map(({ file, after }) => [file, style, after])
  expect(new Set(differences.map(String))).toEqual(new Set(decided.map(String)))
  expect(corrected.length).toBe(original.length)
}
