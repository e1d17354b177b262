export type RecipeKind = 'probe' | 'fine-tune' | 'ensemble'

export type Recipe = {
  id: string
  name: string
  summary: string
  kind: RecipeKind
  /** 'own': saved in the open collection. */
  origin: 'built-in' | 'own'
  /** Which of the simple choices it belongs to. */
  choice: 'quick' | 'thorough' | 'published' | 'vote' | 'own'
  /** What a new collection learns by. */
  isDefault: boolean
}

/** A recipe with all its fields, as its JSON file has them. */
export type RecipeContent = { id: string; name: string; summary: string; kind: string; [field: string]: unknown }

/** What is wrong at one place of a recipe: the path with dots ('' is the whole), and what is allowed there. */
export type RecipeProblem = { path: string; message: string }

/** What a field of a recipe may hold. */
export type FormNode =
  | { kind: 'object'; fields: FormField[] }
  | { kind: 'variant'; options: { value: string; title: string; help: string; fields: FormField[] }[] }
  | { kind: 'choice'; options: string[] }
  | { kind: 'number'; isWhole: boolean; least: number | null; most: number | null; above: number | null; below: number | null } // prettier-ignore
  | { kind: 'switch' }
  | { kind: 'text'; longest: number | null }
  | { kind: 'list'; of: FormNode; fewest: number; most: number | null }
  | { kind: 'record'; of: FormNode }

export type FormField = {
  key: string
  title: string
  help: string
  node: FormNode
  /** It may be null: not in use. */
  isNullable: boolean
  /** It may be left out. */
  isOptional: boolean
  /** What it holds when it is taken into use. */
  start: unknown
}
