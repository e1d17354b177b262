import { setImmediate } from 'node:timers/promises'
import type { Extent } from '../graph/layers.ts'
import type { Executor } from '../runtimes/onnx.ts'
import type { Activations } from './activations.ts'
import type { Augmentation } from './augment.ts'
import { loadCheckpoint, saveCheckpoint } from './checkpoint.ts'
import type { Head, TrainingGraph } from './heads.ts'
import { stateOf, type Optimiser } from './optimisers.ts'
import { createPredictor } from './predictor.ts'
import { drawRound, type Sampler } from './sampler.ts'
import { look, newWatch, rateFactor, type Schedule, type Watch } from './schedule.ts'
import { createStepper } from './stepper.ts'
import { meanOfTerms, termsOf, type Targets } from './namedTerms.ts'

/** One work in so many of a fold's training works judges each round instead of teaching. */
export const judging = 8

/** One phase of a training: what is trained, and how. */
export type Phase = {
  name: string
  extent: Extent | { kind: 'heads' }
  freezeDepthwise: boolean
  /** Rounds over the works at the most. */
  rounds: number
  batch: number
  /** Batches whose gradients are added up before one step. */
  accumulate: number
  optimiser: Optimiser
  rate: number
  schedule: Schedule
  /** Rounds of linear warm-up. */
  warmUp: number
  /** Largest norm of the gradient; null for none. */
  clip: number | null
  smoothing: number
  sampler: Sampler
  augmentation: Augmentation
  variants: number
  /** Rounds without a lower validation loss before the phase ends. */
  patience: number
}

export type Works = {
  /** Positions of the works to learn from, and of those that judge. */
  train: readonly number[]
  validation: readonly number[]
  heads: readonly Head[]
  /** [heads] */
  targets: readonly Targets[]
  /** [heads][terms] */
  termWeights: readonly Float32Array[]
}

/** Mean losses in nats, and the shares of the labels that are met while learning and of the judging ones, in [0, 1]. */
export type Round = { round: number; training: number; validation: number; trainingAccuracy: number; accuracy: number }

export type PhaseReport = {
  /** Told once a round; after a kill, also of those before it. */
  round(state: Round): void
  step(done: number, total: number): void
  /** Told when the time given ends the phase, with the rounds that were begun. */
  cut?(rounds: number): void
  /** Throws to end the training. */
  check(): void
}

/** Where a training stands, as JSON. */
type Facts = {
  /** The round under way, the steps taken in it and in all. */
  round: number
  step: number
  steps: number
  lossSum: number
  hitSum: number
  lossCount: number
  watch: Watch
  rounds: Round[]
}
const beginning: Facts = {
  round: 0,
  step: 0,
  steps: 0,
  lossSum: 0,
  hitSum: 0,
  lossCount: 0,
  watch: newWatch(),
  rounds: [],
}

type Standing = {
  facts: Facts
  weights: Float32Array
  /** The weights with the lowest validation loss so far. */
  best: Float32Array
  state: Record<string, Float32Array>
}

export type PhaseSetting = {
  phase: Phase
  graph: TrainingGraph
  works: Works
  activations: Activations
  seed: number
  executor: Executor
  /** Keeps what has been done. */
  file: string
  report: PhaseReport
  /** The time given is over. */
  isLate?: () => boolean
  /** Time between two checkpoints inside a round. */
  checkpointMs?: number
}

/**
 * Trains one phase from `start` [graph.length] and returns the weights with the lowest validation loss. What it has done is kept in
 * `file`: after a kill the same call goes on there and ends with the same weights, bit for bit. When time is up, the round
 * under way is judged as it stands, and the best weights so far are returned.
 */
export async function runPhase(setting: PhaseSetting, start: Float32Array): Promise<Float32Array> {
  const { phase, works, report, graph, executor, isLate = () => false } = setting
  const standing = await restore(setting, start)
  for (const round of standing.facts.rounds) report.round(round)
  if (isOver(standing.facts, phase)) return standing.best
  const stepper = await createStepper(setting)
  const predictor = await createPredictor(graph, executor)
  try {
    while (!isOver(standing.facts, phase)) {
      await takeSteps(setting, standing, stepper)
      const { heads } = await predictor.run(standing.weights, works.validation, setting.activations, report.check)
      endRound(setting, standing, judge(works, heads))
      await save(setting, standing)
      if (!isLate() || isOver(standing.facts, phase)) continue
      report.cut?.(standing.facts.round)
      break
    }
  } catch (error) {
    await save(setting, standing) // who stops in the middle of a round goes on in the middle of it
    throw error
  } finally {
    await stepper.close()
    await predictor.close()
  }
  return standing.best
}

/** All rounds are done, or too many of them were no better. */
const isOver = ({ round, watch }: Facts, { rounds, patience }: Phase) =>
  round >= rounds || round - 1 - watch.bestRound >= patience

