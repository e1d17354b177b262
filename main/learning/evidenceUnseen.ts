import path from 'node:path'
import { rm } from 'node:fs/promises'
import { creatorsQuery, type Creators } from '../catalogue/creators.ts'
import { learningSetQuery } from '../catalogue/learningSet.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { embeddingFile, type EmbedJob } from './embedWorks.ts'
import { dealGroupedFolds } from './folds.ts'
import type { AttributeSet } from './gather.ts'
import { runFolder } from './predictions.ts'

/** As predictionFile, by models that have seen no work of the same artist. */
export const unseenFile = (collectionFolder: string, run: number, attribute: number) =>
  path.join(runFolder(collectionFolder, run), `unseen-${attribute}.f32`)

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
}

const folds = 5
/** Where a recipe chose no strength. Artists never seen want a strong one. */
const usualL2 = 0.3

/** Learns once more with all works of an artist on one side: what pictures say of an artist whom the model does not know. */
export async function learnUnseen(job: Omit<EmbedJob, 'progress'>, { run, seed, works, sets, l2 }: Task) {
  const { db, collectionFolder, backbone } = job
  const spoken = sets.filter(({ name }) => creatorsFor(db, name) !== null)
  if (spoken.length === 0) return
  const model = path.join(runFolder(collectionFolder, run), 'unseen.onnx')
  const settings = {
    embeddings: { file: embeddingFile(collectionFolder, backbone.key), dimension: backbone.backbone.dimension },
    rows: Int32Array.from(works, (id) => id - 1),
    attributes: spoken.map((set) => ({
      name: set.name,
      terms: set.terms.map(({ name }) => name),
      labels: set.labels,
      folds: foldsByArtist(db, works, set, seed),
      output: unseenFile(collectionFolder, run, set.id),
    })),
    seed,
    folds,
    l2: [Math.max(...l2) || usualL2],
    balance: 0.5,
    model,
  }
  await job.engine.run((api) => api.probe.learn(settings), job.signal)
  await rm(model, { force: true })
}

function foldsByArtist(db: Catalogue, works: readonly number[], set: AttributeSet, seed: number): Int8Array {
  const creators = creatorsFor(db, set.name)!
  const images = new Map(learningSetQuery(db).labels(set.id).map(({ artwork, sha256 }) => [artwork, sha256])) // prettier-ignore
  const labelled = [...works.keys()].filter((position) => set.labels[position]! >= 0)
  const dealt = dealGroupedFolds(
    labelled.map((position) => {
      const artwork = works[position]!
      return { sha256: images.get(artwork)!, group: creators.of.get(artwork) ?? null, terms: [set.labels[position]!] }
    }),
    folds,
    seed,
  )
  const out = new Int8Array(works.length).fill(-1)
  for (const [index, position] of labelled.entries()) out[position] = dealt[index]!
  return out
}
