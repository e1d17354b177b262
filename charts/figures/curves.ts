import type { EvaluationCurves } from '#preload/api.ts'
import type { Axis } from '../axes.ts'
import { rounded, slug, type Figure } from '../figure.ts'
import { lineFigure, type Line } from '../lines.ts'
import type { Look } from '../look.ts'
import type { Speech } from '../speech.ts'

type Options = { width: number; /** Drawn strongly. */ term: string | null }

const axis = (title: string, { share }: Speech): Axis => ({ title, domain: [0, 1], format: share })
const area = (value: number | null, { decimal }: Speech) => (value === null ? '–' : decimal(value))

/** Receiver operating characteristic: each term against all others (Fawcett 2006). */
export function rocFigure(
  { attribute, terms, macro, micro }: EvaluationCurves,
  { width, term }: Options,
  look: Look,
): Figure {
  const { speech } = look
  const { say } = speech
  const shown = terms.filter(({ roc }) => roc.length > 0)
  const lines: Line[] = [
    { name: say('Mean of the terms ({1})', area(macro.auc, speech)), points: macro.roc },
    { name: say('All decisions together ({1})', area(micro.auc, speech)), points: micro.roc },
    ...shown.filter((one) => one.term === term).map((one) => ({ name: `${one.term} (${area(one.auc, speech)})`, points: one.roc })), // prettier-ignore
    ...shown.filter((one) => one.term !== term).map((one) => ({ name: one.term, points: one.roc, quiet: true })),
  ]
  return lineFigure(
    {
      id: `roc-${slug(attribute)}`,
      title: say('Found against false alarms (ROC): {1}', attribute),
      summary: say(
        'For each term, the share of its works that are found as the share of other works wrongly taken for it grows. The area under the mean curve is {1}; 1 is perfect, {2} is chance.',
        area(macro.auc, speech),
        speech.decimal(0.5),
      ),
      width,
      lines,
      x: axis(say('False alarms among other works'), speech),
      y: axis(say('Found again'), speech),
      aspect: 0.8,
      guide: { from: [0, 0], to: [1, 1], name: say('Chance') },
      quietName: say('Each term'),
      table: {
        columns: [say('curve'), say('area'), say('false alarms'), say('found')],
        rows: [
          ...macro.roc.map((point) => [say('mean of the terms'), rounded(macro.auc), ...point.map(rounded)]),
          ...micro.roc.map((point) => [say('all decisions'), rounded(micro.auc), ...point.map(rounded)]),
          ...shown.flatMap((one) => one.roc.map((point) => [one.term, rounded(one.auc), ...point.map(rounded)])),
        ],
      },
    },
    look,
  )
}

/** Precision against recall, each term against all others (Davis and Goadrich 2006). */
export function precisionRecallFigure(
  { attribute, terms }: EvaluationCurves,
  { width, term }: Options,
  look: Look,
): Figure {
  const { speech } = look
  const { say } = speech
  const shown = terms.filter(({ precisionRecall }) => precisionRecall.length > 0)
  const chosen = shown.filter((one) => one.term === term)
  const best = shown.toSorted((a, b) => (b.averagePrecision ?? 0) - (a.averagePrecision ?? 0))
  const [first, last] = [best[0], best.at(-1)]
  return lineFigure(
    {
      id: `precision-recall-${slug(attribute)}`,
      title: say('Right against found (precision and recall): {1}', attribute),
      summary:
        first && last
          ? say('For each term, how many of the works taken for it are right as more of its works are found. Best known: {1} (average precision {2}); least: {3} ({4}).', first.term, area(first.averagePrecision, speech), last.term, area(last.averagePrecision, speech)) // prettier-ignore
          : say('No term has works.'),
      width,
      lines: [
        ...chosen.map((one) => ({
          name: `${one.term} (${area(one.averagePrecision, speech)})`,
          points: one.precisionRecall,
        })),
        ...shown.filter((one) => one.term !== term).map((one) => ({ name: one.term, points: one.precisionRecall, quiet: true })), // prettier-ignore
      ],
      x: axis(say('Found again'), speech),
      y: axis(say('Right when suggested'), speech),
      aspect: 0.8,
      quietName: say('Each term'),
      table: {
        columns: [say('term'), say('average precision'), say('recall'), say('precision')],
        rows: shown.flatMap((one) => one.precisionRecall.map((point) => [one.term, rounded(one.averagePrecision), ...point.map(rounded)])), // prettier-ignore
      },
    },
    look,
  )
}
