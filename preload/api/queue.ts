import type { Card } from './artworks.ts'

export type QueueEntry = {
  rank: number
  artwork: number
  file: string
  title: string
  sha256: string
  attribute: string
  label: string
  suggestion: string
  /** Out-of-sample probabilities in [0, 1]. */
  labelProbability: number
  suggestionProbability: number
  /** In [0, 1], low is worse. The queue is ordered by it. */
  score: number
  flagged: boolean
  reasons: string[]
}

export type QueueSummary = { attribute: string; labelled: number; flagged: number; reviewed: number; waiting: number }

export type Proof = {
  label: string
  suggestion: string
  /** Nearest works by embedding whose label is the given term, then the suggested one; similarity in [-1, 1]. */
  ofLabel: (Card & { similarity: number })[]
  ofSuggestion: (Card & { similarity: number })[]
  /** Most probable terms, out of sample. */
  probabilities: { term: string; probability: number }[]
}
