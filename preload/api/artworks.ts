import type { Condition, EvidenceKey } from './filters.ts'
import type { MarkKind } from './marks.ts'
import type { Concern } from './overview.ts'

export type Filter = {
  /** Only these works. */
  ids?: number[]
  /** Works with whose picture this is the matter. */
  concern?: Exclude<Concern, 'unreadable'>
  text?: string
  attribute?: string
  /** Works whose label for `attribute` is this term; null: works without a label. */
  term?: string | null
  /** With `attribute`: works that a run takes for this term, out of sample; `run` left out: the current one. */
  predicted?: string
  run?: number
  flagged?: boolean
  reviewed?: boolean
  split?: 'train' | 'validation' | 'test'
  duplicates?: boolean
  /** Works that a change of the history was about, by its id. */
  change?: number
  /** Works with a flag for a colleague, or with a note. */
  marked?: MarkKind
  /** All of them hold. */
  conditions?: Condition[]
  /** 'suspicion': by the lowest score among the labels that nobody has decided. Evidence: what is not known comes last. */
  sort?: 'added' | 'title' | 'file' | 'suspicion' | 'year' | 'size' | EvidenceKey
  /** Of 'year': a column of the record (the one with most dates); of evidence: an attribute (that of the filter, else any). */
  sortOf?: string
  descending?: boolean
}

export type Card = {
  id: number
  file: string
  title: string
  sha256: string
  width: number
  height: number
  labels: Record<string, string>
  /** Attributes whose label is flagged. */
  flagged: string[]
  /** Attributes with a verdict that stands. */
  reviewed: string[]
  /** A flag for a colleague, a note. */
  marks: MarkKind[]
}

export type Artwork = Card & {
  path: string
  exists: boolean
  format: string
  bytes: number
  split: 'train' | 'validation' | 'test'
  record: { name: string; value: string }[]
  history: LabelEvent[]
  /** Of the current run; most probable terms first, at most ten an attribute. */
  predictions: Record<string, { term: string; probability: number }[]>
  duplicates: { id: number; file: string }[]
}

export type LabelEvent = {
  id: number
  attribute: string
  term: string | null
  at: string
  actor: string
  ground: 'import' | 'verdict' | 'hand' | 'undo'
}

export type Attribute = {
  name: string
  labelled: number
  /** The mark between the terms of a label with several; null: a work has one term. */
  separator: string | null
  /** Works with several terms count for each of them and for their combination; `parts`: the terms of one, none of a single term. */
  terms: { name: string; works: number; flagged: number; learned: boolean; parts: string[] }[]
}
