/** Probabilities of the label and of the likeliest other term at each moment of a learning, [works, moments]. */
export type Track = { given: Float32Array; other: Float32Array }

/** How labels came to be learned. `labels`: those learned, -1 for works of which nothing is known. [works] */
export type Dynamics = {
  labels: Int32Array
  moments: number
  /** By the models that have not seen the label, and by the one that learned from all works. */
  unseen: Track
  learned: Track
}

/** How the probability of one label behaved over a learning. */
export type Course = {
  /** Its mean and its spread (standard deviation) over the moments, in [0, 1] (Swayamdipta et al. 2020, dataset cartography). */
  mean: number
  spread: number
  /** How far it was ahead of the likeliest other term, in nats, mean of the moments: the area under the margin (Pleiss et al. 2020). */
  margin: number
  /** Moments at which it was ahead, and the one from which on it stayed ahead, in [0, moments); null: it was behind at the end. */
  ahead: number
  heldFrom: number | null
}

const leastProbability = 1e-6
/** A label that a network holds with less than this on average is not held firmly. */
const firm = 0.5

export function courseOf({ given, other }: Track, work: number, moments: number): Course {
  const row = given.subarray(work * moments, (work + 1) * moments)
  const others = other.subarray(work * moments, (work + 1) * moments)
  const mean = row.reduce((sum, p) => sum + p, 0) / moments
  const variance = row.reduce((sum, p) => sum + (p - mean) ** 2, 0) / moments
  const margin = row.reduce((sum, p, moment) => sum + logOf(p) - logOf(others[moment]!), 0) / moments
  const ahead = row.filter((p, moment) => p > others[moment]!).length
  const lastBehind = row.findLastIndex((p, moment) => p <= others[moment]!)
  const heldFrom = lastBehind === moments - 1 ? null : lastBehind + 1
  return { mean, spread: Math.sqrt(variance), margin, ahead, heldFrom }
}

/**
 * Training dynamics as a method by itself: the area under the margin of each label as a share, 0.5 where it was ahead as far as it
 * was behind. In [0, 1], low is worse; 1 where nothing is known. [works]
 */
export function dynamicsScores({ labels, moments, ...tracks }: Dynamics, track: 'learned' | 'unseen'): Float64Array {
  return Float64Array.from(labels, (label, work) =>
    label < 0 ? 1 : 1 / (1 + Math.exp(-courseOf(tracks[track], work, moments).margin)),
  )
}

/**
 * By how much it lowers the chance that a label is right when the network that was told it held another term likelier while it
 * learned: the odds of the two, mean of the moments, to the power of `weight`. In [0, 1]; 1 where the label was ahead.
 */
export const heldFactor = ({ margin }: Pick<Course, 'margin'>, weight: number) => Math.min(1, Math.exp(weight * margin))

/** How a label came to be learned, in a sentence for a curator. */
export function dynamicsReason({ mean, ahead, heldFrom }: Pick<Course, 'mean' | 'ahead' | 'heldFrom'>): string {
  if (ahead === 0)
    return 'Though it was told this label, the network held another one likelier all the time it learned.'
  if (heldFrom === null) return 'The network took up this label while it learned, and gave it up again.'
  if (heldFrom > 0 && mean < firm) return 'The network learned this label late and never held it firmly.'
  if (heldFrom > 0) return 'The network learned this label late, but then held it firmly.'
  if (mean < firm) return 'The network learned this label at once, but never held it firmly.'
  return 'The network learned this label at once and held it firmly.'
}

const logOf = (p: number) => Math.log(Math.max(leastProbability, p))
