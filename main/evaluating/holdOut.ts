import type { HoldOut } from '#preload/api.ts'
import { importedLabelsQuery } from '../catalogue/importedLabels.ts'
import { learningSetQuery } from '../catalogue/learningSet.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import type { JudgedWorks } from './judgedWorks.ts'
import { splitFigure } from './splitFigure.ts'

/** Of the image's hash: as `split` in catalogue/flagged.ts has it. */
const isSetAside = (image: string) => image.slice(0, 2) >= 'da'

/** The works set aside, against the labels with which they came and against those that stand. */
export function holdOut(
  { db }: OpenCollection,
  { attribute, artworks, images, predictions, indexOf }: JudgedWorks,
): HoldOut {
  const imported = importedLabelsQuery(db)(attribute.id)
  const labels = Int32Array.from(artworks, (artwork) => {
    const term = imported.get(artwork)
    return term === undefined ? -1 : indexOf(term)
  })
  const isIn = (work: number) => isSetAside(images[work]!) && labels[work]! >= 0
  const standing = learningSetQuery(db).labels(attribute.id).filter(({ sha256 }) => isSetAside(sha256)) // prettier-ignore
  return {
    works: [...artworks.keys()].filter(isIn).length,
    asImported: splitFigure({ ...predictions, labels }, isIn),
    asCorrected: splitFigure(predictions, isIn),
    corrected: standing.filter(({ artwork, term }) => imported.has(artwork) && imported.get(artwork) !== term).length,
  }
}
