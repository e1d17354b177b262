import { otherWorks } from './artistShare.ts'
import { agreement, type Neighbours } from './agreement.ts'
import { courseOf, heldFactor, type Dynamics } from './dynamics.ts'
import { judgeBlocks, weighBlocks, type BlockWeighing } from './blocks.ts'
import { foretell, mostForetold, weigh, type Testimony, type Weighing } from './weighing.ts'

/** What there is to judge the labels of one attribute by. Rows of works, columns of terms; -1: no label, no artist. */
export type Witnesses = {
  labels: Int32Array
  /** The terms of labels that name several, by work; their `labels` are -1. They are heard as shares of a work of each, and judged by judgeSeveral. */
  several?: ReadonlyMap<number, readonly number[]>
  terms: number
  /** Out of sample, [works, terms]; a row of zeros: the work cannot be judged. */
  picture: Float32Array
  neighbours: Neighbours | null
  artists: Int32Array | null
  /** How much each work counts among its artist's (attribution.ts), in [0, 1]; left out: wholly. [works] */
  closeness?: Float32Array | null
  /** By a model that has seen no work of the same artist, [works, terms]. */
  unseen: Float32Array | null
  /** How the labels came to be learned; null or left out: nobody has kept it. */
  dynamics?: Dynamics | null
}

export type WitnessName = 'picture' | 'artist' | 'neighbours'
/** How much each witness counts; kept with a run, so that later labels are judged alike. */
export type Combination = {
  witnesses: WitnessName[]
  single: Weighing
  batch: BlockWeighing | null
  /** How much it counts how a label came to be learned (dynamics.ts), times the user's factor, `usual` where there is none; left out: not at all. */
  dynamics?: { weight: number; usual: number }
  /** By how much a user lets a witness count more or less than was found, from 0 (not at all) on; left out: as found. */
  factors?: Factors
  /** At which the picture's probabilities are calibrated; left out: 1. */
  temperature?: number
}
/** 'batch': all the artist's works with the label together; 'dynamics': how the label came to be learned. */
export type Factors = Partial<Record<WitnessName | 'batch' | 'dynamics', number>>

/** How much each witness counts, in the order of their names. */
export const weightsOf = ({ witnesses, single, factors }: Combination): number[] =>
  single.weights.map((weight, index) => weight * (factors?.[witnesses[index]!] ?? 1))

/** The power of what the learning of a label says. */
export const dynamicsWeight = ({ dynamics, factors }: Combination): number =>
  dynamics ? dynamics.weight * (factors?.dynamics ?? dynamics.usual) : 0

/** How much each witness counts, by name, a user's factors included: as a verdict keeps it. */
export function weightsTold(combination: Combination): Record<string, number> {
  const { witnesses, batch, factors, single } = combination
  const weights = weightsOf(combination)
  const told = [
    ...witnesses.map((witness, index) => [witness, weights[index]!] as const),
    ...(batch ? [['batch', factors?.batch ?? 1] as const] : []),
    ['dynamics', dynamicsWeight(combination)] as const,
    ['rate', single.rate] as const,
  ]
  return Object.fromEntries(told.map(([name, weight]) => [name, Number(weight.toFixed(3))]))
}

/** What the combination says of one label. */
export type Judgement = {
  work: number
  given: number
  /** The other terms of a label that names several. */
  further?: readonly number[]
  /** The term that speaks most against the given one: of all witnesses for this work, or of the whole batch. */
  suggestion: number
  /** What the picture says, in [0, 1]. */
  givenProbability: number
  suggestionProbability: number
  /** Chance that this label alone is right, and that the artist's works with this label are rightly labelled, in [0, 1]. */
  single: number
  batch: number
  /** By how much the way it was learned lowers the chance, in [0, 1]. */
  dynamics: number
  /** Their product: in [0, 1], low is worse. */
  score: number
}

/** Single errors are everywhere: as if 20 labels had been looked at before, and one had been wrong. Batches must show themselves. */
const usual = { wrong: 1, right: 19 }
export const leastProbability = 1e-4
/** How a label was learned helps where nobody knows the artists, and harms where they speak themselves: measured, docs/benchmarks.md. */
const heldWeight = 0.5
/** Works from which the weights are found; more make them no better. */
const mostWorks = 6000

/**
 * Finds how much each witness counts: single errors are judged by the picture, the artist's other works and the works most
 * like it; errors of a batch by what a model that knows none of the artist's works says of all those with the same label.
 */
export function combine(witnesses: Witnesses): Combination {
  const { names, testimony, works } = testimonyOf(witnesses)
  const single = weigh(thinned(testimony), usual)
  const { artists, unseen, labels, terms, dynamics } = witnesses
  const held = dynamics ? { dynamics: { weight: heldWeight, usual: artists ? 0 : 1 } } : {}
  if (!artists || !unseen) return { witnesses: names, single, batch: null, ...held }
  const chances = singleChances(testimony, single)
  const trust = new Float64Array(labels.length)
  for (const [index, work] of works.entries()) trust[work] = chances[index]!
  return { witnesses: names, single, batch: weighBlocks({ labels, artists, unseen, terms, trust }), ...held }
}

