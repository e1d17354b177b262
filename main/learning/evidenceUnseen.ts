import path from 'node:path'
import { rm } from 'node:fs/promises'
import { creatorsQuery, type Creators } from '../catalogue/creators.ts'
import { learningSetQuery } from '../catalogue/learningSet.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { termsOf } from '../engine/training/namedTerms.ts'
import { embeddingFile, type EmbedJob } from './embedWorks.ts'
import { dealFolds, dealGroupedFolds } from './folds.ts'
import type { AttributeSet } from './gather.ts'
import { runFolder } from './predictions.ts'

/** As predictionFile, by models that have seen no work of the same artist. */
export const unseenFile = (collectionFolder: string, run: number, attribute: number) =>
  path.join(runFolder(collectionFolder, run), `unseen-${attribute}.f32`)

/** As predictionFile, by models that may have seen other works of the same artist: beside a run whose own have not. */
export const familiarFile = (collectionFolder: string, run: number, attribute: number) =>
  path.join(runFolder(collectionFolder, run), `familiar-${attribute}.f32`)

/** Who made each work, where that can speak about an attribute: not about itself. */
export function creatorsFor(db: Catalogue, attribute: string): Creators | null {
  const creators = creatorsQuery(db)()
  return creators && creators.name.toLowerCase() !== attribute.toLowerCase() ? creators : null
}

type Task = {
  run: number
  seed: number
  works: readonly number[]
  sets: readonly AttributeSet[]
  l2: readonly number[]
  isFixedSplit: boolean
}

const folds = 5
/** Where a recipe chose no strength. Artists never seen want a strong one. */
const usualL2 = 0.3

/**
 * Learns once more with all works of an artist on one side: what pictures say of an artist whom the model does not know. Where
 * the run itself has learned so, what they say when it may know the artist.
 */
export async function learnCompanions(job: Omit<EmbedJob, 'progress'>, task: Task) {
  const { db } = job
  const spoken = task.sets.filter(({ name }) => creatorsFor(db, name) !== null)
  const isFamiliar = (set: AttributeSet) => isByArtist(db, set) && !task.isFixedSplit
  const unseen = spoken.filter((set) => !isFamiliar(set))
  await learnCompanion(job, task, unseen, (set) => [foldsByArtist(db, task.works, set, task.seed), unseenFile])
  const familiar = spoken.filter(isFamiliar)
  await learnCompanion(job, task, familiar, (set) => [foldsByTerm(db, task.works, set, task.seed), familiarFile])
}

/** Whether all works of an artist were on one side already. */
function isByArtist(db: Catalogue, { name, apart }: AttributeSet): boolean {
  return apart !== null && creatorsFor(db, name)?.name.toLowerCase() === apart.toLowerCase()
}

type Parted = [folds: Int8Array, fileOf: typeof unseenFile]

async function learnCompanion(
  job: Omit<EmbedJob, 'progress'>,
  { run, seed, works, l2 }: Task,
  spoken: readonly AttributeSet[],
  partsOf: (set: AttributeSet) => Parted,
) {
  const { collectionFolder, backbone } = job
  if (spoken.length === 0) return
  const model = path.join(runFolder(collectionFolder, run), 'unseen.onnx')
  const settings = {
    embeddings: { file: embeddingFile(collectionFolder, backbone.key), dimension: backbone.backbone.dimension },
    rows: Int32Array.from(works, (id) => id - 1),
    attributes: spoken.map((set) => {
      const [parts, fileOf] = partsOf(set)
      const output = fileOf(collectionFolder, run, set.id)
      return { name: set.name, terms: set.terms.map(({ name }) => name), labels: set.labels, several: set.several, copies: set.copies, folds: parts, output } // prettier-ignore
    }),
    seed,
    folds,
    l2: [Math.max(...l2) || usualL2],
    balance: 0.5,
    model,
  }
  await job.engine.run((api) => api.probe.learn(settings), job.signal)
  await rm(model, { force: true })
}

/** Works that teach, and those whose label with several terms is only judged. */
const dealt = (works: readonly number[], { labels, folds: own }: AttributeSet) =>
  [...works.keys()].filter((position) => labels[position]! >= 0 || own[position]! >= 0)

function foldsByTerm(db: Catalogue, works: readonly number[], set: AttributeSet, seed: number): Int8Array {
  const images = new Map(learningSetQuery(db).labels(set.id).map(({ artwork, sha256 }) => [artwork, sha256])) // prettier-ignore
  const labelled = dealt(works, set)
  const parts = dealFolds(labelled.map((at) => ({ term: set.labels[at]!, sha256: images.get(works[at]!)! })), folds, seed) // prettier-ignore
  const out = new Int8Array(works.length).fill(-1)
  for (const [index, position] of labelled.entries()) out[position] = parts[index]!
  return out
}

function foldsByArtist(db: Catalogue, works: readonly number[], set: AttributeSet, seed: number): Int8Array {
  const creators = creatorsFor(db, set.name)!
  const images = new Map(learningSetQuery(db).labels(set.id).map(({ artwork, sha256 }) => [artwork, sha256])) // prettier-ignore
  const labelled = dealt(works, set)
  const parts = dealGroupedFolds(
    labelled.map((position) => {
      const artwork = works[position]!
      return {
        sha256: images.get(artwork)!,
        group: creators.of.get(artwork) ?? null,
        terms: termsOf(set, position),
      }
    }),
    folds,
    seed,
  )
  const out = new Int8Array(works.length).fill(-1)
  for (const [index, position] of labelled.entries()) out[position] = parts[index]!
  return out
}
