/** What is the matter with a picture, as measured on its thumbnail (at most 400 pixels a side); 'small': the file itself. */
export type Concern =
  'small' | 'dark' | 'bright' | 'flat' | 'blurry' | 'border' | 'grey' | 'copy' | 'near-copy' | 'unreadable'

/** What there is to learn from, before learning. */
export type Overview = {
  works: number
  /** Pictures that have been looked at; the others say nothing about light, sharpness, borders and near copies. */
  measured: number
  attributes: AttributeOverview[]
  concerns: { concern: Concern; works: number; share: number; examples: number[] }[]
  /** Sets of pictures that are the same, or nearly; at most 50, the largest first. `differ`: attributes on whose label its works do not agree. */
  copies: { kind: 'copy' | 'near-copy'; artworks: number[]; differ: string[] }[]
  copySets: { exact: number; near: number }
  /** Pixels of the shorter side, by steps; `to` null: no end. */
  sizes: { from: number; to: number | null; works: number }[]
  formats: { format: string; works: number }[]
  /** What to mend first, the most urgent first. */
  advice: Advice[]
}

export type AttributeOverview = {
  name: string
  labelled: number
  missing: number
  /** Most works first. */
  terms: { term: string; works: number; train: number; validation: number; test: number }[]
  /** Terms too rare to be learned (fewer than five works), and their works. */
  tooRare: { terms: number; works: number }
  /** Works of the most frequent term for one of the least frequent that can be learned; null: none can. */
  imbalance: number | null
  /** How evenly the works lie on the terms: entropy over its maximum, in [0, 1]. */
  evenness: number
}

/** A sentence of the page each; `works`: how many it is about; `attribute`, `term` where it is about one. */
export type Advice = {
  kind:
    | 'no-labels'
    | 'one-term'
    | 'missing-labels'
    | 'rare-terms'
    | 'several-terms'
    | 'imbalance'
    | 'copies-differ'
    | 'copies'
    | 'unreadable'
    | 'not-measured'
    | Exclude<Concern, 'copy' | 'near-copy' | 'unreadable'>
    | 'good'
  urgency: 'now' | 'soon' | 'note'
  works: number
  attribute: string | null
  /** Of 'imbalance': the most frequent term and how many times more works it has; of 'several-terms': a label that seems to name some. */
  term: string | null
  times: number | null
}
