import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { labelTable } from '#main/catalogue/labels.ts'
import { readPredictions } from '#main/learning/predictions.ts'
import { makePictures, newAppOn, type TestApp } from '#test/fixtures/app.ts'
import { put } from '#test/fixtures/folder.ts'

const timeout = 60_000
const works = 60

/** A collection learned twice, by seed 1 and by seed 2 with other parts. */
async function learnedTwice() {
  const app = await newAppOn('runs', learnTwice)
  const changes = () => app.events.filter(([name]) => name === 'catalogueChanged').length
  return { ...app, ...app.facts, ...asked(app), changes }
}

async function learnTwice(app: TestApp) {
  const { handlers, ended, base } = app
  const { learn, queue, evidence } = asked(app)
  const table = await makePictures(join(base, 'pictures'), works)
  await handlers.collections.create({ folder: base, name: 'Runs' })
  await handlers.imports.start({ folder: join(base, 'pictures'), table, folderAttribute: null })
  await ended('import')
  await ended('embedding')
  const first = await learn(1)
  const shown = { queue: await queue(), evidence: evidence(), work: await handlers.artworks.get({ id: 7 }) }
  return { first, second: await learn(2, await weak(base)), shown }
}

const weak = (base: string) => put(base, 'weak.json', JSON.stringify({ id: 'weak', name: 'Weak look', l2: [30], folds: 3 })) // prettier-ignore

function asked({ handlers, ended, internals }: TestApp) {
  const learn = async (seed: number, recipe = 'probe') => {
    await handlers.learning.start({ recipe, seed })
    const job = await ended('learning')
    if (job.result?.kind !== 'learning') throw new Error(JSON.stringify(job.error))
    return job.result.run
  }
  const queue = () => handlers.queue.list({ attribute: 'style', limit: 1000, offset: 0, flaggedOnly: false })
  const evidence = () =>
    internals.session
      .current()
      .db.prepare(`select * from evidence where run = (select id from run where is_current = 1) order by artwork`)
      .all()
  return { learn, queue, evidence }
}

test(
  'a run that is restored shows its own queue, evidence and predictions, and one change is told',
  { timeout },
  async () => {
    const { handlers, first, second, shown, queue, evidence, changes, learn } = await learnedTwice()
    expect(second).toMatchObject({
      recipe: 'weak',
      recipeName: 'Weak look',
      network: 'EfficientNet-Lite0',
      current: true,
    })
    expect(await queue()).not.toEqual(shown.queue)
    const before = changes()
    expect(await handlers.learning.restore({ run: first.id })).toEqual({ ...first, current: true })
    expect(changes()).toBe(before + 1)
    expect(await queue()).toEqual(shown.queue)
    expect(evidence()).toEqual(shown.evidence)
    expect(await handlers.artworks.get({ id: 7 })).toEqual(shown.work)
    expect((await handlers.collections.current())!.run!.id).toBe(first.id)
    expect((await handlers.learning.runs()).map(({ id, current }) => [id, current])).toEqual([[second.id, false], [first.id, true]]) // prettier-ignore
    // Restoring what is in use changes nothing, and learning goes on from there.
    await handlers.learning.restore({ run: first.id })
    expect(evidence()).toEqual(shown.evidence)
    const third = await learn(2)
    expect(third.queueChange).not.toBeNull()
    expect((await handlers.learning.runs()).map(({ current }) => current)).toEqual([true, false, false])
  },
)

