import type { Card } from './artworks.ts'

/** What can be done to a vocabulary. */
export type VocabularyDeed = 'add' | 'describe' | 'rename' | 'merge' | 'split' | 'retire' | 'bring-back' | 'match' | 'import' // prettier-ignore

/** A name in a language (BCP 47: 'en', 'de'). */
export type TermName = { language: string; name: string }

/** What can be said of a term besides its name. */
export type TermDetails = {
  /** Id of the broader term, of the same attribute; null: none. */
  parent: number | null
  description: string
  /** In the Getty vocabularies, as http://vocab.getty.edu/aat/300021147; empty: none. Nothing is fetched. */
  uri: string
  /** Years of our era, negative before it, both included; null: open, or not known. */
  from: number | null
  to: number | null
  synonyms: string[]
  translations: TermName[]
  /** Ids of works that show it well. */
  examples: number[]
}

/** How a work stands to the artist that its label names, where the label says so. */
export type TermAttribution = {
  qualifier: 'attributed' | 'formerly' | 'workshop' | 'circle' | 'pupil' | 'follower' | 'manner' | 'after' | 'copy'
  artist: string
}

export type Term = TermDetails & {
  id: number
  attribute: string
  name: string
  /** What it was called before it was renamed. */
  formerNames: string[]
  /** Names of the terms that were merged into it. */
  merged: string[]
  retired: boolean
  /** Works that have it, and those of them that somebody has confirmed or chosen. */
  works: number
  confirmed: number
  /** The current run knows it; of several terms: each of them. */
  learned: boolean
  /** The terms that it names where it is several at once; none: it is one. */
  parts: string[]
  /** Works that have it as one of several. */
  amongOthers: number
  /** Only of artists. Null: simply by the artist. */
  attribution: TermAttribution | null
}

export type MergePreview = {
  from: string
  into: string
  /** Works whose label changes its name. */
  works: number
  /** Verdicts that stand on them, and stay. */
  decided: number
  /** Of them doubtful now. */
  flagged: number
  /** Terms below the one that goes, which move below the other. */
  narrower: string[]
  /** The current run knows both: their probabilities are added, and the labels judged again at once. */
  bothLearned: boolean
}

/** What a term means, for who decides about it. */
export type TermGuide = {
  name: string
  description: string
  parent: string | null
  from: number | null
  to: number | null
  uri: string
  synonyms: string[]
  translations: TermName[]
  works: number
  retired: boolean
  attribution: TermAttribution | null
  /** Chosen examples first, then works whose label somebody has confirmed; `confirmedBy` null: chosen as an example. */
  examples: (Card & { confirmedBy: string | null })[]
}

/** A known term (movements and genres that ship with the app) that a term of the collection seems to be. */
export type TermMatch = {
  term: number
  name: string
  known: { id: string; name: string; from: number | null; to: number | null; uri: string; parent: string | null }
  by: 'name' | 'translation' | 'synonym'
  /** What would be added to the term; what it has stays. */
  adds: ('span' | 'uri' | 'synonyms' | 'translations' | 'parent')[]
}

export type VocabularyFilePreview = {
  path: string
  terms: number
  added: string[]
  changed: string[]
  /** What cannot be taken, each with its line or place and what to do. */
  problems: { place: string; message: string }[]
}

/** Labels that name several terms, or seem to: with such a mark between names. */
export type SeveralTerms = {
  attribute: string
  /** The mark that stands between them; null: a work has one term. */
  separator: string | null
  /**
   * Most works first; the mark in use is among them where a label has it. `example`: the label of most works; `isLikely`: the mark
   * hardly stands for anything else, and one of the names is a term by itself.
   */
  marks: { separator: string; works: number; labels: number; example: string; parts: string[]; isLikely: boolean }[]
}

export type VocabularyApi = {
  /** Throws 'unknown-attribute'. */
  severalTerms(options: { attribute: string }): SeveralTerms
  /** Says what stands between the terms of a label, or (null) that a work has one term; one change. Throws 'bad-separator'. */
  allowSeveral(options: { attribute: string; separator: string | null }): SeveralTerms
  /** Terms of an attribute by name; merged ones are not among them, retired ones are. */
  list(options: { attribute: string }): Term[]
  /** Throws 'term-exists' (details: { term, retired }), 'bad-term'. */
  add(options: { attribute: string; name: string; details?: Partial<TermDetails> }): Term
  /** Throws 'unknown-term', 'term-cycle', 'bad-term'. */
  describe(options: { term: number; details: Partial<TermDetails> }): Term
  /** Never a silent merge: throws 'term-exists' (details: { term, retired }) where another term has the name. */
  rename(options: { term: number; name: string }): Term
  previewMerge(options: { from: number; into: number }): MergePreview
  /** All works of `from` have `into`; one undo takes it back. Returns `into`. */
  merge(options: { from: number; into: number }): Term
  /** These works of the term get a new one beside it. Returns the new term. */
  split(options: { term: number; name: string; works: number[] }): Term
  /** Kept for the history, not offered, suggested or learned any more; or all that again. */
  retire(options: { term: number; retired: boolean }): Term
  /** Of the terms by name, in their order; names that no term has are left out. */
  guide(options: { attribute: string; terms: string[]; count: number }): TermGuide[]
  /** Terms that the names and spans that ship with the app fit: same name, accents and capitals aside, synonym or translation. */
  matches(options: { attribute: string }): TermMatch[]
  /** Adds to these terms what is known of them, as one change. Returns how many changed. */
  match(options: { attribute: string; terms: { term: number; known: string }[] }): number
  previewFile(options: { attribute: string; path: string }): VocabularyFilePreview
  /** Adds and describes terms from a CSV or JSON file, as one change. Returns how many were added or changed. */
  importFile(options: { attribute: string; path: string }): number
  /** `path` ends in .csv or .json. Returns the number of terms. */
  exportFile(options: { attribute: string; path: string }): number
}
