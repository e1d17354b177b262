import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InferenceSession } from 'onnxruntime-node'
import { expect, test } from 'vitest'
import { labelTable } from '#main/catalogue/labels.ts'
import { learningSetQuery } from '#main/catalogue/learningSet.ts'
import { loadRowFile, pickRows } from '#main/engine/rowFile.ts'
import { tensor } from '#main/engine/runtimes/onnx.ts'
import { bundledBackbone } from '#main/learning/backbones.ts'
import { embeddingFile } from '#main/learning/embedWorks.ts'
import { gather } from '#main/learning/gather.ts'
import { predictionFile, readPredictions } from '#main/learning/predictions.ts'
import { findRecipe } from '#main/learning/recipes.ts'
import { places } from '#main/places.ts'
import { openStudio, studioWorks } from '#test/fixtures/studio.ts'

const timeout = 120_000
type Studio = Awaited<ReturnType<typeof openStudio>>

const artworks = Array.from({ length: studioWorks }, (_, at) => at + 1)

async function said({ internals, folder }: Studio, run: number, attribute: string, terms: number) {
  const { db } = internals.session.current()
  const rows = await readPredictions(predictionFile(folder, run, labelTable(db).findAttribute(attribute)!), artworks, terms) // prettier-ignore
  return (artwork: number) => rows.subarray((artwork - 1) * terms, artwork * terms)
}
const isSaid = (row: Float32Array) => row.some((p) => p > 0)

test(
  'terms merged, left out and chosen for one run change that run alone; its queue speaks of the collection',
  { timeout },
  async () => {
    const studio = await openStudio()
    const { handlers, learn, queue, internals } = studio
    const listed = async () => (await handlers.attributes.list()).map(({ name, terms }) => ({ name, terms: terms.map((term) => `${term.name} ${term.works}`).toSorted() })) // prettier-ignore
    const before = await listed()
    const known = learningSetQuery(internals.session.current().db)
      .terms(1)
      .map(({ name }) => name)
    const preparation = {
      terms: { style: { merge: { Warm: ['Style 0', 'Style 3'] }, drop: ['Style 2'] } },
      severalTerms: 'exclude',
      filters: [{ field: 'year', test: 'at-least', value: '1810' }],
      duplicates: 'remove',
    }
    const run = await learn({ preparation }, ['style'])
    const [style] = run.attributes
    expect(style!.terms).toEqual(['Style 1', 'Warm'])
    expect(style!.members).toEqual({ Warm: ['Style 0', 'Style 3'] })
    const left = Object.fromEntries(style!.leftOut!.map(({ because, works }) => [because, works]))
    expect(left).toMatchObject({ 'several-terms': 1, filtered: 9 })
    expect(left['dropped']).toBeGreaterThan(10)
    expect(await listed()).toEqual(before)
    const shown = await queue()
    expect(new Set(shown.map(({ label }) => label))).toEqual(new Set(['Style 0', 'Style 1', 'Style 3']))
    for (const { label, suggestion } of shown) {
      expect(known).toContain(suggestion)
      expect(suggestion).toBe(label === 'Style 1' ? 'Style 0' : 'Style 1') // of the merged, the most frequent
    }
    const { works, terms, accuracy } = await handlers.learning.evaluation({ attribute: 'style', run: run.id })
    expect(terms.map(({ term }) => term)).toEqual(['Style 1', 'Warm'])
    expect(works).toBe(style!.works + 7) // what was filtered away is judged, too, by what has not seen it
    expect(accuracy).toBeGreaterThan(0.9)
    // A term merged for the run alone stands for its members when runs are compared.
    const plain = await learn({ l2: [30] }, ['style'])
    const compared = await handlers.learning.compare({ runs: [run.id, plain.id], attribute: 'style' })
    expect(compared.accuracy.values[0]).toBeCloseTo(accuracy, 1)
    await handlers.learning.restore({ run: run.id })
    expect((await queue()).length).toBe(shown.length)
    expect(internals.session.current().db.pragma('foreign_key_check')).toEqual([])
  },
)

