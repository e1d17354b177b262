import { readFileSync, statSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { QueueEntry } from '#preload/api.ts'
import { embeddingFile } from '#main/learning/embedWorks.ts'
import { wholeQueue } from '#main/learning/wholeQueue.ts'
import { loadRowFile, pickRows } from '#main/engine/rowFile.ts'
import { nearest } from '#main/evidence/nearest.ts'
import type { Parts } from '#main/evidence/parts.ts'
import { rowsOf } from '#test/fixtures/commandLine.ts'
import { newAppOnSample } from '#test/fixtures/sample.ts'

const timeout = 120_000
const planted = rowsOf(readFileSync(join(import.meta.dirname, '../../fixtures/sample-errors.csv'), 'utf8'))

/** The sample, learned. Its labels have errors that were planted when it was made. */
async function learnedSample() {
  const app = await newAppOnSample()
  const { handlers, ended } = app
  const learn = async () => {
    await handlers.learning.start({ recipe: 'probe' })
    expect(await ended('learning')).toMatchObject({ state: 'done' })
  }
  const collection = app.internals.session.current()
  const queue = (attribute: string) => wholeQueue(collection, attribute, 0.3)
  const parts = (artwork: number, attribute: string) => {
    const query = collection.db.prepare<[number, string], string>(`
      select parts from evidence join attribute on attribute.id = evidence.attribute join run on run.id = evidence.run
      where run.is_current = 1 and artwork = ? and attribute.name = ?`)
    return JSON.parse(query.pluck().get(artwork, attribute)!) as Parts
  }
  return { ...app, learn, queue, parts, collection }
}

test('most errors of the sample stand at the head of the queue, with the artist and the nearest works as reasons', { timeout }, async () => {
  const { queue, parts, handlers } = await learnedSample()
  const styles = await queue('style')
  const wrong = planted.filter(({ attribute }) => attribute === 'style').map(({ file }) => file!)
  const head = styles.slice(0, wrong.length).filter(({ file }) => wrong.includes(file))
  expect(head.length / wrong.length).toBeGreaterThan(0.75)
  expect(styles.filter(({ flagged, file }) => flagged && !wrong.includes(file)).length).toBeLessThan(6)
  expect(styles.filter(({ flagged, file }) => flagged && wrong.includes(file)).length).toBeGreaterThan(wrong.length / 2)
  const [worst] = styles
  const { artist, neighbours } = parts(worst!.artwork, 'style')
  const works = await handlers.artworks.read({ ids: styles.map(({ artwork }) => artwork) })
  const own = works.find(({ id }) => id === worst!.artwork)!
  const others = works.filter(({ id, labels }) => id !== own.id && labels['artist'] === own.labels['artist'])
  expect(artist).toMatchObject({ name: own.labels['artist'], works: others.length })
  expect(artist!.given).toBe(others.filter(({ labels }) => labels['style'] === own.labels['style']).length)
  expect(artist!.ofTop).toBe(others.filter(({ labels }) => labels['style'] === artist!.top).length)
  expect(worst!.reasons.join(' ')).toContain(`${artist!.ofTop} of the ${artist!.works} other works by ${artist!.name} here are ${artist!.top}`) // prettier-ignore
  expect(worst!.reasons.join(' ')).toContain(`${neighbours!.ofTop} of the 20 works most like it are ${neighbours!.top}`)
  const artists = await queue('artist')
  expect(parts(artists[0]!.artwork, 'artist').artist).toBeUndefined()
  expect(artists.some(({ flagged }) => flagged)).toBe(true)
}) // prettier-ignore

test('a label changed by hand and back is judged as before; the verdict keeps what the witnesses said', { timeout }, async () => {
  const { queue, parts, handlers, collection } = await learnedSample()
  const before = await queue('style')
  const [worst] = before
  const relabel = (term: string) => handlers.artworks.relabel({ ids: [worst!.artwork], attribute: 'style', term })
  const said = parts(worst!.artwork, 'style')
  await relabel(worst!.suggestion)
  const corrected = (await queue('style')).find(({ artwork }) => artwork === worst!.artwork)!
  expect(corrected.score).toBeGreaterThan(0.9)
  expect(corrected.reasons.join(' ')).not.toContain('other works by')
  await relabel(worst!.label)
  expect((await queue('style')).map(comparable)).toEqual(before.map(comparable))
  expect(parts(worst!.artwork, 'style')).toEqual(said)
  await handlers.verdicts.decide({ artwork: worst!.artwork, attribute: 'style', kind: 'keep' })
  const kept = collection.db.prepare<[], string>(`select evidence from verdict order by id desc limit 1`).pluck().get()!
  expect(JSON.parse(kept)).toMatchObject({ score: worst!.score, witnesses: said })
}) // prettier-ignore

const comparable = ({ artwork, score, label, suggestion, reasons }: QueueEntry) => ({ artwork, score, label, suggestion, reasons }) // prettier-ignore

test('the works most like each work are found once, kept beside the embeddings, and are those of the largest cosine', { timeout }, async () => {
  const { folder, learn, internals } = await learnedSample()
  const { key, backbone } = await internals.backbone()
  const kept = join(folder, 'embeddings', `${key}.neighbours`)
  const bytes = await readFile(kept)
  const { mtimeNs } = statSync(kept, { bigint: true })
  await learn()
  expect(statSync(kept, { bigint: true }).mtimeNs).toBe(mtimeNs)
  expect((await readdir(join(folder, 'models'))).toSorted()).toEqual(['run-1', 'run-2'])
  const ids = new Int32Array(bytes.buffer, bytes.byteOffset, 160 * 20)
  const stored = await loadRowFile(embeddingFile(folder, key))
  const rows = (works: number[]) => pickRows(stored, backbone.dimension, works.map((work) => work - 1)) // prettier-ignore
  for (const work of [1, 50, 160]) {
    const others = Array.from({ length: 160 }, (_, index) => index + 1).filter((other) => other !== work)
    const found = nearest(rows([work]), rows(others), others, 20).map(({ candidate }) => candidate)
    expect([...ids.subarray((work - 1) * 20, work * 20)].toSorted()).toEqual(found.toSorted())
  }
}) // prettier-ignore

test('a copy of an image with another label, and dates that contradict a label, are told', { timeout }, async () => {
  const { queue, handlers, collection } = await learnedSample()
  const [worst] = (await queue('style')).toReversed().filter(({ score }) => score < 1)
  const record = { ...Object.fromEntries((await handlers.artworks.get({ id: worst!.artwork })).record.map(({ name, value }) => [name, value])), died: '1669' } as Record<string, string> // prettier-ignore
  collection.db.prepare(`update artwork set record = ? where id = ?`).run(JSON.stringify(record), worst!.artwork)
  await handlers.artworks.relabel({ ids: [worst!.artwork], attribute: 'style', term: worst!.suggestion })
  await handlers.artworks.relabel({ ids: [worst!.artwork], attribute: 'style', term: worst!.label })
  const year = Number(/\d{4}/.exec(record['year'] ?? '')?.[0])
  const entry = (await queue('style')).find(({ artwork }) => artwork === worst!.artwork)!
  expect(entry.reasons).toContain(`The work is dated ${year}, but the artist died in 1669.`)
  expect(entry.score).toBeLessThan(worst!.score)
})
