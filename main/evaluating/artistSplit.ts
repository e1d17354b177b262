import type { Splits } from '#preload/api.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { mostProbable } from '../evidence/confidence.ts'
import { creatorsFor, unseenFile } from '../learning/evidenceUnseen.ts'
import { bootstrapInterval } from '../learning/pairedTests.ts'
import { readPredictions, foldColumns } from '../learning/predictions.ts'
import type { JudgedWorks } from './judgedWorks.ts'
import { splitFigure } from './splitFigure.ts'

const seed = 0

/**
 * The works of artists of whom the model has learned other works, twice: by that model, and by one that has none of the
 * artist's works. Null: nobody says who made the works, or the run has kept no such second judgement.
 */
export async function artistSplit(
  { db, folder }: OpenCollection,
  { run, attribute, artworks, predictions, columns }: JudgedWorks,
  others: ReadonlySet<number>,
): Promise<Splits['artists']> {
  const creators = creatorsFor(db, attribute.name)
  if (!creators) return null
  const kept = await readPredictions(unseenFile(folder, run, attribute.id), artworks, columns.width).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return null
  }) // prettier-ignore
  if (!kept) return null
  const unseen = { ...predictions, probabilities: foldColumns(kept, columns) }
  const { terms, labels } = predictions
  const rowOf = (of: typeof predictions, work: number) => of.probabilities.subarray(work * terms, (work + 1) * terms)
  const isIn = (work: number) => others.has(work) && rowOf(unseen, work).some((p) => p > 0)
  const isRight = (of: typeof predictions, work: number) => mostProbable(rowOf(of, work)) === labels[work]
  const works = [...artworks.keys()].filter(isIn)
  const onlyKnown = works.filter((work) => isRight(predictions, work) && !isRight(unseen, work)).length
  const onlyUnseen = works.filter((work) => isRight(unseen, work) && !isRight(predictions, work)).length
  const counts = { works: works.length, onlyFirst: onlyUnseen, onlySecond: onlyKnown }
  return {
    name: creators.name,
    artists: new Set(works.map((work) => creators.of.get(artworks[work]!))).size,
    known: splitFigure(predictions, isIn),
    unseen: splitFigure(unseen, isIn),
    difference: {
      value: works.length === 0 ? 0 : (onlyKnown - onlyUnseen) / works.length,
      ...(works.length === 0 ? { low: 0, high: 0 } : bootstrapInterval(counts, seed)),
    },
  }
}
