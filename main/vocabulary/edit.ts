import { ApiError } from '#preload/rpc.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { findStandingTerms } from '../catalogue/standingTerms.ts'
import { termTable, type TermState } from '../catalogue/terms.ts'
import { checkState } from './checkTerm.ts'

/** Terms as they were and as they became; `before` null: the term is new. Undo and redo put one or the other. */
export type TermEdit = { before: TermState | null; after: TermState }

/** Puts terms as an edit wants them. Call it in a transaction. Throws ApiError 'term-exists', 'term-cycle', 'bad-term'. */
export function applyEdits(db: Catalogue, edits: readonly TermEdit[]) {
  const after = edits.map((edit) => edit.after)
  const attributes = [...new Set(after.map(({ attribute }) => attribute))]
  const terms = new Map(attributes.flatMap((attribute) => termTable(db).all(attribute)).map((term) => [term.id, term])) // prettier-ignore
  for (const state of after) terms.set(state.id, state)
  for (const state of after) checkState(state, terms)
  put(db, after)
  for (const attribute of attributes) findStandingTerms(db, attribute)
}

/** Puts them as they were. A new term that something names by now (a label, a run) is retired instead of removed. */
export function takeBackEdits(db: Catalogue, edits: readonly TermEdit[], at: string) {
  const table = termTable(db)
  put(db, edits.flatMap(({ before }) => before ?? [])) // prettier-ignore
  for (const { before, after } of edits.toReversed()) {
    if (before !== null) continue
    const now = table.get(after.id)
    if (now) table.put([{ ...now, parent: null }])
    if (now && !table.remove(after.id)) table.put([{ ...now, parent: null, retiredAt: at }])
  }
  for (const attribute of new Set(edits.map(({ after }) => after.attribute))) findStandingTerms(db, attribute)
}

function put(db: Catalogue, states: readonly TermState[]) {
  try {
    termTable(db).put(states)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') throw new ApiError('unknown-artwork', 'One of the example works is not in this collection any more. Choose others.') // prettier-ignore
    if (code !== 'SQLITE_CONSTRAINT_UNIQUE') throw error
    const names = states.map(({ name }) => `“${name}”`).join(', ')
    throw new ApiError('term-exists', `Another term has one of these names by now: ${names}. Rename that one first.`)
  }
}
