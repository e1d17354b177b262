import path from 'node:path'
import type { Api, RecipeContent } from '#preload/api.ts'
import type { Handlers } from '#preload/rpc.ts'
import type { App } from './app.ts'
import { checkRecipe } from './learning/checkRecipe.ts'
import { freeId, removeRecipe, saveRecipe, writeRecipeFile } from './learning/ownRecipes.ts'
import { recipeForm } from './learning/recipeForm.ts'
import { checked, findRecipe, readRecipeFile, recipes, shown } from './learning/recipes.ts'

type Group = Pick<
  Handlers<Api>['learning'],
  'recipes' | 'recipe' | 'recipeForm' | 'checkRecipe' | 'saveRecipe' | 'removeRecipe' | 'importRecipe' | 'exportRecipe'
>

/** How to learn: the recipes that come with the app, and those saved in the open collection. */
export function recipeHandlers({ session, changed }: App): Group {
  const folder = () => (session.isOpen() ? session.current().folder : null)
  return {
    recipes: () => recipes(folder()),
    recipe: async ({ id }) => (await findRecipe(id, folder())) satisfies RecipeContent,
    recipeForm,
    checkRecipe: ({ recipe }) => checkRecipe(recipe).problems,
    async saveRecipe({ recipe }) {
      const whole = checked(recipe, 'The recipe')
      await saveRecipe(session.current().folder, whole)
      changed(['recipe'])
      return shown(whole, 'own')
    },
    async removeRecipe({ id }) {
      await removeRecipe(session.current().folder, id)
      changed(['recipe'])
    },
    async importRecipe({ path: file }) {
      const { folder: open } = session.current()
      const read = await readRecipeFile(path.resolve(file))
      const recipe = { ...read, id: await freeId(open, read.id) }
      await saveRecipe(open, recipe)
      changed(['recipe'])
      return shown(recipe, 'own')
    },
    exportRecipe: async ({ id, path: file }) => writeRecipeFile(path.resolve(file), await findRecipe(id, folder())),
  }
}
