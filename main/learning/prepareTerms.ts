import type { LeftOut } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import type { Preparation, TermPreparation } from './preparationSchema.ts'

/**
 * A term of the catalogue with the works that have it alone, and beside others. isSeveral: the attribute allows several terms a work,
 * and this is some.
 */
export type CountedTerm = { name: string; works: number; among?: number; isSeveral?: boolean }
/** A term of a run and the terms of the catalogue that it stands for, most works first. */
export type RunTerm = { name: string; members: string[]; works: number; among?: number }
/** Why works of a term are not learned from. */
type LeftOutBecause = Extract<LeftOut, 'several-terms' | 'dropped' | 'not-chosen'>

const plain: TermPreparation = { merge: {}, rename: {}, drop: [], choose: { kind: 'all' } }

export const hasSeveralTerms = (name: string) => name.split(/[/;|]/).filter((part) => part.trim() !== '').length > 1

/**
 * What the terms of an attribute are called in a run: merged, then renamed, then left out or chosen. Names are compared without
 * regard to capitals. A label with several terms is none, unless the recipe says as what it is learned. Terms of the run by name; terms that are left out, with the reason. Throws ApiError 'bad-preparation'.
 */
export function prepareTerms(
  attribute: string,
  terms: readonly CountedTerm[],
  { terms: byAttribute, severalTerms }: Pick<Preparation, 'terms' | 'severalTerms'>,
): { terms: RunTerm[]; leftOut: { term: string; works: number; because: LeftOutBecause }[] } {
  const { merge, rename, drop, choose } = lookUp(byAttribute, attribute) ?? plain
  const nameOf = namer(attribute, merge, rename)
  const dropped = new Set(drop.map(key))
  const leftOut: { term: string; works: number; because: LeftOutBecause }[] = []
  const found = new Map<string, RunTerm>()
  for (const { name, works, among = 0, isSeveral } of terms.toSorted((a, b) => b.works - a.works)) {
    const called = nameOf(name)
    const areSeveral = isSeveral || (severalTerms === 'exclude' && hasSeveralTerms(name))
    if (areSeveral && called === name) leftOut.push({ term: name, works, because: 'several-terms' })
    else if (dropped.has(key(name)) || dropped.has(key(called))) leftOut.push({ term: name, works, because: 'dropped' })
    else {
      const term: RunTerm = found.get(key(called)) ?? { name: called, members: [], works: 0 }
      const beside = (term.among ?? 0) + among
      found.set(key(called), { ...term, members: [...term.members, name], works: term.works + works, ...(beside > 0 ? { among: beside } : {}) }) // prettier-ignore
    }
  }
  const chosen = choice(attribute, [...found.values()], choose)
  for (const term of found.values())
    if (!chosen.has(term)) leftOut.push({ term: term.name, works: term.works, because: 'not-chosen' })
  return { terms: [...chosen].toSorted((a, b) => (a.name < b.name ? -1 : 1)), leftOut }
}

/** All works that teach what a term looks like: those that have it beside others, too. */
export const namedBy = ({ works, among = 0 }: Pick<RunTerm, 'works' | 'among'>) => works + among

const key = (name: string) => name.trim().toLowerCase()

const lookUp = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.entries(record).find(([own]) => key(own) === key(name))?.[1]

function namer(attribute: string, merge: TermPreparation['merge'], rename: TermPreparation['rename']) {
  const merged = new Map<string, string>()
  for (const [into, members] of Object.entries(merge))
    for (const member of members) {
      const before = merged.get(key(member))
      if (before !== undefined && before !== into)
        throw new ApiError('bad-preparation', `The recipe merges "${member}" (${attribute}) into both "${before}" and "${into}". Choose one.`) // prettier-ignore
      merged.set(key(member), into)
    }
  return (name: string) => {
    const group = merged.get(key(name)) ?? name
    return lookUp(rename, group) ?? group
  }
}

function choice(attribute: string, terms: readonly RunTerm[], choose: TermPreparation['choose']): Set<RunTerm> {
  switch (choose.kind) {
    case 'all':
      return new Set(terms)
    case 'frequent':
      return new Set(
        terms.toSorted((a, b) => namedBy(b) - namedBy(a) || (a.name < b.name ? -1 : 1)).slice(0, choose.count),
      )
    case 'named': {
      const wanted = new Set(choose.terms.map(key))
      const found = terms.filter(({ name }) => wanted.has(key(name)))
      if (found.length >= 2) return new Set(found)
      if (choose.otherwise === 'all') return new Set(terms)
      const missing = choose.terms.filter((name) => !found.some((term) => key(term.name) === key(name)))
      throw new ApiError('bad-preparation', `The recipe learns only ${choose.terms.length} terms of ${attribute}, of which this collection lacks ${missing.join(', ')}. Name others, or set "otherwise" to "all".`) // prettier-ignore
    }
  }
}
