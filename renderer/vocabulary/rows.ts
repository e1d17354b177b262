import type { Term } from '#preload/api.ts'
import { rank } from '../lib/rank.ts'

/** A term in the list. `level`: from 1; `found`: another name by which the search has found it. */
export type TermRow = { term: Term; level: number; found: string | null }

/** Terms as a tree, narrower ones below broader ones by name; while something is searched, those that fit, best first. */
export function rows(terms: readonly Term[], text: string, showRetired: boolean): TermRow[] {
  const shown = terms.filter(({ retired }) => showRetired || !retired)
  return text.trim() === '' ? tree(shown) : found(shown, text)
}

/** Every name that a term is known by, its own first. */
export const namesOf = ({ name, synonyms, translations, formerNames, merged }: Term): string[] => [
  name,
  ...synonyms,
  ...translations.map((each) => each.name),
  ...formerNames,
  ...merged,
]

function found(terms: readonly Term[], text: string): TermRow[] {
  const names = terms.flatMap((term) => namesOf(term).map((name) => ({ term, name })))
  const seen = new Set<number>()
  return rank(names, text, ({ name }) => name).flatMap(({ term, name }) => {
    if (seen.has(term.id)) return []
    seen.add(term.id)
    return [{ term, level: 1, found: name === term.name ? null : name }]
  })
}

function tree(terms: readonly Term[]): TermRow[] {
  const known = new Set(terms.map(({ id }) => id))
  const below = Map.groupBy(terms, ({ parent }) => (parent !== null && known.has(parent) ? parent : null))
  const out: TermRow[] = []
  const enter = (parent: number | null, level: number) => {
    for (const term of below.get(parent) ?? []) {
      out.push({ term, level, found: null })
      enter(term.id, level + 1)
    }
  }
  enter(null, 1)
  return out
}
