import type { Comparison, Measure } from '#preload/api.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { commonWorks, predictedTerms, type Labelled, type Side } from '../evaluating/commonWorks.ts'
import type { Predictions } from '../evidence/confidence.ts'
import { metrics } from '../evidence/metrics.ts'
import { bootstrapInterval, mcnemarTest } from './pairedTests.ts'

const mostDifferences = 200
const seed = 0

export type CompareOptions = { runs: [first: number, second: number]; attribute: string }

/** Two runs on the works that both have judged, against the labels that stand now. Throws as `commonWorks` does. */
export async function compareRuns(
  collection: OpenCollection,
  { runs, attribute }: CompareOptions,
): Promise<Comparison> {
  const { works, sides } = await commonWorks(collection, runs, attribute)
  return { attribute, runs, ...comparePredictions(works, sides as [Side, Side]) }
}

/** Exported for tests. Each side has a row for every work. */
export function comparePredictions(
  works: readonly Labelled[],
  sides: readonly [Side, Side],
): Omit<Comparison, 'attribute' | 'runs'> {
  const figures = sides.map(({ predictions }) => figuresOf(predictions)) as [Figures, Figures]
  const measure = (name: keyof Figures): Measure => {
    const [first, second] = [figures[0][name], figures[1][name]]
    return { values: [first, second], difference: second - first }
  }
  const guesses = sides.map(predictedTerms) as [string[], string[]]
  const isRight = (side: 0 | 1, work: number) => guesses[side][work] === works[work]!.label
  const positions = works.map((_, work) => work)
  const onlyFirst = positions.filter((work) => isRight(0, work) && !isRight(1, work))
  const onlySecond = positions.filter((work) => isRight(1, work) && !isRight(0, work))
  const bothWrong = positions.filter((work) => guesses[0][work] !== guesses[1][work] && !isRight(0, work) && !isRight(1, work)) // prettier-ignore
  const oneRight = [...onlyFirst, ...onlySecond].toSorted((a, b) => a - b)
  const different = [...oneRight, ...bothWrong]
  const counts = { works: works.length, onlyFirst: onlyFirst.length, onlySecond: onlySecond.length }
  return {
    works: works.length,
    accuracy: measure('accuracy'),
    top3: measure('top3'),
    macroF1: measure('macroF1'),
    logLoss: measure('logLoss'),
    interval: bootstrapInterval(counts, seed),
    mcnemar: mcnemarTest(counts.onlyFirst, counts.onlySecond),
    different: different.length,
    differences: different.slice(0, mostDifferences).map((work) => ({
      ...works[work]!,
      predictions: [guesses[0][work]!, guesses[1][work]!],
    })),
  }
}

type Figures = { accuracy: number; top3: number; macroF1: number; logLoss: number }

/** Terms that no compared work has do not count, so that runs with different terms can be compared. */
function figuresOf(predictions: Predictions): Figures {
  const { accuracy, top3, logLoss, terms } = metrics(predictions)
  const seen = terms.filter(({ support }) => support > 0)
  return { accuracy, top3, logLoss, macroF1: seen.reduce((sum, { f1 }) => sum + f1, 0) / seen.length }
}
