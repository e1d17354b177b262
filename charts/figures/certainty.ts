import type { Calibration, EvaluationCurves } from '#preload/api.ts'
import { rounded, slug, type Figure } from '../figure.ts'
import { histogramFigure } from '../histogram.ts'
import type { Look } from '../look.ts'
import { reliabilityFigure } from '../reliability.ts'

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** How sure it was where it was right and where it was wrong. */
export function confidenceFigure(
  { attribute, confidence }: Pick<EvaluationCurves, 'attribute' | 'confidence'>,
  width: number,
  look: Look,
): Figure {
  const { say, count, share } = look.speech
  const { right, wrong } = confidence
  const bins = right.length
  const sure = Math.floor(bins * 0.9)
  const sureWrong = sum(wrong.slice(sure))
  const counts = [sum(right), sum(wrong), sum(right.slice(sure)) + sureWrong, sureWrong].map(count)
  return histogramFigure(
    {
      id: `confidence-${slug(attribute)}`,
      title: say('How sure it was, right and wrong: {1}', attribute),
      summary:
        sureWrong === 1
          ? say('Right for {1} works, wrong for {2}. Of the {3} it was at least 90 % sure of, 1 is wrong.', ...counts)
          : say(
              'Right for {1} works, wrong for {2}. Of the {3} it was at least 90 % sure of, {4} are wrong.',
              ...counts,
            ),
      width,
      up: { name: say('Right'), counts: right },
      down: { name: say('Wrong'), counts: wrong },
      x: { title: say('How sure it was'), domain: [0, 1], format: share },
      yTitle: say('Works'),
      table: {
        columns: [say('from'), say('to'), say('right'), say('wrong')],
        rows: right.map((value, bin) => [rounded(bin / bins), rounded((bin + 1) / bins), value, wrong[bin]!]),
      },
    },
    look,
  )
}

const rows = (name: string, { bins }: Calibration['before']) =>
  bins.map(({ low, high, works, confidence, accuracy }) => [name, rounded(low), rounded(high), works, rounded(confidence), rounded(accuracy)]) // prettier-ignore

/** Reliability diagram (DeGroot and Fienberg 1983), before and after temperature scaling (Guo et al. 2017). */
export function calibrationFigure(
  { attribute, before, after, temperature }: Calibration,
  width: number,
  look: Look,
): Figure {
  const { say, exactShare } = look.speech
  const errors = [exactShare(before.calibrationError), exactShare(after.calibrationError)]
  return reliabilityFigure(
    {
      id: `reliability-${slug(attribute)}`,
      title: say('Can it be taken at its word? {1}', attribute),
      summary:
        temperature > 1.05
          ? say('It was too sure of itself: on average how sure it was is {1} away from how often it was right, {2} after correction.', ...errors) // prettier-ignore
          : temperature < 0.95
            ? say('It was not sure enough of itself: on average how sure it was is {1} away from how often it was right, {2} after correction.', ...errors) // prettier-ignore
            : say('It was about as sure as it was right: on average how sure it was is {1} away from how often it was right, {2} after correction.', ...errors), // prettier-ignore
      width,
      series: [
        { name: say('As learned'), bins: before.bins },
        { name: say('Corrected'), bins: after.bins },
      ],
      guideName: say('As sure as right'),
      xTitle: say('How sure it was'),
      yTitle: say('How often it was right'),
      table: {
        columns: [say('certainty'), say('from'), say('to'), say('works'), say('mean certainty'), say('share right')],
        rows: [...rows(say('as learned'), before), ...rows(say('corrected'), after)],
      },
    },
    look,
  )
}
