import * as v from 'valibot'
import type { FormField, FormNode, RecipeProblem } from '#preload/api.ts'
import { recipeForm } from './recipeForm.ts'
import { recipeSchema, type Recipe } from './recipeSchema.ts'

/** A recipe, or everything that is wrong with it: each place, and what is allowed there. */
export function checkRecipe(
  given: unknown,
): { recipe: Recipe; problems: [] } | { recipe: null; problems: RecipeProblem[] } {
  const result = v.safeParse(recipeSchema, given)
  if (result.success) return { recipe: result.output, problems: [] }
  return { recipe: null, problems: result.issues.map((issue) => problemOf(issue as v.BaseIssue<unknown>)) }
}

function problemOf(issue: v.BaseIssue<unknown>): RecipeProblem {
  const path = v.getDotPath(issue) ?? ''
  if (issue.type === 'check') return { path, message: issue.message }
  const keys = path === '' ? [] : path.split('.')
  if (issue.expected === 'never') {
    const around = nodeAt(keys.slice(0, -1), issue)
    const fields = around ? fieldsAt(around, issue.path?.at(-1)?.input) : []
    const there = [...(around?.kind === 'variant' ? ['kind'] : []), ...fields.map(({ key }) => key)]
    return { path, message: `is not a field here; there are: ${there.join(', ')}` }
  }
  const found = nodeAt(keys, issue)
  const allowed = found ? allowedIn(found) : `must be ${issue.expected ?? 'another value'}`
  return { path, message: issue.input === undefined ? `is missing; it ${allowed}` : `${allowed}, not ${said(issue.input)}` } // prettier-ignore
}

const said = (input: unknown) => {
  const text = JSON.stringify(input) ?? String(input)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

/** The form of the place that a path leads to. Which kind of a variant it is, is seen in what was given around it. */
function nodeAt(keys: readonly string[], issue: v.BaseIssue<unknown>): FormNode | null {
  let node: FormNode | null = recipeForm()
  for (const [depth, key] of keys.entries()) {
    if (!node) return null
    if (node.kind === 'variant' && key === 'kind') return { kind: 'choice', options: node.options.map(({ value }) => value) } // prettier-ignore
    if (node.kind === 'list' || node.kind === 'record') node = node.of
    else node = fieldsAt(node, issue.path?.[depth]?.input).find((field) => field.key === key)?.node ?? null
  }
  return node
}

/** `around`: what the recipe has where the fields lie. */
function fieldsAt(node: FormNode, around: unknown): readonly FormField[] {
  if (node.kind === 'object') return node.fields
  if (node.kind !== 'variant') return []
  const kind = (around as { kind?: unknown } | null)?.kind
  return node.options.find(({ value }) => value === kind)?.fields ?? []
}

/** What may stand in a field, to be read after its name. */
export function allowedIn(node: FormNode): string {
  switch (node.kind) {
    case 'object':
      return `must be an object with ${node.fields.map(({ key }) => key).join(', ')}`
    case 'variant':
      return `must be an object whose kind is one of ${quoted(node.options.map(({ value }) => value))}`
    case 'choice':
      return `must be one of ${quoted(node.options)}`
    case 'number':
      return `must be a ${node.isWhole ? 'whole number' : 'number'}${rangeOf(node)}`
    case 'switch':
      return 'must be true or false'
    case 'text':
      return `must be a text${node.longest === null ? '' : ` of at most ${node.longest} characters, not empty`}`
    case 'list':
      return `must be a list${node.fewest > 0 ? ` of at least ${node.fewest}` : ''}${node.most === null ? '' : `${node.fewest > 0 ? ' and' : ' of'} at most ${node.most}`}`
    case 'record':
      return 'must be an object'
  }
}

const quoted = (options: readonly string[]) => options.map((option) => `"${option}"`).join(', ')

function rangeOf({ least, most, above, below }: Extract<FormNode, { kind: 'number' }>): string {
  if (least !== null && most !== null) return ` from ${least} to ${most}`
  const lower = least !== null ? ` of at least ${least}` : above !== null ? ` greater than ${above}` : ''
  const upper = most !== null ? ` at most ${most}` : below !== null ? ` less than ${below}` : ''
  return lower && upper ? `${lower} and${upper}` : lower || upper
}
