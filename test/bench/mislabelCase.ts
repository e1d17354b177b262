import { worksByFile } from '#main/catalogue/worksByFile.ts'
import { embeddingTable } from '#main/catalogue/embeddings.ts'
import { openCollection } from '#main/collection/openCollection.ts'
import type { Dynamics } from '#main/evidence/dynamics.ts'
import { loadRowFile, pickRows } from '#main/engine/rowFile.ts'
import { bundledBackbone } from '#main/learning/backbones.ts'
import { embeddingFile } from '#main/learning/embedWorks.ts'
import { learnedAttribute } from '#main/learning/learnedAttribute.ts'
import { readWitnesses } from '#main/learning/evidenceJudge.ts'
import { places } from '#main/places.ts'
import type { Case } from './mislabelMethods.ts'

/** What the current run of a collection has to say of an attribute, for the labelled works alone, and their files. */
export async function readCase(collection: string, attribute: string): Promise<{ files: string[]; given: Case }> {
  const { backbone, key } = await bundledBackbone(places.resources)
  const { db, folder } = openCollection(collection)
  try {
    const { run, id } = learnedAttribute(db, attribute, null)
    const about = { run, backbone: key, attribute: { id, name: attribute } }
    const all = await readWitnesses({ db, folder }, about)
    const fileOf = new Map(worksByFile(db).withLabels(id).map(({ file, artwork }) => [artwork, file])) // prettier-ignore
    const works = embeddingTable(db).ids(key).filter((artwork) => all.labels[artwork - 1]! >= 0) // prettier-ignore
    const position = new Map(works.map((artwork, index) => [artwork - 1, index]))
    const { terms } = all
    const rows = (values: Float32Array) => {
      const out = new Float32Array(works.length * terms)
      for (const [index, artwork] of works.entries())
        out.set(values.subarray((artwork - 1) * terms, artwork * terms), index * terms)
      return out
    }
    const { count } = all.neighbours!
    const cells = works.flatMap((artwork) => Array.from({ length: count }, (_, i) => (artwork - 1) * count + i))
    const given: Case = {
      terms,
      labels: Int32Array.from(works, (artwork) => all.labels[artwork - 1]!),
      picture: rows(all.picture),
      unseen: all.unseen && rows(all.unseen),
      artists: all.artists && Int32Array.from(works, (artwork) => all.artists![artwork - 1]!),
      neighbours: {
        count,
        positions: Int32Array.from(cells, (cell) => position.get(all.neighbours!.positions[cell]!) ?? -1),
        similarities: Float32Array.from(cells, (cell) => all.neighbours!.similarities[cell]!),
      },
      dynamics: all.dynamics ? dynamicsFor(all.dynamics, works) : null,
      features: {
        dimension: backbone.dimension,
        rows: pickRows(await loadRowFile(embeddingFile(folder, key)), backbone.dimension, works.map((artwork) => artwork - 1)), // prettier-ignore
      },
    }
    return { files: works.map((artwork) => fileOf.get(artwork)!), given }
  } finally {
    db.close()
  }
}

function dynamicsFor({ labels, moments, unseen, learned }: Dynamics, works: readonly number[]): Dynamics {
  const rows = (values: Float32Array) => Float32Array.from(works.flatMap((artwork) => [...values.subarray((artwork - 1) * moments, artwork * moments)])) // prettier-ignore
  const track = ({ given, other }: Dynamics['learned']) => ({ given: rows(given), other: rows(other) })
  return {
    labels: Int32Array.from(works, (artwork) => labels[artwork - 1]!),
    moments,
    unseen: track(unseen),
    learned: track(learned),
  }
}
