import type { Executor } from '#main/engine/runtimes/onnx.ts'
import { noAugmentation } from '#main/engine/training/augment.ts'
import { trainingGraph } from '#main/engine/training/heads.ts'
import { initialState, type Optimiser } from '#main/engine/training/optimisers.ts'
import { createStepper } from '#main/engine/training/stepper.ts'
import { noise } from '../graph/random.ts'
import { dimension, side, tinyNetwork } from './tinyNetwork.ts'

export type Training = { optimiser: Optimiser; rate: number; clip: number | null; smoothing: number }
export const steps = 50
const [works, batchSize, imageSize] = [40, 8, 3 * side * side]

/** A small network from the image on; the same weights, images and order as in tinyTraining.py. */
export async function curve(
  { optimiser, rate, clip, smoothing }: Training,
  { executor = 'cpu', count = steps }: { executor?: Executor; count?: number } = {},
): Promise<{ losses: number[]; weights: Float32Array }> {
  const heads = [{ name: 'style', terms: 3, weight: 1 }]
  const graph = trainingGraph(tinyNetwork(), { features: 'features', dimension, heads, extent: { kind: 'all' }, freezeDepthwise: false, smoothing }) // prettier-ignore
  const start = new Float32Array(graph.length)
  for (const { name, offset } of graph.parameters) start.set(graph.initial.get(name)!, offset)
  start.set(noise([dimension, 3], 77), graph.parameters.find(({ name }) => name === 'head.style.w')!.offset)
  const stepper = await createStepper({
    phase: { name: '', extent: { kind: 'all' }, freezeDepthwise: false, rounds: 1, batch: batchSize, accumulate: 1, optimiser, rate, schedule: { kind: 'constant' }, warmUp: 0, clip, smoothing, sampler: { kind: 'natural' }, augmentation: noAugmentation, variants: 1, patience: 1 }, // prettier-ignore
    graph,
    works: { train: [], validation: [], heads, targets: [{ labels: Int32Array.from({ length: works }, (_, work) => (work * work) % 3) }], termWeights: [Float32Array.of(1, 1.5, 0.7)] }, // prettier-ignore
    activations: { read: async (wanted) => images(wanted), close: async () => {} },
    seed: 0,
    executor,
  })
  const losses: number[] = []
  let weights: Float32Array = start
  let state: Record<string, Float32Array> = Object.fromEntries(initialState(optimiser, graph.length))
  for (let at = 0; at < count; at++) {
    const batch = Array.from({ length: batchSize }, (_, i) => (at * batchSize + i * 7) % works)
    const moved = await stepper.step({ weights, state, batch, round: 0, rate, step: at + 1 })
    losses.push(moved.loss)
    weights = moved.weights
    state = moved.state
  }
  await stepper.close()
  return { losses, weights }
}

function images(wanted: readonly number[]): Float32Array {
  const out = new Float32Array(wanted.length * imageSize)
  for (const [at, work] of wanted.entries()) out.set(noise([imageSize], work + 1), at * imageSize)
  return out
}
