import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Job } from '#preload/api.ts'
import { makePictures, newApp } from '#test/fixtures/app.ts'
import { put, temporaryFolder } from '#test/fixtures/folder.ts'

const timeout = 60_000
type App = Awaited<ReturnType<typeof newApp>>

/** A new collection with works imported and embedded. */
async function withWorks(works: number): Promise<App & { folder: string; table: string; collection: string }> {
  const app = await newApp()
  const folder = join(app.base, 'pictures')
  const table = await makePictures(folder, works)
  const { folder: collection } = await app.handlers.collections.create({ folder: app.base, name: 'Paintings' })
  await app.handlers.imports.start({ folder, table, folderAttribute: null })
  await app.ended('import')
  expect(await app.ended('embedding')).toMatchObject({ state: 'done', result: { embedded: works, failed: 0 } })
  return { ...app, folder, table, collection }
}

test('from import to a decided, exported label, with every part telling the same', { timeout }, async () => {
  const { handlers, ended, base, events } = await withWorks(60)
  await handlers.learning.start({ recipe: 'probe' })
  const job = await ended('learning')
  expect(job.state, JSON.stringify(job.error)).toBe('done')
  expect(job.curve.length).toBeGreaterThan(5)
  expect(job.curve.map(({ step }) => step)).toEqual(job.curve.map((_, i) => i + 1))

  const [entry] = await handlers.queue.list({ attribute: 'style', limit: 1, offset: 0, flaggedOnly: false })
  const proof = await handlers.queue.proof({ artwork: entry!.artwork, attribute: 'style', count: 4 })
  expect(proof).toMatchObject({ label: entry!.label, suggestion: entry!.suggestion })
  expect(proof.ofLabel.length).toBe(4)
  for (const card of proof.ofLabel) expect(card.labels['style']).toBe(entry!.label)
  for (const card of proof.ofSuggestion) expect(card.labels['style']).toBe(entry!.suggestion)
  for (const list of [proof.ofLabel, proof.ofSuggestion]) {
    expect(list.map(({ similarity }) => similarity)).toEqual(list.map(({ similarity }) => similarity).toSorted((a, b) => b - a)) // prettier-ignore
    expect(list.some(({ id }) => id === entry!.artwork)).toBe(false)
  }
  const work = await handlers.artworks.get({ id: entry!.artwork })
  const top = work.predictions['style']!
  expect(top.find(({ term }) => term === entry!.label)?.probability).toBeCloseTo(entry!.labelProbability, 6)
  expect(proof.probabilities).toEqual(top.slice(0, 5))

  const evaluation = await handlers.learning.evaluation({ attribute: 'style', run: null })
  const [run] = await handlers.learning.runs()
  expect(run!.attributes[0]).toMatchObject({ accuracy: evaluation.accuracy, macroF1: evaluation.macroF1, works: 60 })

  const verdict = await handlers.verdicts.decide({ artwork: entry!.artwork, attribute: 'style', kind: 'relabel', term: entry!.suggestion }) // prettier-ignore
  expect((await handlers.collections.current())!.correctionsSinceRun).toBe(1)
  // What it was about is still to be seen, though the label is the suggestion now.
  const rest = await handlers.queue.list({ attribute: 'style', limit: 100, offset: 0, flaggedOnly: false })
  expect(rest.length).toBe(59)
  const out = join(base, 'out.csv')
  await handlers.exports.start({ kind: 'original', bom: false, path: out })
  expect(await ended('export')).toMatchObject({ state: 'done', result: { rows: 60, changed: 1 } })
  expect(await readFile(out, 'utf8')).toContain(`${verdict.file},${verdict.after}\n`)
  expect(events.some(([name, payload]) => name === 'catalogueChanged' && JSON.stringify(payload).includes('verdict'))).toBe(true) // prettier-ignore
})