test('a fixed split judges its test works alone, and so says the run', { timeout }, async () => {
  const studio = await openStudio()
  const { learn, queue, handlers, internals } = studio
  const split = { kind: 'fixed', training: 0.6, validation: 0.15, test: 0.25 }
  const run = await learn({ preparation: { split } }, ['style', 'genre'])
  expect(run.isFixedSplit).toBe(true)
  const { db } = internals.session.current()
  const recipe = await findRecipe(await studio.write({ preparation: { split } }))
  if (recipe.kind !== 'probe') throw new Error(recipe.kind)
  const [style, genre] = gather(db, artworks, { ...recipe, seed: 1, attributes: ['style', 'genre'], together: false })
  const row = await said(studio, run.id, 'style', style!.terms.length)
  for (const [at, artwork] of artworks.entries()) expect(isSaid(row(artwork)), String(artwork)).toBe(style!.folds[at]! <= 0) // prettier-ignore
  // Both attributes share the split.
  for (const at of artworks.keys()) if (style!.folds[at]! >= 0) expect(genre!.folds[at]).toBe(style!.folds[at])
  const judged = style!.folds.filter((fold) => fold === 0).length
  expect(Math.abs(judged / style!.folds.filter((fold) => fold >= 0).length - 0.25)).toBeLessThan(0.06)
  expect(run.attributes[0]!.works).toBe(judged)
  expect((await queue()).length).toBe(judged)
  expect((await handlers.learning.evaluation({ attribute: 'style', run: null })).works).toBe(judged)
  expect((await handlers.learning.card({ run: run.id })).markdown).toContain('one fixed split, 60 % of the works to learn from, 15 % to choose by, 25 % to judge') // prettier-ignore
})

test(
  'artists lie on one side where they are known, except for the artist itself, and the queue hears both',
  { timeout },
  async () => {
    const studio = await openStudio()
    const { learn, queue, internals, handlers } = studio
    const { db } = internals.session.current()
    const recipe = await findRecipe(await studio.write({ groupBy: 'auto' }))
    if (recipe.kind !== 'probe') throw new Error(recipe.kind)
    const sets = (together: boolean) => gather(db, artworks, { ...recipe, seed: 1, attributes: null, together })
    expect(sets(false).map(({ name, apart }) => [name, apart])).toEqual([['style', 'artist'], ['genre', 'artist'], ['artist', null]]) // prettier-ignore
    expect(sets(true).map(({ apart }) => apart)).toEqual([null, null, null]) // one network learns the artist, too
    const [style] = sets(false)
    const foldOf = new Map<number, number>()
    for (const [at, artwork] of artworks.entries()) {
      const fold = style!.folds[at]!
      if (fold < 0) continue
      expect(foldOf.get((artwork - 1) % 12) ?? fold).toBe(fold)
      foldOf.set((artwork - 1) % 12, fold)
    }
    const apart = await learn({ groupBy: 'auto' }, ['style'])
    expect(apart.attributes[0]!.apart).toBe('artist')
    expect(apart.attributes[0]!.unseen).toBeNull()
    const plain = await learn({ groupBy: null }, ['style'])
    expect(plain.attributes[0]!.apart).toBeNull()
    expect(plain.attributes[0]!.unseen!.works).toBe(plain.attributes[0]!.works)
    await handlers.learning.restore({ run: apart.id })
    const companions = async (run: number) => (await readdir(join(studio.folder, `models/run-${run}`))).filter((name) => /^(unseen|familiar)-/.test(name)) // prettier-ignore
    expect(await companions(apart.id)).toEqual([expect.stringMatching(/^familiar-\d+\.f32$/)])
    expect(await companions(plain.id)).toEqual([expect.stringMatching(/^unseen-\d+\.f32$/)])
    expect((await queue()).length).toBe(apart.attributes[0]!.works)
  },
)

