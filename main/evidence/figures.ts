import { binOf, calibrationBins, type Outcomes } from './outcomes.ts'

export type TermFigures = { support: number; predicted: number; precision: number; recall: number; f1: number }
type Averages = { precision: number; recall: number; f1: number }

export type Figures = {
  works: number
  accuracy: number
  /** Share of labels among the k most probable terms, at k - 1; as many as there are terms, ten at the most. */
  top: number[]
  macro: Averages
  weighted: Averages
  balancedAccuracy: number
  logLoss: number
  brier: number
  calibrationError: number
  kappa: number
  terms: TermFigures[]
}

const mostRanks = 10

/** Room for what is counted, so that a bootstrap does not ask for it anew for each resample. */
export type Tally = ReturnType<typeof createTally>
export const createTally = (terms: number) => ({
  support: new Float64Array(terms),
  predicted: new Float64Array(terms),
  hits: new Float64Array(terms),
  ranks: new Float64Array(terms + 1),
  /** Works right less the sum of their probabilities, by bin. */
  gaps: new Float64Array(calibrationBins),
})

/**
 * The usual measures of a classifier, as scikit-learn defines them; a quotient by zero is 0. `weights`: how often each work
 * counts, [works]; left out: once.
 */
export function figures(outcomes: Outcomes, weights?: ArrayLike<number>, tally = createTally(outcomes.terms)): Figures {
  const { works, loss, squared } = count(outcomes, weights, tally)
  const { terms } = outcomes
  const { support, predicted, hits, ranks, gaps } = tally
  const byTerm = Array.from(support, (own, term) => termFigures(own, predicted[term]!, hits[term]!))
  const right = sum(hits)
  let agreed = 0
  for (let term = 0; term < terms; term++) agreed += support[term]! * predicted[term]!
  const accuracy = share(right, works)
  const chance = share(agreed, works * works)
  const seen = byTerm.filter((term) => term.support > 0)
  let within = 0
  return {
    works,
    accuracy,
    top: Array.from({ length: Math.min(mostRanks, terms) }, (_, rank) => share((within += ranks[rank]!), works)),
    macro: averages(byTerm, () => 1),
    weighted: averages(byTerm, (term) => term.support),
    balancedAccuracy: share(
      seen.reduce((total, { recall }) => total + recall, 0),
      seen.length,
    ),
    logLoss: share(loss, works),
    brier: share(squared, works),
    calibrationError: share(
      gaps.reduce((total, gap) => total + Math.abs(gap), 0),
      works,
    ),
    kappa: works === 0 || chance === 1 ? 0 : (accuracy - chance) / (1 - chance),
    terms: byTerm,
  }
}

function count(outcomes: Outcomes, weights: ArrayLike<number> | undefined, tally: Tally) {
  const { given, predicted, above, confidence } = outcomes
  for (const array of Object.values(tally)) array.fill(0)
  let [works, loss, squared] = [0, 0, 0]
  for (let work = 0; work < given.length; work++) {
    const weight = weights ? weights[work]! : 1
    if (weight === 0) continue
    const [own, guess] = [given[work]!, predicted[work]!]
    const isRight = own === guess
    works += weight
    tally.support[own]! += weight
    tally.predicted[guess]! += weight
    if (isRight) tally.hits[own]! += weight
    tally.ranks[above[work]!]! += weight
    tally.gaps[binOf(confidence[work]!)]! += weight * (Number(isRight) - confidence[work]!)
    loss += weight * outcomes.loss[work]!
    squared += weight * outcomes.squared[work]!
  }
  return { works, loss, squared }
}

const termFigures = (support: number, predicted: number, hits: number): TermFigures => ({
  support,
  predicted,
  precision: share(hits, predicted),
  recall: share(hits, support),
  f1: share(2 * hits, support + predicted),
})

function averages(terms: readonly TermFigures[], weightOf: (term: TermFigures) => number): Averages {
  const mean = (name: keyof Averages) =>
    share(
      terms.reduce((total, term) => total + term[name] * weightOf(term), 0),
      terms.reduce((total, term) => total + weightOf(term), 0),
    )
  return { precision: mean('precision'), recall: mean('recall'), f1: mean('f1') }
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
