import type { EvaluationOptions } from '#preload/api.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { outcomes } from '../evidence/outcomes.ts'
import { judgedWorks } from './judgedWorks.ts'

type Cell = { given: string | null; predicted: string | null }

/** Works of a cell of the confusion matrix, of a row or of a column: the surest predictions first. Throws as `judgedWorks` does. */
export async function worksOfCell(
  collection: OpenCollection,
  { given, predicted, ...options }: EvaluationOptions & Cell,
): Promise<number[]> {
  const { artworks, learned, predictions } = await judgedWorks(collection, options)
  const judged = outcomes(predictions)
  const isIn = (term: number, name: string | null) => name === null || learned.terms[term] === name
  return [...judged.given.keys()]
    .filter((work) => isIn(judged.given[work]!, given) && isIn(judged.predicted[work]!, predicted))
    .toSorted((a, b) => judged.confidence[b]! - judged.confidence[a]!)
    .map((work) => artworks[judged.positions[work]!]!)
}
