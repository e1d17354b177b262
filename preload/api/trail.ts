/** One event of the decision trail: a verdict, a label set by hand, or either taken back. */
export type TrailEntry = {
  /** ISO 8601, UTC. */
  at: string
  actor: string
  file: string
  title: string
  attribute: string
  /** 'by-hand': outside a review; 'undo': an earlier event was taken back. */
  verdict: 'relabel' | 'keep' | 'unsure' | 'wrong-image' | 'not-artwork' | 'skip' | 'by-hand' | 'undo'
  /** Names of the terms now. */
  before: string
  after: string
  reason: string
  suggestion: string
  /** The same as the terms were called then. */
  beforeThen: string
  afterThen: string
  suggestionThen: string
  /** What was shown then, out of sample, in [0, 1]; null: nothing. */
  labelProbability: number | null
  suggestionProbability: number | null
  score: number | null
  /** What was told then of why the label was doubted. */
  evidence: string
  /** How much each witness counted then, a user's changes included, and the share of labels taken to be drawn blindly; empty: not kept. */
  weights: string
  /** The run in use then. */
  run: number | null
  /** Network and time of that run. */
  model: string
  /** Who took it back, and when; empty: it stands. */
  takenBackBy: string
  takenBackAt: string
}

export type Reviewer = { name: string; decisions: number }

export type TrailApi = {
  /** Oldest first. */
  list(options: { limit: number; offset: number }): TrailEntry[]
  /** Writes the whole trail as CSV for a spreadsheet. Returns the number of rows. */
  export(options: { path: string }): number
  /** Everybody who has decided something here, most decisions first. */
  reviewers(): Reviewer[]
  /** The name that is written beside decisions now. `isChosen` false: it is the user account's, nobody has been asked. */
  actor(): { name: string; isChosen: boolean }
  /** Reasons to choose from when deciding. */
  reasons(): string[]
  setReasons(options: { reasons: string[] }): string[]
}
