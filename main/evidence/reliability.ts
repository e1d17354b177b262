import { binOf, calibrationBins, type Outcomes } from './outcomes.ts'

/** Of the works whose prediction is so probable: how probable on average, and how many are right. Null: there are none. */
export type ReliabilityBin = { low: number; high: number; works: number; confidence: number | null; accuracy: number | null } // prettier-ignore

export function reliability({ given, predicted, confidence }: Outcomes): ReliabilityBin[] {
  const bins = Array.from({ length: calibrationBins }, () => ({ works: 0, sum: 0, right: 0 }))
  for (const [work, p] of confidence.entries()) {
    const bin = bins[binOf(p)]!
    bin.works++
    bin.sum += p
    bin.right += Number(given[work] === predicted[work])
  }
  return bins.map(({ works, sum, right }, at) => ({
    low: at / calibrationBins,
    high: (at + 1) / calibrationBins,
    works,
    confidence: works === 0 ? null : sum / works,
    accuracy: works === 0 ? null : right / works,
  }))
}
