import { readdirSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { CurvePoint } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { runTable } from '../catalogue/runs.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { writeAtomically } from '../engine/writeAtomically.ts'
import { runFolder } from './predictions.ts'
import type { Recipe } from './recipeSchema.ts'
import { ifThere } from './ifThere.ts'

/** What lies beside the model in a run's folder. `terms`: the learned terms of each attribute, in the order of its outputs. */
export type RunFiles = {
  card: string
  recipe: Recipe
  curve: readonly CurvePoint[]
  terms: Readonly<Record<string, readonly string[]>>
}

const cardFile = 'README.md'
const curveFile = 'curves.json'

export async function writeRunFiles(folder: string, { card, recipe, curve, terms }: RunFiles) {
  for (const [name, value] of Object.entries({ 'recipe.json': recipe, [curveFile]: curve, 'terms.json': terms }))
    await writeAtomically(path.join(folder, name), Buffer.from(`${JSON.stringify(value, null, 2)}\n`))
  await writeAtomically(path.join(folder, cardFile), Buffer.from(card))
}

/** Throws ApiError 'no-card' for a run whose card has been taken away. */
export async function readCard(collectionFolder: string, run: number): Promise<string> {
  const folder = runFolder(collectionFolder, run)
  const card = await readText(path.join(folder, cardFile))
  if (card !== null) return card
  throw new ApiError('no-card', `Run ${run} has no model card in ${folder}. Learn again to get one.`)
}

export async function readCurve(collectionFolder: string, run: number): Promise<CurvePoint[]> {
  const text = await readText(path.join(runFolder(collectionFolder, run), curveFile))
  return text === null ? [] : (JSON.parse(text) as CurvePoint[])
}

const readText = (file: string) => ifThere(readFile(file, 'utf8'))

/**
 * Removes the folders of runs that were deleted or never finished. A run is in the catalogue before its folder is made,
 * and the folders are listed first: one that is being learned just now, by another process too, is left alone. What
 * cannot be removed (a file is open) is left for the next time.
 */
export function sweepRunFolders({ db, folder }: OpenCollection) {
  const models = path.dirname(runFolder(folder, 0))
  const found = readdirSync(models).filter((name) => /^run-\d+$/.test(name))
  const wanted = new Set(runTable(db).withFolder().map((id) => path.basename(runFolder(folder, id)))) // prettier-ignore
  for (const name of found.filter((other) => !wanted.has(other)))
    try {
      rmSync(path.join(models, name), { recursive: true, force: true })
    } catch {
      // it goes when the collection is opened again
    }
}