test(
  'runs vote: the mean of what they say, with a model that says the same, kept and restored like any run',
  { timeout },
  async () => {
    const studio = await openStudio()
    const { learn, handlers, internals, folder, ended, queue } = studio
    await expect(learn({ kind: 'ensemble', runs: null, weights: 'equal' })).rejects.toThrow(
      'A vote needs at least two runs',
    )
    const first = await learn({ id: 'first' }, ['style'])
    const second = await learn({ id: 'second', l2: [3], groupBy: 'artist' }, ['style'])
    const other = await learn({ id: 'third', preparation: { terms: { style: { drop: ['Style 0'] } } } }, ['style'])
    await expect(learn({ kind: 'ensemble', runs: [first.id, other.id], weights: 'equal' })).rejects.toThrow(`Runs ${first.id} and ${other.id} know different terms of style`) // prettier-ignore
    await handlers.learning.restore({ run: second.id })
    await handlers.learning.remove({ run: other.id })

    await handlers.learning.start({ recipe: 'soft-vote', attributes: ['style'] })
    const job = await ended('learning')
    if (job.result?.kind !== 'learning') throw new Error(job.error?.message)
    const { run } = job.result
    expect(run.votes.map((vote) => vote.run)).toEqual([first.id, second.id])
    const weights = run.votes.map((vote) => vote.weights['style']!)
    expect(weights[0]! + weights[1]!).toBeCloseTo(1, 9)
    const terms = run.attributes[0]!.terms.length
    const rows = await Promise.all([run.id, first.id, second.id].map((id) => said(studio, id, 'style', terms)))
    const free = 6 // has no label: the weights found on all
    for (let term = 0; term < terms; term++)
      expect(rows[0]!(free)[term]).toBeCloseTo(
        weights[0]! * rows[1]!(free)[term]! + weights[1]! * rows[2]!(free)[term]!,
        5,
      )
    for (const artwork of artworks) expect(rows[0]!(artwork).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 4)
    const best = Math.max(first.attributes[0]!.accuracy, second.attributes[0]!.accuracy)
    expect(run.attributes[0]!.accuracy).toBeGreaterThan(best - 0.1)
    expect(run.attributes[0]!.top3).toBeGreaterThanOrEqual(run.attributes[0]!.accuracy)

    // The model that is kept says of the image what the run says of works without a label.
    const { backbone, key, model } = await bundledBackbone(places.resources)
    const features = pickRows(
      await loadRowFile(embeddingFile(folder, key)),
      backbone.dimension,
      Int32Array.of(free - 1),
    )
    const heads = await InferenceSession.create(join(folder, `models/run-${first.id}/heads.onnx`))
    const own = (await heads.run({ features: tensor(features, [1, backbone.dimension]) }))['style']!
      .data as Float32Array
    expect(own[0]).toBeCloseTo(rows[1]!(free)[0]!, 2)
    const voting = await InferenceSession.create(join(folder, `models/run-${run.id}/ensemble.onnx`))
    expect(voting.inputNames).toEqual(['image'])
    expect(JSON.parse(await readFile(join(folder, `models/run-${run.id}/inputs.json`), 'utf8'))).toMatchObject([{ name: 'image', size: backbone.input.size, runs: [first.id, second.id] }]) // prettier-ignore
    const { input } = backbone
    const image = tensor(Float32Array.from({ length: 3 * input.size ** 2 }, (_, at) => Math.sin(at)), input.layout === 'NCHW' ? [1, 3, input.size, input.size] : [1, input.size, input.size, 3]) // prettier-ignore
    const seen = (await (await InferenceSession.create(model)).run({ [input.name]: image }, [backbone.outputs.features]))[backbone.outputs.features]! // prettier-ignore
    const each = await Promise.all([first, second].map(async ({ id }) => (await (await InferenceSession.create(join(folder, `models/run-${id}/heads.onnx`))).run({ features: seen }))['style']!.data as Float32Array)) // prettier-ignore
    const voted = (await voting.run({ image }))['style']!.data as Float32Array
    for (let term = 0; term < terms; term++)
      expect(voted[term]).toBeCloseTo(weights[0]! * each[0]![term]! + weights[1]! * each[1]![term]!, 4)

    const { markdown } = await handlers.learning.card({ run: run.id })
    expect(markdown).toContain(`run ${first.id} (Tried: style ${weights[0]!.toFixed(3)})`)
    const shown = await queue()
    await handlers.learning.restore({ run: first.id })
    await handlers.learning.restore({ run: run.id })
    expect(await queue()).toEqual(shown)
    expect((await handlers.learning.evaluation({ attribute: 'style', run: null })).works).toBe(run.attributes[0]!.works)
    await expect(learn({ kind: 'ensemble', runs: [first.id, run.id], weights: 'equal' })).rejects.toThrow(
      `Run ${run.id} is a vote itself`,
    )
    expect(internals.session.current().db.pragma('foreign_key_check')).toEqual([])
  },
)

test(
  'works without a label help to learn, never become labels, and no judged label says anything of itself',
  { timeout },
  async () => {
    const studio = await openStudio()
    const { learn, internals, handlers } = studio
    const { db } = internals.session.current()
    const id = labelTable(db).findAttribute('style')!
    const labels = () => learningSetQuery(db).labels(id)
    const before = labels()
    const semiSupervised = { rounds: 2, confidence: 0.5, perTerm: 20 }
    const run = await learn({ semiSupervised }, ['style'])
    expect(labels()).toEqual(before)
    expect(run.attributes[0]!.works).toBe(before.length - 1) // all labelled works but the one of a rare term
    const helped = run.attributes[0]!.helped!
    expect(helped.works).toBeLessThanOrEqual(Math.floor(studioWorks / 6))
    const terms = run.attributes[0]!.terms.length
    const first = await said(studio, run.id, 'style', terms)
    for (const artwork of artworks)
      expect(isSaid(first(artwork)), String(artwork)).toBe(artwork !== 15 || isSaid(first(15)))
    // A label that is changed does not change how its own work is judged.
    const changed = 30
    await handlers.artworks.relabel({ ids: [changed], attribute: 'style', term: 'Style 2' })
    const again = await learn({ semiSupervised }, ['style'])
    const second = await said(studio, again.id, 'style', terms)
    const moved = (artwork: number) =>
      Math.max(...first(artwork).map((p, term) => Math.abs(p - second(artwork)[term]!)))
    expect(moved(changed)).toBeLessThan(0.02)
    expect(Math.max(...artworks.map(moved))).toBeGreaterThan(0.02)
  },
)
