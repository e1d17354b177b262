import type { FormField, FormNode, Recipe } from '#preload/api.ts'
import { allowedIn } from '../learning/checkRecipe.ts'
import { UsageError } from './arguments.ts'
import type { Answer, Command } from './run.ts'

const deeds = ['show', 'save', 'remove', 'export'] as const

/** Lists recipes, or does one thing with one of them. */
export const recipesCommand: Command = async ({ app, args }) => {
  const { learning } = app.handlers
  const [deed, another] = deeds.filter((name) => args.text(name) !== undefined)
  if (another) throw new UsageError(`Give --${deed} or --${another}, not both.`)
  if (args.text('out') !== undefined && deed !== 'export') throw new UsageError('--out goes with --export.')
  const id = deed === undefined ? '' : args.text(deed)!
  if (args.flag('fields')) return fields(await learning.recipeForm())
  switch (deed) {
    case 'show': {
      const recipe = await learning.recipe({ id })
      return { text: `${JSON.stringify(recipe, null, 2)}\n`, json: { recipe } }
    }
    case 'save': {
      const recipe = await learning.importRecipe({ path: id })
      return { text: `Saved as "${recipe.id}".\n`, json: { recipe } }
    }
    case 'remove':
      await learning.removeRecipe({ id })
      return { text: `${id} is removed.\n`, json: { removed: id } }
    case 'export': {
      const path = args.needed('out')
      await learning.exportRecipe({ id, path })
      return { text: `${id} is written to ${path}.\n`, json: { id, path } }
    }
    default: {
      const recipes = await learning.recipes()
      return { text: recipes.map(line).join(''), json: { recipes } }
    }
  }
}

const line = ({ id, kind, name, origin, isDefault, summary }: Recipe) =>
  `${isDefault ? '*' : ' '} ${id}  ${name} (${kind}${origin === 'own' ? ', your own' : ''})\n    ${summary}\n`

/** Every field of a recipe: its path, what it must be, and its help. `[]`: each of a list, `*`: each by its name. */
function fields(form: FormNode): Answer {
  const all = listed(form, '')
  return { text: all.map(({ path, allowed, help }) => `${path}\n    ${allowed}. ${help}\n`).join(''), json: { fields: all } } // prettier-ignore
}

type Listed = { path: string; allowed: string; help: string }

function listed(node: FormNode, path: string): Listed[] {
  switch (node.kind) {
    case 'object':
      return node.fields.flatMap((field) => ofField(field, path))
    case 'variant':
      return node.options.flatMap(({ value, title, help, fields: own }) => [
        { path: `${path}kind`, allowed: `"${value}": ${title}`, help },
        ...own.flatMap((field) => ofField(field, path)),
      ])
    case 'list':
      return listed(node.of, `${path.slice(0, -1)}[].`)
    case 'record':
      return listed(node.of, `${path}*.`)
    default:
      return []
  }
}

const ofField = ({ key, node, help, isNullable, isOptional }: FormField, path: string): Listed[] => [
  { path: `${path}${key}`, allowed: `${allowedIn(node)}${isNullable ? ', or null' : ''}${isOptional ? '; may be left out' : ''}`, help }, // prettier-ignore
  ...listed(node, `${path}${key}.`),
]
