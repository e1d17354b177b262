import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Recipe as ShownRecipe, RecipeContent, RecipeProblem } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { builtInRecipes, defaultRecipe } from './builtInRecipes.ts'
import { checkRecipe } from './checkRecipe.ts'
import { ownRecipes } from './ownRecipes.ts'
import type { Recipe } from './recipeSchema.ts'

/** The built-in recipes, then those saved in a collection. */
export async function recipes(collectionFolder: string | null): Promise<ShownRecipe[]> {
  const own = collectionFolder === null ? [] : await ownRecipes(collectionFolder)
  return [...builtInRecipes.map((recipe) => shown(recipe, 'built-in')), ...own.map((recipe) => shown(recipe, 'own'))]
}

export const shown = ({ id, name, summary, kind }: Recipe, origin: ShownRecipe['origin']): ShownRecipe => ({
  id,
  name,
  summary,
  kind,
  origin,
  choice: origin === 'own' ? 'own' : id === 'probe' ? 'quick' : id === 'thorough' ? 'thorough' : kind === 'ensemble' ? 'vote' : 'published', // prettier-ignore
  isDefault: id === defaultRecipe,
})

/** A built-in recipe or one of the collection by its id, or one from a JSON file. Throws ApiError 'unknown-recipe', 'bad-recipe'. */
export async function findRecipe(idOrFile: string, collectionFolder: string | null = null): Promise<Recipe> {
  const own = collectionFolder === null ? [] : await ownRecipes(collectionFolder)
  const known = [...builtInRecipes, ...own].find(({ id }) => id === idOrFile)
  if (known) return known
  if (idOrFile.endsWith('.json')) return readRecipeFile(path.resolve(idOrFile))
  const ids = [...builtInRecipes, ...own].map(({ id }) => id).join(', ')
  throw new ApiError('unknown-recipe', `There is no recipe "${idOrFile}". Known: ${ids}.`)
}

/** Throws ApiError 'bad-recipe'. */
export async function readRecipeFile(file: string): Promise<Recipe> {
  try {
    return parseRecipe(await readFile(file, 'utf8'), file)
  } catch (error) {
    if (error instanceof ApiError) throw error
    throw new ApiError('bad-recipe', `The recipe ${file} cannot be read. Check that the file is there.`)
  }
}

/** What a recipe leaves out is as in the built-in recipe of its kind. Throws ApiError 'bad-recipe' that names the place. */
function parseRecipe(text: string, file: string): Recipe {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new ApiError('bad-recipe', `The recipe ${file} is not valid JSON: ${(error as Error).message}`)
  }
  return checked(completed(value), `The recipe ${file}`)
}

export function completed(value: unknown): unknown {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Partial<RecipeContent>
  return { ...builtInRecipes.find(({ kind }) => kind === (given.kind ?? 'probe')), ...given }
}

/** Throws ApiError 'bad-recipe' with all that is wrong, place by place. */
export function checked(value: unknown, what: string): Recipe {
  const { recipe, problems } = checkRecipe(value)
  if (recipe) return recipe
  throw new ApiError('bad-recipe', `${what} is not usable: ${problems.map(sentence).join('; ')}.`)
}

const sentence = ({ path: place, message }: RecipeProblem) => `${place === '' ? 'the whole file' : place} ${message}`