test(
  'after a label is set by hand the current run judges it at once; a kept label stays away after learning again',
  { timeout },
  async () => {
    const { handlers, ended } = await withWorks(60)
    await handlers.learning.start({ recipe: 'probe' })
    await ended('learning')
    const queue = () => handlers.queue.list({ attribute: 'style', limit: 100, offset: 0, flaggedOnly: false })
    const [worst, second] = await queue()
    const relabel = (term: string | null) => handlers.artworks.relabel({ ids: [worst!.artwork, 9999], attribute: 'style', term }) // prettier-ignore
    expect(await relabel(worst!.suggestion)).toBe(1)
    expect(await relabel(worst!.suggestion)).toBe(0)
    const now = (await queue()).find(({ artwork }) => artwork === worst!.artwork)!
    expect(now).toMatchObject({ label: worst!.suggestion, suggestion: expect.not.stringMatching(worst!.suggestion) })
    expect(now.labelProbability).toBeCloseTo(worst!.suggestionProbability, 6)
    expect(await relabel(null)).toBe(1)
    expect((await queue()).length).toBe(59)
    await handlers.verdicts.decide({ artwork: second!.artwork, attribute: 'style', kind: 'keep' })
    await handlers.learning.start({ recipe: 'probe' })
    await ended('learning')
    expect((await queue()).some(({ artwork }) => artwork === second!.artwork)).toBe(false)
    expect((await handlers.learning.runs()).map(({ current }) => current)).toEqual([true, false])
  },
)

