import type { EvaluationCurves, EvaluationOptions } from '#preload/api.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { averagePrecision, meanArea, rank, rocArea, type Ranking } from '../evidence/areas.ts'
import type { Predictions } from '../evidence/confidence.ts'
import { meanCurve, pooled, precisionRecallCurve, rocCurve, type Point } from '../evidence/curves.ts'
import { outcomes, type Outcomes } from '../evidence/outcomes.ts'
import { createBreath } from './breathe.ts'
import { fewestWorks } from './evaluate.ts'
import { judgedWorks } from './judgedWorks.ts'

const usualTerms = 10
const confidenceBins = 20

/** The curves of a run. Terms that it has not learned are left out. Throws as `judgedWorks` does. */
export async function evaluationCurves(
  collection: OpenCollection,
  { terms, ...options }: EvaluationOptions & { terms: string[] | null },
): Promise<EvaluationCurves> {
  const { run, attribute, learned, predictions } = await judgedWorks(collection, options)
  const judged = outcomes(predictions)
  const { rankings, mean } = await rankAll(predictions, judged)
  const supports = rankings.map(({ positives }) => positives)
  const micro = pooled(rankings)
  const wanted = new Set(terms ?? mostFrequent(learned.terms, supports))
  return {
    attribute: attribute.name,
    run,
    works: judged.given.length,
    terms: learned.terms.flatMap((term, index) => (wanted.has(term) ? [ofTerm(term, rankings[index]!)] : [])),
    macro: { roc: mean, auc: meanArea(rankings.map(rocArea), supports).macro },
    micro: { roc: rocCurve(micro), auc: rocArea(micro) },
    confidence: confidenceHistogram(judged),
  }
}

/** The ranking of every term, and the mean of their ROC curves. */
export async function rankAll(
  predictions: Predictions,
  judged: Outcomes,
): Promise<{ rankings: Ranking[]; mean: Point[] }> {
  const breathe = createBreath()
  const rankings: Ranking[] = []
  const curves: Point[][] = []
  for (let term = 0; term < predictions.terms; term++) {
    const ranking = rank(predictions, judged, term)
    rankings.push(ranking)
    curves.push(rocCurve(ranking))
    await breathe()
  }
  return { rankings, mean: meanCurve(curves) }
}

const ofTerm = (term: string, ranking: Ranking) => ({
  term,
  support: ranking.positives,
  canJudge: ranking.positives >= fewestWorks,
  roc: rocCurve(ranking),
  auc: rocArea(ranking),
  precisionRecall: precisionRecallCurve(ranking),
  averagePrecision: averagePrecision(ranking),
})

const mostFrequent = (terms: readonly string[], supports: readonly number[]) =>
  terms
    .map((term, index) => ({ term, works: supports[index]! }))
    .toSorted((a, b) => b.works - a.works)
    .slice(0, usualTerms)
    .map(({ term }) => term)

function confidenceHistogram({ given, predicted, confidence }: Outcomes) {
  const [right, wrong] = [Array<number>(confidenceBins).fill(0), Array<number>(confidenceBins).fill(0)]
  for (const [work, p] of confidence.entries())
    (given[work] === predicted[work] ? right : wrong)[Math.min(confidenceBins - 1, Math.floor(p * confidenceBins))]!++
  return { right, wrong }
}
