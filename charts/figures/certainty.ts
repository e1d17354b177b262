import type { Calibration, EvaluationCurves } from '#preload/api.ts'
import { slug, type Figure } from '../figure.ts'
import { count, exactShare, rounded, share } from '../format.ts'
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
  // prettier-ignore
  const { right, wrong } = confidence
  const bins = right.length
  const sure = Math.floor(bins * 0.9)
  const sureWrong = sum(wrong.slice(sure))
  return histogramFigure(
    {
      id: `confidence-${slug(attribute)}`,
      title: `How sure it was, right and wrong: ${attribute}`,
      summary: `Right for ${count(sum(right))} works, wrong for ${count(sum(wrong))}. Of the ${count(sum(right.slice(sure)) + sureWrong)} it was at least 90 % sure of, ${sureWrong === 1 ? '1 is' : `${count(sureWrong)} are`} wrong.`,
      width,
      up: { name: 'Right', counts: right },
      down: { name: 'Wrong', counts: wrong },
      x: { title: 'How sure it was', domain: [0, 1], format: share },
      yTitle: 'Works',
      table: {
        columns: ['from', 'to', 'right', 'wrong'],
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
  // prettier-ignore
  const verdict = temperature > 1.05 ? 'It was too sure of itself' : temperature < 0.95 ? 'It was not sure enough of itself' : 'It was about as sure as it was right' // prettier-ignore
  return reliabilityFigure(
    {
      id: `reliability-${slug(attribute)}`,
      title: `Can it be taken at its word? ${attribute}`,
      summary: `${verdict}: on average how sure it was is ${exactShare(before.calibrationError)} away from how often it was right, ${exactShare(after.calibrationError)} after correction.`,
      width,
      series: [
        { name: 'As learned', bins: before.bins },
        { name: 'Corrected', bins: after.bins },
      ],
      guideName: 'As sure as right',
      xTitle: 'How sure it was',
      yTitle: 'How often it was right',
      table: {
        columns: ['certainty', 'from', 'to', 'works', 'mean certainty', 'share right'],
        rows: [...rows('as learned', before), ...rows('corrected', after)],
      },
    },
    look,
  )
}
