import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { adviceOn } from '#main/overview/advice.ts'
import { evennessOf } from '#main/overview/overview.ts'
import type { Overview } from '#preload/api.ts'
import { newApp } from '#test/fixtures/app.ts'
import { put } from '#test/fixtures/folder.ts'
import { noise } from '#test/fixtures/pictures.ts'

const timeout = 60_000
const painting = async (seed: number) => noise(seed, 90, 70).resize(360, 280, { kernel: 'cubic' }).png().toBuffer()

/** Pictures with one thing the matter each, beside twelve good ones of two styles. */
async function troubled() {
  const app = await newApp()
  const { base, handlers, ended } = app
  const folder = join(base, 'pictures')
  const good = await Promise.all(Array.from({ length: 12 }, (_, seed) => painting(seed)))
  const [first, second] = [good[0]!, good[1]!]
  const files: Record<string, [bytes: Buffer, style: string]> = {
    'copy.png': [first, 'Late'],
    'near.jpg': [await sharp(second).resize(300).jpeg({ quality: 60 }).toBuffer(), 'Late'],
    'dark.png': [await sharp(good[2]).linear(0.1, 0).png().toBuffer(), 'Early'],
    'bright.png': [await sharp(good[3]).linear(2, 105).png().toBuffer(), 'Early'],
    'blurry.png': [await sharp(good[4]).blur(14).linear(4, -380).png().toBuffer(), 'Late'],
    'framed.png': [await sharp(good[5]).extend({ top: 60, bottom: 60, left: 60, right: 60, background: '#888' }).png().toBuffer(), 'Late'], // prettier-ignore
    'grey.png': [
      await sharp(await painting(50))
        .greyscale()
        .png()
        .toBuffer(),
      'Only one',
    ],
    'small.png': [
      await sharp(await painting(51))
        .resize(120)
        .png()
        .toBuffer(),
      '',
    ],
    'broken.png': [first.subarray(0, 900), 'Early'],
  }
  for (const [index, bytes] of good.entries()) files[`good-${index}.png`] = [bytes, index % 2 ? 'Late' : 'Early']
  for (const [name, [bytes]] of Object.entries(files)) await put(folder, name, bytes)
  const rows = Object.entries(files).map(([name, [, style]]) => `${name},${style}`)
  const table = await put(folder, 'labels.csv', `file,style\n${rows.join('\n')}\n`)
  await handlers.collections.create({ folder: base, name: 'Troubled' })
  await handlers.imports.start({ folder, table, folderAttribute: null })
  expect((await ended('import')).state).toBe('done')
  const named = async (concern: Overview['concerns'][number]['concern']) => {
    if (concern === 'unreadable') return (await handlers.imports.problems()).map(({ file }) => file)
    const ids = await handlers.artworks.find({ concern, sort: 'file' })
    return (await handlers.artworks.read({ ids })).map(({ file }) => file)
  }
  return { ...app, named }
}

test(
  'what is the matter with each picture is found while it is imported, and its works can be listed',
  { timeout },
  async () => {
    const { handlers, named } = await troubled()
    const found = await handlers.overview.get()
    expect([found.works, found.measured]).toEqual([20, 20])
    const wanted = {
      small: ['small.png'],
      dark: ['dark.png'],
      bright: ['bright.png'],
      flat: [],
      blurry: ['blurry.png'],
      border: ['framed.png'],
      grey: ['grey.png'],
      copy: ['copy.png', 'good-0.png'],
      'near-copy': ['good-1.png', 'near.jpg'],
      unreadable: ['broken.png'],
    }
    for (const { concern, works, examples, share } of found.concerns) {
      expect(await named(concern), concern).toEqual(wanted[concern].toSorted())
      expect([concern, works, share]).toEqual([concern, wanted[concern].length, works / 20])
      if (concern !== 'unreadable') expect(examples.length).toBe(works)
    }
    expect(found.concerns.length).toBe(Object.keys(wanted).length)
    expect(found.copySets).toEqual({ exact: 1, near: 1 })
    expect(found.copies.map(({ kind, artworks, differ }) => [kind, artworks.length, differ]).toSorted()).toEqual([['copy', 2, ['style']], ['near-copy', 2, []]]) // prettier-ignore
    const [style] = found.attributes
    expect(style).toMatchObject({ name: 'style', labelled: 19, missing: 1, tooRare: { terms: 1, works: 1 }, imbalance: 10 / 8 }) // prettier-ignore
    expect(style!.terms.map(({ term, works, train, validation, test: set }) => [term, works, train + validation + set])).toEqual([['Late', 10, 10], ['Early', 8, 8], ['Only one', 1, 1]]) // prettier-ignore
    expect(found.sizes.map(({ works }) => works)).toEqual([1, 18, 1, 0, 0, 0])
    expect(found.formats).toEqual([{ format: 'png', works: 19 }, { format: 'jpeg', works: 1 }]) // prettier-ignore
    expect(found.advice.map(({ kind, works }) => [kind, works])).toEqual([
      ['copies-differ', 2],
      ['rare-terms', 1],
      ['unreadable', 1],
      ['blurry', 1],
      ['small', 1],
      ['dark', 1],
      ['missing-labels', 1],
      ['bright', 1],
      ['border', 1],
      ['grey', 1],
      ['copies', 4],
    ])

    const pictures = await handlers.evaluation.pictures({ attribute: 'style' })
    expect([pictures.measured, pictures.works]).toEqual([19, 19])
    for (const mean of [pictures.all, ...pictures.terms])
      for (const name of ['light', 'red', 'green', 'blue', 'hues'] as const)
        expect(
          mean[name].reduce((sum, share) => sum + share, 0),
          name,
        ).toBeCloseTo(1, 9)
    expect(pictures.terms.find(({ term }) => term === 'Only one')!.hues.at(-1)).toBe(1)
    await expect(handlers.evaluation.pictures({ attribute: 'genre' })).rejects.toThrow('no attribute "genre"')
  },
)

