import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { builtInRecipes } from '#main/learning/builtInRecipes.ts'
import { familiarFile } from '#main/learning/evidenceUnseen.ts'
import { readFolds } from '#main/learning/foldFile.ts'
import { newAppOn, type TestApp } from '#test/fixtures/app.ts'
import { put } from '#test/fixtures/folder.ts'
import { noise } from '#test/fixtures/pictures.ts'

const timeout = 90_000
const about = { attribute: 'style', run: null }
const tints = ['#f00', '#0f0', '#00f'] as const

/** Seventy-two pictures of three styles by twelve artists, and smaller versions of every sixth. */
const learned = () => newAppOn('splits', learn)

async function learn({ base, handlers, ended }: TestApp) {
  const folder = join(base, 'pictures')
  const lines = ['file,style,artist']
  for (let work = 0; work < 72; work++) {
    const picture = await noise(work, 12, 9)
      .tint(tints[work % 3]!)
      .resize(120, 90, { kernel: 'cubic' })
      .png()
      .toBuffer()
    const record = `Style ${work % 3},Artist ${work % 12}`
    await put(folder, `${work}.png`, picture)
    lines.push(`${work}.png,${record}`)
    if (work % 6 !== 0) continue
    await put(folder, `${work}-small.jpg`, await sharp(picture).resize(100).jpeg({ quality: 90 }).toBuffer())
    lines.push(`${work}-small.jpg,${record}`)
  }
  const table = await put(folder, 'labels.csv', `${lines.join('\n')}\n`)
  await handlers.collections.create({ folder: base, name: 'Splits' })
  await handlers.imports.start({ folder, table, folderAttribute: null })
  await ended('embedding')
  await handlers.learning.start({ recipe: 'probe', seed: 1, attributes: ['style'] })
  expect((await ended('learning')).state).toBe('done')
}

test(
  'near copies on both sides of the split raise the alarm, and artists known and never seen are compared on the same works',
  { timeout },
  async () => {
    const { handlers, internals, base, ended } = await learned()
    const found = await handlers.evaluation.splits(about)
    const figures = await handlers.evaluation.figures(about)
    expect(found.random).toMatchObject({ works: 84, accuracy: figures.accuracy, canJudge: true })
    expect(found.artists).toMatchObject({ name: 'artist', artists: 12 })
    const { known, unseen, difference } = found.artists!
    expect([known.works, unseen.works]).toEqual([84, 84])
    expect(difference.value).toBeCloseTo(known.accuracy - unseen.accuracy, 12)
    expect(difference.low).toBeLessThanOrEqual(difference.value)
    expect(found.leakage.sameArtist).toEqual({ works: 84, of: 84 })

    // By hand: the twelve pairs, and the parts of learning in which their works were judged.
    const collection = internals.session.current()
    const cards = await handlers.artworks.read({ ids: await handlers.artworks.find({}) })
    const idOf = new Map(cards.map(({ file, id }) => [file, id]))
    const attribute = collection.db.prepare<[], number>(`select id from attribute where name = 'style'`).pluck().get()!
    const foldOf = async (file: string) => (await readFolds(collection.folder, found.run, attribute, [idOf.get(file)!]))![0]! // prettier-ignore
    const leaking: number[] = []
    for (let work = 0; work < 72; work += 6) {
      const files = [`${work}.png`, `${work}-small.jpg`] as const
      const folds = [await foldOf(files[0]), await foldOf(files[1])]
      expect(folds.every((fold) => fold >= 0 && fold < 5)).toBe(true)
      if (folds[0] !== folds[1]) leaking.push(...files.map((file) => idOf.get(file)!))
    }
    expect(leaking.length).toBeGreaterThan(0)
    const { leakage } = found
    expect(leakage).toMatchObject({ state: 'alarm', why: null, works: leaking.length })
    expect(leakage.pairs.map(({ artwork }) => artwork).toSorted((a, b) => a - b)).toEqual(leaking.toSorted((a, b) => a - b)) // prettier-ignore
    expect(leakage.pairs.every(({ distance }) => distance <= 8)).toBe(true)
    const total = leakage.accuracy.copies! * leaking.length + leakage.accuracy.others! * (84 - leaking.length)
    expect(total / 84).toBeCloseTo(found.random.accuracy, 12)

    collection.db.exec(`delete from near_copy; delete from measure`)
    expect((await handlers.evaluation.splits(about)).leakage).toMatchObject({ state: 'unknown', why: 'not-measured', works: 0 }) // prettier-ignore

    // A run that keeps artists apart: its own figures are those of artists never seen, its companion's those of known ones.
    const probe = builtInRecipes.find(({ id }) => id === 'probe')
    const apart = await put(base, 'apart.json', JSON.stringify({ ...probe, id: 'apart', groupBy: 'artist' }))
    await handlers.learning.start({ recipe: apart, seed: 1, attributes: ['style'] })
    expect((await ended('learning')).state).toBe('done')
    const strict = await handlers.evaluation.splits(about)
    expect(strict.artists).toMatchObject({ name: 'artist', artists: 12 })
    expect(strict.artists!.unseen).toEqual(strict.random)
    expect(strict.artists!.known.works).toBe(84)
    // Had the companion said of every work what it says of the next style, it would be wrong about nearly all of them.
    const file = familiarFile(collection.folder, strict.run, attribute)
    const said = await readFile(file)
    await writeFile(file, Buffer.concat([said.subarray(4), said.subarray(0, 4)]))
    const wrong = await handlers.evaluation.splits(about)
    expect(wrong.artists!.unseen).toEqual(strict.artists!.unseen)
    expect(wrong.artists!.known.accuracy).toBeLessThan(0.4)
    expect(strict.leakage.sameArtist).toEqual({ works: 0, of: 84 })
  },
)

test(
  'what is corrected later does not reach the works set aside: they are judged by the labels with which they came',
  { timeout },
  async () => {
    const { handlers, ended } = await learned()
    const aside = await handlers.artworks.find({ split: 'test' })
    const before = (await handlers.evaluation.splits(about)).holdOut
    expect(before).toMatchObject({ works: aside.length, corrected: 0 })
    expect(before.asCorrected).toEqual(before.asImported)
    const changed = aside.slice(0, 3)
    for (const { id, labels } of await handlers.artworks.read({ ids: changed }))
    await handlers.artworks.relabel({ ids: [id], attribute: 'style', term: labels['style'] === 'Style 0' ? 'Style 1' : 'Style 0' }) // prettier-ignore
    const after = (await handlers.evaluation.splits(about)).holdOut
    expect(after.asImported).toEqual(before.asImported)
    expect(after).toMatchObject({ works: aside.length, corrected: 3 })
    expect(after.asCorrected.accuracy).not.toBe(before.asCorrected.accuracy)
    // Learned anew from the corrections: still the labels with which they came.
    await handlers.learning.start({ recipe: 'probe', seed: 1, attributes: ['style'] })
    await ended('learning')
    const again = (await handlers.evaluation.splits(about)).holdOut
    expect(again).toMatchObject({ works: aside.length, corrected: 3 })
    expect(again.asImported.works).toBe(before.asImported.works)
  },
)
