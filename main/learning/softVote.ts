/** Probabilities [works, terms] of each run that votes. */
export type Voices = readonly Float32Array[]
export type Weighing = 'equal' | 'accuracy' | 'optimised'

const steps = 500
const gain = 1e-9

/**
 * Weights of runs that vote, summing to 1, found on the works that `use` lets through: the same for all, in proportion to
 * accuracy, or those with the least mean log-loss. labels: -1 for none. [works]
 */
export function voteWeights(
  weighing: Weighing,
  { voices, labels, terms }: { voices: Voices; labels: Int32Array; terms: number },
  use: (work: number) => boolean,
): number[] {
  const works = [...labels.keys()].filter((work) => labels[work]! >= 0 && use(work))
  const even = voices.map(() => 1 / voices.length)
  if (weighing === 'equal' || works.length === 0) return even
  if (weighing === 'optimised') return leastLoss(voices.map((voice) => works.map((work) => voice[work * terms + labels[work]!]!))) // prettier-ignore
  const hits = voices.map((voice) => works.filter((work) => isMet(voice, work, labels[work]!, terms)).length)
  const sum = hits.reduce((total, count) => total + count, 0)
  return sum === 0 ? even : hits.map((count) => count / sum)
}

function isMet(voice: Float32Array, work: number, label: number, terms: number): boolean {
  const row = voice.subarray(work * terms, (work + 1) * terms)
  return row.indexOf(Math.max(...row)) === label
}

/**
 * Expectation-maximisation for the weights of a mixture (Dempster, Laird and Rubin 1977): the log-likelihood is concave in them, so that
 * it ends at the best. given: the probability of the label, by voice and work.
 */
function leastLoss(given: readonly (readonly number[])[]): number[] {
  const works = given[0]!.length
  let weights = given.map(() => 1 / given.length)
  let before = Number.NEGATIVE_INFINITY
  for (let step = 0; step < steps; step++) {
    const sums = weights.map(() => 0)
    let likelihood = 0
    for (let work = 0; work < works; work++) {
      const parts = given.map((voice, at) => weights[at]! * Math.max(1e-12, voice[work]!))
      const whole = parts.reduce((sum, part) => sum + part, 0)
      likelihood += Math.log(whole)
      for (const [at, part] of parts.entries()) sums[at]! += part / whole
    }
    weights = sums.map((sum) => sum / works)
    if (likelihood - before < gain * works) break
    before = likelihood
  }
  return weights
}

/** The weighted mean of what the runs say, [works, terms]; zeros for a work of which one of them says nothing. */
export function mix(voices: Voices, terms: number, weightsOf: (work: number) => readonly number[]): Float32Array {
  const out = new Float32Array(voices[0]!.length)
  for (let work = 0; work < out.length / terms; work++) {
    const [from, to] = [work * terms, (work + 1) * terms]
    if (!voices.every((voice) => voice.subarray(from, to).some((p) => p > 0))) continue
    const weights = weightsOf(work)
    for (let cell = from; cell < to; cell++)
      out[cell] = voices.reduce((sum, voice, at) => sum + weights[at]! * voice[cell]!, 0)
  }
  return out
}
