import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makePictures, newAppOn, type TestApp } from '#test/fixtures/app.ts'

/** A collection of 40 small pictures, learned twice, with its map. */
const learned = () => newAppOn('reported', learn)

async function learn({ handlers, base, ended, internals }: TestApp) {
  const folder = join(base, 'pictures')
  const table = await makePictures(folder, 40)
  await handlers.collections.create({ folder: base, name: 'Old & New' })
  await handlers.imports.start({ folder, table, folderAttribute: null })
  await ended('embedding')
  for (const seed of [0, 1]) await internals.jobs.ended(await handlers.learning.start({ recipe: 'probe', seed }))
  await internals.jobs.ended(await handlers.map.draw())
}

const write = async ({ handlers, internals }: Awaited<ReturnType<typeof learned>>, run: number | null, path: string) =>
  internals.jobs.ended(await handlers.figures.report({ run, path }))

test('the report holds every figure, the recipe, the counts, the date and the hash of the model, and asks for nothing', async () => {
  const app = await learned()
  const file = join(app.base, 'report.html')
  const { result, error } = await write(app, 1, file)
  expect(error).toBeNull()
  const html = await readFile(file, 'utf8')
  const figures = [...html.matchAll(/data-figure="([^"]+)"/g)].map(([, id]) => id)
  for (const id of [
    'labels-style',
    'light-style',
    'colour-style',
    'confusion-style',
    'roc-style',
    'precision-recall-style',
    'confidence-style',
    'reliability-style',
    'runs-style',
    'pairs-attribute-style',
    'samples-attribute-style',
    'map-style',
  ])
    // prettier-ignore
    expect(figures).toContain(id)
  expect(result).toEqual({ kind: 'report', path: file, figures: figures.length })
  const { folder } = await app.handlers.learning.card({ run: 1 })
  const sha256 = createHash('sha256').update(await readFile(join(folder, 'heads.onnx'))).digest('hex') // prettier-ignore
  expect(html).toContain(sha256)
  expect(html).toContain(new Date().toISOString().slice(0, 10))
  expect(html).toContain('&quot;id&quot;: &quot;probe&quot;')
  expect(html).toContain('40, 40 of them looked at')
  expect(html).toContain('Old &amp; New')

  // Nothing outside of the file is named where a browser would fetch it, and nothing runs.
  const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address!)
  expect(addresses.filter((address) => !/^(#|data:image\/)/.test(address))).toEqual([])
  expect(html).not.toMatch(/<script|@import|url\(/i)
  // Every colour that a figure names is defined.
  const used = new Set([...html.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name!))
  expect([...used].filter((name) => !html.includes(`${name}:`))).toEqual([])
}, 120_000)

test('a PDF is refused with a sentence where there is no desktop, and so is another ending', async () => {
  const app = await learned()
  const report = (name: string) => app.handlers.figures.report({ run: null, path: join(app.base, name) })
  await expect(async () => report('r.pdf')).rejects.toMatchObject({ code: 'only-on-desktop', message: expect.stringMatching(/print it to PDF/) }) // prettier-ignore
  await expect(async () => report('r.txt')).rejects.toMatchObject({ code: 'wrong-ending' })
  await expect(async () => app.handlers.figures.report({ run: 9, path: join(app.base, 'r.html') })).rejects.toMatchObject({ code: 'unknown-run' }) // prettier-ignore
  expect(existsSync(join(app.base, 'r.pdf'))).toBe(false)
}, 120_000)

test('samples are of the kind asked for, and a filter finds what a run takes for a term', async () => {
  const { handlers } = await learned()
  const about = { attribute: 'style', run: null, count: 200 }
  const { confusion, terms, works } = await handlers.evaluation.figures(about)
  const wrong = await handlers.figures.samples({ ...about, kind: 'mistakes' })
  const right = await handlers.figures.samples({ ...about, kind: 'right' })
  expect(wrong.every(({ label, predicted }) => label !== predicted)).toBe(true)
  expect(right.every(({ label, predicted }) => label === predicted)).toBe(true)
  expect(wrong.length + right.length).toBe(works)
  expect(right.length).toBe(confusion.reduce((sum, row, at) => sum + row[at]!, 0))
  expect(right.map(({ probability }) => probability)).toEqual(right.map(({ probability }) => probability).toSorted((a, b) => b - a)) // prettier-ignore
  const unsure = await handlers.figures.samples({ ...about, kind: 'unsure' })
  expect(unsure[0]!.probability).toBe(Math.min(...unsure.map(({ probability }) => probability)))
  const [drawn, again] = [await handlers.figures.samples({ ...about, kind: 'any', count: 5 }), await handlers.figures.samples({ ...about, kind: 'any', count: 5 })] // prettier-ignore
  expect(drawn).toEqual(again)
  for (const [given, row] of confusion.entries())
    for (const [predicted, count] of row.entries()) {
      const found = await handlers.artworks.find({ attribute: 'style', term: terms[given]!.term, predicted: terms[predicted]!.term }) // prettier-ignore
      expect(found.length).toBe(count)
    }
}, 120_000)