test(
  'labels decided or changed since are judged by the restored run, and what was decided stays away',
  { timeout },
  async () => {
    const { handlers, internals, folder, first, second, shown, queue } = await learnedTwice()
    const [worst, kept, wrong, byHand] = shown.queue
    await handlers.verdicts.decide({
      artwork: worst!.artwork,
      attribute: 'style',
      kind: 'relabel',
      term: worst!.suggestion,
    })
    await handlers.verdicts.decide({ artwork: kept!.artwork, attribute: 'style', kind: 'keep' })
    await handlers.verdicts.decide({ artwork: wrong!.artwork, attribute: 'style', kind: 'wrong-image' })
    await handlers.artworks.relabel({ ids: [byHand!.artwork], attribute: 'style', term: byHand!.suggestion })
    await handlers.learning.restore({ run: first.id })
    const now = await queue()
    const ids = now.map(({ artwork }) => artwork)
    for (const { artwork } of [worst!, kept!, wrong!]) expect(ids).not.toContain(artwork)
    expect(now.length).toBe(works - 3)
    const changed = now.find(({ artwork }) => artwork === byHand!.artwork)!
    expect(changed.label).toBe(byHand!.suggestion)
    const { db } = internals.session.current()
    const id = labelTable(db).findAttribute('style')!
    const file = join(folder, `models/run-${first.id}/probabilities-${id}.f32`)
    const { terms } = first.attributes[0]!
    const row = await readPredictions(file, [byHand!.artwork], terms.length)
    expect(changed.labelProbability).toBeCloseTo(row[terms.indexOf(changed.label)]!, 6)
    const rest = (list: typeof now) =>
      list
        .filter(({ artwork }) => ![worst, kept, wrong, byHand].some((one) => one!.artwork === artwork))
        .map(({ artwork, label, labelProbability }) => [artwork, label, labelProbability] as const)
        .toSorted(([a], [b]) => a - b)
    expect(rest(now)).toEqual(rest(shown.queue))
    // What is taken back comes back, judged by the run in use.
    for (const expected of [kept!, worst!]) {
      let undone
      do undone = await handlers.history.undo()
      while (undone!.artworks[0] !== expected.artwork)
      expect((await queue()).find(({ artwork }) => artwork === expected.artwork)?.label).toBe(expected.label)
    }
    expect((await handlers.learning.restore({ run: second.id })).current).toBe(true)
  },
)

test(
  'a run is deleted with its folder; its number is not given again, and verdicts taken under it stay',
  { timeout },
  async () => {
    const { handlers, internals, folder, first, second, shown, changes, learn } = await learnedTwice()
    await handlers.learning.restore({ run: first.id })
    await handlers.verdicts.decide({ artwork: shown.queue[0]!.artwork, attribute: 'style', kind: 'keep' })
    await handlers.learning.restore({ run: second.id })
    expect(() => handlers.learning.remove({ run: second.id })).toThrow('is the one in use. Use another one first')
    const before = changes()
    await handlers.learning.remove({ run: first.id })
    expect(changes()).toBe(before + 1)
    expect(await readdir(join(folder, 'models'))).toEqual([`run-${second.id}`])
    expect((await handlers.learning.runs()).map(({ id }) => id)).toEqual([second.id])
    expect((await handlers.verdicts.list({ limit: 5 })).length).toBe(1)
    const { db } = internals.session.current()
    expect(db.prepare(`select run from verdict`).pluck().all()).toEqual([first.id])
    expect(db.pragma('foreign_key_check')).toEqual([])
    for (const ask of [handlers.learning.restore, handlers.learning.card, handlers.learning.remove] as const)
    await expect((async () => ask({ run: first.id }))()).rejects.toThrow(`There is no run ${first.id} in this collection. There are: ${second.id}.`) // prettier-ignore
    const third = await learn(3)
    expect(third.id).toBe(second.id + 1)
    // The newest is deleted too: its number stays taken.
    await handlers.learning.restore({ run: second.id })
    await handlers.learning.remove({ run: third.id })
    expect((await learn(3)).id).toBe(third.id + 1)
  },
)

test(
  'a kill between the row and the folder leaves a folder that goes when the collection is opened, or at the next learning',
  { timeout },
  async () => {
    const { handlers, internals, folder, first, second, learn } = await learnedTwice()
    const leave = () =>
      internals.session.current().db.prepare(`update run set removed_at = 'now' where id = ?`).run(first.id)
    leave()
    await mkdir(join(folder, 'models/run-999')) // learning was killed
    await mkdir(join(folder, 'models/backbones'))
    expect(existsSync(join(folder, `models/run-${first.id}`))).toBe(true)
    await handlers.collections.close()
    await handlers.collections.open({ folder })
    expect((await readdir(join(folder, 'models'))).toSorted()).toEqual(['backbones', `run-${second.id}`])
    await mkdir(join(folder, 'models/run-998'))
    const third = await learn(4)
    expect((await readdir(join(folder, 'models'))).toSorted()).toEqual([
      'backbones',
      `run-${second.id}`,
      `run-${third.id}`,
    ])
  },
)

