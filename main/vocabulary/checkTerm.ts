import type { TermDetails, TermName } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import type { TermState } from '../catalogue/terms.ts'

const longestName = 300
const longestDescription = 10_000

/** A name as it is kept: composed (NFC), without space at its ends. Throws ApiError 'bad-term'. */
export function termName(text: string): string {
  const name = text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
  if (name === '') throw new ApiError('bad-term', 'A term needs a name. Type one.')
  if (name.length > longestName) throw new ApiError('bad-term', `A name has at most ${longestName} characters. Shorten it and put the rest into the description.`) // prettier-ignore
  return name
}

/**
 * An address in the Getty vocabularies as they write it themselves (http://vocab.getty.edu/aat/300021147). A number alone is
 * taken too: those of AAT begin with 300, of ULAN with 500. Throws ApiError 'bad-term'.
 */
export function gettyUri(text: string): string {
  const given = text.trim()
  if (given === '') return ''
  const address = /^https?:\/\/vocab\.getty\.edu\/(?:page\/)?(aat|ulan)\/(\d+)\/?$/i.exec(given)
  const short = /^(aat|ulan)?[\s:/]*(\d+)$/i.exec(given)
  const number = address?.[2] ?? short?.[2] ?? ''
  const named = (address?.[1] ?? short?.[1])?.toLowerCase()
  const vocabulary = /^300\d{6}$/.test(number) ? 'aat' : /^500\d{6}$/.test(number) ? 'ulan' : null
  if (vocabulary === null || (named !== undefined && named !== vocabulary))
    throw new ApiError('bad-term', `“${given}” is no address of the AAT or ULAN. Write it as http://vocab.getty.edu/aat/300021147, or its number alone: nine digits that begin with 300 (AAT) or 500 (ULAN).`) // prettier-ignore
  return `http://vocab.getty.edu/${vocabulary}/${number}`
}

/** BCP 47, as far as names need it. */
const isLanguage = (text: string) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)

function year(value: number | null): number | null {
  if (value === null || (Number.isInteger(value) && Math.abs(value) < 10_000)) return value
  throw new ApiError('bad-term', `${value} is no year. Write whole years, such as 1600; years before our era are negative.`) // prettier-ignore
}

/** Details as they are kept. Throws ApiError 'bad-term'. */
export function checkedDetails(given: Partial<TermDetails>): Partial<TermDetails> {
  const out: Partial<TermDetails> = { ...given }
  if (given.description !== undefined) out.description = given.description.normalize('NFC').trim()
  if ((out.description?.length ?? 0) > longestDescription) throw new ApiError('bad-term', `A description has at most ${longestDescription} characters.`) // prettier-ignore
  if (given.uri !== undefined) out.uri = gettyUri(given.uri)
  if (given.from !== undefined) out.from = year(given.from)
  if (given.to !== undefined) out.to = year(given.to)
  refuseBackwards(out.from, out.to)
  if (given.synonyms !== undefined) out.synonyms = distinct(given.synonyms.filter(isFilled).map(termName))
  if (given.translations !== undefined) out.translations = checkedTranslations(given.translations)
  if (given.examples !== undefined) out.examples = [...new Set(given.examples)].toSorted((a, b) => a - b)
  return out
}

const isFilled = (text: string) => text.trim() !== ''
const distinct = (names: readonly string[]) => [...new Set(names)].toSorted()

function checkedTranslations(given: readonly TermName[]): TermName[] {
  const kept = given
    .filter(({ name }) => isFilled(name))
    .map(({ language, name }) => {
      const code = language.trim()
      if (!isLanguage(code)) throw new ApiError('bad-term', `“${code}” is no language. Write its code: de for German, fr for French, es for Spanish.`) // prettier-ignore
      return { language: code, name: termName(name) }
    })
  const byKey = new Map(kept.map((each) => [`${each.language} ${each.name}`, each]))
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each) // prettier-ignore
}

function refuseBackwards(from: number | null | undefined, to: number | null | undefined) {
  if (typeof from === 'number' && typeof to === 'number' && from > to)
    throw new ApiError('bad-term', `It would end in ${to} before it begins in ${from}. Exchange the years.`)
}

/** Throws ApiError 'bad-term' where a span ends before it begins, 'term-cycle' where a term would be below itself. */
export function checkState(state: TermState, terms: ReadonlyMap<number, TermState>) {
  const { from, to, parent } = state
  refuseBackwards(from, to)
  if (parent === null) return
  const above = terms.get(parent)
  if (!above || above.attribute !== state.attribute || above.mergedInto !== null)
    throw new ApiError('unknown-term', 'The broader term is not in this vocabulary any more. Choose another.')
  for (let at: TermState | undefined = above; at; at = at.parent === null ? undefined : terms.get(at.parent))
    if (at.id === state.id) throw new ApiError('term-cycle', `“${state.name}” cannot be below “${above.name}”, which is below it. Choose another broader term.`) // prettier-ignore
}
