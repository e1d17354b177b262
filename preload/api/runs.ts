export type Run = {
  id: number
  /** Id of the recipe, and its name. */
  recipe: string
  recipeName: string
  seed: number
  /** Key of the network, and its name. */
  backbone: string
  network: string
  startedAt: string
  seconds: number
  works: number
  current: boolean
  attributes: RunAttribute[]
  /** How the queue changed against the run before. */
  queueChange: { left: number; entered: number } | null
  /** One fixed split: only its test works are judged, and only they stand in the queue. */
  isFixedSplit: boolean
  /** The time that the recipe gives was over before all was learned. */
  isCutShort: boolean
  /** The runs that vote, with the weight of each in each attribute; empty: it has learned by itself. */
  votes: Vote[]
}

/** `weights`: by attribute, summing to 1 over the runs. */
export type Vote = { run: number; recipeName: string; weights: Record<string, number> }

export type RunAttribute = {
  name: string
  works: number
  /** Share of labels that the out-of-sample prediction agrees with, in [0, 1]. */
  accuracy: number
  top3: number
  macroF1: number
  flagged: number
  l2: number
  terms: string[]
  /** Terms with fewer works than the recipe asks for. */
  tooRare: { term: string; works: number }[]
  /** Terms of this run that stand for other terms of the collection, and which; left out: none does. */
  members?: Record<string, string[]>
  /** Labelled works that were not learned from, by the reason. */
  leftOut?: { because: LeftOut; works: number }[]
  /** The attribute or column whose works were never on both sides; null: none. Left out: the run is older. */
  apart?: string | null
  /** The same figures by models that know no other work of the artist; null: nobody says who made the works. */
  unseen?: { accuracy: number; top3: number; macroF1: number; works: number } | null
  /** Works without a label that helped to learn, and the rounds in which they did. */
  helped?: { works: number; rounds: number }
}

export type LeftOut =
  | 'irrelevant'
  | 'filtered'
  | 'several-terms'
  | 'dropped'
  | 'not-chosen'
  /** The term is short of the sample. */
  | 'short'
  /** Copies of an image: they are judged, but do not teach. */
  | 'copies'
  /** Outside the sample: they are judged, but do not teach. */
  | 'sample'
