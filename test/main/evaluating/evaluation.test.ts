import { join } from 'node:path'
import { expect, test } from 'vitest'
import { calibratedWorks } from '#main/evaluating/calibrate.ts'
import { makePictures, newAppOn, type TestApp } from '#test/fixtures/app.ts'

const timeout = 60_000
const works = 60
const about = { attribute: 'style', run: null }

/** Sixty pictures of four styles, learned by two recipes. */
const learned = () => newAppOn('judged', learn)

async function learn({ handlers, ended, base }: TestApp) {
  const table = await makePictures(join(base, 'pictures'), works)
  await handlers.collections.create({ folder: base, name: 'Judged' })
  await handlers.imports.start({ folder: join(base, 'pictures'), table, folderAttribute: null })
  await ended('import')
  await ended('embedding')
  for (const seed of [1, 2]) {
    await handlers.learning.start({ recipe: 'probe', seed })
    await ended('learning')
  }
}

test('figures, curves, reliability and works of one run say the same', { timeout }, async () => {
  const { handlers, internals } = await learned()
  const found = await handlers.evaluation.figures(about)
  expect(await handlers.learning.evaluation(about)).toEqual(found)
  expect(found.works).toBe(works)
  const total = (rows: number[][]) => rows.flat().reduce((sum, count) => sum + count, 0)
  expect(total(found.confusion)).toBe(works)
  expect(found.similarOrder.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3])
  expect(found.confusionShares.map((row) => row.reduce((sum, share) => sum + share, 0))).toEqual([1, 1, 1, 1])
  expect(found.top.map(({ k }) => k)).toEqual([1, 2, 3])
  for (const [name, interval] of Object.entries(found.intervals)) {
    expect(interval!.low, name).toBeLessThanOrEqual(interval!.high)
    if (name in found) expect(interval!.low, name).toBeLessThanOrEqual(found[name as 'accuracy'])
    if (name in found && name !== 'calibrationError') expect(interval!.high, name).toBeGreaterThanOrEqual(found[name as 'accuracy']) // prettier-ignore
  }
  expect(found.terms.every(({ canJudge, intervals, support }) => canJudge === support >= 10 && canJudge === (intervals !== null))).toBe(true) // prettier-ignore

  const curves = await handlers.evaluation.curves({ ...about, terms: null })
  expect(
    curves.terms.map(({ term, auc, averagePrecision, support }) => [term, auc, averagePrecision, support]),
  ).toEqual(found.terms.map(({ term, auc, averagePrecision, support }) => [term, auc, averagePrecision, support]))
  expect(curves.macro.auc).toBe(found.auc.macro)
  const right = curves.confidence.right.reduce((sum, count) => sum + count, 0)
  expect(right / works).toBeCloseTo(found.accuracy, 12)
  for (const { roc } of [...curves.terms, curves.macro, curves.micro]) {
    expect([roc[0], roc.at(-1)]).toEqual([[0, 0], [1, 1]]) // prettier-ignore
    expect(roc.every(([x, y], at) => at === 0 || (x >= roc[at - 1]![0] && y >= roc[at - 1]![1]))).toBe(true)
  }
  expect((await handlers.evaluation.curves({ ...about, terms: ['Style 2', 'no such'] })).terms.map(({ term }) => term)).toEqual(['Style 2']) // prettier-ignore

  const [given, predicted] = [found.terms[1]!.term, found.terms[2]!.term]
  const cell = await handlers.evaluation.works({ ...about, given, predicted })
  expect(cell.length).toBe(found.confusion[1]![2]!)
  expect((await handlers.evaluation.works({ ...about, given, predicted: null })).length).toBe(found.terms[1]!.support)
  expect((await handlers.artworks.find({ ids: cell })).toSorted()).toEqual(cell.toSorted())

  const calibration = await handlers.evaluation.calibration({ ...about, falseAlarms: 0.1 })
  expect(calibration.before.logLoss).toBeCloseTo(found.logLoss, 12)
  expect(calibration.before.calibrationError).toBeCloseTo(found.calibrationError, 12)
  expect(calibration.after.bins.reduce((sum, bin) => sum + bin.works, 0)).toBe(works)
  for (const { works: ofTerm, flagged, own } of calibration.thresholds.terms)
    if (own) expect(flagged).toBeLessThanOrEqual(0.1 * (ofTerm + 1))
  const { predictions } = await calibratedWorks(internals.session.current(), about)
  for (let work = 0; work < works; work++)
    expect(predictions.probabilities.subarray(work * 4, work * 4 + 4).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5)
  await expect(handlers.evaluation.calibration({ ...about, falseAlarms: 0.9 })).rejects.toThrow('Choose a share of false alarms above 0 and up to 50 %.') // prettier-ignore
  await expect(handlers.evaluation.figures({ attribute: 'genre', run: null })).rejects.toThrow('"genre" has not been learned yet') // prettier-ignore
})

test('a corrected label counts at once, and two runs are compared on the same works', { timeout }, async () => {
  const { handlers } = await learned()
  const before = await handlers.evaluation.figures(about)
  const [wrong] = await handlers.queue.list({ attribute: 'style', limit: 1, offset: 0, flaggedOnly: false })
  await handlers.artworks.relabel({ ids: [wrong!.artwork], attribute: 'style', term: wrong!.suggestion })
  const after = await handlers.evaluation.figures(about)
  const support = (term: string, found: typeof after) => found.terms.find((one) => one.term === term)!.support
  expect(support(wrong!.suggestion, after)).toBe(support(wrong!.suggestion, before) + 1)
  expect(support(wrong!.label, after)).toBe(support(wrong!.label, before) - 1)

  const compared = await handlers.evaluation.compare({ runs: [1, 2], attribute: 'style' })
  const two = await handlers.learning.compare({ runs: [1, 2], attribute: 'style' })
  expect(compared).toMatchObject({ works: two.works, different: two.different, differences: two.differences })
  expect(compared.pairs[0]!.mcnemar).toEqual(two.mcnemar)
  for (const { name, values } of compared.figures)
    if (name in two)
      for (const [run, { value }] of values.entries())
        expect(value).toBeCloseTo(two[name as 'accuracy'].values[run]!, 12)
  await expect(handlers.evaluation.compare({ runs: [1, 1], attribute: 'style' })).rejects.toThrow('Choose two different runs') // prettier-ignore
  await expect(handlers.evaluation.compare({ runs: [1], attribute: 'style' })).rejects.toThrow('Choose two different runs') // prettier-ignore
  await expect(handlers.evaluation.compare({ runs: [1, 2, 3, 4, 5, 6, 7, 8, 9], attribute: 'style' })).rejects.toThrow('Choose at most 8 runs') // prettier-ignore
})