/** Judges every labelled work that has a row of probabilities, by weights found before. */
export function judge(witnesses: Witnesses, combination: Combination): Judgement[] {
  const { batch, factors } = combination
  const single = { ...combination.single, weights: weightsOf(combination) }
  const { labels, terms, picture, artists, unseen } = witnesses
  const { testimony, works } = testimonyOf(witnesses)
  const foretold = foretell(testimony, single.weights)
  const chances = singleChances(testimony, single, foretold)
  const ofBlocks = batch && artists && unseen ? judgeBlocks({ labels, artists, unseen, terms }, batch) : null
  return works.map((work, index) => {
    const given = labels[work]!
    const alone = clamp(chances[index]!)
    const together = clamp(ofBlocks ? ofBlocks.chances[work]! ** (factors?.batch ?? 1) : 1)
    const held = dynamicsOf(witnesses, work, combination)
    const row = foretold.subarray(index * terms, (index + 1) * terms)
    const suggestion = ofBlocks && together < alone ? ofBlocks.suggestions[work]! : mostForetold(row, [given])
    return {
      work,
      given,
      suggestion,
      givenProbability: clamp(picture[work * terms + given]!),
      suggestionProbability: clamp(picture[work * terms + suggestion]!),
      single: alone,
      batch: together,
      dynamics: held,
      score: alone * together * held,
    }
  })
}

/** 1 where nothing is known of how the label that stands was learned. */
export function dynamicsOf({ dynamics, labels }: Witnesses, work: number, combination: Combination): number {
  const weight = dynamicsWeight(combination)
  if (!dynamics || weight === 0 || labels[work]! < 0 || dynamics.labels[work] !== labels[work]) return 1
  return heldFactor(courseOf(dynamics.learned, work, dynamics.moments), weight)
}

/** What all witnesses foretell of each work that can be judged, [works, terms]; zeros for the others. */
export function foretellAll(witnesses: Witnesses, combination: Combination): Float64Array {
  const { terms, labels } = witnesses
  const { testimony, works } = testimonyOf(witnesses)
  const foretold = foretell(testimony, weightsOf(combination))
  const out = new Float64Array(labels.length * terms)
  for (const [index, work] of works.entries())
    out.set(foretold.subarray(index * terms, (index + 1) * terms), work * terms)
  return out
}

/** What all witnesses foretell of one work of a testimony. [terms] */
export function foretellWork({ values, labels, ...testimony }: Testimony, index: number, weights: readonly number[]) {
  const size = testimony.terms * testimony.witnesses
  const own = { values: values.subarray(index * size, (index + 1) * size), labels: labels.subarray(index, index + 1) }
  return foretell({ ...testimony, ...own }, weights)
}

/** The witnesses of a combination, as logarithms, for the works of which the picture says something: those labelled, or others. */
export function testimonyOf(
  { labels, several, terms, picture, neighbours, artists, closeness }: Witnesses,
  isMeant: (work: number) => boolean = (work) => labels[work]! >= 0,
) {
  const said: [WitnessName, Float32Array][] = [['picture', picture]]
  const targets = { labels, ...(several ? { several } : {}) }
  if (artists) said.push(['artist', otherWorks({ ...targets, groups: artists, terms, closeness: closeness ?? null })])
  if (neighbours) said.push(['neighbours', agreement(neighbours, targets, terms)])
  const works = [...labels.keys()].filter(
    (work) => isMeant(work) && picture.subarray(work * terms, (work + 1) * terms).some((p) => p > 0),
  )
  const values = new Float32Array(works.length * terms * said.length)
  let cell = 0
  for (const work of works)
    for (let term = 0; term < terms; term++)
      for (const [, probabilities] of said)
        values[cell++] = Math.log(Math.max(leastProbability, probabilities[work * terms + term]!))
  const testimony: Testimony = {
    values,
    labels: Int32Array.from(works, (work) => labels[work]!),
    weights: new Float64Array(works.length).fill(1),
    terms,
    witnesses: said.length,
  }
  return { names: said.map(([name]) => name), testimony, works }
}

/**
 * The chance that each label alone is right. The rate was found as if wrong labels were any term; but people take one term for
 * another that could be meant, and then the wrong label may well be this one: it is held against the whole rate.
 */
function singleChances(testimony: Testimony, { weights, rate }: Weighing, foretold = foretell(testimony, weights)) {
  const { labels, terms } = testimony
  return Float64Array.from(labels, (label, work) => {
    const right = (1 - rate) * foretold[work * terms + label]!
    return right / (right + rate)
  })
}

/** Every so many-th work, where there are more than enough. */
function thinned(testimony: Testimony): Testimony {
  const every = Math.ceil(testimony.labels.length / mostWorks)
  if (every <= 1) return testimony
  const size = testimony.terms * testimony.witnesses
  const kept = [...testimony.labels.keys()].filter((work) => work % every === 0)
  const values = new Float32Array(kept.length * size)
  for (const [index, work] of kept.entries())
    values.set(testimony.values.subarray(work * size, (work + 1) * size), index * size)
  const labels = Int32Array.from(kept, (work) => testimony.labels[work]!)
  return { ...testimony, values, labels, weights: new Float64Array(kept.length).fill(1) }
}

const clamp = (p: number) => Math.min(1, Math.max(0, p))
