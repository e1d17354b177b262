import type { Condition, Filter } from './api.ts'

/** What a filter may name: attributes with their terms, and the columns of the records. */
export type Names = { attributes: readonly string[]; fields: readonly string[] }
/** Conditions that were understood, the words that remain, and what was meant as a condition but is none. */
export type Query = { conditions: Condition[]; text: string; unknown: string[] }

const verdicts = ['relabel', 'keep', 'unsure', 'wrong-image', 'not-artwork', 'skip'] as const
const splits = ['train', 'validation', 'test'] as const
const token = /(?:(-|not\s+)?([\p{L}\p{N}_.-]+|"[^"]+")\s*(:|<|>)\s*("[^"]*"|[^\s"]+))|("[^"]*"|\S+)/giu

/**
 * Reads a filter as people type it: `style:Baroque year<1600 not is:reviewed "still life"`. NAME:VALUE asks for the label of an attribute or for a part of a
 * column, NAME<YEAR and NAME>YEAR for a date; `is:doubtful`, `is:reviewed`, `is:copy`, `is:marked` (a flag for a colleague), `is:noted`, `no:ATTRIBUTE`, `by:PERSON`, `verdict:KIND`, `suggested.ATTRIBUTE:TERM`,
 * `split:PART`, `pixels<N`. A minus or `not` before it asks for the opposite. Everything else is searched for.
 */
export function parseQuery(query: string, names: Names): Query {
  const out: Query = { conditions: [], text: '', unknown: [] }
  const words: string[] = []
  for (const [whole, not, name, sign, value, word] of query.matchAll(token)) {
    const condition = name && sign && value ? conditionOf(unquoted(name), sign, unquoted(value), names) : null
    if (condition) out.conditions.push(not ? { ...condition, not: true } : condition)
    else if (name && isReserved(unquoted(name))) out.unknown.push(whole.trim())
    else words.push((word ?? whole).trim())
  }
  return { ...out, text: words.filter((word) => word !== '""').join(' ') }
}

/** The same as text; `parseQuery` reads it back. */
export function writeQuery(conditions: readonly Condition[], text = ''): string {
  const parts = conditions.map((condition) => `${condition.not ? '-' : ''}${write(condition)}`)
  return [...parts, text.trim()].filter(Boolean).join(' ')
}

/** What a filter asks beside its text, all as conditions: its short properties come first. */
export function conditionsOf(filter: Filter): Condition[] {
  const { attribute, term, flagged, reviewed, split, duplicates, marked, conditions = [] } = filter
  return [
    ...(attribute !== undefined && term !== undefined ? [{ kind: 'label', attribute, term } as const] : []),
    ...yesNo(flagged, { kind: 'flagged', attribute: attribute ?? null }),
    ...yesNo(reviewed, { kind: 'reviewed', attribute: attribute ?? null }),
    ...(split ? [{ kind: 'split', split } as const] : []),
    ...yesNo(duplicates, { kind: 'copies' }),
    ...(marked ? [{ kind: 'marked', mark: marked } as const] : []),
    ...conditions,
  ]
}

const yesNo = (value: boolean | undefined, condition: Condition): Condition[] =>
  value === undefined ? [] : [value ? condition : { ...condition, not: true }]

/** As it is written, or else in other capitals. */
const named = (list: readonly string[], wanted: string) =>
  list.find((other) => other === wanted) ?? list.find((other) => other.toLowerCase() === wanted.toLowerCase())

function conditionOf(name: string, sign: string, value: string, names: Names): Condition | null {
  const lower = name.toLowerCase()
  const [first = '', ...rest] = name.split('.')
  const ofAttribute = rest.length > 0 ? named(names.attributes, rest.join('.')) : undefined
  if (sign !== ':') return compared(lower, sign, value, (wanted) => named(names.fields, wanted) ?? null)
  if (lower === 'is' || (first.toLowerCase() === 'is' && ofAttribute)) return stateOf(value.toLowerCase(), ofAttribute ?? null) // prettier-ignore
  if (lower === 'no') {
    const attribute = named(names.attributes, value)
    return attribute === undefined ? null : { kind: 'label', attribute, term: null }
  }
  if (lower === 'by') return { kind: 'by', actor: value }
  if (lower === 'verdict') return oneOf(verdicts, value, (verdict) => ({ kind: 'verdict', verdict }))
  if (lower === 'split') return oneOf(splits, value, (split) => ({ kind: 'split', split }))
  if (first.toLowerCase() === 'suggested' && ofAttribute) return { kind: 'suggested', attribute: ofAttribute, term: value } // prettier-ignore
  const attribute = named(names.attributes, name)
  if (attribute !== undefined) return { kind: 'label', attribute, term: value }
  const field = named(['title', 'file', ...names.fields], name)
  return field === undefined ? null : { kind: 'field', field, text: value }
}

function stateOf(state: string, attribute: string | null): Condition | null {
  if (state === 'doubtful' || state === 'flagged') return { kind: 'flagged', attribute }
  if (state === 'reviewed') return { kind: 'reviewed', attribute }
  if (state === 'copy' || state === 'duplicate') return attribute === null ? { kind: 'copies' } : null
  if (state === 'marked' || state === 'noted') return attribute === null ? { kind: 'marked', mark: state === 'noted' ? 'note' : 'flag' } : null // prettier-ignore
  return null
}

function compared(lower: string, sign: string, value: string, field: (name: string) => string | null): Condition | null {
  if (!/^-?\d{1,5}$/.test(value)) return null
  const number = Number(value)
  if (lower === 'pixels') return { kind: 'size', is: sign === '<' ? 'below' : 'above', pixels: number }
  const is = sign === '<' ? 'before' : 'after'
  const own = field(lower)
  if (own !== null) return { kind: 'year', field: own, is, year: number }
  return lower === 'year' || lower === 'date' ? { kind: 'year', field: null, is, year: number } : null
} // prettier-ignore

function oneOf<T extends string>(list: readonly T[], value: string, make: (found: T) => Condition): Condition | null {
  const found = list.find((other) => other === value.toLowerCase())
  return found === undefined ? null : make(found)
}

/** Words that begin a condition whatever the collection holds. */
const isReserved = (name: string) => /^(?:is|no|by|verdict|split|pixels|suggested)(?:\.|$)/i.test(name)

function write(condition: Condition): string {
  switch (condition.kind) {
    case 'text':
      return condition.text
    case 'label':
      return condition.term === null
        ? `no:${quoted(condition.attribute)}`
        : `${quoted(condition.attribute)}:${quoted(condition.term)}`
    case 'suggested':
      return `${quoted(`suggested.${condition.attribute}`)}:${quoted(condition.term)}`
    case 'flagged':
      return `${quoted(`is${suffix(condition.attribute)}`)}:doubtful`
    case 'reviewed':
      return `${quoted(`is${suffix(condition.attribute)}`)}:reviewed`
    case 'verdict':
      return `verdict:${condition.verdict}`
    case 'by':
      return `by:${quoted(condition.actor)}`
    case 'field':
      return `${quoted(condition.field)}:${quoted(condition.text)}`
    case 'year':
      return `${quoted(condition.field ?? 'year')}${condition.is === 'before' ? '<' : '>'}${condition.year}`
    case 'size':
      return `pixels${condition.is === 'below' ? '<' : '>'}${condition.pixels}`
    case 'copies':
      return 'is:copy'
    case 'marked':
      return condition.mark === 'note' ? 'is:noted' : 'is:marked'
    case 'split':
      return `split:${condition.split}`
  }
}

const suffix = (attribute: string | null) => (attribute === null ? '' : `.${attribute}`)
const quoted = (text: string) => (/^[\p{L}\p{N}_.-]+$/u.test(text) ? text : `"${text.replaceAll('"', '')}"`)
const unquoted = (text: string) => (text.startsWith('"') ? text.slice(1, text.endsWith('"') ? -1 : undefined) : text)
