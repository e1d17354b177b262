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
}

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
  /** Terms with fewer than five works. */
  tooRare: { term: string; works: number }[]
}
