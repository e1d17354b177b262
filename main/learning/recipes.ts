import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import type { Recipe } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { builtInRecipes } from './builtInRecipes.ts'
import { recipeSchema, type LearningRecipe } from './recipeSchema.ts'

export const recipes = (): Recipe[] =>
  builtInRecipes.map(({ id, name, summary, kind }) => ({ id, name, summary, kind }))

/** A built-in recipe by its id, or one from a JSON file. Throws ApiError 'unknown-recipe', 'bad-recipe'. */
export async function findRecipe(idOrFile: string): Promise<LearningRecipe> {
  const known = builtInRecipes.find(({ id }) => id === idOrFile)
  if (known) return known
  if (!idOrFile.endsWith('.json')) {
    const ids = builtInRecipes.map(({ id }) => id).join(', ')
    throw new ApiError('unknown-recipe', `There is no recipe "${idOrFile}". Known: ${ids}.`)
  }
  return parseRecipe(await readRecipe(idOrFile), idOrFile)
}

async function readRecipe(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new ApiError('bad-recipe', `The recipe ${file} cannot be read. Check that the file is there.`)
  }
}

/** What a recipe leaves out is as in the built-in recipe of its kind. Throws ApiError 'bad-recipe' that names the place. */
export function parseRecipe(text: string, file: string): LearningRecipe {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new ApiError('bad-recipe', `The recipe ${file} is not valid JSON: ${(error as Error).message}`)
  }
  const given = (typeof value === 'object' && value !== null ? value : {}) as { kind?: unknown }
  const usual = builtInRecipes.find(({ kind }) => kind === (given.kind ?? 'probe'))
  const result = v.safeParse(recipeSchema, { ...usual, ...given })
  if (result.success) return result.output
  const [issue] = result.issues
  const where = v.getDotPath(issue) ?? 'the whole file'
  throw new ApiError('bad-recipe', `The recipe ${file} is not usable: at ${where}, ${issue.message}`)
}
