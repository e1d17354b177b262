import type { Calibration, CalibrationFigures, EvaluationOptions } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import type { Predictions } from '../evidence/confidence.ts'
import { figures } from '../evidence/figures.ts'
import { outcomes } from '../evidence/outcomes.ts'
import { reliability } from '../evidence/reliability.ts'
import { crossCalibrated, fitTemperature } from '../evidence/temperature.ts'
import { falseAlarmThresholds } from '../evidence/thresholds.ts'
import { createBreath } from './breathe.ts'
import { judgedWorks, type JudgedWorks } from './judgedWorks.ts'
import { createKept } from './keptAnswers.ts'

const kept = createKept<{ works: JudgedWorks; predictions: Predictions }>(1)

/**
 * A run's probabilities as chances that can be believed, [works, terms] in the order of `works.artworks`: each work's are
 * scaled by a temperature that has seen neither its label nor a copy of its image. Throws as `judgedWorks` does.
 */
export async function calibratedWorks(collection: OpenCollection, options: EvaluationOptions) {
  const works = await judgedWorks(collection, options)
  return kept(works.key, async () => {
    const { predictions, images } = works
    return {
      works,
      predictions: { ...predictions, probabilities: await crossCalibrated(predictions, images, createBreath()) },
    }
  })
}

/** Throws as `judgedWorks` does, and ApiError 'bad-share'. */
export async function calibrate(
  collection: OpenCollection,
  { falseAlarms, ...options }: EvaluationOptions & { falseAlarms: number },
): Promise<Calibration> {
  if (!(falseAlarms > 0 && falseAlarms <= 0.5))
    throw new ApiError('bad-share', 'Choose a share of false alarms above 0 and up to 50 %.')
  const { works, predictions } = await calibratedWorks(collection, options)
  const { run, attribute, learned } = works
  return {
    attribute: attribute.name,
    run,
    works: predictions.labels.length,
    temperature: fitTemperature(works.predictions, [...predictions.labels.keys()]),
    before: describe(works.predictions),
    after: describe(predictions),
    thresholds: thresholdsOf(predictions, learned.terms, falseAlarms),
  }
}

function describe(predictions: Predictions): CalibrationFigures {
  const judged = outcomes(predictions)
  const { calibrationError, logLoss, brier } = figures(judged)
  return { calibrationError, logLoss, brier, bins: reliability(judged) }
}

function thresholdsOf(
  predictions: Predictions,
  names: readonly string[],
  falseAlarms: number,
): Calibration['thresholds'] {
  const { probabilities, labels, terms } = predictions
  const thresholds = falseAlarmThresholds(predictions, falseAlarms)
  const [works, flagged] = [Array<number>(terms).fill(0), Array<number>(terms).fill(0)]
  for (const [work, label] of labels.entries()) {
    works[label]!++
    if (probabilities[work * terms + label]! < thresholds[label]!) flagged[label]!++
  }
  return {
    falseAlarms,
    // With fewer works the share would be less than one work.
    terms: names.map((term, i) => ({ term, threshold: thresholds[i]!, works: works[i]!, flagged: flagged[i]!, own: falseAlarms * (works[i]! + 1) >= 1 })), // prettier-ignore
    flagged: flagged.reduce((sum, count) => sum + count, 0),
  }
}
