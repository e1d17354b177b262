import type { MergePreview, TermDetails, VocabularyDeed } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { labelTable } from '../catalogue/labels.ts'
import { learnedTermTable } from '../catalogue/learnedTerms.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { runTable } from '../catalogue/runs.ts'
import { termFactsQuery } from '../catalogue/termQueries.ts'
import { termTable } from '../catalogue/terms.ts'
import type { Step } from '../catalogue/changes.ts'
import { record } from '../history/history.ts'
import { vocabularyChanges, type VocabularyFacts } from './changes.ts'
import { addEdit, describeEdit, knownAttribute, knownTerm, mergeEdits, renameEdit, retireEdit } from './edits.ts'
import type { TermEdit } from './edit.ts'

export type Who = { actor: string; at: string }

/** What users do to a vocabulary: each is one change of the history. They return the id of the term to go on with. */
export function vocabularyDeeds(db: Catalogue, { actor, at }: Who) {
  const attributeName = db.prepare<[number], string>(`select name from attribute where id = ?`).pluck()

  function write(
    deed: VocabularyDeed,
    edits: readonly TermEdit[],
    facts: Partial<VocabularyFacts> = {},
    also?: (step: Step) => void,
  ) {
    // prettier-ignore
    const [first] = edits
    if (!first) return
    const about: VocabularyFacts = {
      kind: 'vocabulary',
      deed,
      attribute: attributeName.get(first.after.attribute)!,
      term: edits.length === 1 ? (first.before ?? first.after).name : '',
      other: '',
      works: 0,
      terms: edits.length,
      ...facts,
    }
    record(db, about, actor, at, (step) => {
      vocabularyChanges(db).write(edits, step)
      also?.(step)
    })
  }

  return {
    add(attribute: string, name: string, details?: Partial<TermDetails>): number {
      const edit = addEdit(db, knownAttribute(db, attribute), name, details)
      write('add', [edit])
      return edit.after.id
    },
    describe(id: number, details: Partial<TermDetails>): number {
      write('describe', [describeEdit(db, id, details)])
      return id
    },
    rename(id: number, name: string): number {
      const edit = renameEdit(db, id, name)
      if (edit.before!.name !== edit.after.name) write('rename', [edit], { other: edit.after.name, works: termFactsQuery(db).of(id, 0).works }) // prettier-ignore
      return id
    },
    merge(from: number, into: number): number {
      const { name } = knownTerm(db, from)
      const { works } = termFactsQuery(db).of(from, 0)
      write('merge', mergeEdits(db, from, into), { term: name, other: knownTerm(db, into).name, works })
      return into
    },
    /** Throws ApiError 'no-works' where none of them has the term. */
    split(id: number, name: string, artworks: readonly number[]): number {
      const term = knownTerm(db, id)
      const having = new Set(termFactsQuery(db).works(id))
      const moved = [...new Set(artworks)].filter((artwork) => having.has(artwork))
      if (moved.length === 0) throw new ApiError('no-works', `Choose works that are labelled “${term.name}” now: they get the new term.`) // prettier-ignore
      const edit = addEdit(db, term.attribute, name, { parent: term.parent })
      write('split', [edit], { term: term.name, other: edit.after.name, works: moved.length }, (step) => {
        const labels = labelTable(db)
        for (const artwork of moved) labels.appendRow({ artwork, attribute: term.attribute, term: edit.after.id, ground: 'hand', verdict: null, undoes: null, ...step }) // prettier-ignore
      })
      return edit.after.id
    },
    retire(id: number, retired: boolean): number {
      const edit = retireEdit(db, id, retired, at)
      const { works } = termFactsQuery(db).of(id, 0)
      if (edit.before!.retiredAt !== edit.after.retiredAt) write(retired ? 'retire' : 'bring-back', [edit], { works })
      return id
    },
    /** Several terms in one change. Returns how many. */
    writeAll(deed: 'match' | 'import', edits: readonly TermEdit[]): number {
      write(deed, edits)
      return edits.length
    },
  }
}

/** What a merger would do. Throws ApiError 'unknown-term', 'same-term'. */
export function previewMerge(db: Catalogue, fromId: number, intoId: number, threshold: number): MergePreview {
  const [, ...moved] = mergeEdits(db, fromId, intoId)
  const run = runTable(db).current()
  const from = knownTerm(db, fromId)
  const learned = run ? learnedTermTable(db).of(run.id, from.attribute).ids : []
  return {
    from: from.name,
    into: termTable(db).get(intoId)!.name,
    ...termFactsQuery(db).of(fromId, threshold),
    narrower: moved.map(({ after }) => after.name),
    bothLearned: learned.includes(fromId) && learned.includes(intoId),
  }
}
