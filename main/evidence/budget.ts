import { wilson, type Range } from './proportions.ts'

/** What a person has said of a label: 1 it was wrong, 0 it was right, -1 nothing yet. */
type Verdict = -1 | 0 | 1
/** A label in the order of the queue; chance: that it is wrong, in [0, 1]. */
export type Queued = { chance: number; verdict: Verdict }
/** What was found in a random sample of the labels that the queue does not show. */
export type Control = { size: number; looked: number; wrong: number; population: number }

export type Budget = {
  reviewed: number
  found: number
  /** Wrong labels still expected among all that nobody has looked at. */
  expected: number
  /** After so many more labels, so many more wrong ones are expected to be found. */
  steps: { labels: number; finds: number }[]
  /** How much the verdicts so far have lowered or raised what the model expected; 1: not at all. */
  correction: number
  control: Control & Range & { missed: Range }
  advice: 'go-on' | 'check' | 'stop'
}

/** The model's expectations count as much as so many wrong labels found as expected. */
const belief = 4
const wantedSteps = [25, 50, 100, 200, 500, 1000]
/** When fewer than this share of the next labels would be wrong, looking on is hardly worth it. */
const worthLooking = 0.05
const nextLabels = 20
/** Fewer labels of the control sample say too little. */
export const fewestControls = 30
/** A control sample that leaves at most this share of wrong labels possible is good enough to stop. */
const fewEnough = 0.1

/**
 * What further review would find. Labels that were looked at count as what they were; the chances of the others are multiplied
 * by what was found over what was expected among those (Gamma-Poisson, with the model's expectation as prior).
 */
export function budget(queue: readonly Queued[], control: Control): Budget {
  const looked = queue.filter(({ verdict }) => verdict >= 0)
  const found = looked.filter(({ verdict }) => verdict > 0).length
  const expectedThere = looked.reduce((sum, { chance }) => sum + chance, 0)
  const correction = (found + belief) / (expectedThere + belief)
  const left = queue.filter(({ verdict }) => verdict < 0).map(({ chance }) => Math.min(1, chance * correction))
  const sums = [0]
  for (const chance of left) sums.push(sums.at(-1)! + chance)
  const steps = [...new Set([...wantedSteps.filter((labels) => labels < left.length), left.length])].map((labels) => ({ labels, finds: sums[labels]! })) // prettier-ignore
  const range = wilson(control.wrong, control.looked)
  const missed = { low: range.low * control.population, high: range.high * control.population }
  const isThin = sums[Math.min(nextLabels, left.length)]! < worthLooking * Math.min(nextLabels, left.length) || left.length === 0 // prettier-ignore
  const isSure = control.looked >= Math.min(fewestControls, control.size) && range.high <= fewEnough
  const isEmpty = control.size === 0 || control.looked >= control.size
  const advice = !isThin ? 'go-on' : isSure || isEmpty ? 'stop' : 'check'
  return { reviewed: looked.length, found, expected: sums.at(-1)!, steps, correction, control: { ...control, ...range, missed }, advice } // prettier-ignore
}
