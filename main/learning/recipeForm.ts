import * as v from 'valibot'
import type { FormField, FormNode } from '#preload/api.ts'
import { recipeSchema } from './recipeSchema.ts'

type Action = { type: string; requirement?: number; pipe?: readonly Action[] }

/** What the walk needs to know of a schema: valibot's are plain objects. */
type Schema = v.GenericSchema & {
  wrapped?: Schema
  entries?: Record<string, Schema>
  options?: readonly (Schema | string)[]
  item?: Schema
  value?: Schema
  literal?: string
  pipe?: readonly Action[]
}

/** The schema of recipes as a form: names, help and limits of every field, in its order. */
export const recipeForm = (): FormNode => formOf(recipeSchema as unknown as Schema)

function formOf(schema: Schema): FormNode {
  switch (schema.type) {
    case 'strict_object':
      return { kind: 'object', fields: fieldsOf(schema) }
    case 'variant':
      return { kind: 'variant', options: (schema.options as Schema[]).map(optionOf) }
    case 'picklist':
      return { kind: 'choice', options: [...(schema.options as string[])] }
    case 'number':
      return numberOf(schema)
    case 'boolean':
      return { kind: 'switch' }
    case 'string':
      return { kind: 'text', longest: limit(schema, 'max_length') }
    case 'array':
      return { kind: 'list', of: formOf(bare(schema.item!)), fewest: limit(schema, 'min_length') ?? 0, most: limit(schema, 'max_length') } // prettier-ignore
    case 'record':
      return { kind: 'record', of: formOf(bare(schema.value!)) }
    default:
      throw new Error(`A recipe has a field of type ${schema.type}, which the form does not know`)
  }
}

const fieldsOf = ({ entries }: Schema): FormField[] =>
  Object.entries(entries!).flatMap(([key, given]) => {
    const schema = bare(given)
    if (schema.type === 'literal') return []
    const described = given.type === 'optional' ? given.wrapped! : given
    const inner = described.type === 'nullable' ? bare(described.wrapped!) : schema
    const node = formOf(inner)
    return {
      key,
      title: v.getTitle(described) ?? key,
      help: v.getDescription(described) ?? '',
      node,
      isNullable: described.type === 'nullable',
      isOptional: given.type === 'optional',
      start: v.getMetadata(described)['start'] ?? startOf(node),
    }
  })

function optionOf(schema: Schema) {
  const kind = schema.entries!['kind']!
  return {
    value: kind.literal!,
    title: v.getTitle(kind) ?? kind.literal!,
    help: v.getDescription(kind) ?? '',
    fields: fieldsOf(schema),
  }
}

/** The schema itself, without what may be left out or null. */
function bare(schema: Schema): Schema {
  return schema.type === 'optional' || schema.type === 'nullable' ? bare(schema.wrapped!) : schema
}

const limit = (schema: Schema, type: string): number | null =>
  actionsOf(schema).find((action) => action.type === type)?.requirement ?? null

/** A pipe begins with its schema, which may have a pipe of its own. */
const actionsOf = ({ pipe = [] }: { pipe?: readonly Action[] }): Action[] =>
  pipe.flatMap((action, at) => (at === 0 ? actionsOf(action) : [action]))

function numberOf(schema: Schema): FormNode {
  const isWhole = actionsOf(schema).some(({ type }) => type === 'integer')
  const [least, most, above, below] = ['min_value', 'max_value', 'gt_value', 'lt_value'].map((type) => limit(schema, type)) // prettier-ignore
  return { kind: 'number', isWhole, least: least!, most: most!, above: above!, below: below! }
}

/** What a field holds when it is taken into use and nothing better is known. */
export function startOf(node: FormNode): unknown {
  switch (node.kind) {
    case 'object':
      return startOfFields(node.fields)
    case 'variant':
      return { kind: node.options[0]!.value, ...startOfFields(node.options[0]!.fields) }
    case 'choice':
      return node.options[0]
    case 'number':
      return node.least ?? (node.above === null ? 0 : 1)
    case 'switch':
      return false
    case 'text':
      return ''
    case 'list':
      return Array.from({ length: node.fewest }, () => startOf(node.of))
    case 'record':
      return {}
  }
}

const startOfFields = (fields: readonly FormField[]) =>
  Object.fromEntries(fields.map(({ key, start, isNullable }) => [key, isNullable ? null : start]))
