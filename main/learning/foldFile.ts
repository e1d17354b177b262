import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { writeAtomically } from '../engine/writeAtomically.ts'
import { runFolder } from './predictions.ts'
import { ifThere } from './ifThere.ts'

/** int8 [highest artwork id]; row id - 1: the part of learning in which a work was judged, -1: none. */
const foldFile = (collectionFolder: string, run: number, attribute: number) =>
  path.join(runFolder(collectionFolder, run), `folds-${attribute}.i8`)

/** Keeps which works were judged together: what a model that judged a work has learned from can be told later. `works`: ids, ascending. */
export async function writeFolds(
  collectionFolder: string,
  run: number,
  works: readonly number[],
  { id, folds }: { id: number; folds: Int8Array },
) {
  // prettier-ignore
  const out = new Int8Array(works.at(-1) ?? 0).fill(-1)
  for (const [position, artwork] of works.entries()) out[artwork - 1] = folds[position]!
  await writeAtomically(foldFile(collectionFolder, run, id), Buffer.from(out.buffer))
}

/** Of each of the artworks; null: the run has kept none. */
export async function readFolds(collectionFolder: string, run: number, attribute: number, artworks: readonly number[]) {
  const bytes = await ifThere(readFile(foldFile(collectionFolder, run, attribute)))
  return bytes && Int8Array.from(artworks, (artwork) => (artwork <= bytes.length ? bytes.readInt8(artwork - 1) : -1))
}
