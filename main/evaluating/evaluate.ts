import type { Evaluation, EvaluationOptions } from '#preload/api.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { createRandom } from '../engine/training/random.ts'
import { bootstrap, type Draw } from '../evidence/bootstrap.ts'
import { figures } from '../evidence/figures.ts'
import { confusionOf, topOf } from '../evidence/metrics.ts'
import { outcomes } from '../evidence/outcomes.ts'
import { similarOrder } from '../evidence/similarOrder.ts'
import { termAreas } from '../evidence/termAreas.ts'
import { createBreath } from './breathe.ts'
import { createKept } from './keptAnswers.ts'
import { judgedWorks, type JudgedWorks } from './judgedWorks.ts'

/** Of fewer works nothing can be said: with ten, half of them right, the truth may lie anywhere from 24 to 76 % (Wilson). */
export const fewestWorks = 10
const seed = 0
/** Works drawn in all resamples together, at the most; and works counted down rankings. */
const mostDrawn = 3e7
const mostCounted = 4e8
const [fewestResamples, usualResamples] = [300, 1000]
const tops = [1, 2, 3, 5, 10]

const kept = createKept<Evaluation>()

/** How well a run knows an attribute, out of sample, against the labels that stand now. Throws as `judgedWorks` does. */
export async function evaluate(collection: OpenCollection, options: EvaluationOptions): Promise<Evaluation> {
  const works = await judgedWorks(collection, options)
  return kept(works.key, () => evaluateWorks(works))
}

/** Exported for the benchmark. */
export async function evaluateWorks({
  run,
  attribute,
  learned,
  predictions,
}: Omit<JudgedWorks, 'columns' | 'indexOf'>): Promise<Evaluation> {
  const breathe = createBreath()
  const judged = outcomes(predictions)
  const { works, top, macro, weighted, terms, ...rest } = figures(judged)
  const resamples = howOften(works)
  const isSmall = works * predictions.terms * resamples <= mostCounted
  const areas = await termAreas(predictions, judged, isSmall ? 'resampled' : 'linear', breathe)
  const intervals = await bootstrap(judged, areas, { draw: createDraw(works), resamples }, breathe)
  const confusion = confusionOf(judged)
  return {
    attribute: attribute.name,
    run,
    works,
    ...rest,
    top3: topOf(top, 3),
    macroF1: macro.f1,
    weightedF1: weighted.f1,
    terms: terms.map((term, index) => {
      const canJudge = term.support >= fewestWorks
      return { term: learned.terms[index]!, ...term, ...areas.byTerm[index]!, canJudge, intervals: canJudge ? intervals.terms[index]! : null } // prettier-ignore
    }),
    tooRare: learned.tooRare,
    confusion,
    confusionShares: confusion.map((row, term) => row.map((count) => count / Math.max(1, terms[term]!.support))),
    similarOrder: similarOrder(confusion),
    top: tops.filter((k) => k === 1 || k < terms.length).map((k) => ({ k, accuracy: topOf(top, k) })),
    averages: { macro, weighted, micro: { precision: rest.accuracy, recall: rest.accuracy, f1: rest.accuracy } },
    auc: areas.auc,
    averagePrecision: areas.averagePrecision,
    intervals: intervals.figures,
    bootstrap: { resamples, seed, areas: areas.method },
    fewestWorks,
  }
}

/** Resamples for so many works. */
export const howOften = (works: number) =>
  works === 0 ? 0 : Math.max(fewestResamples, Math.min(usualResamples, Math.floor(mostDrawn / works)))

/** As many works as there are, drawn with replacement; the same ones every time. */
export function createDraw(works: number): Draw {
  const random = createRandom('bootstrap', seed)
  const drawn = new Int32Array(works)
  return () => {
    for (let at = 0; at < works; at++) drawn[at] = Math.floor(random() * works)
    return drawn
  }
}
