import type { Predictions } from './confidence.ts'
import { hash } from '../engine/training/random.ts'

/** Of more works the temperature comes out the same to two digits. */
const mostWorks = 5000
const leastProbability = 1e-12
const folds = 5
/** Works scaled without a breath. */
const atOnce = 2000
/** Inverse temperatures that are still believed: a model of a handful of works may be all right or all wrong. */
const [coldest, hottest] = [20, 0.05]

/**
 * Temperature scaling (Guo et al. 2017): the temperature at which probabilities, each to the power of 1 / temperature and
 * made to sum to 1, give the labels the least log-loss. It is convex in 1 / temperature: Newton's method, held between
 * bounds. `works`: positions of labelled works to fit to. 1 where there are none.
 */
export function fitTemperature(predictions: Predictions, works: ArrayLike<number>): number {
  const chosen = thinned(works)
  if (chosen.length === 0) return 1
  const logs = logsOf(predictions, chosen)
  const labels = chosen.map((work) => predictions.labels[work]!)
  let [low, high, inverse] = [hottest, coldest, 1]
  for (let step = 0; step < 60; step++) {
    const { slope, bend } = derivatives(logs, labels, predictions.terms, inverse)
    if (slope > 0) high = inverse
    else low = inverse
    const aimed = inverse - slope / bend
    const next = aimed > low && aimed < high ? aimed : (low + high) / 2
    if (Math.abs(next - inverse) < 1e-12 * inverse) break
    inverse = next
  }
  return 1 / inverse
}

/** First and second derivative of the mean log-loss by the inverse temperature. */
function derivatives(logs: Float64Array, labels: readonly number[], terms: number, inverse: number) {
  let [slope, bend] = [0, 0]
  for (const [work, label] of labels.entries()) {
    const start = work * terms
    let most = -Infinity
    for (let at = start; at < start + terms; at++) if (logs[at]! > most) most = logs[at]!
    let [sum, first, second] = [0, 0, 0]
    for (let at = start; at < start + terms; at++) {
      const value = logs[at]!
      const weight = Math.exp(inverse * (value - most))
      sum += weight
      first += weight * value
      second += weight * value * value
    }
    const mean = first / sum
    slope += mean - logs[start + label]!
    bend += second / sum - mean * mean
  }
  return { slope: slope / labels.length, bend: Math.max(1e-12, bend / labels.length) }
}

function logsOf({ probabilities, terms }: Predictions, works: readonly number[]): Float64Array {
  const logs = new Float64Array(works.length * terms)
  for (const [index, work] of works.entries())
    for (let term = 0; term < terms; term++)
      logs[index * terms + term] = Math.log(Math.max(leastProbability, probabilities[work * terms + term]!))
  return logs
}

/** Every so many-th, where there are more than enough. */
function thinned(works: ArrayLike<number>): number[] {
  const every = Math.ceil(works.length / mostWorks)
  return Array.from(works).filter((_, at) => at % every === 0)
}

/** Writes the probabilities of some works [works, terms] at a temperature into `into`; rows of zeros stay so. */
export function scale(
  { probabilities, terms }: Predictions,
  works: ArrayLike<number>,
  temperature: number,
  into: Float32Array,
) {
  // prettier-ignore
  const power = 1 / temperature
  const row = new Float64Array(terms)
  for (let index = 0; index < works.length; index++) {
    const start = works[index]! * terms
    let [most, sum] = [0, 0]
    for (let term = 0; term < terms; term++) most = Math.max(most, probabilities[start + term]!)
    if (most === 0) continue
    for (let term = 0; term < terms; term++)
      sum += row[term] = Math.exp(power * Math.log(Math.max(leastProbability, probabilities[start + term]!) / most))
    for (let term = 0; term < terms; term++) into[start + term] = row[term]! / sum
  }
}

/** Probabilities at a temperature, [works, terms]. */
export function calibrated(predictions: Predictions, temperature: number): Float32Array {
  const into = new Float32Array(predictions.probabilities.length)
  scale(predictions, predictions.labels.map((_, work) => work), temperature, into) // prettier-ignore
  return into
}

/**
 * Probabilities calibrated as honestly as the labels were judged, [works, terms]: the works are dealt to five parts by their
 * image, copies together, and each part takes the temperature of the other four. `images`: hash of each work's image.
 * `breathe` is awaited now and then, so that others may work meanwhile.
 */
export async function crossCalibrated(
  predictions: Predictions,
  images: readonly string[],
  breathe: () => Promise<void>,
): Promise<Float32Array> {
  const into = new Float32Array(predictions.probabilities.length)
  const parts = images.map((image) => Math.abs(hash(image)) % folds)
  const labelled = Array.from(predictions.labels.keys()).filter((work) => predictions.labels[work]! >= 0)
  for (let part = 0; part < folds; part++) {
    const others = labelled.filter((work) => parts[work] !== part)
    const own = [...parts.keys()].filter((work) => parts[work] === part)
    const temperature = fitTemperature(predictions, others)
    for (let start = 0; start < own.length; start += atOnce) {
      await breathe()
      scale(predictions, own.slice(start, start + atOnce), temperature, into)
    }
  }
  return into
}