test('a second folder imported while the first is still being embedded is embedded too', { timeout }, async () => {
  const app = await newApp()
  const { handlers, internals, base, ended } = app
  await handlers.collections.create({ folder: base, name: 'Two' })
  for (const [index, works] of [120, 8].entries()) {
    const folder = join(base, `pictures ${index}`)
    await makePictures(folder, works, index * 1000)
    await handlers.imports.start({ folder, table: null, folderAttribute: null })
    await ended('import')
  }
  while (internals.jobs.list().some(({ state }) => state === 'running')) await ended('embedding')
  expect(await handlers.collections.current()).toMatchObject({ works: 128, embedded: 128 })
  expect(internals.jobs.list().map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual(['embedding done', 'embedding done', 'import done', 'import done']) // prettier-ignore
})

test(
  'an engine that dies while embedding fails the job with a sentence; the next job embeds the rest',
  { timeout },
  async () => {
    const { handlers, internals, ended, events, ports, collection } = await withWorks(200)
    const embeddings = join(collection, 'embeddings')
    const [file] = await readdir(embeddings)
    const before = await readFile(join(embeddings, file!))
    // Somebody has removed what was embedded: it is made again.
    await rm(join(embeddings, file!))
    const { work, session } = internals
    work.embed(session.current(), false)
    const begun = ([, job]: (typeof events)[number]) => (job as Job).kind === 'embedding' && (job as Job).done > 0
    for (const sofar = events.length; !events.slice(sofar).some(begun);) await new Promise(setImmediate)
    ports.at(-1)!.kill()
    const failed = await ended('embedding')
    expect(failed).toMatchObject({ state: 'failed', error: { code: 'engine-ended', message: expect.stringContaining('start again') } }) // prettier-ignore
    work.embed(session.current(), false)
    expect((await ended('embedding')).state).toBe('done')
    expect(await readFile(join(embeddings, file!))).toEqual(before)
    expect(await handlers.collections.current()).toMatchObject({ embedded: 200 })
  },
)

test('closing while work is going on ends it, and opening again goes on', { timeout }, async () => {
  const { handlers, internals, base, ended } = await newApp()
  const folder = join(base, 'pictures')
  await makePictures(folder, 120)
  const { folder: collection } = await handlers.collections.create({ folder: base, name: 'Closed' })
  await handlers.imports.start({ folder, table: null, folderAttribute: null })
  await handlers.collections.close()
  expect(internals.jobs.list()).toEqual([])
  expect(await handlers.collections.current()).toBeNull()
  await handlers.collections.open({ folder: collection })
  await ended('import')
  await ended('embedding')
  await handlers.collections.close()
  await handlers.collections.open({ folder: collection })
  expect(internals.jobs.list()).toEqual([]) // what was done needs no second time
  expect(await handlers.collections.current()).toMatchObject({ works: 120, embedded: 120 })
})

test('a collection opened twice at the same moment is open once', async () => {
  const { handlers, base, events } = await newApp()
  const { folder } = await handlers.collections.create({ folder: base, name: 'Once' })
  await handlers.collections.close()
  const opened = await Promise.all([1, 2, 3].map(() => handlers.collections.open({ folder })))
  expect(new Set(opened.map((one) => one.folder))).toEqual(new Set([folder]))
  expect(events.filter(([name, payload]) => name === 'collectionChanged' && (payload as { folder: string | null }).folder === folder).length).toBe(2) // prettier-ignore
  expect((await handlers.collections.recent()).map((one) => one.folder)).toEqual([folder])
})

test('an installation without a network opens collections and says what is missing when it is needed', async () => {
  const resources = await temporaryFolder()
  await put(resources, 'models/README.md', '')
  const { handlers, base, ended } = await newApp({ resources })
  await handlers.collections.create({ folder: base, name: 'Bare' })
  await handlers.learning.start({ recipe: 'probe' })
  expect((await ended('learning')).error?.message).toContain('the installation is incomplete')
})

test('with no labels there is nothing to learn, and the run before stays', { timeout }, async () => {
  const { handlers, ended, base } = await newApp()
  await handlers.collections.create({ folder: base, name: 'Empty' })
  await handlers.learning.start({ recipe: 'probe' })
  expect((await ended('learning')).error).toMatchObject({ code: 'nothing-to-learn' })
  await handlers.learning.start({ recipe: 'no such' })
  expect((await ended('learning')).error).toMatchObject({ code: 'unknown-recipe' })
  expect(await handlers.learning.runs()).toEqual([])
})

test('without a collection every question about works is refused with a sentence', async () => {
  const { handlers } = await newApp()
  for (const ask of [
    () => handlers.artworks.find({}),
    () => handlers.attributes.list(),
    () => handlers.history.undo(),
    () => handlers.learning.start({ recipe: 'probe' }),
    () => handlers.imports.problems(),
  ])
    await expect((async () => ask())()).rejects.toThrow('No collection is open.')
  expect(await handlers.collections.current()).toBeNull()
})

test('damaged settings and lists fall back to what is usual, and a bad setting is refused', async () => {
  const dataFolder = await temporaryFolder()
  await put(dataFolder, 'settings.json', '{"threshold": 7, "theme": "dark", "executor": 3')
  await writeFile(join(dataFolder, 'recent.json'), '[]')
  const { handlers } = await newApp({ dataFolder })
  expect(await handlers.app.settings()).toEqual({
    threshold: 0.3,
    theme: 'system',
    language: 'system',
    executor: 'auto',
    reviewer: '',
    keys: {},
    autoAdvance: true,
    hints: true,
  })
  expect(await handlers.collections.recent()).toEqual([])
  for (const threshold of [0, 1, Number.NaN, -1])
    expect(() => handlers.app.changeSettings({ threshold })).toThrow('The threshold lies between 0 and 1.')
  await handlers.app.changeSettings({ threshold: 0.5, reviewer: ' Ada ' })
  expect(await (await newApp({ dataFolder })).handlers.app.settings()).toMatchObject({
    threshold: 0.5,
    theme: 'system',
    language: 'system',
  })
})

test('a collection that was moved opens at its new place with everything in it', { timeout }, async () => {
  const { handlers, collection, base } = await withWorks(12)
  await handlers.collections.close()
  const moved = join(base, 'elsewhere', 'Moved.connoisseur')
  await cp(collection, moved, { recursive: true })
  await rm(collection, { recursive: true })
  expect(await handlers.collections.open({ folder: moved })).toMatchObject({ folder: moved, name: 'Paintings', works: 12, embedded: 12 }) // prettier-ignore
  expect((await handlers.collections.recent()).find(({ folder }) => folder === collection)?.missing).toBe(true)
})
