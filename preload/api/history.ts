import type { MarkKind } from './marks.ts'
import type { VerdictKind } from './verdicts.ts'
import type { VocabularyDeed } from './vocabulary.ts'

/** What a user did in one go, as the history tells it; an action on thousands of works is one change. */
export type Change = {
  id: number
  actor: string
  /** ISO 8601, UTC. */
  at: string
  /** By whom and when it was taken back; null: it stands. */
  undone: { actor: string; at: string } | null
  facts: ChangeFacts
}

/** What a change was, by its kind: what its sentence is told from. Names are those of the time. */
export type ChangeFacts =
  | {
      kind: 'verdict'
      verdict: VerdictKind
      attribute: string
      /** Labels that it was about, the most frequent first; at most five. */
      before: string[]
      /** The label afterwards; empty where each kept its own. */
      after: string
      works: number
      /** Of the only work; empty where there are several. */
      title: string
    }
  | {
      kind: 'relabel'
      attribute: string
      /** Empty: works without a label. */
      before: string[]
      /** Null: the label was removed. */
      after: string | null
      works: number
      title: string
    }
  | {
      kind: 'vocabulary'
      deed: VocabularyDeed
      attribute: string
      /** The term that it was about; empty where there are several. */
      term: string
      /** Its new name, the term that it was merged into, or the one that was split off it; else empty. */
      other: string
      /** Works whose label it changed. */
      works: number
      /** Terms that it changed. */
      terms: number
    }
  | {
      kind: 'several-terms'
      attribute: string
      /** What stood and what stands between the terms of a label; null: a work has one term. */
      before: string | null
      after: string | null
      /** Works whose label names several, and the labels that do. */
      works: number
      terms: number
    }
  | { kind: 'mark'; mark: MarkKind; attribute: ''; text: string | null; works: number; title: string }

/** A change taken back or done again, with the works that it was about: at most a thousand. */
export type HistoryStep = { change: Change; artworks: number[] }
