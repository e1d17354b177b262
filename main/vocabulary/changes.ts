import type { ChangeFacts } from '#preload/api.ts'
import type { Step } from '../catalogue/changes.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { applyEdits, takeBackEdits, type TermEdit } from './edit.ts'

export type VocabularyFacts = Extract<ChangeFacts, { kind: 'vocabulary' }>

/** Changes of the vocabulary as the history keeps them. Call them in a transaction. */
export function vocabularyChanges(db: Catalogue) {
  const insert = db.prepare(`insert into vocabulary_change (change, edits) values (?, ?)`)
  const get = db.prepare<[number], string>(`select edits from vocabulary_change where change = ?`).pluck()
  const edits = (done: number) => JSON.parse(get.get(done) ?? '[]') as TermEdit[]
  const append = (written: readonly TermEdit[], { change }: Step) => void insert.run(change, JSON.stringify(written))
  return {
    /** Does it and keeps it with the step. */
    write(written: readonly TermEdit[], step: Step) {
      applyEdits(db, written)
      append(written, step)
    },
    takeBack: (done: number, step: Step) => takeBackEdits(db, edits(done), step.at),
    repeat(done: number, step: Step) {
      const again = edits(done)
      applyEdits(db, again)
      append(again, step)
    },
  }
}
