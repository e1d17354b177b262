import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeOnnx } from '#main/engine/graph/write.ts'
import { labelTensor, openSession, tensor, type Session } from '#main/engine/runtimes/onnx.ts'
import { openTfjsSession } from '#main/engine/runtimes/tfjsSession.ts'
import { drawMask } from '#main/engine/training/masks.ts'
import type { TrainingGraph } from '#main/engine/training/heads.ts'
import { noise } from '../graph/random.ts'
import { graphOf, heads, networkOf, rows, startOf, type Row } from './smallRows.ts'

beforeAll(() => tf.setBackend('cpu'))

const [batch, steps, rate] = [4, 3, 0.005]
/** Half as wide again: pure JavaScript takes its time. */
const narrow = (row: Row): Row => ({ ...row, scratch: { ...row.scratch, width: row.scratch.width / 2 } })

/** Losses of plain gradient descent, the running statistics at its end, and the labels met on the way. */
async function descend(
  graph: TrainingGraph,
  session: Session,
): Promise<{ losses: number[]; running: Float32Array; met: number }> {
  const weights = startOf(graph)
  const losses: number[] = []
  let met = 0
  for (let step = 1; step <= steps; step++) {
    const seen = Array.from({ length: batch }, (_, at) => ({ work: at, step, at }))
    const masks = graph.masks.map((mask) => [mask.mask, tensor(drawMask(mask, seen, 1), [batch, ...mask.shape])] as const) // prettier-ignore
    const result = await session.run({
      [graph.cut.name]: tensor(noise([batch, ...graph.cut.shape], 9 + (step % 2)), [batch, ...graph.cut.shape]),
      weights: tensor(weights, [graph.length]),
      'labels.0': labelTensor(Int32Array.of(0, 1, 5, 7)),
      'weights.0': tensor(Float32Array.of(0.25, 0.5, 0.125, 0.125), [batch]),
      ...Object.fromEntries(masks),
    })
    const numbers = (name: string) => (result[name]?.data ?? new Float32Array()) as Float32Array
    for (const [at, slope] of numbers('gradient').entries()) weights[at]! -= rate * slope
    weights.set(numbers('statistics'), graph.learning)
    losses.push(numbers('loss')[0]!)
    met += numbers('correct.0')[0]!
  }
  return { losses, running: weights.slice(graph.learning), met }
}

describe.each(rows)('the network of $row in small', { timeout: 300_000 }, (row) => {
  test('has the loss curve of TensorFlow.js, its dropouts and normalisations included', async () => {
    const graph = graphOf(await networkOf(narrow(row)))
    const session = await openSession(writeOnnx(graph.gradient), 'cpu')
    const ours = await descend(graph, session)
    await session.release()
    const theirs = await descend(graph, openTfjsSession(tf, graph, { heads, smoothing: 0 }))
    for (const [at, loss] of theirs.losses.entries()) expect(Math.abs(ours.losses[at]! - loss), `step ${at + 1}`).toBeLessThan(2e-3 * loss) // prettier-ignore
    expect(new Set(theirs.losses.map((loss) => loss.toFixed(3))).size).toBe(steps)
    expect(ours.met).toBeCloseTo(theirs.met, 5)
    for (const [at, value] of theirs.running.entries()) expect(Math.abs(ours.running[at]! - value)).toBeLessThan(2e-3 * Math.max(1, Math.abs(value))) // prettier-ignore
  })
})
