import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createEngineClient } from '#main/engineClient.ts'
import { startEngineProcess } from '#main/engineProcess.ts'
import { areaBetween } from '#main/evidence/termPairs.ts'
import { likeness } from '#main/evidence/unlike.ts'
import { bundledBackbone } from '#main/learning/backbones.ts'
import { places } from '#main/places.ts'
import { newApp } from '#test/fixtures/app.ts'
import { rowsOf } from '#test/fixtures/commandLine.ts'
import { temporaryFolder } from '#test/fixtures/folder.ts'

const timeout = 120_000
const sample = join(places.resources, 'sample')
const planted = rowsOf(readFileSync(join(import.meta.dirname, '../../fixtures/sample-errors.csv'), 'utf8'))
const wrong = new Set(planted.filter(({ attribute }) => attribute === 'style').map(({ file }) => file!.split('/').at(-1)!)) // prettier-ignore
const art = join(import.meta.dirname, '../../../../shared/art')

/** The sample, whose cataloguer J. Smith has entered all planted errors and few other labels. */
async function learnedSample() {
  const app = await newApp()
  const { handlers, ended, base } = app
  const [header, ...rows] = readFileSync(join(sample, 'labels.csv'), 'utf8').trimEnd().split('\n')
  const who = (row: string, at: number) => ([...wrong].some((file) => row.includes(file)) || at % 12 === 0 ? 'J. Smith' : ['A. Keller', 'M. Okafor'][at % 2]) // prettier-ignore
  const table = join(base, 'labels.csv')
  writeFileSync(table, [`${header},cataloguer`, ...rows.map((row, at) => `${row},${who(row, at)}`)].join('\n'))
  await handlers.collections.create({ folder: base, name: 'Findings' })
  await handlers.imports.start({ folder: join(sample, 'images'), table, folderAttribute: null })
  await ended('import')
  await ended('embedding')
  await handlers.learning.start({ recipe: 'probe' })
  await ended('learning')
  return app
}

test('findings count the planted errors, name who entered them, and change with the verdicts', { timeout }, async () => {
  const { handlers } = await learnedSample()
  const found = await handlers.evidence.findings({ attribute: 'style' })
  expect(found.judged).toBe(160)
  expect(found.wrong.share.low * 160).toBeLessThan(wrong.size)
  expect(found.wrong.share.high * 160).toBeGreaterThan(wrong.size)
  const [group] = found.groups.filter(({ by }) => by === 'column')
  expect(group).toMatchObject({ column: 'cataloguer', value: 'J. Smith' })
  const cards = await handlers.artworks.read({ ids: group!.works })
  expect(cards.filter(({ file }) => wrong.has(file)).length).toBe(wrong.size)
  expect(found.outliers.length).toBe(10)
  expect(found.outliers.map(({ likeness: value }) => value)).toEqual(found.outliers.map(({ likeness: value }) => value).toSorted((a, b) => a - b)) // prettier-ignore

  const queue = await handlers.queue.list({ attribute: 'style', limit: 200, offset: 0, flaggedOnly: false })
  for (const { artwork, file, suggestion } of queue.slice(0, 10)) {
    const verdict = wrong.has(file) ? { kind: 'relabel' as const, term: suggestion } : { kind: 'keep' as const }
    await handlers.verdicts.decide({ artwork, attribute: 'style', ...verdict })
  }
  const after = await handlers.evidence.budget({ attribute: 'style' })
  expect(after).toMatchObject({ reviewed: 10, found: queue.slice(0, 10).filter(({ file }) => wrong.has(file)).length })
  expect(after.expected).toBeLessThan(found.budget.expected)

  const control = await handlers.evidence.control({ attribute: 'style' })
  expect(control.length).toBe(50)
  expect(control.every(({ flagged }) => !flagged)).toBe(true)
  expect(await handlers.evidence.control({ attribute: 'style' })).toEqual(control)
  for (const { artwork } of control.slice(0, 30))
    await handlers.verdicts.decide({ artwork, attribute: 'style', kind: 'keep' })
  const checked = await handlers.evidence.budget({ attribute: 'style' })
  expect(checked.control).toMatchObject({ size: 50, looked: 30, wrong: 0, low: 0 })
  expect(checked.control.high).toBeCloseTo(0.1135, 3)
  expect((await handlers.evidence.control({ attribute: 'style' })).map(({ artwork }) => artwork)).toEqual(control.slice(30).map(({ artwork }) => artwork)) // prettier-ignore
  await expect(handlers.evidence.findings({ attribute: 'nothing' })).rejects.toThrow('has not been learned')
}) // prettier-ignore

test.skipIf(!existsSync(art))(
  'photographs among paintings are least like the others (skipped where ../shared/art is not there)',
  { timeout },
  async () => {
    const pick = (folder: string, keep: (row: Record<string, string>) => boolean, every: number) =>
      rowsOf(readFileSync(join(art, folder, 'labels.csv'), 'utf8')).filter(keep).filter((_, at) => at % every === 0).map(({ file }) => join(art, folder, file!)) // prettier-ignore
    const paintings = pick('peopleart', () => true, 19)
    const photographs = pick('not-paintings', ({ kind }) => kind === 'photo', 8)
    const files = [...paintings, ...photographs]
    const { backbone, model } = await bundledBackbone(places.resources)
    const engine = createEngineClient(startEngineProcess)
    onTestFinished(() => engine.close())
    const file = join(await temporaryFolder(), 'mixed.f16')
    const { signal } = new AbortController()
    const works = files.map((path, row) => ({ row, path }))
    await engine.run((api) => api.embedding.run({ backbone, model, executor: 'cpu', file, works }), signal)
    const rows = Int32Array.from(files.keys())
    const embeddings = { file, dimension: backbone.dimension }
    const found = await engine.run((api) => api.neighbours.find({ embeddings, rows, count: 20, mostCompared: 5000 }), signal) // prettier-ignore
    const scores = [...likeness({ ...found, count: 20 })]
    const area = areaBetween(scores.slice(0, paintings.length), scores.slice(paintings.length))
    expect(area).toBeGreaterThan(0.85)
  },
)
