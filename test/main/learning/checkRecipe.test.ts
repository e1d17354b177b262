import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { FormField, FormNode, RecipeContent } from '#preload/api.ts'
import { builtInRecipes } from '#main/learning/builtInRecipes.ts'
import { checkRecipe } from '#main/learning/checkRecipe.ts'
import { recipeForm, startOf } from '#main/learning/recipeForm.ts'

const content = (id: string) => structuredClone(builtInRecipes.find((recipe) => recipe.id === id)!) as RecipeContent
const problems = (id: string, change: (recipe: any) => void) => {
  const recipe = content(id)
  change(recipe)
  return checkRecipe(recipe).problems
}

test('every built-in recipe is right, has a name and a summary of its own, and comes back the same from JSON', () => {
  for (const recipe of builtInRecipes) {
    expect(checkRecipe(JSON.parse(JSON.stringify(recipe)))).toEqual({ recipe, problems: [] })
    expect(recipe.summary.length).toBeGreaterThan(40)
  }
  expect(new Set(builtInRecipes.map(({ name }) => name)).size).toBe(builtInRecipes.length)
})

describe('a problem names its place and what is allowed there', () => {
  test.each<[string, string, (recipe: any) => void, string, string]>([
    ['a number out of range', 'probe', (r) => (r.folds = 11), 'folds', 'must be a whole number from 2 to 10, not 11'],
    ['half a number', 'probe', (r) => (r.fewestWorks = 2.5), 'fewestWorks', 'must be a whole number of at least 2, not 2.5'],
    ['a number that must be more', 'thorough', (r) => (r.phases[1].rate = 0), 'phases.1.rate', 'must be a number greater than 0, not 0'],
    ['an unknown word', 'probe', (r) => (r.preparation.duplicates = 'drop'), 'preparation.duplicates', 'must be one of "keep", "remove", not "drop"'],
    ['an unknown kind', 'thorough', (r) => (r.phases[0].optimiser.kind = 'adagrad'), 'phases.0.optimiser.kind', 'must be one of "sgd", "adam", "adamw", "rmsprop", not "adagrad"'],
    ['a field too many', 'probe', (r) => (r.preparation.split.fold = 3), 'preparation.split.fold', 'is not a field here; there are: kind, stratify'],
    ['a field that is missing', 'thorough', (r) => delete r.phases[0].rounds, 'phases.0.rounds', 'is missing; it must be a whole number from 1 to 100000'],
    ['a text for a switch', 'thorough', (r) => (r.phases[0].freezeDepthwise = 'yes'), 'phases.0.freezeDepthwise', 'must be true or false, not "yes"'],
    ['shares that do not add up', 'probe', (r) => (r.preparation.split = { kind: 'fixed', training: 0.7, validation: 0.2, test: 0.2 }), 'preparation.split.test', 'training, validation and test must add up to 1'],
    ['an empty list', 'thorough', (r) => (r.phases = []), 'phases', 'must be a list of at least 1, not []'],
    ['another kind of recipe', 'probe', (r) => (r.kind = 'guess'), 'kind', 'must be one of "probe", "fine-tune", "ensemble", not "guess"'],
  ])('%s', (_, id, change, path, message) => {
    expect(problems(id, change)).toEqual([{ path, message }])
  }) // prettier-ignore

  test('all of them at once', () => {
    expect(problems('probe', (r) => Object.assign(r, { folds: 1, balance: 2 })).map(({ path }) => path)).toEqual(['folds', 'balance']) // prettier-ignore
    expect(checkRecipe(null).problems).toHaveLength(1)
    expect(checkRecipe('probe').recipe).toBeNull()
  })
})

function fieldsIn(node: FormNode, path = ''): { path: string; field: FormField }[] {
  const inside = (fields: readonly FormField[], at: string) => fields.flatMap((field) => [{ path: `${at}${field.key}`, field }, ...fieldsIn(field.node, `${at}${field.key}.`)]) // prettier-ignore
  if (node.kind === 'object') return inside(node.fields, path)
  if (node.kind === 'variant') return node.options.flatMap(({ value, fields }) => inside(fields, `${path}${value}/`))
  return node.kind === 'list' || node.kind === 'record' ? fieldsIn(node.of, path) : []
}

test('every field of a recipe has a name and a help that is a sentence', () => {
  const all = fieldsIn(recipeForm())
  expect(all.length).toBeGreaterThan(100)
  for (const { path, field } of all) {
    expect(field.title, path).toMatch(/^[A-Z]/)
    expect(field.help, path).toMatch(/^\S.{8,}[.]$/)
  }
})

test('what a field starts with may stand in it', () => {
  const [probe, fineTune] = (recipeForm() as Extract<FormNode, { kind: 'variant' }>).options
  const fill = (id: string, fields: readonly FormField[]) => {
    const recipe = content(id)
    for (const { key, start, isNullable } of fields) {
      const kept = recipe[key]
      if (!isNullable || start === null) continue
      recipe[key] = start
      expect(checkRecipe(recipe).problems, key).toEqual([])
      recipe[key] = kept
    }
  }
  fill('probe', probe!.fields)
  fill('thorough', fineTune!.fields)
  const phases = fineTune!.fields.find(({ key }) => key === 'phases')!.node as Extract<FormNode, { kind: 'list' }>
  const phase = { ...(startOf(phases.of) as object), name: 'new' }
  expect(problems('thorough', (recipe) => recipe.phases.push(phase))).toEqual([])
  for (const { value, fields } of (
    fieldsIn(phases.of).find(({ path }) => path === 'optimiser')!.field.node as Extract<FormNode, { kind: 'variant' }>
  ).options) {
    // prettier-ignore
    const optimiser = { kind: value, ...Object.fromEntries(fields.map(({ key, start }) => [key, start])) }
    expect(
      problems('thorough', (recipe) => (recipe.phases[0].optimiser = optimiser)),
      value,
    ).toEqual([])
  }
})

test('the documentation tells of every recipe and of every field of the preparation', () => {
  const said = readFileSync(new URL('../../../docs/recipes.md', import.meta.url), 'utf8')
  for (const { id } of builtInRecipes) expect(said).toContain(`| \`${id}\``)
  for (const { path } of fieldsIn(recipeForm()).filter(({ path: at }) => /^probe\/preparation\.\w+$/.test(at)))
    expect(said).toContain(`| \`${path.split('.')[1]}\``)
})
