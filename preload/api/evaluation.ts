/** 95 %, by a seeded bootstrap over works: percentiles of figures of works drawn again with replacement. */
export type Interval = { low: number; high: number }

/** A run (null: the current one) and an attribute that it has learned. Asking throws ApiError 'not-learned', 'run-damaged'. */
export type EvaluationOptions = { attribute: string; run: number | null }

/** Figures out of sample, against the labels that stand now, as scikit-learn defines them; shares lie in [0, 1]. */
export type Evaluation = {
  attribute: string
  run: number
  works: number
  accuracy: number
  top3: number
  macroF1: number
  weightedF1: number
  balancedAccuracy: number
  /** Mean, in nats. */
  logLoss: number
  terms: TermFigures[]
  tooRare: { term: string; works: number }[]
  /** Rows: the given label; columns: the prediction; in the order of `terms`. */
  confusion: number[][]
  /** `confusion` as shares of each row; a row without works is all 0. */
  confusionShares: number[][]
  /** Positions of `terms` so that those taken for each other lie side by side. */
  similarOrder: number[]
  /** For k = 1, 2, 3, 5, 10, as far as there are more terms than that: the label is among the k most probable. */
  top: { k: number; accuracy: number }[]
  averages: Record<'macro' | 'weighted' | 'micro', { precision: number; recall: number; f1: number }>
  /** Mean squared distance of the probabilities from the label, in [0, 2]; lower is better. */
  brier: number
  /** Expected calibration error: 15 bins of equal width over the probability of the prediction, in [0, 1]; lower is better. */
  calibrationError: number
  /** Cohen's kappa, in [-1, 1]; 0: as good as chance. */
  kappa: number
  /** Area under the ROC curve, each term against the rest; means over the terms that have works and are not all. Null: none has. */
  auc: { macro: number | null; weighted: number | null }
  /** Area under the precision-recall curve, each term against the rest; means over the terms that have works. Null: none has. */
  averagePrecision: { macro: number | null; weighted: number | null }
  intervals: Record<IntervalOf, Interval | null>
  /** How the intervals were found: the same seed gives the same ones. */
  bootstrap: { resamples: number; seed: number; areas: 'resampled' | 'linear' }
  /** A term with fewer works than this cannot be judged. */
  fewestWorks: number
}

export type IntervalOf =
  | 'accuracy'
  | 'top3'
  | 'macroPrecision'
  | 'macroRecall'
  | 'macroF1'
  | 'weightedPrecision'
  | 'weightedRecall'
  | 'weightedF1'
  | 'balancedAccuracy'
  | 'logLoss'
  | 'brier'
  | 'calibrationError'
  | 'kappa'
  | 'macroAuc'
  | 'weightedAuc'
  | 'macroAveragePrecision'
  | 'weightedAveragePrecision'

export type TermFigures = {
  term: string
  support: number
  /** Works for which it is the prediction. */
  predicted: number
  precision: number
  recall: number
  f1: number
  /** Null: no work has it, or all have it. */
  auc: number | null
  /** Null: no work has it. */
  averagePrecision: number | null
  /** False: too few works; its figures say nothing, and "cannot judge" is to be shown in their place. */
  canJudge: boolean
  /** Null: it cannot be judged. */
  intervals: Record<'precision' | 'recall' | 'f1', Interval> | null
}

/** Points at most 200 a curve, those that change its shape most. */
export type EvaluationCurves = {
  attribute: string
  run: number
  works: number
  /** Those asked for. */
  terms: TermCurves[]
  /** Of all terms: the mean of the terms' curves, and all decisions of all terms in one. */
  macro: { roc: [falseAlarms: number, found: number][]; auc: number | null }
  micro: { roc: [falseAlarms: number, found: number][]; auc: number | null }
  /** 20 bins of equal width over the probability of the prediction in [0, 1]. */
  confidence: { right: number[]; wrong: number[] }
}

export type TermCurves = {
  term: string
  support: number
  canJudge: boolean
  /** From (0, 0) to (1, 1). Empty: no work has it, or all have it. */
  roc: [falseAlarms: number, found: number][]
  auc: number | null
  /** From the highest threshold down, ends where all are found. Empty: no work has it. */
  precisionRecall: [recall: number, precision: number][]
  averagePrecision: number | null
}