async function restore({ phase, graph, file }: PhaseSetting, start: Float32Array): Promise<Standing> {
  const kept = await loadCheckpoint<Facts>(file)
  const memory = (name: string) => kept?.vectors[`state/${name}`] ?? new Float32Array(graph.length)
  return {
    facts: kept?.facts ?? { ...beginning },
    weights: kept?.vectors['weights'] ?? start.slice(),
    best: kept?.vectors['best'] ?? start.slice(),
    state: Object.fromEntries(stateOf(phase.optimiser).map((name) => [name, memory(name)])),
  }
}

function save({ file }: PhaseSetting, { facts, weights, best, state }: Standing) {
  const memory = Object.fromEntries(Object.entries(state).map(([name, vector]) => [`state/${name}`, vector]))
  return saveCheckpoint(file, { facts, vectors: { weights, best, ...memory } })
}

/** The steps of the round under way, from where it stands. */
async function takeSteps(
  setting: PhaseSetting,
  standing: Standing,
  stepper: Awaited<ReturnType<typeof createStepper>>,
) {
  const { phase, works, seed, report, checkpointMs = 20_000, isLate = () => false } = setting
  const { facts } = standing
  const order = drawRound(phase.sampler, works.train, works.targets, { seed, round: facts.round })
  const turns = turnsOf(order)
  const stride = phase.batch * phase.accumulate
  const stepsARound = Math.max(1, Math.ceil(order.length / stride))
  const steps = stepsARound * phase.rounds
  let savedAt = Date.now()
  let wait = checkpointMs
  while (facts.step < stepsARound && !isLate()) {
    report.check()
    const { round, watch } = facts
    const [from, to] = [facts.step * stride, (facts.step + 1) * stride]
    const batch = order.slice(from, to)
    const moment = { step: facts.steps, steps, warmUp: phase.warmUp * stepsARound, drops: watch.drops }
    const rate = phase.rate * rateFactor(phase.schedule, moment)
    const { weights, state } = standing
    const moved = await stepper.step({ weights, state, batch, turns: turns.slice(from, to), round, rate, step: facts.steps + 1 }) // prettier-ignore
    Object.assign(standing, { weights: moved.weights, state: moved.state })
    facts.step++
    facts.steps++
    facts.lossSum += moved.loss * batch.length
    facts.hitSum += moved.accuracy * batch.length
    facts.lossCount += batch.length
    report.step(facts.steps, steps)
    if (Date.now() - savedAt >= wait) {
      const begun = Date.now()
      await save(setting, standing)
      savedAt = Date.now()
      wait = Math.max(checkpointMs, 20 * (savedAt - begun)) // a network of 60 million weights writes a gigabyte
    }
    await setImmediate() // a chance to hear a cancel
  }
}

/** How often each work of a round has come before: a work that comes again is shown in another variant. */
function turnsOf(order: readonly number[]): number[] {
  const seen = new Map<number, number>()
  return order.map((work) => {
    const turn = seen.get(work) ?? 0
    seen.set(work, turn + 1)
    return turn
  })
}

function endRound(
  { phase, report }: PhaseSetting,
  standing: Standing,
  { loss, accuracy }: { loss: number | null; accuracy: number },
) {
  const { facts, weights } = standing
  const training = facts.lossSum / Math.max(1, facts.lossCount)
  const trainingAccuracy = facts.hitSum / Math.max(1, facts.lossCount)
  const validation = loss ?? training
  const { watch, gained } = look(facts.watch, facts.round, validation, phase.schedule)
  if (gained) standing.best = weights.slice()
  const round = { round: facts.round, training, validation, trainingAccuracy, accuracy }
  const rounds = [...facts.rounds, round]
  Object.assign(facts, { watch, rounds, round: facts.round + 1, step: 0, lossSum: 0, hitSum: 0, lossCount: 0 })
  report.round(round)
}

/** Mean loss in nats over the labels of the judging works, heads weighed, and the share of labels met. Null: there are none. */
function judge(
  { heads, targets, validation }: Works,
  probabilities: Float32Array[],
): { loss: number | null; accuracy: number } {
  let loss = 0
  let met = 0
  let count = 0
  for (const [head, { terms, weight }] of heads.entries()) {
    let sum = 0
    let seen = 0
    for (const [index, work] of validation.entries()) {
      const own = termsOf(targets[head]!, work)
      if (own.length === 0) continue
      const row = probabilities[head]!.subarray(index * terms, (index + 1) * terms)
      sum -= meanOfTerms(own, (term) => Math.log(Math.max(1e-12, row[term]!)))
      if (own.some((term) => row.every((p) => p <= row[term]!))) met++
      seen++
    }
    if (seen > 0) loss += (weight * sum) / seen
    count += seen
  }
  return { loss: count > 0 ? loss : null, accuracy: met / Math.max(1, count) }
}
