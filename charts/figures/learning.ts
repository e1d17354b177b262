import type { CurvePoint } from '#preload/api.ts'
import type { Figure } from '../figure.ts'
import { count, decimal, rounded, share } from '../format.ts'
import { lineFigure, type Line, type Point } from '../lines.ts'
import type { Look } from '../look.ts'

/** The last training that was judged on works it did not learn from, else the last: its points, steps counted from 1. */
function lastTraining(curve: readonly CurvePoint[]) {
  const last = curve.findLast(({ validation }) => validation !== null) ?? curve.at(-1)
  return curve
    .filter(({ part, stage }) => part === last?.part && stage === last.stage)
    .map((point, index) => ({ ...point, step: index + 1 }))
}

const columns = ['step', 'on works it learned from', 'on works it had not seen']
const names = ['On works it learned from', 'On works it had not seen']

/** Training and validation loss, in nats. Null: nothing was kept. */
export function lossFigure(curve: readonly CurvePoint[], width: number, look: Look): Figure | null {
  const points = lastTraining(curve)
  if (points.length < 2) return null
  const seen = points.map(({ step, training }): Point => [step, training])
  const unseen = points.flatMap(({ step, validation }): Point[] => (validation === null ? [] : [[step, validation]]))
  const most = Math.max(...[...seen, ...unseen].map(([, y]) => y))
  return lineFigure(
    {
      id: 'loss',
      title: 'How wrong it was while it learned',
      summary: `On works it learned from it fell from ${decimal(seen[0]![1])} to ${decimal(seen.at(-1)![1])}${unseen.length > 1 ? `, on works it had not seen from ${decimal(unseen[0]![1])} to ${decimal(unseen.at(-1)![1])}` : ''}. Lower is better.`,
      width,
      lines: linesOf(seen, unseen),
      x: { title: 'Step', domain: [1, points.length], format: count },
      y: { title: 'How wrong', domain: [0, most * 1.05], format: decimal },
      table: { columns, rows: points.map(({ step, training, validation }) => [step, rounded(training), rounded(validation)]) }, // prettier-ignore
    },
    look,
  )
}

/** Shares of labels met. Null: they were not measured. */
export function accuracyFigure(curve: readonly CurvePoint[], width: number, look: Look): Figure | null {
  const points = lastTraining(curve).flatMap(({ step, accuracy }) => (accuracy === null ? [] : [{ step, ...accuracy }]))
  if (points.length < 2) return null
  const last = points.at(-1)!
  return lineFigure(
    {
      id: 'accuracy',
      title: 'Labels it got right while it learned',
      summary: `In the end it got ${share(last.training)} right of those it learned from and ${share(last.validation)} of those it had not seen.`,
      width,
      lines: linesOf(
        points.map(({ step, training }): Point => [step, training]),
        points.map(({ step, validation }): Point => [step, validation]),
      ),
      x: { title: 'Step', domain: [1, Math.max(2, last.step)], format: count },
      y: { title: 'Right', domain: [0, 1], format: share },
      table: { columns, rows: points.map(({ step, training, validation }) => [step, rounded(training), rounded(validation)]) }, // prettier-ignore
    },
    look,
  )
}

const linesOf = (seen: Point[], unseen: Point[]): Line[] => [
  { name: names[0]!, points: seen },
  ...(unseen.length > 1 ? [{ name: names[1]!, points: unseen }] : []),
]
