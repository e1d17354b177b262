import { agreement } from '#main/evidence/agreement.ts'
import { otherWorks } from '#main/evidence/artistShare.ts'
import { combine, judge, type Witnesses } from '#main/evidence/combination.ts'
import { confidentLearningScores } from '#main/evidence/confidentLearning.ts'
import { courseOf, dynamicsScores } from '#main/evidence/dynamics.ts'
import { isolationScores } from '#main/evidence/isolationForest.ts'
import { normalisedMargin } from '#main/evidence/margin.ts'
import { falseAlarmThresholds, thresholdScores } from '#main/evidence/thresholds.ts'

/** What a method may look at: witnesses of labelled works alone, and what the network saw in them, [works, dimension]. */
export type Case = Witnesses & { features: { rows: Float32Array; dimension: number } }
/** A score for each work, low is worse. To enter a method, add it to `methods`. */
type Method = (given: Case) => ArrayLike<number>

const ofGiven = (probabilities: Float32Array, { labels, terms }: Case) =>
  Float64Array.from(labels, (label, work) => probabilities[work * terms + label]!)

/** Mean over the works of one artist with one label. */
function byBlock(values: Float64Array, { labels, artists }: Case): Float64Array {
  const key = (work: number) => `${artists![work]! < 0 ? `work ${work}` : artists![work]} ${labels[work]}`
  const sums = new Map<string, { sum: number; count: number }>()
  for (const [work, value] of values.entries()) {
    const { sum, count } = sums.get(key(work)) ?? { sum: 0, count: 0 }
    sums.set(key(work), { sum: sum + value, count: count + 1 })
  }
  return values.map((_, work) => sums.get(key(work))!.sum / sums.get(key(work))!.count)
}

function combined(given: Case): Float64Array {
  const scores = new Float64Array(given.labels.length).fill(1)
  for (const { work, score } of judge(given, combine(given))) scores[work] = score
  return scores
}

/** Each term is a world of its own: works unlike the others with their label. */
function isolationByTerm({ features: { rows, dimension }, labels, terms }: Case): Float64Array {
  const scores = new Float64Array(labels.length)
  for (let term = 0; term < terms; term++) {
    const works = [...labels.keys()].filter((work) => labels[work] === term)
    const own = Float32Array.from({ length: works.length * dimension }, (_, i) => rows[works[Math.floor(i / dimension)]! * dimension + (i % dimension)]!) // prettier-ignore
    for (const [index, score] of isolationScores({ rows: own, dimension }).entries()) scores[works[index]!] = score
  }
  return scores
}

/** 1 where the run has kept nothing of how labels were learned. */
const byDynamics = ({ dynamics, labels }: Case, track: 'learned' | 'unseen') =>
  dynamics ? dynamicsScores(dynamics, track) : labels.map(() => 1)

const meanWhileLearned = ({ dynamics, labels }: Case) =>
  Float64Array.from(labels, (_, work) => (dynamics ? courseOf(dynamics.learned, work, dynamics.moments).mean : 1))

const withoutArtists = (given: Case): Case => ({ ...given, artists: null, unseen: null })
const predictions = ({ picture, labels, terms }: Case) => ({ probabilities: picture, labels, terms })

export const methods: Readonly<Record<string, Method>> = {
  'confidence in the label': (given) => ofGiven(given.picture, given),
  'normalised margin': (given) => normalisedMargin(predictions(given)),
  'calibrated threshold of the term': (given) => thresholdScores(predictions(given), falseAlarmThresholds(predictions(given), 0.05)), // prettier-ignore
  'confident learning, both prunings': (given) => confidentLearningScores(predictions(given)),
  '20 nearest works': (given) => ofGiven(agreement(given.neighbours!, given, given.terms), given),
  'area under the margin, told the label': (given) => byDynamics(given, 'learned'),
  'area under the margin, not told it': (given) => byDynamics(given, 'unseen'),
  'mean probability while learned': meanWhileLearned,
  'isolation forest': ({ features }) => isolationScores(features),
  'isolation forest of the term': isolationByTerm,
  'the combination, no artists known': (given) => combined(withoutArtists(given)),
  'the same without training dynamics': (given) => combined({ ...withoutArtists(given), dynamics: null }),
}

/** Where artists are known. */
export const methodsWithArtists: typeof methods = {
  "the artist's other works": (given) => ofGiven(otherWorks({ labels: given.labels, groups: given.artists!, terms: given.terms }), given), // prettier-ignore
  'confidence, artists never seen': (given) => ofGiven(given.unseen!, given),
  'the same, mean of artist and label': (given) => byBlock(ofGiven(given.unseen!, given), given),
  'the combination': combined,
}
