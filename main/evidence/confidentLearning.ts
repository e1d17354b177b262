import { mostProbable, type Predictions } from './confidence.ts'
import { normalisedMargin } from './margin.ts'

export type Pruning = 'off-diagonal' | 'by-class' | 'by-noise-rate' | 'both'
export type ConfidentLearning = {
  /** Mean probability of each term among the works that have it; Infinity for a term that no work has. [terms] */
  thresholds: Float64Array
  /** Works counted as [given][true], scaled so that each row sums to the works with that label. */
  joint: number[][]
  /** Chance of a label where another is true, [given][true]; columns sum to 1. */
  noise: number[][]
}

const tolerance = 1e-6
const leastThreshold = 2 * tolerance
const mostNoise = 0.9999

/** Thresholds, confident joint and noise matrix of confident learning (Northcutt, Jiang and Chuang 2021), as in cleanlab 2. */
export function confidentLearning(predictions: Predictions): ConfidentLearning {
  const { labels, terms } = predictions
  const thresholds = thresholdsOf(predictions)
  const counts = Array.from({ length: terms }, () => Array<number>(terms).fill(0))
  for (const [work, label] of labels.entries()) {
    const guess = label < 0 ? -1 : confidentTerm(predictions, thresholds, work)
    if (guess >= 0) counts[label]![guess]!++
  }
  for (let term = 0; term < terms; term++) counts[term]![term] = Math.max(1, counts[term]![term]!)
  const joint = calibrated(counts, labels)
  return { thresholds, joint, noise: noiseOf(joint) }
}

/** Labels taken for wrong, by a variant; never those that the prediction agrees with. [works] */
export function wrongLabels(
  predictions: Predictions,
  variant: Pruning,
  found = confidentLearning(predictions),
): boolean[] {
  // prettier-ignore
  const { probabilities, labels, terms } = predictions
  const chosen = pick(predictions, variant, found)
  return chosen.map((isChosen, work) => {
    if (!isChosen) return false
    const row = probabilities.slice(work * terms, (work + 1) * terms)
    row[labels[work]!]! += tolerance
    return mostProbable(row) !== labels[work]
  })
}

/** In [0, 1]: the normalised margin, those taken for wrong in the lower half, all others in the upper. [works] */
export function confidentLearningScores(predictions: Predictions, variant: Pruning = 'both'): Float64Array {
  const wrong = wrongLabels(predictions, variant)
  return normalisedMargin(predictions).map((margin, work) => (wrong[work] ? margin / 2 : 0.5 + margin / 2))
}

function thresholdsOf({ probabilities, labels, terms }: Predictions): Float64Array {
  const sums = new Float64Array(terms)
  const counts = new Float64Array(terms)
  for (const [work, label] of labels.entries()) {
    if (label < 0) continue
    sums[label]! += probabilities[work * terms + label]!
    counts[label]!++
  }
  return sums.map((sum, term) => (counts[term] === 0 ? Infinity : Math.max(leastThreshold, sum / counts[term]!)))
}

/** The term whose threshold the work reaches; of several the most probable; -1: none. */
function confidentTerm({ probabilities, terms }: Predictions, thresholds: Float64Array, work: number): number {
  const row = probabilities.subarray(work * terms, (work + 1) * terms)
  const reached = [...row.keys()].filter((term) => row[term]! >= thresholds[term]! - tolerance)
  return reached.length > 1 ? mostProbable(row) : (reached[0] ?? -1)
}

/** Rows scaled to the number of works with each label and rounded, sums kept. */
function calibrated(counts: number[][], labels: Int32Array): number[][] {
  const works = Array<number>(counts.length).fill(0)
  for (const label of labels) if (label >= 0) works[label]!++
  return counts.map((row, label) => {
    const sum = row.reduce((total, count) => total + count, 0)
    return roundedKeepingSum(row.map((count) => (count / sum) * works[label]!))
  })
}

