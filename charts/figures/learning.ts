import type { CurvePoint } from '#preload/api.ts'
import { rounded, type Figure } from '../figure.ts'
import { lineFigure, type Line, type Point } from '../lines.ts'
import type { Look } from '../look.ts'
import type { Speech } from '../speech.ts'

/** The last training that was judged on works it did not learn from, else the last: its points, steps counted from 1. */
function lastTraining(curve: readonly CurvePoint[]) {
  const last = curve.findLast(({ validation }) => validation !== null) ?? curve.at(-1)
  return curve
    .filter(({ part, stage }) => part === last?.part && stage === last.stage)
    .map((point, index) => ({ ...point, step: index + 1 }))
}

const columnsOf = ({ say }: Speech) => [say('step'), say('on works it learned from'), say('on works it had not seen')]

/** Training and validation loss, in nats. Null: nothing was kept. */
export function lossFigure(curve: readonly CurvePoint[], width: number, look: Look): Figure | null {
  const points = lastTraining(curve)
  if (points.length < 2) return null
  const { say, count, decimal } = look.speech
  const seen = points.map(({ step, training }): Point => [step, training])
  const unseen = points.flatMap(({ step, validation }): Point[] => (validation === null ? [] : [[step, validation]]))
  const ends = (way: Point[]) => [way[0]![1], way.at(-1)![1]].map(decimal)
  const most = Math.max(...[...seen, ...unseen].map(([, y]) => y))
  return lineFigure(
    {
      id: 'loss',
      title: say('How wrong it was while it learned'),
      summary:
        unseen.length > 1
          ? say('On works it learned from it fell from {1} to {2}, on works it had not seen from {3} to {4}. Lower is better.', ...ends(seen), ...ends(unseen)) // prettier-ignore
          : say('On works it learned from it fell from {1} to {2}. Lower is better.', ...ends(seen)),
      width,
      lines: linesOf(seen, unseen, look.speech),
      x: { title: say('Step'), domain: [1, points.length], format: count },
      y: { title: say('How wrong'), domain: [0, most * 1.05], format: decimal },
      table: { columns: columnsOf(look.speech), rows: points.map(({ step, training, validation }) => [step, rounded(training), rounded(validation)]) }, // prettier-ignore
    },
    look,
  )
}

/** Shares of labels met. Null: they were not measured. */
export function accuracyFigure(curve: readonly CurvePoint[], width: number, look: Look): Figure | null {
  const points = lastTraining(curve).flatMap(({ step, accuracy }) => (accuracy === null ? [] : [{ step, ...accuracy }]))
  if (points.length < 2) return null
  const { say, count, share } = look.speech
  const last = points.at(-1)!
  return lineFigure(
    {
      id: 'accuracy',
      title: say('Labels it got right while it learned'),
      summary: say(
        'In the end it got {1} right of those it learned from and {2} of those it had not seen.',
        share(last.training),
        share(last.validation),
      ),
      width,
      lines: linesOf(
        points.map(({ step, training }): Point => [step, training]),
        points.map(({ step, validation }): Point => [step, validation]),
        look.speech,
      ),
      x: { title: say('Step'), domain: [1, Math.max(2, last.step)], format: count },
      y: { title: say('Right'), domain: [0, 1], format: share },
      table: { columns: columnsOf(look.speech), rows: points.map(({ step, training, validation }) => [step, rounded(training), rounded(validation)]) }, // prettier-ignore
    },
    look,
  )
}

const linesOf = (seen: Point[], unseen: Point[], { say }: Speech): Line[] => [
  { name: say('On works it learned from'), points: seen },
  ...(unseen.length > 1 ? [{ name: say('On works it had not seen'), points: unseen }] : []),
]
