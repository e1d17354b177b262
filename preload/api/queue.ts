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

/** A work like another; similarity in [-1, 1]. `confirmed`: who has confirmed its label, if anybody has. */
export type Near = Card & { similarity: number; confirmed: { actor: string; at: string } | null }

export type Proof = {
  label: string
  suggestion: string
  /** Nearest works by embedding whose label is the given term, and the suggested one; those that a person has confirmed first. */
  ofLabel: Near[]
  ofSuggestion: Near[]
  /** Most probable terms, out of sample. */
  probabilities: { term: string; probability: number }[]
}

/** What the works of a group have in common beside the suggestion: their looks, their artist, or their label. */
export type GroupBy = 'look' | 'artist' | 'label'

/** Works for which the same term is suggested, to be decided in one go; largest group first. */
export type Groups = {
  suggestion: string
  /** Worst first. */
  artworks: number[]
  /** What they are labelled, most frequent first. */
  labels: { term: string; works: number }[]
  /** Where they are grouped by artist. */
  artist: string | null
}[]
