import path from 'node:path'
import { createEngineClient } from '#main/engineClient.ts'
import { startEngineProcess } from '#main/engineProcess.ts'
import { loadRowFile, pickRows } from '#main/engine/rowFile.ts'
import { createRandom, hash } from '#main/engine/training/random.ts'
import { bundledBackbone } from '#main/learning/backbones.ts'
import { places } from '#main/places.ts'
import { countValues, readRows } from './table.ts'

/** Works to learn from, then works to judge by. */
export type Features = {
  name: string
  dimension: number
  /** [train + valid, dimension] */
  x: Float32Array
  /** [train + valid] */
  y: Int32Array
  train: number
  valid: number
  terms: number
}
type Size = { train: number; valid: number; terms: number }

/**
 * What the bundled network sees in the paintings of the most frequent styles, each work repeated until there are enough.
 * A tenth of the works, by a hash of their names, judges: no work is on both sides.
 */
export async function paintedFeatures(art: string, folder: string, size: Size): Promise<Features> {
  const rows = readRows(path.join(art, 'labels.csv'))
  const styles = countValues(rows, 'style').slice(0, size.terms).map(([style]) => style) // prettier-ignore
  const works = rows
    .filter(({ style }) => styles.includes(style!))
    .toSorted((one, other) => hash(one['file']!) - hash(other['file']!))
  const { backbone } = await bundledBackbone(places.resources)
  const seen = await embedFiles(works.map(({ file }) => path.join(art, file!)), folder) // prettier-ignore
  const judges = Math.round(works.length / 10)
  const order = Int32Array.from({ length: size.train + size.valid }, (_, i) =>
    i < size.train ? judges + (i % (works.length - judges)) : (i - size.train) % judges,
  )
  const y = Int32Array.from(order, (work) => styles.indexOf(works[work]!['style']!))
  const x = pickRows(seen, backbone.dimension, order)
  return { name: `${works.length} paintings, repeated`, dimension: backbone.dimension, x, y, ...size }
}

async function embedFiles(files: string[], folder: string): Promise<Uint16Array> {
  const { backbone, model } = await bundledBackbone(places.resources)
  const engine = createEngineClient(startEngineProcess)
  const out = path.join(folder, 'paintings.f16')
  const works = files.map((file, row) => ({ row, path: file }))
  await engine.run(
    (api) => api.embedding.run({ backbone, model, executor: 'cpu', file: out, works }),
    new AbortController().signal,
  )
  engine.close()
  return loadRowFile(out)
}

/**
 * Numbers as the network gives them, none negative: works of a term lie around its centre, and centres and works differ
 * in the same 32 ways, beside some noise.
 */
export function inventedFeatures(dimension: number, { train, valid, terms }: Size): Features {
  const random = createRandom('features', 1)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const normals = (count: number, scale: number) => Float32Array.from({ length: count }, () => normal() * scale)
  const ways = Array.from({ length: 32 }, () => normals(dimension, 0.15))
  const centres = Array.from({ length: terms }, () => normals(ways.length, 0.35))
  const noise = normals(1 << 20, 0.3)
  const x = new Float32Array((train + valid) * dimension)
  const y = new Int32Array(train + valid)
  for (let work = 0; work < train + valid; work++) {
    const centre = centres[(y[work] = Math.floor(random() ** 1.5 * terms))]!
    const row = x.subarray(work * dimension, (work + 1) * dimension)
    const start = Math.floor(random() * (noise.length - dimension))
    row.set(noise.subarray(start, start + dimension))
    for (const [index, way] of ways.entries()) {
      const share = centre[index]! + normal()
      for (let i = 0; i < dimension; i++) row[i]! += share * way[i]!
    }
    for (let i = 0; i < dimension; i++) row[i] = Math.max(0, row[i]!)
  }
  return { name: 'invented', dimension, x, y, train, valid, terms }
}
