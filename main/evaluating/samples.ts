import type { EvaluationOptions, Sample, SampleOptions } from '#preload/api.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { createRandom } from '../engine/training/random.ts'
import { outcomes } from '../evidence/outcomes.ts'
import { judgedWorks } from './judgedWorks.ts'

const mostSamples = 200

/** Predictions of a run to look at. Throws as `judgedWorks` does. */
export async function samples(collection: OpenCollection, options: SampleOptions): Promise<Sample[]> {
  const all = await judgements(collection, options)
  const fitting = all.filter(
    ({ label, predicted }) =>
      (options.given === undefined || label === options.given) &&
      (options.predicted === undefined || predicted === options.predicted),
  )
  return inOrder(fitting, options).slice(0, Math.min(mostSamples, Math.max(0, options.count)))
}

const surest = (a: Sample, b: Sample) => b.probability - a.probability || a.artwork - b.artwork

function inOrder(all: Sample[], { kind, seed = 0 }: SampleOptions): Sample[] {
  if (kind === 'mistakes') return all.filter(({ label, predicted }) => label !== predicted).toSorted(surest)
  if (kind === 'right') return all.filter(({ label, predicted }) => label === predicted).toSorted(surest)
  if (kind === 'unsure') return all.toSorted((a, b) => surest(b, a))
  const random = createRandom('samples', seed)
  return all
    .map((sample) => ({ sample, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ sample }) => sample)
}

/** Ids of the works that a run takes for a term. */
export async function takenFor(
  collection: OpenCollection,
  { predicted, ...options }: EvaluationOptions & { predicted: string },
) {
  // prettier-ignore
  const all = await judgements(collection, options)
  return all.filter((one) => one.predicted === predicted).map(({ artwork }) => artwork)
}

/** What a run says of every work that it can be judged by. */
async function judgements(collection: OpenCollection, options: EvaluationOptions): Promise<Sample[]> {
  const { artworks, learned, predictions } = await judgedWorks(collection, options)
  const { positions, given, predicted, confidence } = outcomes(predictions)
  return Array.from(positions, (position, index) => ({
    artwork: artworks[position]!,
    label: learned.terms[given[index]!]!,
    predicted: learned.terms[predicted[index]!]!,
    probability: confidence[index]!,
    labelProbability: predictions.probabilities[position * predictions.terms + given[index]!]!,
  }))
}
