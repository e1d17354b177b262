export type Evaluation = {
  attribute: string
  run: number
  works: number
  accuracy: number
  top3: number
  macroF1: number
  weightedF1: number
  balancedAccuracy: number
  logLoss: number
  terms: { term: string; support: number; precision: number; recall: number; f1: number }[]
  tooRare: { term: string; works: number }[]
  /** Rows: the given label; columns: the prediction; in the order of `terms`. */
  confusion: number[][]
}

/** Differences are the second run's figure less the first one's. */
export type Comparison = {
  attribute: string
  runs: [first: number, second: number]
  /** Works with a label that stands, whose term both have learned, and with probabilities from both. */
  works: number
  accuracy: Measure
  top3: Measure
  /** Mean over the terms that these works have. */
  macroF1: Measure
  /** Mean, in nats; lower is better. */
  logLoss: Measure
  /** 95 % interval of the difference in accuracy: paired bootstrap, percentiles. */
  interval: { low: number; high: number }
  /** Of the works that only one run has right. */
  mcnemar: McNemar
  /** Works that the two predict differently. */
  different: number
  /** At most 200 of them: first those that one run has right. */
  differences: { artwork: number; label: string; predictions: [first: string, second: string] }[]
}

export type Measure = { values: [first: number, second: number]; difference: number }

export type McNemar = {
  onlyFirst: number
  onlySecond: number
  /** Exact below 25 works, else chi-squared with continuity correction, of one degree of freedom. */
  method: 'exact' | 'chi-squared'
  /** Of the chi-squared test; null: exact. */
  statistic: number | null
  /** Probability of so large a difference by chance alone, in [0, 1]. */
  p: number
}
