import type { RunsComparison } from '#preload/api.ts'
import { slug, type Figure } from '../figure.ts'
import { decimal, rounded, share } from '../format.ts'
import { lineFigure } from '../lines.ts'
import type { Look } from '../look.ts'

const area = (value: number | null) => (value === null ? '–' : decimal(value))

/** The mean ROC curves of several runs, one over the other. */
export function runsFigure({ attribute, runs, curves }: RunsComparison, width: number, look: Look): Figure {
  return lineFigure(
    {
      id: `runs-${slug(attribute)}`,
      title: `Found against false alarms, run by run: ${attribute}`,
      summary: `Area under the mean curve: ${runs.map((run, index) => `run ${run} ${area(curves[index]!.auc)}`).join(', ')}. 1 is perfect, 0.5 is chance.`,
      width,
      lines: runs.map((run, index) => ({
        name: `Run ${run} (${area(curves[index]!.auc)})`,
        points: curves[index]!.roc,
      })),
      x: { title: 'False alarms among other works', domain: [0, 1], format: share },
      y: { title: 'Found again', domain: [0, 1], format: share },
      aspect: 0.8,
      guide: { from: [0, 0], to: [1, 1], name: 'Chance' },
      table: {
        columns: ['run', 'area', 'false alarms', 'found'],
        rows: runs.flatMap((run, index) => curves[index]!.roc.map((point) => [run, rounded(curves[index]!.auc), ...point.map(rounded)])), // prettier-ignore
      },
    },
    look,
  )
}
