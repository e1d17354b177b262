import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Activations } from '#main/engine/training/activations.ts'
import { noAugmentation } from '#main/engine/training/augment.ts'
import { trainingGraph, type TrainingGraph } from '#main/engine/training/heads.ts'
import { runPhase, type Phase, type Round, type Works } from '#main/engine/training/phase.ts'
import { createPredictor } from '#main/engine/training/predictor.ts'
import { noise } from '../graph/random.ts'
import { dimension, side, tinyNetwork } from './tinyNetwork.ts'

const heads = [{ name: 'style', terms: 3, weight: 1 }]
const count = 48
const imageSize = 3 * side * side

const usual: Phase = {
  name: 'test',
  extent: { kind: 'last', layers: 6 },
  freezeDepthwise: false,
  rounds: 4,
  batch: 16,
  accumulate: 1,
  optimiser: { kind: 'adamw' },
  rate: 0.01,
  schedule: { kind: 'cosine', floor: 0 },
  warmUp: 0.5,
  clip: 1,
  smoothing: 0.1,
  sampler: { kind: 'natural' },
  augmentation: noAugmentation,
  variants: 1,
  patience: 10,
}

/** Noise images; those of a term are brighter in its channel. */
const images = Array.from({ length: count }, (_, work) => {
  const pixels = noise([imageSize], work + 1)
  return pixels.map((value, at) => value + (Math.floor(at / side / side) === work % 3 ? 0.7 : 0))
})
const activations: Activations = {
  read: async (works) => {
    const out = new Float32Array(works.length * imageSize)
    for (const [at, work] of works.entries()) out.set(images[work]!, at * imageSize)
    return out
  },
  close: async () => {},
}
const works: Works = {
  train: Array.from({ length: 36 }, (_, work) => work),
  validation: Array.from({ length: 12 }, (_, work) => 36 + work),
  heads,
  targets: [{ labels: Int32Array.from({ length: count }, (_, work) => (work % 7 === 6 ? -1 : work % 3)) }],
  termWeights: [Float32Array.of(1, 1.5, 0.7)],
}

