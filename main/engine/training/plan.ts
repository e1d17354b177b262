import type { TrainingPlan, PlanTask } from '../api.ts'
import type { Graph } from '../graph/graph.ts'
import { choosePart, listLayers } from '../graph/layers.ts'
import { neckLayers } from '../networks/neckLayers.ts'
import type { Executor } from '../runtimes/onnx.ts'
import { areKept, computeActivations, variantsOf, type Images } from './activations.ts'
import { noAugmentation } from './augment.ts'
import { backboneOf, trainingGraph, type Head, type TrainingGraph } from './heads.ts'
import { openNetwork, type Network } from './network.ts'
import { judging, type Phase } from './phase.ts'
import { stateOf } from './optimisers.ts'
import { createPredictor } from './predictor.ts'
import { createStepper } from './stepper.ts'

/** Images that a trial looks at. */
const tried = 8

/**
 * What a fine-tuning would train, and how long it would take at the most: a few images, steps and predictions of each phase
 * are timed on the executor. Early stopping may end it sooner. Throws ApiError 'not-trainable', 'cancelled'.
 */
export async function planTraining(task: PlanTask, executor: Executor, check: () => void): Promise<TrainingPlan> {
  const { graph: network, ...parts } = await openNetwork(task)
  const backbone = backboneOf(network, parts.base)
  const heads: Head[] = task.attributes.map(({ name, terms }) => ({ name, terms, weight: 1 }))
  const neck = neckLayers(network, parts.neck)
  const layers = [...listLayers(backbone), ...neck]
  const phases: TrainingPlan['phases'] = []
  const trunks = new Set<string>()
  for (const phase of task.phases) {
    check()
    const graph = trainingGraph(network, { ...parts, heads, ...phase })
    const times = await timePhase({ ...task, input: parts.input }, { phase, graph, heads, executor })
    const trunk = JSON.stringify([graph.cut.name, phase.augmentation, phase.variants])
    const kept = areKept(graph.trunk, graph.cut.shape, task.count * variantsOf(phase))
    const looks = kept ? { once: trunks.has(trunk) ? 0 : variantsOf(phase), each: 0 } : { once: 0, each: 1 }
    phases.push({ name: phase.name, trained: trainedLayers(backbone, phase) + neck.length, parameters: graph.length, ...costs(task, phase, times, looks) }) // prettier-ignore
    trunks.add(trunk)
  }
  if (task.finish && parts.last.features !== parts.features)
    phases.at(-1)!.foldSeconds += task.count * (await timeLook(task, { network, parts, heads, executor }))
  const parameters = layers.reduce((sum, layer) => sum + layer.parameters, 0)
  const seconds = phases.reduce((sum, phase) => sum + phase.imageSeconds + task.folds * phase.foldSeconds, 0)
  return { layers: layers.map(({ name, op, parameters: own }) => ({ name, op, parameters: own })), parameters, phases, seconds } // prettier-ignore
}

/** How many of the backbone's last layers learn in a phase. */
function trainedLayers(backbone: Graph, { extent }: Phase): number {
  return extent.kind === 'heads' ? 0 : choosePart(backbone, extent).layers.length
}

type Trial = { phase: Phase; graph: TrainingGraph; heads: Head[]; executor: Executor }
type Times = { image: number; step: number; prediction: number }

/** Seconds of one image through the frozen part, of one step, and of one prediction. */
async function timePhase(
  task: PlanTask & Pick<Images, 'input'>,
  { phase, graph, heads, executor }: Trial,
): Promise<Times> {
  const places = task.works.slice(0, tried)
  const images = { ...task, works: places, augmentation: phase.augmentation, variants: phase.variants, executor }
  const all = places.map((_, at) => at)
  const { x, image } = await timeTrunk(graph, images)
  const size = x.length / all.length
  const rowsOf = (wanted: readonly number[]) => {
    const out = new Float32Array(wanted.length * size)
    for (const [at, work] of wanted.entries()) out.set(x.subarray((work % tried) * size, ((work % tried) + 1) * size), at * size) // prettier-ignore
    return Promise.resolve(out)
  }
  const activations = { read: rowsOf, close: () => Promise.resolve() }
  const batch = Array.from({ length: phase.batch * phase.accumulate }, (_, at) => at % all.length)
  const targets = heads.map(({ terms }) => ({ labels: Int32Array.from(places, (_, work) => work % terms) }))
  const works = { train: all, validation: all, heads, targets, termWeights: heads.map(({ terms }) => new Float32Array(terms).fill(1)) } // prettier-ignore
  const stepper = await createStepper({ phase, graph, works, activations, seed: 0, executor })
  const weights = new Float32Array(graph.length)
  for (const { name, offset } of graph.parameters) weights.set(graph.initial.get(name)!, offset)
  const state = Object.fromEntries(stateOf(phase.optimiser).map((name) => [name, new Float32Array(graph.length)]))
  const step = () => stepper.step({ weights, state, batch, round: 0, rate: 0, step: 1 })
  await step()
  const stepTime = await timed(step)
  await stepper.close()
  const predictor = await createPredictor(graph, executor)
  const predict = () => predictor.run(weights, all, activations, () => {})
  await predict()
  const prediction = (await timed(predict)) / all.length
  await predictor.close()
  return { image, step: stepTime, prediction }
}

/** Seconds of one image through the whole network, to what the heads that are learned last stand on. */
async function timeLook(task: PlanTask, { network, parts, heads, executor }: Look): Promise<number> {
  const whole = trainingGraph(network, { ...parts.last, heads, extent: { kind: 'heads' }, freezeDepthwise: false, smoothing: 0 }) // prettier-ignore
  const works = task.works.slice(0, tried)
  const images = { input: parts.input, works, augmentation: noAugmentation, variants: 0, seed: task.seed, executor }
  return (await timeTrunk(whole, images)).image
}
type Look = { network: Graph; parts: Omit<Network, 'graph'>; heads: Head[]; executor: Executor }

/** What the frozen part makes of the images as they are, and the seconds of one of them. */
async function timeTrunk({ trunk, cut }: TrainingGraph, images: Omit<Images, 'folder'>) {
  const compute = await computeActivations(trunk, cut.shape, images)
  const all = images.works.map((_, at) => at)
  const look = () => compute.run(all, all.map(() => -1)) // prettier-ignore
  const x = await look()
  const image = (await timed(look)) / all.length
  await compute.close()
  return { x, image }
}

/** `imageSeconds`: once; `foldSeconds`: in each fold. `looks` at an image: once for all, and at each use of it. */
function costs(task: PlanTask, phase: Phase, times: Times, looks: { once: number; each: number }) {
  const image = times.image * looks.each
  const prediction = times.prediction + image
  const step = times.step + image * phase.batch * phase.accumulate
  const learners = task.labelled * (1 - 1 / task.folds)
  const [train, validation] = [learners * (1 - 1 / judging), learners / judging]
  const steps = Math.max(1, Math.ceil(train / (phase.batch * phase.accumulate)))
  const perRound = steps * step + validation * prediction
  return { imageSeconds: task.count * looks.once * times.image, foldSeconds: phase.rounds * perRound + task.count * prediction } // prettier-ignore
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await run()
  return (performance.now() - begun) / 1000
}
