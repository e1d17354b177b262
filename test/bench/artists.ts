import path from 'node:path'
import { worksByFile } from '#main/catalogue/worksByFile.ts'
import { openCollection } from '#main/collection/openCollection.ts'
import { createEngineClient } from '#main/engineClient.ts'
import { startEngineProcess } from '#main/engineProcess.ts'
import { hash } from '#main/engine/training/random.ts'
import { metrics } from '#main/evidence/metrics.ts'
import { bundledBackbone } from '#main/learning/backbones.ts'
import { embeddingFile } from '#main/learning/embedWorks.ts'
import { readPredictions } from '#main/learning/predictions.ts'
import { places } from '#main/places.ts'
import { countValues, type Row } from './table.ts'

const folds = 5

/** Accuracy where no artist is on both sides; works without one are their own. */
export async function unseenArtists(
  collection: string,
  rows: readonly Row[],
  attribute: string,
  folder: string,
): Promise<number> {
  const { backbone, key } = await bundledBackbone(places.resources)
  const { db } = openCollection(collection)
  const ids = new Map(worksByFile(db).withLabels(0).map(({ file, artwork }) => [file, artwork])) // prettier-ignore
  db.close()
  const terms = countValues(rows, attribute).filter(([term, count]) => term !== '' && count >= 5).map(([term]) => term) // prettier-ignore
  const works = rows
    .filter((row) => ids.has(row['file']!) && terms.includes(row[attribute]!))
    .map((row) => ({
      id: ids.get(row['file']!)!,
      term: terms.indexOf(row[attribute]!),
      artist: row['artist'] || row['file']!,
    })) // prettier-ignore
    .toSorted((a, b) => a.id - b.id)
  const output = path.join(folder, 'unseen.f32')
  const labels = Int32Array.from(works, ({ term }) => term)
  const foldOf = Int8Array.from(works, ({ artist }) => (hash(artist) >>> 0) % folds)
  const engine = createEngineClient(startEngineProcess)
  await engine.run(
    (api) =>
      api.probe.learn({
        embeddings: { file: embeddingFile(collection, key), dimension: backbone.dimension },
        rows: Int32Array.from(works, ({ id }) => id - 1),
        attributes: [{ name: attribute, terms, labels, folds: foldOf, output }],
        seed: 0,
        folds,
        l2: [0.1, 0.3, 1],
        balance: 0.5,
        model: path.join(folder, 'unseen.onnx'),
      }),
    new AbortController().signal,
  )
  engine.close()
  const probabilities = await readPredictions(output, works.map(({ id }) => id), terms.length) // prettier-ignore
  return metrics({ probabilities, labels, terms: terms.length }).accuracy
}
