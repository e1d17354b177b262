import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compareOutcomes } from '#main/evaluating/compareMany.ts'
import { rank } from '#main/evidence/areas.ts'
import { shareInterval } from '#main/evidence/binomial.ts'
import { bootstrap, headline, intervalNames, type Interval } from '#main/evidence/bootstrap.ts'
import { precisionRecallCurve, rocCurve, type Point } from '#main/evidence/curves.ts'
import { figures } from '#main/evidence/figures.ts'
import { outcomes } from '#main/evidence/outcomes.ts'
import { reliability } from '#main/evidence/reliability.ts'
import { calibrated, fitTemperature } from '#main/evidence/temperature.ts'
import { termAreas } from '#main/evidence/termAreas.ts'
import { randomNumbers } from '#test/fixtures/syntheticWorks.ts'

type Numbers = number | null | Numbers[] | { [name: string]: Numbers }
type Pair = [low: number, high: number] | null
type Case = {
  name: string
  probabilities: number[][]
  labels: number[]
  expected: Record<string, Numbers>
  curves: { roc: Point[]; precisionRecall: Point[] }[]
  draws: number[][]
  intervals: { figures: Pair[]; terms: Pair[][] }
  temperature: { temperature: number; logLoss: number; probabilities: number[][] } | null
}
type Compared = {
  labels: number[]
  probabilities: number[][][]
  draws: number[][]
  values: number[][]
  intervals: Pair[][]
  pairs: { only: [number, number]; p: number; values: number[]; intervals: Pair[] }[]
  adjusted: number[]
}
const { cases, comparison, shares } = JSON.parse(
  readFileSync(new URL('../../fixtures/reference/evaluation.json', import.meta.url), 'utf8'),
) as { cases: Case[]; comparison: Compared; shares: { hits: number; works: number; low: number; high: number }[] }

const atOnce = async () => {}
const predictionsOf = ({ probabilities, labels }: Pick<Case, 'probabilities' | 'labels'>) => ({
  probabilities: Float32Array.from(probabilities.flat()),
  labels: Int32Array.from(labels),
  terms: probabilities[0]!.length,
})

/** The same numbers at the same places, null where null is. */
function expectNear(found: Numbers, expected: Numbers, within: number, place: string) {
  if (typeof expected === 'number') {
    expect(typeof found, place).toBe('number')
    expect(Math.abs((found as number) - expected), place).toBeLessThan(within)
  } else if (expected === null) expect(found, place).toBeNull()
  else {
    expect(Object.keys(found as object), place).toEqual(Object.keys(expected))
    for (const [key, value] of Object.entries(expected)) expectNear((found as Record<string, Numbers>)[key]!, value, within, `${place}.${key}`) // prettier-ignore
  }
}

describe.each(cases)('$name', (given) => {
  const predictions = predictionsOf(given)
  const judged = outcomes(predictions)

  test("every figure is scikit-learn's to 1e-9", async () => {
    const { macro, weighted, accuracy, top, balancedAccuracy, logLoss, brier, calibrationError, kappa } = figures(judged) // prettier-ignore
    const areas = await termAreas(predictions, judged, 'resampled', atOnce)
    const found: Record<string, Numbers> = {
      averages: { macro, weighted, micro: { precision: accuracy, recall: accuracy, f1: accuracy } },
      accuracy,
      top,
      balancedAccuracy,
      logLoss,
      brier,
      calibrationError,
      bins: reliability(judged).map((bin) => [bin.works, bin.confidence, bin.accuracy]),
      kappa,
      roc: areas.byTerm.map(({ auc }) => auc),
      precision: areas.byTerm.map(({ averagePrecision }) => averagePrecision),
      auc: areas.auc,
      averagePrecision: areas.averagePrecision,
    }
    expectNear(found, given.expected, 1e-9, 'figures')
  })

  test("the curves are scikit-learn's", () => {
    for (const [term, expected] of given.curves.entries()) {
      const ranking = rank(predictions, judged, term)
      expectNear(rocCurve(ranking), expected.roc, 1e-9, `roc ${term}`)
      const found = precisionRecallCurve(ranking)
      expectNear(found, expected.precisionRecall.slice(0, found.length), 1e-9, `precision ${term}`)
      if (found.length > 0) expect(found.at(-1)![0]).toBe(1)
    }
  })

  test("intervals over the same draws are scikit-learn's and numpy's to 1e-6", async () => {
    const draws = given.draws.values()
    const areas = await termAreas(predictions, judged, 'resampled', atOnce)
    const options = { draw: () => draws.next().value!, resamples: given.draws.length }
    const found = await bootstrap(judged, areas, options, atOnce)
    const pair = (interval: Interval | null) => interval && [interval.low, interval.high]
    expectNear(intervalNames.map((name) => pair(found.figures[name])), given.intervals.figures, 1e-6, 'intervals') // prettier-ignore
    const terms = found.terms.map(({ precision, recall, f1 }) => [precision, recall, f1].map(pair))
    expectNear(terms, given.intervals.terms, 1e-6, 'terms')
  })
})

