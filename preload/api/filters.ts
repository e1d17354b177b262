import type { Filter } from './artworks.ts'
import type { MarkKind } from './marks.ts'
import type { VerdictKind } from './verdicts.ts'

/** One thing that a filter asks of a work; `not`: the opposite. `attribute` null: any. Written as text by preload/query.ts. */
export type Condition = { not?: boolean } & Asked

type Asked =
  /** In title, file, record, labels or notes; capitals and accents do not count. */
  | { kind: 'text'; text: string }
  /** The label that stands; term null: there is none. */
  | { kind: 'label'; attribute: string; term: string | null }
  /** The current run suggests it: it is more probable than the label that stands, or that is flagged. */
  | { kind: 'suggested'; attribute: string; term: string }
  | { kind: 'flagged'; attribute: string | null }
  | { kind: 'reviewed'; attribute: string | null }
  /** The verdict that stands. */
  | { kind: 'verdict'; verdict: VerdictKind }
  /** Who has taken a verdict that stands or has set a label that stands. */
  | { kind: 'by'; actor: string }
  /** Part of a column of the record, of the title or of the file's name. */
  | { kind: 'field'; field: string; text: string }
  /** The date in a column of the record may lie before or after that year. Field null: the column of most dates. */
  | { kind: 'year'; field: string | null; is: 'before' | 'after'; year: number }
  /** Pixels of the shorter side. */
  | { kind: 'size'; is: 'below' | 'above'; pixels: number }
  | { kind: 'copies' }
  /** A flag for a colleague, a note. */
  | { kind: 'marked'; mark: MarkKind }
  | { kind: 'split'; split: NonNullable<Filter['split']> }

/** What a work can be sorted by beside its own data: what speaks for its label of an attribute; low is worse. */
export type EvidenceKey = 'score' | 'labelProbability' | 'suggestionProbability' | 'margin' | 'artist' | 'neighbours'

/** What the current run says of the label of a work that stands. Shares and probabilities in [0, 1]. */
export type WorkEvidence = {
  id: number
  label: string
  suggestion: string
  flagged: boolean
  /** Null: nothing is known of it. `artist`, `neighbours`: the share of them that has this label. `margin` in [-1, 1]. */
  values: Record<EvidenceKey, number | null>
}

/** A column of the record, as the builder of filters offers it. */
export type RecordField = {
  name: string
  works: number
  /** At least half of its values are dates. */
  isDate: boolean
  /** The years that it spans; null: it holds no date. */
  years: { from: number; to: number } | null
}

/** A filter with a name, kept in the collection; its works are found anew each time. */
export type SavedFilter = { id: number; name: string; filter: Filter }
