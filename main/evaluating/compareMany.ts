import type { ComparedFigure, RunsComparison } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { meanArea, rocArea } from '../evidence/areas.ts'
import { countDraw, percentiles, type Draw } from '../evidence/bootstrap.ts'
import { createTally, figures } from '../evidence/figures.ts'
import { topOf } from '../evidence/metrics.ts'
import { outcomes, type Outcomes } from '../evidence/outcomes.ts'
import { mcnemarTest } from '../learning/pairedTests.ts'
import { createBreath } from './breathe.ts'
import { commonWorks, predictedTerms, type CommonWorks } from './commonWorks.ts'
import { createDraw, howOften } from './evaluate.ts'
import { rankAll } from './evaluationCurves.ts'

const mostRuns = 8
const mostDifferences = 200
const names: readonly ComparedFigure[] = ['accuracy', 'top3', 'macroF1', 'balancedAccuracy', 'logLoss', 'brier', 'calibrationError'] // prettier-ignore

/** Runs on the works that all have judged, against the labels that stand now. Throws as `commonWorks` does, and 'too-many-runs'. */
export async function compareMany(
  collection: OpenCollection,
  { runs, attribute }: { runs: number[]; attribute: string },
): Promise<RunsComparison> {
  if (runs.length > mostRuns)
    throw new ApiError('too-many-runs', `Choose at most ${mostRuns} runs: more cannot be told apart.`)
  const common = await commonWorks(collection, runs, attribute)
  const { works, sides } = common
  const judged = sides.map(({ predictions }) => outcomes(predictions))
  const resamples = howOften(works.length * runs.length)
  const curves: RunsComparison['curves'] = []
  for (const [side, { predictions }] of sides.entries()) {
    const { rankings, mean } = await rankAll(predictions, judged[side]!)
    curves.push({ roc: mean, auc: meanArea(rankings.map(rocArea), rankings.map(({ positives }) => positives)).macro }) // prettier-ignore
  }
  const found = await compareOutcomes(judged, { draw: createDraw(works.length), resamples })
  return { attribute, runs: common.runs, works: works.length, ...found, curves, ...differences(common) }
}

/** Exported for tests. Each has the same works in the same order. */
export async function compareOutcomes(
  judged: readonly Outcomes[],
  { draw, resamples }: { draw: Draw; resamples: number },
): Promise<Pick<RunsComparison, 'figures' | 'pairs'>> {
  const breathe = createBreath()
  const measure = judged.map(createMeasure)
  const once = measure.map((find) => find())
  const again: Record<ComparedFigure, number>[][] = []
  const works = judged[0]!.given.length
  for (let resample = 0; resample < resamples; resample++) {
    const weights = countDraw(draw(), works)
    again.push(measure.map((find) => find(weights)))
    await breathe()
  }
  const interval = (valueOf: (found: Record<ComparedFigure, number>[]) => number) => percentiles(again.map(valueOf))!
  const pairs = everyTwo(judged.length).map(([first, second]) => ({
    first,
    second,
    mcnemar: mcnemarOf(judged[first]!, judged[second]!),
    differences: names.map((name) => ({
      name,
      value: once[second]![name] - once[first]![name],
      interval: interval((found) => found[second]![name] - found[first]![name]),
    })),
  }))
  const adjusted = holm(pairs.map(({ mcnemar }) => mcnemar.p))
  return {
    figures: names.map((name) => ({
      name,
      values: once.map((values, run) => ({ value: values[name], interval: interval((found) => found[run]![name]) })),
    })),
    pairs: pairs.map((pair, at) => ({ ...pair, adjustedP: adjusted[at]! })),
  }
}

/** Terms that no compared work has do not count, so that runs with different terms can be compared. */
function createMeasure(judged: Outcomes) {
  const tally = createTally(judged.terms)
  const terms = [...new Set(judged.given)]
  return (weights?: ArrayLike<number>): Record<ComparedFigure, number> => {
    const { accuracy, top, balancedAccuracy, logLoss, brier, calibrationError, terms: byTerm } = figures(judged, weights, tally) // prettier-ignore
    const macroF1 = terms.reduce((sum, term) => sum + byTerm[term]!.f1, 0) / terms.length
    return { accuracy, top3: topOf(top, 3), macroF1, balancedAccuracy, logLoss, brier, calibrationError }
  }
}

const everyTwo = (count: number) =>
  Array.from({ length: count }, (_, first) => Array.from({ length: count - first - 1 }, (__, more) => [first, first + more + 1] as const)).flat() // prettier-ignore

const isRight = ({ given, predicted }: Outcomes, work: number) => given[work] === predicted[work]

function mcnemarOf(one: Outcomes, other: Outcomes) {
  let [onlyFirst, onlySecond] = [0, 0]
  for (let work = 0; work < one.given.length; work++) {
    const [first, second] = [isRight(one, work), isRight(other, work)]
    if (first && !second) onlyFirst++
    if (second && !first) onlySecond++
  }
  return mcnemarTest(onlyFirst, onlySecond)
}

/** Holm's step-down (1979): the least p times the number of tests, the next times one less, never falling. */
export function holm(ps: readonly number[]): number[] {
  const out = Array<number>(ps.length).fill(1)
  let before = 0
  const ordered = [...ps.keys()].toSorted((a, b) => ps[a]! - ps[b]!)
  for (const [place, test] of ordered.entries()) {
    before = Math.min(1, Math.max(before, ps[test]! * (ps.length - place)))
    out[test] = before
  }
  return out
}

function differences({ works, sides }: CommonWorks): Pick<RunsComparison, 'different' | 'differences'> {
  const guesses = sides.map(predictedTerms)
  const differ = [...works.keys()].filter((work) => guesses.some((side) => side[work] !== guesses[0]![work]))
  const isRightOnce = (work: number) => guesses.some((side) => side[work] === works[work]!.label)
  const ordered = [...differ.filter(isRightOnce), ...differ.filter((work) => !isRightOnce(work))]
  const shown = ordered.slice(0, mostDifferences)
  return { different: differ.length, differences: shown.map((work) => ({ ...works[work]!, predictions: guesses.map((side) => side[work]!) })) } // prettier-ignore
}
