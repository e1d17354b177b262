import { readFileSync } from 'node:fs'
import path from 'node:path'
import { weightsTold, type Combination } from '../evidence/combination.ts'

/** How much each witness counts in a run, beside the run's probabilities. */
export const combinationFile = (collectionFolder: string, run: number, attribute: number) =>
  path.join(collectionFolder, 'models', `run-${run}`, `witnesses-${attribute}.json`)

/** The weights that a run has in its folder, as the catalogue tells them; null: they are not there, or cannot be read. */
export function keptWeights(collectionFolder: string, run: number, attribute: number): string | null {
  try {
    const kept = JSON.parse(readFileSync(combinationFile(collectionFolder, run, attribute), 'utf8')) as Combination
    return JSON.stringify(weightsTold(kept))
  } catch {
    return null
  }
}