test('a run whose predictions were taken away is not restored, and what is shown stays', { timeout }, async () => {
  const { handlers, folder, first, second, evidence } = await learnedTwice()
  const before = evidence()
  const name = (await readdir(join(folder, `models/run-${first.id}`))).find((file) =>
    file.startsWith('probabilities-'),
  )!
  await rm(join(folder, `models/run-${first.id}`, name))
  await expect(handlers.learning.restore({ run: first.id })).rejects.toThrow(
    `What run ${first.id} had predicted is not in`,
  )
  await expect(handlers.learning.compare({ runs: [first.id, second.id], attribute: 'style' })).rejects.toThrow('had predicted is not in') // prettier-ignore
  expect(evidence()).toEqual(before)
  expect((await handlers.collections.current())!.run!.id).toBe(second.id)
})

test('two runs are compared on the labels that stand, and agree with their own evaluations', { timeout }, async () => {
  const { handlers, first, second } = await learnedTwice()
  const compare = (a: number, b: number) => handlers.learning.compare({ runs: [a, b], attribute: 'style' })
  const found = await compare(first.id, second.id)
  expect(found).toMatchObject({ attribute: 'style', runs: [first.id, second.id], works })
  for (const [side, run] of [first, second].entries()) {
    const evaluation = await handlers.learning.evaluation({ attribute: 'style', run: run.id })
    for (const name of ['accuracy', 'top3', 'macroF1', 'logLoss'] as const)
      expect(found[name].values[side], name).toBeCloseTo(evaluation[name], 9)
  }
  const { onlyFirst, onlySecond } = found.mcnemar
  expect((onlySecond - onlyFirst) / works).toBeCloseTo(found.accuracy.difference, 9)
  expect(found.interval.low).toBeLessThanOrEqual(found.accuracy.difference)
  expect(found.interval.high).toBeGreaterThanOrEqual(found.accuracy.difference)
  const back = await compare(second.id, first.id)
  expect(back.accuracy.difference).toBeCloseTo(-found.accuracy.difference, 12)
  expect(back.mcnemar.p).toBe(found.mcnemar.p)
  for (const { artwork, label, predictions } of found.differences) {
    const work = await handlers.artworks.get({ id: artwork })
    expect(work.labels['style']).toBe(label)
    expect(work.predictions['style']![0]!.term).toBe(predictions[1]) // the second run is in use
  }
  // A work whose image is wrong is judged by neither.
  await handlers.verdicts.decide({ artwork: 5, attribute: 'style', kind: 'wrong-image' })
  expect((await compare(first.id, second.id)).works).toBe(works - 1)
  await expect(compare(first.id, first.id)).rejects.toThrow('two different runs')
  await expect(compare(first.id, 77)).rejects.toThrow('There is no run 77 in this collection. There are: 1, 2.')
  await expect(handlers.learning.compare({ runs: [1, 2], attribute: 'genre' })).rejects.toThrow('Run 1 has not learned "genre". It has learned: style.') // prettier-ignore
})

test('the curve that was shown while learning is kept with the run', { timeout }, async () => {
  const { handlers, ended, learn, base } = await learnedTwice()
  const run = await learn(2, await weak(base))
  const { curve } = await ended('learning')
  expect(curve.length).toBeGreaterThan(5)
  const kept = await handlers.learning.curve({ run: run.id })
  expect(kept).toEqual(curve.map((point) => ({ stage: 'learning', ...point })))
  expect(new Set(kept.map(({ stage }) => stage))).toEqual(new Set(['learning'])) // one strength: nothing to choose
  expect(new Set((await handlers.learning.curve({ run: 1 })).map(({ stage }) => stage))).toEqual(new Set(['choosing', 'learning'])) // prettier-ignore
})
