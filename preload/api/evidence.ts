/** Where the network looked: which places of a picture speak for a term, and which against it. */
export type Look = {
  run: number
  /** The given term, then the suggested one. */
  terms: readonly {
    readonly term: string
    /** A picture to lay over the work, of its proportions; relative to the page. */
    readonly address: string
    /** What the head says of the picture before it is a probability, and of the pictures that it was compared with, on average. */
    readonly score: number
    readonly baseline: number
  }[]
  /** Places over the picture: rows and columns. */
  places: readonly [rows: number, columns: number]
  /** Pictures of this collection that it was compared with. */
  references: number
}

/** What the score of a label rests on, number by number. Probabilities and chances in [0, 1]. */
export type EvidenceCard = {
  run: { id: number; recipeName: string; network: string; seed: number; startedAt: string; works: number }
  label: string
  suggestion: string
  /** What the picture says, out of sample, calibrated by the temperature (Guo et al. 2017). */
  labelProbability: number
  suggestionProbability: number
  uncalibrated: { label: number; suggestion: number; temperature: number }
  /** single x batch.chance x dynamics.factor x rules.factor; below the threshold a label is doubtful. */
  score: number
  threshold: number
  /** Chance that this label alone is right. */
  single: number
  /** That all of the artist's works with this label are rightly labelled, `works` of them; null: it is not known who made the work. */
  batch: { chance: number; works: number } | null
  rules: { sentences: string[]; factor: number }
  /** What each witness says: probabilities of the label and the suggestion, to the power of the weight. */
  hearings: { witness: Witness; weight: number; label: number; suggestion: number }[]
  /** Share of labels that are taken to be drawn blindly. */
  rate: number
  artist: { name: string; works: number; given: number; top: string; ofTop: number } | null
  neighbours: { works: number; given: number; top: string; ofTop: number } | null
  dynamics: CardDynamics
  whatIf: WhatIf[]
}

/**
 * How the label came to be learned (training dynamics). By the network that was told the label and by those that were not: the mean and
 * the spread of its probability over `moments` moments of the learning, how far it was ahead of the likeliest other term
 * (nats, mean), and the moment from which on it stayed ahead, in [0, moments); null: it was behind at the end.
 */
export type CardDynamics =
  | {
      state: 'kept'
      moments: number
      learned: LabelCourse
      unseen: LabelCourse
      /** By how much it lowers the score, in (0, 1], and the power it is taken to; 0: it does not count. */
      factor: number
      weight: number
      sentence: string
    }
  /** The run keeps none ('not-kept': its recipe gives none, or it is older), nothing of this label ('not-recorded': it names several terms, or served to choose), or the label is not the one that was learned. */
  | { state: 'none'; why: 'not-kept' | 'not-recorded' | 'other-label' }

export type LabelCourse = { mean: number; spread: number; margin: number; heldFrom: number | null }

export type Witness = 'picture' | 'artist' | 'neighbours'

/** What the score would be if something were otherwise. */
export type WhatIf =
  | { kind: 'without'; witness: Witness | 'batch' | 'rules' | 'dynamics'; score: number }
  /** If so many more of these works were labelled as this one is: the fewest that make it no longer doubtful. */
  | { kind: 'more'; witness: 'artist' | 'neighbours'; works: number; of: number; score: number }

/** How much a user lets each witness count: 1 as learned, 0 not at all; left out: 1. 'batch': an artist's works of one label together; 'dynamics': how the label came to be learned. */
export type WitnessFactors = Partial<Record<Witness | 'batch' | 'dynamics', number>>

export type Weighing = {
  attribute: string
  run: number
  /** Those that this collection has, with the weight found for each. */
  witnesses: { witness: Witness | 'batch' | 'dynamics'; weight: number; factor: number }[]
}