/** Rounds half to even, then mends those that were rounded furthest until the sum is right. */
function roundedKeepingSum(values: number[]): number[] {
  const whole = values.map(halfEven)
  const wanted = halfEven(values.reduce((sum, value) => sum + value, 0))
  for (;;) {
    const missing = wanted - whole.reduce((sum, value) => sum + value, 0)
    if (missing === 0) return whole
    const order = [...values.keys()].toSorted((a, b) => values[a]! - whole[a]! - (values[b]! - whole[b]!))
    if (missing > 0) order.reverse()
    for (const index of order.slice(0, Math.abs(missing))) whole[index]! += Math.sign(missing)
  }
}

function halfEven(value: number): number {
  const down = Math.floor(value)
  if (value - down !== 0.5) return Math.round(value)
  return down % 2 === 0 ? down : down + 1
}

function noiseOf(joint: number[][]): number[][] {
  const terms = joint.length
  const columns = joint.map((_, column) => joint.reduce((sum, row) => sum + row[column]!, 0))
  const noise = joint.map((row, given) =>
    row.map((count, truth) => {
      const chance = columns[truth] === 0 ? 0 : count / columns[truth]!
      return given === truth ? chance : Math.min(mostNoise, chance)
    }),
  )
  for (let truth = 0; truth < terms; truth++) {
    const sum = noise.reduce((total, row) => total + row[truth]!, 0)
    if (sum > 0) for (const row of noise) row[truth]! /= sum
  }
  return noise
}

function pick(predictions: Predictions, variant: Pruning, { joint, thresholds }: ConfidentLearning): boolean[] {
  const { labels } = predictions
  if (variant === 'off-diagonal')
    return Array.from(labels, (label, work) => {
      const guess = label < 0 ? -1 : confidentTerm(predictions, thresholds, work)
      return guess >= 0 && guess !== label
    })
  const counts = keptOne(joint)
  const byClass = variant === 'by-noise-rate' ? null : prunedByClass(predictions, counts)
  const byRate = variant === 'by-class' ? null : prunedByRate(predictions, counts)
  return Array.from(labels, (_, work) => (byClass?.[work] ?? true) && (byRate?.[work] ?? true))
}

/** At least one work of each term is left: what the diagonal gains, the others in its row lose evenly. [given][true] */
const keptOne = (joint: number[][]): number[][] =>
  joint.map((row, given) => {
    const gained = Math.max(row[given]!, 1) - row[given]!
    const others = Math.max(row.filter((count) => count !== 0).length - 1, 1)
    return row.map((count, truth) => (truth === given ? count + gained : Math.max(0, Math.trunc(count - gained / others)))) // prettier-ignore
  })

/** Of each term, the works whose label is least probable: as many as the joint counts as wrong. */
function prunedByClass({ probabilities, labels, terms }: Predictions, counts: number[][]): boolean[] {
  const out = Array<boolean>(labels.length).fill(false)
  for (let given = 0; given < terms; given++) {
    const works = worksOf(labels, given)
    if (works.length <= 1) continue
    const order = works.toSorted((a, b) => probabilities[a * terms + given]! - probabilities[b * terms + given]!)
    for (const work of order.slice(0, Math.max(0, works.length - counts[given]![given]!))) out[work] = true
  }
  return out
}

/** Of each pair of terms, the works that look most like the other: as many as the joint counts. */
function prunedByRate({ probabilities, labels, terms }: Predictions, counts: number[][]): boolean[] {
  const out = Array<boolean>(labels.length).fill(false)
  for (let given = 0; given < terms; given++) {
    const works = worksOf(labels, given)
    if (works.length <= 1) continue
    for (let truth = 0; truth < terms; truth++) {
      if (truth === given || counts[given]![truth]! <= 0) continue
      const margin = (work: number) => probabilities[work * terms + truth]! - probabilities[work * terms + given]!
      for (const work of works.toSorted((a, b) => margin(b) - margin(a)).slice(0, counts[given]![truth]!)) out[work] = true // prettier-ignore
    }
  }
  return out
}

const worksOf = (labels: Int32Array, term: number) => [...labels.keys()].filter((work) => labels[work] === term)
