import type { ChangeFacts } from '#preload/api.ts'
import type { Step } from '../catalogue/changes.ts'
import { markTable } from '../catalogue/marks.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { severalTermsKind } from '../vocabulary/severalTerms.ts'
import { labelEvents } from './labelEvents.ts'
import { vocabularyChanges } from '../vocabulary/changes.ts'
import { verdictEvents } from './verdictEvents.ts'

/**
 * How a kind of change is taken back and done again, both in a transaction. `done`: the row of the history whose events are
 * meant; what is appended names `step.change`. Nothing is deleted or overwritten: the opposite is appended.
 */
export type ChangeKind<K extends ChangeFacts['kind'] = ChangeFacts['kind']> = {
  takeBack(db: Catalogue, done: number, step: Step, facts: Extract<ChangeFacts, { kind: K }>): void
  repeat(db: Catalogue, done: number, step: Step, facts: Extract<ChangeFacts, { kind: K }>): void
}

/** Every kind of change. Its sentences are in renderer/text/changeText.ts. */
const kinds: { [K in ChangeFacts['kind']]: ChangeKind<K> } = {
  verdict: {
    takeBack(db, done, step) {
      verdictEvents(db).takeBack(done, step)
      labelEvents(db).takeBack(done, step)
    },
    repeat(db, done, step) {
      const anew = verdictEvents(db).repeat(done, step)
      labelEvents(db).repeat(done, step, (verdict) => anew.get(verdict) ?? verdict)
    },
  },
  relabel: {
    takeBack: (db, done, step) => labelEvents(db).takeBack(done, step),
    repeat: (db, done, step) => labelEvents(db).repeat(done, step),
  },
  vocabulary: {
    takeBack(db, done, step) {
      labelEvents(db).takeBack(done, step) // a split relabels
      vocabularyChanges(db).takeBack(done, step)
    },
    repeat(db, done, step) {
      vocabularyChanges(db).repeat(done, step)
      labelEvents(db).repeat(done, step)
    },
  },
  'several-terms': severalTermsKind,
  mark: {
    takeBack: (db, done, step) => markTable(db).takeBack(done, step),
    repeat: (db, done, step) => markTable(db).repeat(done, step),
  },
}

export const kindOf = (facts: ChangeFacts): ChangeKind => kinds[facts.kind] as ChangeKind
