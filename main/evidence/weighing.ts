/**
 * What witnesses say of works, as logarithms of probabilities: value [work][term][witness], row-major. Labels in
 * [0, terms); weight: how much each work counts, in [0, 1].
 */
export type Testimony = {
  values: Float32Array
  labels: Int32Array
  weights: Float64Array
  terms: number
  witnesses: number
}

/** What is believed before any label speaks: as if so many had been looked at. */
export type Belief = { wrong: number; right: number }

/** weights: of each witness, not negative. rate: share of labels that are drawn blindly, in (0, 1). */
export type Weighing = { weights: number[]; rate: number }

const rounds = 60
const least = 0.0005
const most = 0.5

/**
 * Weighs witnesses by how well they foretell the labels together. The model: a label is drawn blindly from all terms with
 * probability `rate`, else with the product of what the witnesses say, each to the power of its weight, made to sum to 1. Weights
 * and rate are the likeliest (expectation-conditional maximisation, a Newton step a round; Meng and Rubin
 * 1993). No testimony may have seen the label of its own work.
 */
export function weigh(testimony: Testimony, belief: Belief = { wrong: 0, right: 0 }): Weighing {
  const { labels, weights, terms, witnesses } = testimony
  const active = new Set(Array.from({ length: witnesses }, (_, witness) => witness))
  let found: Weighing = { weights: Array<number>(witnesses).fill(0.5), rate: 0.1 }
  if (labels.length === 0) return found
  for (let round = 0; round < rounds; round++) {
    const foretold = foretell(testimony, found.weights)
    const ofGiven = Float64Array.from(labels, (label, work) => foretold[work * terms + label]!)
    const rate = blindRate(ofGiven, weights, terms, belief)
    const trust = ofGiven.map((p, work) => (weights[work]! * (1 - rate) * p) / ((1 - rate) * p + rate / terms))
    const step = newtonStep(testimony, foretold, trust, [...active])
    const next = found.weights.slice()
    for (const [witness, change] of step) {
      next[witness] = Math.min(8, next[witness]! + Math.max(-1, Math.min(1, change)))
      if (next[witness]! > 0) continue
      next[witness] = 0
      active.delete(witness)
    }
    const moved = Math.max(Math.abs(rate - found.rate), ...next.map((value, i) => Math.abs(value - found.weights[i]!)))
    found = { weights: next, rate }
    if (moved < 1e-4) break
  }
  return found
}

/** What the weighed witnesses foretell, [works, terms]; each row sums to 1. */
export function foretell({ values, terms, witnesses, labels }: Testimony, weights: readonly number[]): Float64Array {
  const out = new Float64Array(labels.length * terms)
  for (let work = 0, cell = 0; work < labels.length; work++) {
    const row = out.subarray(work * terms, (work + 1) * terms)
    let highest = -Infinity
    for (let term = 0; term < terms; term++) {
      let sum = 0
      for (let witness = 0; witness < witnesses; witness++, cell++) sum += weights[witness]! * values[cell]!
      row[term] = sum
      if (sum > highest) highest = sum
    }
    let total = 0
    for (let term = 0; term < terms; term++) total += row[term] = Math.exp(row[term]! - highest)
    for (let term = 0; term < terms; term++) row[term]! /= total
  }
  return out
}

/** The term foretold most, `except` left out; of equal ones the first. One at least must be left. */
export function mostForetold(row: Float64Array, except: readonly number[]): number {
  let best = 0
  while (except.includes(best)) best++
  for (let term = 0; term < row.length; term++) if (row[term]! > row[best]! && !except.includes(term)) best = term
  return best
}

/** The likeliest rate where the rest stands: the derivative falls with the rate, so halving finds it. */
function blindRate(ofGiven: Float64Array, weights: Float64Array, terms: number, belief: Belief): number {
  let [low, high] = [least, most]
  for (let step = 0; step < 30; step++) {
    const rate = (low + high) / 2
    let slope = belief.wrong / rate - belief.right / (1 - rate)
    for (let work = 0; work < ofGiven.length; work++)
      slope += (weights[work]! * (1 / terms - ofGiven[work]!)) / ((1 - rate) * ofGiven[work]! + rate / terms)
    if (slope > 0) low = rate
    else high = rate
  }
  return (low + high) / 2
}

/** Newton's step of a conditional logit over the active witnesses, held back by a small ridge. */
function newtonStep(testimony: Testimony, foretold: Float64Array, trust: Float64Array, active: number[]) {
  const { values, labels, terms, witnesses } = testimony
  const size = active.length
  const gradient = new Float64Array(size)
  const curvature = Array.from({ length: size }, () => new Float64Array(size))
  const mean = new Float64Array(size)
  for (let work = 0; work < labels.length; work++) {
    const start = work * terms
    const at = (term: number, i: number) => values[(start + term) * witnesses + active[i]!]!
    mean.fill(0)
    for (let term = 0; term < terms; term++)
      for (let i = 0; i < size; i++) mean[i]! += foretold[start + term]! * at(term, i)
    for (let i = 0; i < size; i++) gradient[i]! += trust[work]! * (at(labels[work]!, i) - mean[i]!)
    for (let term = 0; term < terms; term++)
      for (let i = 0; i < size; i++) {
        const share = trust[work]! * foretold[start + term]! * (at(term, i) - mean[i]!)
        for (let j = 0; j <= i; j++) curvature[i]![j]! += share * (at(term, j) - mean[j]!)
      }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) curvature[j]![i] = curvature[i]![j]!
    curvature[i]![i]! += 1e-3
  }
  const step = solve(curvature, gradient)
  return active.map((witness, i) => [witness, step[i]!] as const)
}

/** Gaussian elimination of a small symmetric positive definite system. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const rows = matrix.map((row, i) => Float64Array.of(...row, right[i]!))
  const size = right.length
  for (let i = 0; i < size; i++)
    for (let other = i + 1; other < size; other++) {
      const factor = rows[other]![i]! / rows[i]![i]!
      for (let column = i; column <= size; column++) rows[other]![column]! -= factor * rows[i]![column]!
    }
  const out = new Float64Array(size)
  for (let i = size - 1; i >= 0; i--) {
    let sum = rows[i]![size]!
    for (let column = i + 1; column < size; column++) sum -= rows[i]![column]! * out[column]!
    out[i] = sum / rows[i]![i]!
  }
  return out
}
