import type { EvaluationOptions, Splits } from '#preload/api.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { readFolds } from '../learning/foldFile.ts'
import { artistSplit } from './artistSplit.ts'
import { holdOut } from './holdOut.ts'
import { judgedWorks } from './judgedWorks.ts'
import { leakage } from './leakage.ts'
import { splitFigure } from './splitFigure.ts'

/** What a run is worth on works and artists that it does not know. Throws as `judgedWorks` does. */
export async function splits(collection: OpenCollection, options: EvaluationOptions): Promise<Splits> {
  const works = await judgedWorks(collection, options)
  const folds = await readFolds(collection.folder, works.run, works.attribute.id, works.artworks)
  return {
    attribute: works.attribute.name,
    run: works.run,
    random: splitFigure(works.predictions, () => true),
    artists: await artistSplit(collection, works, folds),
    leakage: leakage(collection, works, folds),
    holdOut: holdOut(collection, works),
  }
}
