import type { Splits } from '#preload/api.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { mostProbable } from '../evidence/confidence.ts'
import { creatorsFor, familiarFile, unseenFile } from '../learning/evidenceUnseen.ts'
import { ifThere } from '../learning/ifThere.ts'
import { bootstrapInterval } from '../learning/pairedTests.ts'
import { readPredictions, foldColumns } from '../learning/predictions.ts'
import type { JudgedWorks } from './judgedWorks.ts'
import { worksOfKnownArtists, type Folds } from './leakage.ts'
import { splitFigure } from './splitFigure.ts'

const seed = 0

/**
 * The works of artists of whom a model can learn other works, judged twice: by a model that has learned some of them, and by
 * one that has none of the artist's works. One of the two is the run's own judgement, the other that of its companion. Null:
 * nobody says who made the works, or the run has kept no second judgement.
 */
export async function artistSplit(
  { db, folder }: OpenCollection,
  works: JudgedWorks,
  folds: Folds,
): Promise<Splits['artists']> {
  const { run, attribute, artworks, predictions, columns } = works
  const creators = creatorsFor(db, attribute.name)
  if (!creators) return null
  const keptIn = async (file: string) => {
    const kept = await ifThere(readPredictions(file, artworks, columns.width))
    return kept && { ...predictions, probabilities: foldColumns(kept, columns) }
  }
  const strange = await keptIn(unseenFile(folder, run, attribute.id))
  const familiar = strange ? null : await keptIn(familiarFile(folder, run, attribute.id))
  const [known, unseen] = familiar ? [familiar, predictions] : [predictions, strange]
  if (!unseen) return null
  // A run that keeps artists apart has learned no other work of any; its companion has dealt them at random.
  const others = worksOfKnownArtists(db, works, familiar ? null : folds)!.known
  const { terms, labels } = predictions
  const rowOf = (of: typeof predictions, work: number) => of.probabilities.subarray(work * terms, (work + 1) * terms)
  const isIn = (work: number) => others.has(work) && [known, unseen].every((of) => rowOf(of, work).some((p) => p > 0))
  const isRight = (of: typeof predictions, work: number) => mostProbable(rowOf(of, work)) === labels[work]
  const judged = [...artworks.keys()].filter(isIn)
  const onlyKnown = judged.filter((work) => isRight(known, work) && !isRight(unseen, work)).length
  const onlyUnseen = judged.filter((work) => isRight(unseen, work) && !isRight(known, work)).length
  const counts = { works: judged.length, onlyFirst: onlyUnseen, onlySecond: onlyKnown }
  return {
    name: creators.name,
    artists: new Set(judged.map((work) => creators.of.get(artworks[work]!))).size,
    known: splitFigure(known, isIn),
    unseen: splitFigure(unseen, isIn),
    difference: {
      value: judged.length === 0 ? 0 : (onlyKnown - onlyUnseen) / judged.length,
      ...(judged.length === 0 ? { low: 0, high: 0 } : bootstrapInterval(counts, seed)),
    },
  }
}
