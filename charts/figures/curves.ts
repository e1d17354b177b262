import type { EvaluationCurves } from '#preload/api.ts'
import type { Axis } from '../axes.ts'
import { slug, type Figure } from '../figure.ts'
import { decimal, rounded, share } from '../format.ts'
import { lineFigure, type Line } from '../lines.ts'
import type { Look } from '../look.ts'

type Options = { width: number; /** Drawn strongly. */ term: string | null }

const axis = (title: string): Axis => ({ title, domain: [0, 1], format: share })
const area = (value: number | null) => (value === null ? '–' : decimal(value))

/** Receiver operating characteristic: each term against all others (Fawcett 2006). */
export function rocFigure(
  { attribute, terms, macro, micro }: EvaluationCurves,
  { width, term }: Options,
  look: Look,
): Figure {
  // prettier-ignore
  const shown = terms.filter(({ roc }) => roc.length > 0)
  const lines: Line[] = [
    { name: `Mean of the terms (${area(macro.auc)})`, points: macro.roc },
    { name: `All decisions together (${area(micro.auc)})`, points: micro.roc },
    ...shown.filter((one) => one.term === term).map((one) => ({ name: `${one.term} (${area(one.auc)})`, points: one.roc })), // prettier-ignore
    ...shown.filter((one) => one.term !== term).map((one) => ({ name: one.term, points: one.roc, quiet: true })),
  ]
  return lineFigure(
    {
      id: `roc-${slug(attribute)}`,
      title: `Found against false alarms (ROC): ${attribute}`,
      summary: `For each term, the share of its works that are found as the share of other works wrongly taken for it grows. The area under the mean curve is ${area(macro.auc)}; 1 is perfect, 0.5 is chance.`,
      width,
      lines,
      x: axis('False alarms among other works'),
      y: axis('Found again'),
      aspect: 0.8,
      guide: { from: [0, 0], to: [1, 1], name: 'Chance' },
      quietName: 'Each term',
      table: {
        columns: ['curve', 'area', 'false alarms', 'found'],
        rows: [
          ...macro.roc.map((point) => ['mean of the terms', rounded(macro.auc), ...point.map(rounded)]),
          ...micro.roc.map((point) => ['all decisions', rounded(micro.auc), ...point.map(rounded)]),
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
  // prettier-ignore
  const shown = terms.filter(({ precisionRecall }) => precisionRecall.length > 0)
  const chosen = shown.filter((one) => one.term === term)
  const best = shown.toSorted((a, b) => (b.averagePrecision ?? 0) - (a.averagePrecision ?? 0))
  const [first, last] = [best[0], best.at(-1)]
  return lineFigure(
    {
      id: `precision-recall-${slug(attribute)}`,
      title: `Right against found (precision and recall): ${attribute}`,
      summary: first && last ? `For each term, how many of the works taken for it are right as more of its works are found. Best known: ${first.term} (average precision ${area(first.averagePrecision)}); least: ${last.term} (${area(last.averagePrecision)}).` : 'No term has works.', // prettier-ignore
      width,
      lines: [
        ...chosen.map((one) => ({ name: `${one.term} (${area(one.averagePrecision)})`, points: one.precisionRecall })),
        ...shown.filter((one) => one.term !== term).map((one) => ({ name: one.term, points: one.precisionRecall, quiet: true })), // prettier-ignore
      ],
      x: axis('Found again'),
      y: axis('Right when suggested'),
      aspect: 0.8,
      quietName: 'Each term',
      table: {
        columns: ['term', 'average precision', 'recall', 'precision'],
        rows: shown.flatMap((one) => one.precisionRecall.map((point) => [one.term, rounded(one.averagePrecision), ...point.map(rounded)])), // prettier-ignore
      },
    },
    look,
  )
}
