import type { Condition, Filter } from './api.ts'

/** What a filter may name: attributes with their terms, and the columns of the records. */
export type Names = { attributes: readonly string[]; fields: readonly string[] }
/** Conditions that were understood, the words that remain, and what was meant as a condition but is none. */
export type Query = { conditions: Condition[]; text: string; unknown: string[] }

/** Everything that has a meaning of its own in a query, as English writes it. */
export type QueryWord = (typeof starts)[number] | 'not' | 'year' | 'title' | 'file' | (typeof states)[number] | (typeof verdicts)[number] | (typeof splits)[number] // prettier-ignore
/** The same in another language: one way or several ways to write each, the first of which is shown. English is always understood. */
export type QueryWords = Readonly<Record<QueryWord, string>>

/** Words that begin a condition whatever the collection holds. */
const starts = ['is', 'no', 'by', 'verdict', 'split', 'pixels', 'suggested'] as const
const states = ['doubtful', 'reviewed', 'copy', 'marked', 'noted'] as const
const verdicts = ['relabel', 'keep', 'unsure', 'wrong-image', 'not-artwork', 'skip'] as const
const splits = ['train', 'validation', 'test'] as const
/** A condition, with what says its opposite before it, or anything else. */
const tokenOf = (not: readonly string[]) =>
  new RegExp(`(?:(-|(?:${not.join('|')})\\s+)?([\\p{L}\\p{N}_.-]+|"[^"]+")\\s*(:|<|>)\\s*("[^"]*"|[^\\s"]+))|("[^"]*"|\\S+)`, 'giu') // prettier-ignore

/**
 * Reads a filter as people type it: `style:Baroque year<1600 not is:reviewed "still life"`. NAME:VALUE asks for the label of an attribute or for a part of a
 * column, NAME<YEAR and NAME>YEAR for a date; `is:doubtful`, `is:reviewed`, `is:copy`, `is:marked` (a flag for a colleague), `is:noted`, `no:ATTRIBUTE`, `by:PERSON`, `verdict:KIND`, `suggested.ATTRIBUTE:TERM`,
 * `split:PART`, `pixels<N`. A minus or `not` before it asks for the opposite. Everything else is searched for. The same may be written with the
 * words of another language, unless the collection has an attribute or a column of that name.
 */
export function parseQuery(query: string, names: Names, language: QueryWords | null = null): Query {
  const out: Query = { conditions: [], text: '', unknown: [] }
  const words: string[] = []
  const meaning = meaningIn(language)
  const token = tokenOf(['not', ...formsOf(language, 'not')])
  for (const [whole, not, written, sign, value, word] of query.normalize('NFC').matchAll(token)) {
    const name = written && nameIn(unquoted(written), names, meaning)
    const condition = name && sign && value ? conditionOf(name, sign, unquoted(value), { names, meaning }) : null
    if (condition) out.conditions.push(not ? { ...condition, not: true } : condition)
    else if (name && isReserved(name)) out.unknown.push(whole.trim())
    else words.push((word ?? whole).trim())
  }
  return { ...out, text: words.filter((word) => word !== '""').join(' ') }
}

/** The same as text, in the words of a language; `parseQuery` reads it back. */
export function writeQuery(conditions: readonly Condition[], text = '', language: QueryWords | null = null): string {
  const word = (english: QueryWord) => formsOf(language, english)[0] ?? english
  const parts = conditions.map((condition) => `${condition.not ? '-' : ''}${write(condition, word)}`)
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

const formsOf = (language: QueryWords | null, word: QueryWord) => language?.[word].split(', ') ?? []
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The English of a word, where it is one of those that are asked for; else the word in small letters. */
type Meaning = (word: string, asked: readonly QueryWord[]) => string

const meaningIn =
  (language: QueryWords | null): Meaning =>
  (word, asked) =>
    asked.find((english) => [english, ...formsOf(language, english)].some((form) => plain(form) === plain(word))) ?? word.toLowerCase() // prettier-ignore

/** A name as it is, where the collection has one such; else with the English of the word that it is or begins with. */
function nameIn(name: string, { attributes, fields }: Names, meaning: Meaning): string {
  if (named([...attributes, ...fields], name) !== undefined) return name
  const [first = '', ...rest] = name.split('.')
  const english = meaning(first, rest.length > 0 ? starts : [...starts, 'year', 'title', 'file'])
  return english === first.toLowerCase() ? name : [english, ...rest].join('.')
}

function conditionOf(
  name: string,
  sign: string,
  value: string,
  { names, meaning }: { names: Names; meaning: Meaning },
): Condition | null {
  const lower = name.toLowerCase()
  const [first = '', ...rest] = name.split('.')
  const ofAttribute = rest.length > 0 ? named(names.attributes, rest.join('.')) : undefined
  if (sign !== ':') return compared(lower, sign, value, (wanted) => named(names.fields, wanted) ?? null)
  if (lower === 'is' || (first.toLowerCase() === 'is' && ofAttribute)) return stateOf(meaning(value, states), ofAttribute ?? null) // prettier-ignore
  if (lower === 'no') {
    const attribute = named(names.attributes, value)
    return attribute === undefined ? null : { kind: 'label', attribute, term: null }
  }
  if (lower === 'by') return { kind: 'by', actor: value }
  if (lower === 'verdict') return oneOf(verdicts, meaning(value, verdicts), (verdict) => ({ kind: 'verdict', verdict }))
  if (lower === 'split') return oneOf(splits, meaning(value, splits), (split) => ({ kind: 'split', split }))
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

const isReserved = (name: string) => (starts as readonly string[]).includes(name.split('.')[0]!.toLowerCase())

function write(condition: Condition, word: (english: QueryWord) => string): string {
  switch (condition.kind) {
    case 'text':
      return condition.text
    case 'label':
      return condition.term === null
        ? `${word('no')}:${quoted(condition.attribute)}`
        : `${quoted(condition.attribute)}:${quoted(condition.term)}`
    case 'suggested':
      return `${quoted(`${word('suggested')}.${condition.attribute}`)}:${quoted(condition.term)}`
    case 'flagged':
      return `${quoted(`${word('is')}${suffix(condition.attribute)}`)}:${word('doubtful')}`
    case 'reviewed':
      return `${quoted(`${word('is')}${suffix(condition.attribute)}`)}:${word('reviewed')}`
    case 'verdict':
      return `${word('verdict')}:${word(condition.verdict)}`
    case 'by':
      return `${word('by')}:${quoted(condition.actor)}`
    case 'field':
      return `${quoted(fieldIn(condition.field, word))}:${quoted(condition.text)}`
    case 'year':
      return `${quoted(condition.field ?? word('year'))}${condition.is === 'before' ? '<' : '>'}${condition.year}`
    case 'size':
      return `${word('pixels')}${condition.is === 'below' ? '<' : '>'}${condition.pixels}`
    case 'copies':
      return `${word('is')}:${word('copy')}`
    case 'marked':
      return `${word('is')}:${word(condition.mark === 'note' ? 'noted' : 'marked')}`
    case 'split':
      return `${word('split')}:${word(condition.split)}`
  }
}

const fieldIn = (field: string, word: (english: QueryWord) => string) =>
  field === 'title' || field === 'file' ? word(field) : field
const suffix = (attribute: string | null) => (attribute === null ? '' : `.${attribute}`)
const quoted = (text: string) => (/^[\p{L}\p{N}_.-]+$/u.test(text) ? text : `"${text.replaceAll('"', '')}"`)
const unquoted = (text: string) => (text.startsWith('"') ? text.slice(1, text.endsWith('"') ? -1 : undefined) : text)