test(
  'pictures of an older collection are looked at by a job that can be stopped and goes on',
  { timeout },
  async () => {
    const { handlers, ended, internals } = await troubled()
    await ended('embedding')
    const before = await handlers.overview.get()
    const { db } = internals.session.current()
    db.exec(`delete from near_copy; delete from measure`)
    const bare = await handlers.overview.get()
    expect(bare.measured).toBe(0)
    expect(bare.advice).toContainEqual(expect.objectContaining({ kind: 'not-measured', works: 20 }))
    await handlers.jobs.cancel({ id: await handlers.overview.measure() })
    expect((await ended('measuring')).state).toBe('cancelled')
    expect(db.prepare(`select count(*) from unfinished`).pluck().get()).toBe(0)
    await handlers.overview.measure()
    const job = await ended('measuring')
    const left = 19 - bare.measured
    expect(job).toMatchObject({ state: 'done', total: left, result: { kind: 'measuring', measured: left, failed: 0 } })
    expect(await handlers.overview.get()).toEqual(before)
  },
)

test('an even attribute has evenness 1, one in which a term rules has little', () => {
  expect(evennessOf([5, 5, 5, 5])).toBeCloseTo(1, 12)
  expect(evennessOf([9, 1])).toBeCloseTo(0.4689955935892812, 12)
  expect(evennessOf([7])).toBe(1)
})

const none = { copied: 0, disputed: [] }

test('advice says first what keeps learning from working; of a sound collection it says so', () => {
  const terms = (...counts: number[]) => counts.map((works, index) => ({ term: `Term ${index}`, works, train: works, validation: 0, test: 0 })) // prettier-ignore
  const facts: Omit<Overview, 'advice'> = { works: 500, measured: 500, attributes: [], concerns: [], copies: [], copySets: { exact: 0, near: 0 }, sizes: [], formats: [] } // prettier-ignore
  const attribute = { name: 'style', labelled: 500, missing: 0, terms: terms(300, 200), tooRare: { terms: 0, works: 0 }, imbalance: 1.5, evenness: 0.97 } // prettier-ignore
  expect(adviceOn(facts, none)).toEqual([expect.objectContaining({ kind: 'no-labels', urgency: 'now', works: 500 })])
  expect(adviceOn({ ...facts, works: 0 }, none)).toEqual([])
  expect(adviceOn({ ...facts, attributes: [attribute] }, none).map(({ kind }) => kind)).toEqual(['good'])
  const skewed = { ...attribute, terms: terms(450, 20), labelled: 470, missing: 30, imbalance: 22.5 }
  expect(
    adviceOn({ ...facts, attributes: [skewed] }, none).map(({ kind, term, times, works }) => [
      kind,
      term,
      times,
      works,
    ]),
  ).toEqual([
    ['imbalance', 'Term 0', 22.5, 450],
    ['missing-labels', null, null, 30],
  ])
  const several = [{ attribute: 'style', works: 12, term: 'A/B' }]
  expect(adviceOn({ ...facts, attributes: [attribute] }, { ...none, several })).toEqual([
    { kind: 'several-terms', urgency: 'soon', works: 12, attribute: 'style', term: 'A/B', times: null },
  ])
  const single = { ...attribute, terms: terms(500), imbalance: 1 }
  expect(adviceOn({ ...facts, attributes: [single] }, none)[0]).toMatchObject({ kind: 'one-term', urgency: 'now' })
})
