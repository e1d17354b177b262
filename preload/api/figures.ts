/** Which works of a run are shown as examples. */
export type SampleOptions = {
  attribute: string
  run: number | null
  /** 'mistakes' and 'right': the surest first; 'unsure': the least sure first; 'any': drawn by chance, the same ones for a seed. */
  kind: 'any' | 'mistakes' | 'right' | 'unsure'
  /** Only works with this label, or taken for this term. */
  given?: string
  predicted?: string
  count: number
  seed?: number
}

/** A prediction out of sample; probabilities in [0, 1]. */
export type Sample = {
  artwork: number
  label: string
  predicted: string
  probability: number
  labelProbability: number
}

export type SavedFigure = {
  path: string
  format: 'svg' | 'csv' | 'png'
  /** The file's text; of a PNG its bytes in base64. */
  content: string
}
