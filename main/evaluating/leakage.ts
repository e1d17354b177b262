import type { Leakage } from '#preload/api.ts'
import { measureTable } from '../catalogue/measures.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { distance } from '../images/fingerprint.ts'
import { creatorsFor } from '../learning/evidenceUnseen.ts'
import type { JudgedWorks } from './judgedWorks.ts'
import { splitFigure } from './splitFigure.ts'

const mostPairs = 200

/** Fold of each judged work, by position; -1: the model that judged it is not known to have learned from a part only. Null: not kept. */
export type Folds = Int8Array | null

/** Works of which the model that judged them has learned a near copy. */
export function leakage({ db }: OpenCollection, works: JudgedWorks, folds: Folds): Leakage {
  const measures = measureTable(db)
  const prints = new Map(measures.prints().map(({ sha256, fingerprint }) => [sha256, fingerprint]))
  const pairs = folds ? nearPairs(works, folds, measures.leaders(), prints) : []
  const leaking = new Set(pairs.map(({ work }) => work))
  const why = !folds ? 'no-folds' : works.images.every((image) => prints.has(image)) ? null : 'not-measured'
  const accuracy = (isIn: (work: number) => boolean) => {
    const figure = splitFigure(works.predictions, isIn)
    return figure.works === 0 ? null : figure.accuracy
  }
  return {
    state: leaking.size > 0 ? 'alarm' : why === null ? 'clean' : 'unknown',
    why: leaking.size > 0 ? null : why,
    pairs: pairs.slice(0, mostPairs).map(({ work, copy, far }) => ({ artwork: works.artworks[work]!, copy: works.artworks[copy]!, distance: far })), // prettier-ignore
    works: leaking.size,
    accuracy: { copies: accuracy((work) => leaking.has(work)), others: accuracy((work) => !leaking.has(work)) },
    sameArtist: sameArtist(db, works, folds),
  }
}

type Pair = { work: number; copy: number; far: number }

/** Each work with its nearest copy in another fold; the same bytes are always in one. */
function nearPairs(
  { images }: JudgedWorks,
  folds: Int8Array,
  leaders: ReadonlyMap<string, string>,
  prints: ReadonlyMap<string, Uint8Array>,
) {
  const sets = Map.groupBy([...images.keys()].filter((work) => leaders.has(images[work]!)), (work) => leaders.get(images[work]!)!) // prettier-ignore
  const far = (one: number, other: number) => distance(prints.get(images[one]!)!, prints.get(images[other]!)!)
  return [...sets.values()].flatMap((set) =>
    set.flatMap((work): Pair[] => {
      const copies = set.filter((other) => isLearned(folds, work, other))
      const [nearest] = copies.map((copy) => ({ work, copy, far: far(work, copy) })).toSorted((a, b) => a.far - b.far)
      return nearest ? [nearest] : []
    }),
  )
}

/** Whether the model that judged a work has learned from another. */
const isLearned = (folds: Int8Array, work: number, other: number) =>
  folds[work]! >= 0 && folds[other]! >= 0 && folds[work] !== folds[other]

/** Works of whose artist the model that judged them has learned another work, by position; without folds: of whose artist there is another. */
export function worksOfKnownArtists(db: OpenCollection['db'], { attribute, artworks }: JudgedWorks, folds: Folds) {
  const creators = creatorsFor(db, attribute.name)
  if (!creators) return null
  const made = [...artworks.keys()].filter((work) => creators.of.has(artworks[work]!))
  const sets = Map.groupBy(made, (work) => creators.of.get(artworks[work]!)!)
  const known = [...sets.values()].flatMap((set) => {
    if (!folds) return set.length > 1 ? set : []
    const inFolds = new Set(set.map((work) => folds[work]!))
    return inFolds.size > 1 ? set : []
  })
  return { known: new Set(known), made: made.length }
}

function sameArtist(db: OpenCollection['db'], works: JudgedWorks, folds: Folds): Leakage['sameArtist'] {
  const found = worksOfKnownArtists(db, works, folds)
  return found && folds ? { works: found.known.size, of: found.made } : null
}
