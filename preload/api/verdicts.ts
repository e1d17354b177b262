export type VerdictKind = 'relabel' | 'keep' | 'unsure' | 'wrong-image' | 'not-artwork' | 'skip'

export type NewVerdict = { artwork: number; attribute: string; kind: VerdictKind; term?: string; reason?: string }

/** The same verdict on many works: one change, taken back by one undo. */
export type NewVerdicts = Omit<NewVerdict, 'artwork'> & { artworks: number[] }

export type Verdict = {
  id: number
  artwork: number
  file: string
  title: string
  attribute: string
  kind: VerdictKind
  /** The label it was about, and the label after it. */
  before: string
  after: string
  suggestion: string | null
  actor: string
  at: string
}