/** How far the probabilities can be believed, before and after temperature scaling (Guo et al. 2017). */
export type Calibration = {
  attribute: string
  run: number
  works: number
  /** Above 1: the model was too sure; below 1: not sure enough. Fitted to all works. */
  temperature: number
  /** `after`: each work by a temperature fitted to four fifths of the others. */
  before: CalibrationFigures
  after: CalibrationFigures
  thresholds: {
    /** The share of right labels that may be flagged, as asked. */
    falseAlarms: number
    /** A label is flagged when its calibrated probability is below; `own` false: too few works, so that of all terms stands. */
    terms: { term: string; threshold: number; works: number; flagged: number; own: boolean }[]
    flagged: number
  }
}

export type CalibrationFigures = {
  calibrationError: number
  logLoss: number
  brier: number
  /** 15 bins of equal width over the probability of the prediction; those without works have nulls. */
  bins: { low: number; high: number; works: number; confidence: number | null; accuracy: number | null }[]
}

/** What the model is worth on works and artists that it does not know. */
export type Splits = {
  attribute: string
  run: number
  /** Each work by a model that has not seen it, but may have seen others of its artist. */
  random: SplitFigure
  /** Null: the collection does not say who made the works, or the attribute is the artist. */
  artists: {
    /** The attribute or column that says who made a work. */
    name: string
    artists: number
    /** The same works twice, those of artists with another labelled work: by a model that may know the artist, and by one that has no work of that artist. */
    known: SplitFigure
    unseen: SplitFigure
    /** Known less unseen. */
    difference: { value: number } & Interval
  } | null
  leakage: Leakage
  holdOut: HoldOut
}

export type SplitFigure = {
  works: number
  accuracy: number
  interval: Interval | null
  macroF1: number
  /** False: too few works to say anything. */
  canJudge: boolean
}

/** Works that were judged by a model which had learned from what is nearly the same picture, or from the same artist. */
export type Leakage = {
  /** 'alarm': near copies lie on both sides; 'clean': none do; 'unknown': see `why`. */
  state: 'alarm' | 'clean' | 'unknown'
  /** 'not-measured': pictures have not been looked at (overview.measure); 'no-folds': the run is older than this check, or is a vote of several. */
  why: 'not-measured' | 'no-folds' | null
  /** Works with a near copy among those that their model learned from; at most 200. */
  pairs: { artwork: number; copy: number; distance: number }[]
  works: number
  /** Accuracy on those works and on all others; null: none. */
  accuracy: { copies: number | null; others: number | null }
  /** Works whose artist is also among those that their model learned from; null: nobody says who made the works. */
  sameArtist: { works: number; of: number } | null
}

/**
 * Works set aside for good by their image's hash (split 'test', about 15 %). Whatever is corrected later, `asImported` judges
 * them against the label with which each came into the collection; no model that judges one has learned from it or a copy.
 */
export type HoldOut = {
  works: number
  asImported: SplitFigure
  /** The same works against the labels that stand now. */
  asCorrected: SplitFigure
  /** Labels among them that are no longer what was imported. */
  corrected: number
}

/** Mean picture of each term: shares that sum to 1. */
export type TermPictures = {
  attribute: string
  /** Works whose pictures have been looked at, of all with a label. */
  measured: number
  works: number
  /** From black to white; as many bins each. */
  terms: {
    term: string
    works: number
    light: number[]
    red: number[]
    green: number[]
    blue: number[]
    hues: number[]
  }[]
  /** Of all works together. */
  all: { light: number[]; red: number[]; green: number[]; blue: number[]; hues: number[] }
  /** Of each bin of `hues`: the middle, in degrees; the last bin is of grey pixels, null. */
  hueDegrees: (number | null)[]
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

/** Two to eight runs on the works that all have judged. Lists by run are in the order of `runs`. */
export type RunsComparison = {
  attribute: string
  runs: number[]
  /** Works with a label that stands, whose term all have learned, and with probabilities from all. */
  works: number
  figures: { name: ComparedFigure; values: { value: number; interval: Interval }[] }[]
  /** Every two of them, as positions in `runs`; differences are the second's figure less the first's. */
  pairs: {
    first: number
    second: number
    mcnemar: McNemar
    /** The p of McNemar's test among so many pairs (Holm 1979). */
    adjustedP: number
    differences: { name: ComparedFigure; value: number; interval: Interval }[]
  }[]
  /** Each run's mean ROC curve over the terms, on these works. */
  curves: { roc: [falseAlarms: number, found: number][]; auc: number | null }[]
  /** Works that not all predict alike. */
  different: number
  /** At most 200 of them: first those that some run has right. */
  differences: { artwork: number; label: string; predictions: string[] }[]
}

export type ComparedFigure =
  'accuracy' | 'top3' | 'macroF1' | 'balancedAccuracy' | 'logLoss' | 'brier' | 'calibrationError'
