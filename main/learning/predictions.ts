import { open, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Columns } from '../catalogue/learnedTerms.ts'
import { writeAtomically } from '../engine/writeAtomically.ts'

/** Where a run keeps what belongs to it. */
export const runFolder = (collectionFolder: string, run: number) => path.join(collectionFolder, 'models', `run-${run}`)

/** float32 [highest artwork id, terms]; row id - 1. An attribute is known by its id. */
export const predictionFile = (collectionFolder: string, run: number, attribute: number) =>
  path.join(runFolder(collectionFolder, run), `probabilities-${attribute}.f32`)

/** Probabilities of the given artworks [works, columns]; zeros where the file has no row. As the run has kept them: see foldColumns. */
export async function readPredictions(file: string, artworks: readonly number[], terms: number): Promise<Float32Array> {
  const bytes = await readFile(file)
  const all = new Float32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 4))
  const out = new Float32Array(artworks.length * terms)
  for (const [index, id] of artworks.entries()) {
    const start = (id - 1) * terms
    if (start + terms <= all.length) out.set(all.subarray(start, start + terms), index * terms)
  }
  return out
}

/** Writes rows [works, terms] of artworks given by ascending id, each at its place; other rows stay as they are. */
export async function writeRows(file: string, artworks: readonly number[], rows: Float32Array, terms: number) {
  const last = artworks.at(-1) ?? 0
  const before = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return new Uint8Array()
  })
  const kept = Math.floor(before.byteLength / 4)
  const all = new Float32Array(Math.max(last * terms, kept))
  new Uint8Array(all.buffer).set(before.subarray(0, kept * 4))
  for (const [work, id] of artworks.entries())
    all.set(rows.subarray(work * terms, (work + 1) * terms), (id - 1) * terms)
  await writeAtomically(file, Buffer.from(all.buffer))
}

/** The probabilities of one artwork; null where there are none. */
export async function readPrediction(file: string, artwork: number, terms: number): Promise<Float32Array | null> {
  let handle
  try {
    handle = await open(file, 'r')
    const row = new Float32Array(terms)
    const { bytesRead } = await handle.read(new Uint8Array(row.buffer), 0, terms * 4, (artwork - 1) * terms * 4)
    return bytesRead === terms * 4 && row.some((p) => p > 0) ? row : null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  } finally {
    await handle?.close()
  }
}

/** [works, columns of the file] to [works, terms that stand]: probabilities of merged terms are summed, of combined ones shared out. */
export function foldColumns(kept: Float32Array, { width, terms, of, shared }: Columns): Float32Array {
  if (of.every((term, column) => term === column)) return kept
  const works = width === 0 ? 0 : kept.length / width
  const out = new Float32Array(works * terms)
  for (let work = 0; work < works; work++)
    for (let column = 0; column < width; column++)
      if (of[column]! >= 0) out[work * terms + of[column]!]! += kept[work * width + column]!
  for (const [column, parts] of shared ?? [])
    for (let work = 0; work < works; work++)
      for (const part of parts) out[work * terms + part]! += kept[work * width + column]! / parts.length
  return out
}
