import type { TermDetails } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { labelTable } from '../catalogue/labels.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { termTable, type TermState } from '../catalogue/terms.ts'
import { checkedDetails, termName } from './checkTerm.ts'
import type { TermEdit } from './edit.ts'

/** The term of an id that is not merged. Throws ApiError 'unknown-term'. */
export function knownTerm(db: Catalogue, id: number): TermState {
  const found = termTable(db).get(id)
  if (found && found.mergedInto === null) return found
  throw new ApiError('unknown-term', 'This term is not in the vocabulary any more. It may have been merged or taken back.') // prettier-ignore
}

/** Throws ApiError 'unknown-attribute'. */
export function knownAttribute(db: Catalogue, name: string): number {
  const id = labelTable(db).findAttribute(name)
  if (id === undefined) throw new ApiError('unknown-attribute', `This collection has no attribute "${name}".`)
  return id
}

const empty = { parent: null, description: '', uri: '', from: null, to: null, retiredAt: null, mergedInto: null, synonyms: [], translations: [], formerNames: [], examples: [] } // prettier-ignore

/** A new term. `id`: where several are added in one change. Throws ApiError 'term-exists', 'bad-term'. */
export function addEdit(
  db: Catalogue,
  attribute: number,
  name: string,
  details: Partial<TermDetails> = {},
  id = termTable(db).nextId(),
): TermEdit {
  // prettier-ignore
  const wanted = termName(name)
  refuseTaken(db, attribute, wanted, null)
  return { before: null, after: { ...empty, id, attribute, name: wanted, ...checkedDetails(details) } }
}

export function describeEdit(db: Catalogue, id: number, details: Partial<TermDetails>): TermEdit {
  const before = knownTerm(db, id)
  return { before, after: { ...before, ...checkedDetails(details) } }
}

/** The name that it had stays known, so that a table that still says so is understood. */
export function renameEdit(db: Catalogue, id: number, name: string): TermEdit {
  const before = knownTerm(db, id)
  const wanted = termName(name)
  refuseTaken(db, before.attribute, wanted, id)
  const formerNames = [...new Set([...before.formerNames, before.name])].filter((former) => former !== wanted).toSorted() // prettier-ignore
  return { before, after: { ...before, name: wanted, formerNames } }
}

export function retireEdit(db: Catalogue, id: number, retired: boolean, at: string): TermEdit {
  const before = knownTerm(db, id)
  return { before, after: { ...before, retiredAt: retired ? (before.retiredAt ?? at) : null } }
}

/** `from` goes into `into`; the terms below it go along. Throws ApiError 'unknown-term', 'same-term'. */
export function mergeEdits(db: Catalogue, fromId: number, intoId: number): TermEdit[] {
  const from = knownTerm(db, fromId)
  const into = knownTerm(db, intoId)
  if (from.id === into.id || from.attribute !== into.attribute)
    throw new ApiError('same-term', 'Choose another term of the same kind to merge with.')
  const terms = new Map(termTable(db).all(from.attribute).map((term) => [term.id, term])) // prettier-ignore
  const above = new Set<number>() // `into` and what it is below: they must not come below it
  for (let at: TermState | undefined = into; at; at = at.parent === null ? undefined : terms.get(at.parent)) above.add(at.id) // prettier-ignore
  const moved = [...terms.values()].filter(({ parent }) => parent === from.id)
  return [
    { before: from, after: { ...from, mergedInto: into.id, parent: null } },
    ...moved.map((before) => ({ before, after: { ...before, parent: above.has(before.id) ? from.parent : into.id } })),
  ]
}

/** Throws ApiError 'term-exists' where another term has the name, with its id: the choice is the user's. */
function refuseTaken(db: Catalogue, attribute: number, name: string, self: number | null) {
  const other = db
    .prepare<[number, string], number>(`select id from term where attribute = ? and name = ?`)
    .pluck()
    .get(attribute, name)
  if (other === undefined || other === self) return
  const { mergedInto, retiredAt } = termTable(db).get(other)!
  const what =
    mergedInto !== null
      ? `“${name}” was merged into “${termTable(db).get(termTable(db).standing(other))!.name}”. Take that back, or choose another name.`
      : retiredAt !== null
        ? `There is a retired term “${name}”. Bring it back, or choose another name.`
        : `There is a term “${name}” already. Merge the two, or choose another name.`
  throw new ApiError('term-exists', what, { term: other, retired: retiredAt !== null, merged: mergedInto !== null })
}
