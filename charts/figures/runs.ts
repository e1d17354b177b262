import type { RunsComparison } from '#preload/api.ts'
import { rounded, slug, type Figure } from '../figure.ts'
import { lineFigure } from '../lines.ts'
import type { Look } from '../look.ts'

/** The mean ROC curves of several runs, one over the other. */
export function runsFigure({ attribute, runs, curves }: RunsComparison, width: number, look: Look): Figure {
  const { say, decimal, share } = look.speech
  const areas = curves.map(({ auc }) => (auc === null ? '–' : decimal(auc)))
  const named = runs.map((run, index) => say('run {1} {2}', run, areas[index]!))
  return lineFigure(
    {
      id: `runs-${slug(attribute)}`,
      title: say('Found against false alarms, run by run: {1}', attribute),
      summary: say('Area under the mean curve: {1}. 1 is perfect, {2} is chance.', named.join(', '), decimal(0.5)),
      width,
      lines: runs.map((run, index) => ({
        name: say('Run {1} ({2})', run, areas[index]!),
        points: curves[index]!.roc,
      })),
      x: { title: say('False alarms among other works'), domain: [0, 1], format: share },
      y: { title: say('Found again'), domain: [0, 1], format: share },
      aspect: 0.8,
      guide: { from: [0, 0], to: [1, 1], name: say('Chance') },
      table: {
        columns: [say('run'), say('area'), say('false alarms'), say('found')],
        rows: runs.flatMap((run, index) => curves[index]!.roc.map((point) => [run, rounded(curves[index]!.auc), ...point.map(rounded)])), // prettier-ignore
      },
    },
    look,
  )
}
