import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ApiError } from '#preload/rpc.ts'
import { writeAtomically } from '../engine/writeAtomically.ts'
import { builtInRecipes } from './builtInRecipes.ts'
import { checkRecipe } from './checkRecipe.ts'
import type { Recipe } from './recipeSchema.ts'

const folderOf = (collectionFolder: string) => path.join(collectionFolder, 'recipes')
const fileOf = (collectionFolder: string, id: string) => path.join(folderOf(collectionFolder), `${id}.json`)
const isBuiltIn = (id: string) => builtInRecipes.some((recipe) => recipe.id === id)

/** Recipes saved in a collection, a JSON file each, by name. A file that is damaged is passed over. */
export async function ownRecipes(collectionFolder: string): Promise<Recipe[]> {
  const names = (await readdir(folderOf(collectionFolder)).catch(() => [])).filter((name) => name.endsWith('.json'))
  const found = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(path.join(folderOf(collectionFolder), name), 'utf8').catch(() => '')
      const { recipe } = checkRecipe(parseOrNull(text))
      return recipe && `${recipe.id}.json` === name ? recipe : null
    }),
  )
  return found.filter((recipe) => recipe !== null).toSorted((a, b) => a.name.localeCompare(b.name))
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Keeps a recipe, in place of one with the same id. Throws ApiError 'built-in-recipe', 'bad-recipe'. */
export async function saveRecipe(collectionFolder: string, recipe: Recipe): Promise<void> {
  refuseBuiltIn(recipe.id)
  if (!/^[\p{L}\p{N}][\p{L}\p{N} _.-]*$/u.test(recipe.id) || recipe.id.endsWith('.json'))
    throw new ApiError('bad-recipe', `"${recipe.id}" cannot be the short name of a recipe. Take letters, digits, spaces and hyphens.`) // prettier-ignore
  await mkdir(folderOf(collectionFolder), { recursive: true })
  await writeAtomically(fileOf(collectionFolder, recipe.id), Buffer.from(asJson(recipe)))
}

/** Throws ApiError 'built-in-recipe', 'unknown-recipe'. */
export async function removeRecipe(collectionFolder: string, id: string): Promise<void> {
  refuseBuiltIn(id)
  const known = (await ownRecipes(collectionFolder)).some((recipe) => recipe.id === id)
  if (!known) throw new ApiError('unknown-recipe', `This collection has no recipe "${id}" of its own.`)
  await rm(fileOf(collectionFolder, id))
}

function refuseBuiltIn(id: string) {
  if (isBuiltIn(id))
    throw new ApiError('built-in-recipe', `"${id}" comes with the app and stays as it is. Save yours under another short name.`) // prettier-ignore
}

/** A recipe from elsewhere gets a short name of its own. */
export async function freeId(collectionFolder: string, wanted: string): Promise<string> {
  const taken = new Set([...builtInRecipes, ...(await ownRecipes(collectionFolder))].map(({ id }) => id))
  const stem = wanted.replaceAll(/[^\p{L}\p{N} _.-]/gu, '-').replace(/^[^\p{L}\p{N}]+|\.json$/gu, '') || 'recipe'
  for (let count = 1; ; count++) {
    const id = count === 1 ? stem : `${stem}-${count}`
    if (!taken.has(id)) return id
  }
}

/** Throws ApiError 'cannot-write'. */
export async function writeRecipeFile(file: string, recipe: Recipe): Promise<void> {
  try {
    await writeFile(file, asJson(recipe))
  } catch (error) {
    throw new ApiError('cannot-write', `The recipe cannot be written to ${file}: ${(error as Error).message}`)
  }
}

const asJson = (recipe: Recipe) => `${JSON.stringify(recipe, null, 2)}\n`