let folder: string
beforeEach(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'phase-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

const graphOf = ({ freezeDepthwise, smoothing }: Phase) =>
  trainingGraph(tinyNetwork(), { features: 'features', dimension, heads, extent: { kind: 'all' }, freezeDepthwise, smoothing }) // prettier-ignore

function startOf(graph: TrainingGraph): Float32Array {
  const start = new Float32Array(graph.length)
  for (const { name, offset } of graph.parameters) start.set(graph.initial.get(name)!, offset)
  return start
}

type Options = { phase?: Partial<Phase>; file?: string; seed?: number; works?: Works; onStep?: (done: number) => void }

async function train({ phase: change = {}, file = 'whole', seed = 1, works: given = works, onStep }: Options = {}) {
  const phase = { ...usual, ...change }
  const graph = graphOf(phase)
  const rounds: Round[] = []
  const report = {
    check: () => {},
    step: (done: number) => onStep?.(done),
    round: (round: Round) => rounds.push(round),
  }
  const setting = { phase, graph, works: given, activations, seed, executor: 'cpu', report, checkpointMs: 0 } as const
  const weights = await runPhase({ ...setting, file: path.join(folder, file) }, startOf(graph))
  return { weights, rounds, graph }
}

const bitsOf = (weights: Float32Array) => new Uint32Array(weights.buffer, weights.byteOffset, weights.length)

describe('a phase', () => {
  test('learns what can be learned', async () => {
    const { rounds } = await train({ phase: { rounds: 12, rate: 0.02 } })
    expect(rounds).toHaveLength(12)
    expect(rounds.at(-1)!.validation).toBeLessThan(0.8 * rounds[0]!.validation)
    expect(rounds.at(-1)!.accuracy).toBeGreaterThan(0.8)
  })

  test('repeats bit for bit from its seed, and differs with another', async () => {
    const first = await train({ file: 'a' })
    const again = await train({ file: 'b' })
    const other = await train({ file: 'c', seed: 2 })
    expect(bitsOf(again.weights)).toEqual(bitsOf(first.weights))
    expect(again.rounds).toEqual(first.rounds)
    expect(bitsOf(other.weights)).not.toEqual(bitsOf(first.weights))
  })

  test('interrupted after any step it ends with the same weights and rounds, bit for bit', async () => {
    const phase: Partial<Phase> = { rounds: 3, optimiser: { kind: 'adamw' } }
    const whole = await train({ phase })
    for (const stop of [1, 3, 4, 8]) {
      const onStep = (done: number) => {
        if (done === stop) throw new Error('stopped')
      }
      await expect(train({ phase, file: `stop ${stop}`, onStep })).rejects.toThrow('stopped')
      const continued = await train({ phase, file: `stop ${stop}` })
      expect(bitsOf(continued.weights), `after step ${stop}`).toEqual(bitsOf(whole.weights))
      expect(continued.rounds).toEqual(whole.rounds)
    }
  })

  test('interrupted after every single step it still ends with the same weights', async () => {
    const phase: Partial<Phase> = { rounds: 3, optimiser: { kind: 'sgd', momentum: 0.9 }, rate: 0.05 }
    const whole = await train({ phase })
    let reached = 0
    for (let starts = 0; ; starts++) {
      const onStep = (done: number) => {
        if (done <= reached) return
        reached = done
        throw new Error('stopped')
      }
      const ended = await train({ phase, file: 'often', onStep }).catch((error: Error) => error)
      if (!(ended instanceof Error)) {
        expect(bitsOf(ended.weights)).toEqual(bitsOf(whole.weights))
        expect(starts).toBe(9)
        break
      }
      expect(reached).toBe(starts + 1)
    }
  })

  test('two batches of 8 added up are one of 16', async () => {
    const one = await train({ phase: { batch: 16, accumulate: 1 }, file: 'a' })
    const two = await train({ phase: { batch: 8, accumulate: 2 }, file: 'b' })
    const start = startOf(one.graph)
    const moved = Math.hypot(...one.weights.map((weight, at) => weight - start[at]!))
    const apart = Math.hypot(...one.weights.map((weight, at) => weight - two.weights[at]!))
    expect(moved).toBeGreaterThan(0.05)
    expect(apart / moved).toBeLessThan(2e-3) // float32 sums in another order, through twelve steps of AdamW
    for (const [at, { training }] of one.rounds.entries()) expect(two.rounds[at]!.training).toBeCloseTo(training, 4)
  })

  test('keeps the weights of its best round, not of its last', async () => {
    // A third of the labels that judge are wrong: what is more and more certain of the others is worse and worse.
    const labels = works.targets[0]!.labels.map((label, work) => (work >= 36 && work % 4 === 0 ? (label + 1) % 3 : label)) // prettier-ignore
    const phase: Partial<Phase> = { rounds: 10, rate: 0.03, schedule: { kind: 'constant' }, smoothing: 0 }
    const { weights, rounds, graph } = await train({ phase, works: { ...works, targets: [{ labels }] } })
    const best = Math.min(...rounds.map(({ validation }) => validation))
    expect(rounds.at(-1)!.validation).toBeGreaterThan(best)
    const predictor = await createPredictor(graph, 'cpu')
    const { heads: [p] } = await predictor.run(weights, works.validation, activations, () => {}) // prettier-ignore
    const labelled = works.validation.flatMap((work, at) => (labels[work]! < 0 ? [] : [{ work, at }]))
    const loss = labelled.reduce((sum, { work, at }) => sum - Math.log(p![at * 3 + labels[work]!]!), 0)
    expect(loss / labelled.length).toBeCloseTo(best, 5)
  })

  test('ends early after so many rounds without a gain, also when it is killed just then', async () => {
    const phase: Partial<Phase> = { rounds: 30, rate: 0.4, schedule: { kind: 'constant' }, clip: null, patience: 2 }
    const { weights, rounds } = await train({ phase, file: 'early' })
    expect(rounds.length).toBeLessThan(30)
    const best = rounds.findIndex(({ validation }) => validation === Math.min(...rounds.map((round) => round.validation))) // prettier-ignore
    expect(rounds).toHaveLength(best + 3)
    const again = await train({ phase, file: 'early' })
    expect(again.rounds).toEqual(rounds)
    expect(bitsOf(again.weights)).toEqual(bitsOf(weights))
  })

  test('without works that judge, the training loss does', async () => {
    const { rounds } = await train({ works: { ...works, validation: [] } })
    for (const { training, validation } of rounds) expect(validation).toBe(training)
  })

  test('labels given as lists of one term teach, weigh and judge as labels of one, bit for bit', async () => {
    const [{ labels }] = works.targets as [{ labels: Int32Array }]
    const moved = [0, 3, 10, 21, 40]
    const without = labels.map((label, work) => (moved.includes(work) ? -1 : label))
    const named = (terms: (work: number) => number[]) => ({ ...works, targets: [{ labels: without, several: new Map(moved.map((work) => [work, terms(work)])) }] }) // prettier-ignore
    const one = await train({ file: 'one' })
    const same = await train({ works: named((work) => [labels[work]!]), file: 'same' })
    expect(bitsOf(same.weights)).toEqual(bitsOf(one.weights))
    expect(same.rounds).toEqual(one.rounds)
  })

  test('a work without a label changes nothing', async () => {
    const unlabelled = works.train.filter((work) => works.targets[0]!.labels[work] === -1)
    const train16 = works.train.filter((work) => works.targets[0]!.labels[work] !== -1).slice(0, 10)
    const phase: Partial<Phase> = { rounds: 2, batch: 16 }
    const without = await train({ phase, works: { ...works, train: train16 }, file: 'a' })
    const withThem = await train({ phase, works: { ...works, train: [...train16, ...unlabelled] }, file: 'b' })
    for (const [at, weight] of without.weights.entries()) expect(withThem.weights[at]).toBeCloseTo(weight, 3)
  })
})
