import path from 'node:path'
import { dynamicsWidth, moments } from '../engine/training/dynamics.ts'
import type { Dynamics } from '../evidence/dynamics.ts'
import { readPredictions, runFolder } from './predictions.ts'

/** How labels came to be learned: dynamics.ts of the engine says what a row is; row id - 1. */
export const dynamicsFile = (collectionFolder: string, run: number, attribute: number) =>
  path.join(runFolder(collectionFolder, run), `dynamics-${attribute}.f32`)

/** Of the given artworks; labels by the columns of the run. Throws ENOENT where a run has kept none. */
export async function readDynamics(file: string, artworks: readonly number[]): Promise<Dynamics> {
  const rows = await readPredictions(file, artworks, dynamicsWidth)
  const column = (at: number) =>
    Float32Array.from({ length: artworks.length * moments.length }, (_, index) => {
      const [work, moment] = [Math.floor(index / moments.length), index % moments.length]
      return rows[work * dynamicsWidth + 1 + moment * 4 + at]!
    })
  return {
    labels: Int32Array.from(artworks, (_, work) => rows[work * dynamicsWidth]! - 1),
    moments: moments.length,
    unseen: { given: column(0), other: column(1) },
    learned: { given: column(2), other: column(3) },
  }
}
