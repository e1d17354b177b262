import type { JobId } from './jobs.ts'

/** A question about the label of one work, as a colleague is asked. */
export type OpinionQuestion = {
  index: number
  file: string
  title: string
  /** The label that it has, and what the picture suggests; null: she is not told (a blind opinion). */
  label: string | null
  suggestion: string | null
  /** Address of its picture relative to the page; null: the package has no pictures. */
  picture: string | null
  answer: OpinionAnswer | null
}

/** `term`: which it is; only with kind 'term'. */
export type OpinionAnswer = { kind: 'term' | 'unsure' | 'wrong-image'; term: string; reason: string }

/** A package that somebody has been asked to answer, on this computer. */
export type OpinionTask = {
  id: string
  collection: string
  from: string
  at: string
  attribute: string
  blind: boolean
  /** Terms to choose from. */
  terms: string[]
  questions: OpinionQuestion[]
}

export type Agreement = {
  reviewer: string
  attribute: string
  /** Works that both have named a term for; of them those with the same. */
  works: number
  same: number
  unsure: number
  wrongImage: number
  /** Cohen's kappa with its 95 % interval (large sample); null: fewer than two works, or only one term. */
  kappa: { value: number; low: number; high: number } | null
  /** Where the two differ and nobody has decided since. */
  conflicts: OpinionConflict[]
}

export type OpinionConflict = {
  artwork: number
  file: string
  title: string
  sha256: string
  mine: string
  theirs: string
  reason: string
}

export type OpinionsApi = {
  /** Writes one file that a colleague opens: works (null: the doubtful ones of the queue, worst first), pictures, questions. */
  package(options: {
    attribute: string
    artworks: number[] | null
    limit: number
    blind: boolean
    pictures: boolean
    path: string
  }): JobId
  /** Opens a package to answer it; answers given before are there again. Needs no collection. */
  open(options: { path: string }): OpinionTask
  answer(options: { id: string; index: number; answer: OpinionAnswer | null }): void
  /** Writes the answers for who asked. Returns how many. */
  saveAnswers(options: { id: string; path: string }): number
  /** Takes in a colleague's answers; the same file twice adds nothing. */
  import(options: { path: string }): { reviewer: string; attribute: string; answers: number; unknown: number }
  /** One for each colleague and attribute, newest first. */
  agreements(): Agreement[]
}
