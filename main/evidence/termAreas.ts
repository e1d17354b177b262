import { averagePrecision, meanArea, rank, rocArea, type Ranking } from './areas.ts'
import { areaInfluence } from './areaInfluence.ts'
import type { Predictions } from './confidence.ts'
import type { Outcomes } from './outcomes.ts'

type Means = ReturnType<typeof meanArea>
export type Areas = { auc: Means; averagePrecision: Means }

/** The areas under the curves of all terms, and how to find them again when works count more or less often. */
export type TermAreas = Areas & {
  byTerm: { auc: number | null; averagePrecision: number | null }[]
  /** 'resampled': the areas themselves; 'linear': foretold to first order by the influence of each work, which is quicker. */
  method: 'resampled' | 'linear'
  /** `weights`: how often each work counts, [works of the outcomes]; they sum to the number of works. */
  reweighed(weights: ArrayLike<number>): Areas
}

/** Terms one after the other: `breathe` is awaited between them, so that others may work meanwhile. */
export async function termAreas(
  predictions: Predictions,
  outcomes: Outcomes,
  method: TermAreas['method'],
  breathe: () => Promise<void>,
): Promise<TermAreas> {
  const supports = new Float64Array(predictions.terms)
  for (const given of outcomes.given) supports[given]!++
  const byTerm: TermAreas['byTerm'] = []
  const again = method === 'linear' ? linear(outcomes, supports) : resampled(outcomes)
  for (let term = 0; term < predictions.terms; term++) {
    const ranking = rank(predictions, outcomes, term)
    const areas = { auc: rocArea(ranking), averagePrecision: averagePrecision(ranking) }
    byTerm.push(areas)
    again.add(term, ranking.level, ranking, areas)
    await breathe()
  }
  const auc = meanArea(byTerm.map((areas) => areas.auc), supports) // prettier-ignore
  const precision = meanArea(byTerm.map((areas) => areas.averagePrecision), supports) // prettier-ignore
  const reweighed = again.finish({ auc, averagePrecision: precision }, byTerm)
  return { auc, averagePrecision: precision, byTerm, method, reweighed }
}

type Again = {
  add(term: number, level: Int32Array, ranking: Ranking, areas: TermAreas['byTerm'][number]): void
  finish(means: Areas, byTerm: TermAreas['byTerm']): TermAreas['reweighed']
}

/** Counts each resample down every ranking. */
function resampled({ given, terms }: Outcomes): Again {
  const all: { level: Int32Array; length: number }[] = []
  const supports = new Float64Array(terms)
  return {
    add: (_, level, { found }) => void all.push({ level, length: found.length }),
    finish: () => (weights) => {
      supports.fill(0)
      for (let work = 0; work < given.length; work++) supports[given[work]!]! += weights[work]!
      const byTerm = all.map(({ level, length }, term) => weighedAreas(term, level, length, given, weights))
      return {
        auc: meanArea(byTerm.map(({ auc }) => auc), supports), // prettier-ignore
        averagePrecision: meanArea(byTerm.map((areas) => areas.averagePrecision), supports), // prettier-ignore
      }
    },
  }
}

function weighedAreas(term: number, level: Int32Array, length: number, given: Int32Array, weights: ArrayLike<number>) {
  const [found, falseAlarms] = [new Int32Array(length), new Int32Array(length)]
  for (let work = 0; work < level.length; work++)
    (given[work] === term ? found : falseAlarms)[level[work]!]! += weights[work]!
  for (let at = 1; at < length; at++) {
    found[at]! += found[at - 1]!
    falseAlarms[at]! += falseAlarms[at - 1]!
  }
  const ranking = { positives: found.at(-1) ?? 0, negatives: falseAlarms.at(-1) ?? 0, thresholds: new Float32Array(0), found, falseAlarms } // prettier-ignore
  return { auc: rocArea(ranking), averagePrecision: averagePrecision(ranking) }
}

/** Adds up what each work would change in the means. A mean by support changes with the supports too. */
function linear({ given }: Outcomes, supports: Float64Array): Again {
  const names = ['auc', 'averagePrecision'] as const
  const sums = { auc: pair(given.length), averagePrecision: pair(given.length) }
  const counts = { auc: [0, 0], averagePrecision: [0, 0] }
  return {
    add(term, level, ranking, areas) {
      const influence = areaInfluence(ranking, areas.auc, areas.averagePrecision)
      for (const name of names) {
        if (areas[name] === null) continue
        counts[name][0]!++
        counts[name][1]! += supports[term]!
        const [has, hasNot] = name === 'auc' ? influence.roc : influence.precision
        const [plain, bySupport] = sums[name]
        for (let work = 0; work < level.length; work++) {
          const value = (given[work] === term ? has : hasNot)[level[work]!]!
          plain[work]! += value
          bySupport[work]! += value * supports[term]!
        }
      }
    },
    finish(means, byTerm) {
      for (const name of names) {
        const [plain, bySupport] = sums[name]
        for (let work = 0; work < given.length; work++) {
          const own = byTerm[given[work]!]![name]
          plain[work]! /= counts[name][0]! || 1
          bySupport[work]! += own === null ? 0 : own - means[name].weighted!
          bySupport[work]! /= counts[name][1]! || 1
        }
      }
      const shifted = (name: (typeof names)[number], weights: ArrayLike<number>) => {
        const [plain, bySupport] = sums[name]
        const { macro, weighted } = means[name]
        let [first, second] = [0, 0]
        for (let work = 0; work < given.length; work++) {
          first += weights[work]! * plain[work]!
          second += weights[work]! * bySupport[work]!
        }
        return { macro: macro === null ? null : clamp(macro + first), weighted: weighted === null ? null : clamp(weighted + second) } // prettier-ignore
      }
      return (weights) => ({ auc: shifted('auc', weights), averagePrecision: shifted('averagePrecision', weights) })
    },
  }
}

const pair = (length: number): [Float64Array, Float64Array] => [new Float64Array(length), new Float64Array(length)]
const clamp = (area: number) => Math.min(1, Math.max(0, area))