test.each(cases.filter(({ temperature }) => temperature))("the temperature of $name is scipy's", (given) => {
  const predictions = predictionsOf(given)
  const expected = given.temperature!
  const labelled = [...predictions.labels.keys()].filter((work) => predictions.labels[work]! >= 0)
  const found = fitTemperature(predictions, labelled)
  // Far from 1 the loss is flat: there the loss tells more than the temperature.
  expect(Math.abs(1 / found - 1 / expected.temperature)).toBeLessThan(1e-4 + 1e-4 / expected.temperature)
  const scaled = { ...predictions, probabilities: calibrated(predictions, found) }
  expect(Math.abs(figures(outcomes(scaled)).logLoss - expected.logLoss)).toBeLessThan(1e-6)
  const rows = labelled.map((work) => [...scaled.probabilities.subarray(work * scaled.terms, (work + 1) * scaled.terms)]) // prettier-ignore
  expectNear(rows, expected.probabilities, 1e-3, 'probabilities')
  expect(outcomes(scaled).predicted).toEqual(outcomes(predictions).predicted)
})

test('where works are many, areas foretold from the influence of each work give the intervals of resampled areas', async () => {
  const random = randomNumbers(4)
  const [works, terms] = [1500, 5]
  const labels = Int32Array.from({ length: works }, (_, work) => (work % 11 === 0 ? 4 : work % 4))
  const probabilities = new Float32Array(works * terms)
  for (let work = 0; work < works; work++) {
    const row = Array.from({ length: terms }, (_, term) => Math.exp(2 * random() + Number(term === labels[work])))
    const sum = row.reduce((total, value) => total + value, 0)
    probabilities.set(row.map((value) => value / sum), work * terms) // prettier-ignore
  }
  const predictions = { probabilities, labels, terms }
  const judged = outcomes(predictions)
  const [exact, linear] = await Promise.all(
    (['resampled', 'linear'] as const).map((method) => termAreas(predictions, judged, method, atOnce)),
  )
  const once = new Uint8Array(works).fill(1)
  expectNear(linear!.reweighed(once), { auc: exact!.auc, averagePrecision: exact!.averagePrecision }, 1e-9, 'once')
  expectNear(exact!.reweighed(once), { auc: exact!.auc, averagePrecision: exact!.averagePrecision }, 1e-12, 'once')
  const draw = () => Int32Array.from({ length: works }, () => Math.floor(random() * works))
  const draws = Array.from({ length: 200 }, draw)
  const intervals = await Promise.all(
    [exact!, linear!].map((areas) => {
      const given = draws.values()
      return bootstrap(judged, areas, { draw: () => given.next().value!, resamples: draws.length }, atOnce)
    }),
  )
  const values = headline(figures(judged), exact!)
  for (const name of ['macroAuc', 'weightedAuc', 'macroAveragePrecision', 'weightedAveragePrecision'] as const) {
    const [one, other] = intervals.map((found) => found.figures[name]!)
    const width = one!.high - one!.low
    expect(one!.low < values[name]! && values[name]! < one!.high, name).toBe(true)
    expect(Math.abs(one!.low - other!.low), name).toBeLessThan(0.1 * width)
    expect(Math.abs(one!.high - other!.high), name).toBeLessThan(0.1 * width)
  }
})

test("three runs side by side have scikit-learn's figures, and the intervals of a paired bootstrap over the same draws", async () => {
  const { labels, probabilities, draws, values, intervals, pairs, adjusted } = comparison
  const judged = probabilities.map((rows) => outcomes(predictionsOf({ probabilities: rows, labels })))
  const given = draws.values()
  const found = await compareOutcomes(judged, { draw: () => given.next().value!, resamples: draws.length })
  const pair = ({ low, high }: Interval) => [low, high]
  const byRun = (run: number) => found.figures.map((figure) => figure.values[run]!)
  for (const run of probabilities.keys()) {
    expectNear(byRun(run).map(({ value }) => value), values[run]!, 1e-9, `run ${run}`) // prettier-ignore
    expectNear(byRun(run).map(({ interval }) => pair(interval)), intervals[run]!, 1e-6, `run ${run}`) // prettier-ignore
  }
  expect(found.pairs.map(({ first, second }) => [first, second])).toEqual([[0, 1], [0, 2], [1, 2]]) // prettier-ignore
  for (const [at, { mcnemar, differences, adjustedP }] of found.pairs.entries()) {
    expect([mcnemar.onlyFirst, mcnemar.onlySecond]).toEqual(pairs[at]!.only)
    expect(mcnemar.p).toBeCloseTo(pairs[at]!.p, 10)
    expect(adjustedP).toBeCloseTo(adjusted[at]!, 10)
    expectNear(differences.map(({ value }) => value), pairs[at]!.values, 1e-9, `pair ${at}`) // prettier-ignore
    expectNear(differences.map(({ interval }) => pair(interval)), pairs[at]!.intervals, 1e-6, `pair ${at}`) // prettier-ignore
  }
})

test.each(shares)("the interval of $hits of $works is scipy's", ({ hits, works, low, high }) => {
  const found = shareInterval(hits, works)!
  expect(found.low).toBeCloseTo(low, 12)
  expect(found.high).toBeCloseTo(high, 12)
})

test('of works that are all right every resample is all right; of none nothing can be said', () => {
  expect(shareInterval(7, 7)).toEqual({ low: 1, high: 1 })
  expect(shareInterval(0, 0)).toBeNull()
})
