import type { TermDetails, TermMatch, TermName } from '#preload/api.ts'
import shipped from '../../resources/vocabulary/terms.json' with { type: 'json' }
import { termTable, type TermState } from '../catalogue/terms.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { describeEdit } from './edits.ts'
import type { TermEdit } from './edit.ts'
import { plainName } from '../evidence/plainName.ts'

type Known = (typeof shipped)[number]
type By = TermMatch['by']

const byId = new Map(shipped.map((known) => [known.id, known]))

/** Every name of the known terms; a name in English wins over a translation, a translation over a synonym. */
const byName = new Map<string, { known: Known; by: By }>()
const enter = (name: string, known: Known, by: By) => {
  if (!byName.has(plainName(name))) byName.set(plainName(name), { known, by })
}
for (const known of shipped) enter(known.names.en, known, 'name')
for (const known of shipped) for (const name of Object.values(known.names)) enter(name, known, 'translation')
for (const known of shipped) for (const name of known.synonyms) enter(name, known, 'synonym')

/** Terms of an attribute that a known one fits by one of their names and can add something to. */
export function matches(db: Catalogue, attribute: number): TermMatch[] {
  const terms = offered(db, attribute)
  return terms.flatMap((term) => {
    const found = knownFor(term)
    const adds = found ? addsTo(term, found.known, terms) : null
    if (!found || !adds || Object.keys(adds).length === 0) return []
    const { id, names, from, to, uri, parent } = found.known
    const known = { id, name: names.en, from, to, uri, parent: parent === null ? null : byId.get(parent)!.names.en }
    return [{ term: term.id, name: term.name, known, by: found.by, adds: parts(adds) }]
  })
}

/** What matching these terms changes. Unknown pairs are left out. */
export function matchEdits(
  db: Catalogue,
  attribute: number,
  chosen: readonly { term: number; known: string }[],
): TermEdit[] {
  // prettier-ignore
  const terms = offered(db, attribute)
  return chosen.flatMap(({ term: id, known: knownId }) => {
    const term = terms.find((each) => each.id === id)
    const known = byId.get(knownId)
    if (!term || !known) return []
    const adds = addsTo(term, known, terms)
    return Object.keys(adds).length === 0 ? [] : [describeEdit(db, id, adds)]
  })
}

const offered = (db: Catalogue, attribute: number) =>
  termTable(db)
    .all(attribute)
    .filter(({ mergedInto, retiredAt }) => mergedInto === null && retiredAt === null)

function knownFor({ name, synonyms, translations, formerNames }: TermState): { known: Known; by: By } | null {
  const own = byName.get(plainName(name))
  if (own) return own
  const others = [...translations.map((each) => each.name), ...synonyms, ...formerNames]
  const other = others.map((each) => byName.get(plainName(each))).find((found) => found !== undefined)
  return other ? { known: other.known, by: 'synonym' } : null
}

/** What is known of a term and not said of it yet: nothing that was said is changed. */
function addsTo(term: TermState, known: Known, terms: readonly TermState[]): Partial<TermDetails> {
  const adds: Partial<TermDetails> = {}
  if (term.from === null && term.to === null && (known.from !== null || known.to !== null)) {
    adds.from = known.from
    adds.to = known.to
  }
  if (term.uri === '' && known.uri !== '') adds.uri = known.uri
  const said = new Set([term.name, ...term.synonyms, ...term.translations.map(({ name }) => name)].map(plainName))
  const translations = (Object.entries(known.names) as [string, string][])
    .map(([language, name]): TermName => ({ language, name }))
    .filter(({ language, name }) => plainName(name) !== plainName(term.name) && !term.translations.some((each) => each.language === language)) // prettier-ignore
  if (translations.length > 0) adds.translations = [...term.translations, ...translations]
  const named = new Set([...said, ...translations.map(({ name }) => plainName(name))])
  const synonyms = known.synonyms.filter((name) => !named.has(plainName(name)))
  if (synonyms.length > 0) adds.synonyms = [...term.synonyms, ...synonyms]
  const parent = term.parent === null ? parentFor(term, known, terms) : null
  if (parent !== null) adds.parent = parent
  return adds
}

/** The nearest known term above that the attribute has too, unless that would put a term below itself. */
function parentFor(term: TermState, known: Known, terms: readonly TermState[]): number | null {
  for (let at: string | null = known.parent; at !== null; at = byId.get(at)!.parent) {
    const wanted = at
    const above = terms.find((each) => each.id !== term.id && knownFor(each)?.known.id === wanted)
    if (above && !isBelow(above, term.id, terms)) return above.id
  }
  return null
}

function isBelow(term: TermState, id: number, terms: readonly TermState[]): boolean {
  for (let at: TermState | undefined = term; at;) {
    if (at.id === id) return true
    const parent: number | null = at.parent
    at = parent === null ? undefined : terms.find((each) => each.id === parent)
  }
  return false
}

function parts(adds: Partial<TermDetails>): TermMatch['adds'] {
  return [
    ...('from' in adds ? (['span'] as const) : []),
    ...('uri' in adds ? (['uri'] as const) : []),
    ...('translations' in adds ? (['translations'] as const) : []),
    ...('synonyms' in adds ? (['synonyms'] as const) : []),
    ...('parent' in adds ? (['parent'] as const) : []),
  ]
}
