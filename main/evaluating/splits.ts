import type { EvaluationOptions, Splits } from '#preload/api.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { readFolds } from '../learning/foldFile.ts'
import { artistSplit } from './artistSplit.ts'
import { holdOut } from './holdOut.ts'
import { judgedWorks } from './judgedWorks.ts'
import { leakage, worksOfKnownArtists } from './leakage.ts'
import { splitFigure } from './splitFigure.ts'

/** What a run is worth on works and artists that it does not know. Throws as `judgedWorks` does. */
export async function splits(collection: OpenCollection, options: EvaluationOptions): Promise<Splits> {
  const works = await judgedWorks(collection, options)
  const folds = await readFolds(collection.folder, works.run, works.attribute.id, works.artworks)
  const known = worksOfKnownArtists(collection.db, works, folds)
  return {
    attribute: works.attribute.name,
    run: works.run,
    random: splitFigure(works.predictions, () => true),
    artists: known && (await artistSplit(collection, works, known.known)),
    leakage: leakage(collection, works, folds),
    holdOut: holdOut(collection, works),
  }
}
