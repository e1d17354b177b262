import { isDeepStrictEqual } from 'node:util'
import type { VocabularyFilePreview } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { labelTable } from '../catalogue/labels.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { termTable, type TermState } from '../catalogue/terms.ts'
import { checkState } from './checkTerm.ts'
import { addEdit } from './edits.ts'
import type { TermEdit } from './edit.ts'
import type { VocabularyFile } from './file.ts'

export type FileEdits = { edits: TermEdit[] } & Pick<VocabularyFilePreview, 'added' | 'changed' | 'problems'>

/**
 * What a vocabulary from a file adds and changes: terms by name (former names and merged ones count), what the file does not
 * speak of stays. A term whose place in the hierarchy cannot be is told and keeps the one it has.
 */
export function fileEdits(db: Catalogue, attribute: number, { terms, problems }: VocabularyFile): FileEdits {
  const table = termTable(db)
  const labels = labelTable(db)
  const edits = new Map<number, TermEdit>()
  const idOf = new Map<string, number>()
  let next = table.nextId()
  for (const { name, details } of terms) {
    const found = labels.findTerm(attribute, name)
    const edit = found === undefined ? addEdit(db, attribute, name, details, next++) : change(table.get(table.standing(found))!, details) // prettier-ignore
    const earlier = edits.get(edit.after.id)
    edits.set(edit.after.id, earlier ? { before: earlier.before, after: { ...earlier.after, ...details } } : edit)
    idOf.set(name, edit.after.id)
  }
  const out = [...problems]
  const all = new Map(table.all(attribute).map((term) => [term.id, term])) // prettier-ignore
  for (const { after } of edits.values()) all.set(after.id, after)
  for (const { name, place, parent } of terms) {
    if (parent === undefined) continue
    const id = idOf.get(name)!
    const above = parent === null ? null : (idOf.get(parent) ?? labels.findTerm(attribute, parent))
    const edit = edits.get(id)!
    const after = { ...edit.after, parent: above === null || above === undefined ? null : table.get(above) ? table.standing(above) : above } // prettier-ignore
    const problem = above === undefined ? `There is no term “${parent}” above it, neither here nor in the file.` : wrong(after, all) // prettier-ignore
    if (problem !== null) {
      out.push({ place, message: problem })
      continue
    }
    edits.set(id, { ...edit, after })
    all.set(id, after)
  }
  const real = [...edits.values()].filter(({ before, after }) => before === null || !isDeepStrictEqual(before, after))
  const names = (isNew: boolean) => real.filter(({ before }) => (before === null) === isNew).map(({ after }) => after.name) // prettier-ignore
  return { edits: real, added: names(true), changed: names(false), problems: out }
}

const change = (before: TermState, details: Partial<TermState>): TermEdit => ({ before, after: { ...before, ...details } }) // prettier-ignore

function wrong(state: TermState, terms: ReadonlyMap<number, TermState>): string | null {
  try {
    checkState(state, terms)
    return null
  } catch (error) {
    if (error instanceof ApiError) return error.message
    throw error
  }
}
