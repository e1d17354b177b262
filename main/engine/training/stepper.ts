import type { OnnxValue } from 'onnxruntime-node'
import { writeOnnx } from '../graph/write.ts'
import { openSession, tensor, type Executor } from '../runtimes/onnx.ts'
import { openSteady } from '../runtimes/steady.ts'
import { loadTensorFlow } from '../runtimes/tensorFlow.ts'
import { openTfjsSession } from '../runtimes/tfjsSession.ts'
import type { Activations } from './activations.ts'
import type { TrainingGraph } from './heads.ts'
import { drawMask, type Seen } from './masks.ts'
import { worksAtOnce } from './memory.ts'
import { updateGraph } from './optimisers.ts'
import type { Phase, Works } from './phase.ts'
import { createRandom } from './random.ts'
import { meanOfTerms, termsOf } from './namedTerms.ts'
import { targetTensor } from './targets.ts'

type Setting = {
  phase: Phase
  graph: TrainingGraph
  works: Works
  activations: Activations
  seed: number
  executor: Executor
}

/** A work in a batch, and how often it has come before in this round. */
type Draw = Seen & { turn: number }

export type Step = {
  weights: Float32Array
  /** What the optimiser remembers, by name. */
  state: Record<string, Float32Array>
  /** Positions of the works, those of all accumulated batches. */
  batch: readonly number[]
  /** How often each has come before in this round; left out: never. */
  turns?: readonly number[]
  round: number
  rate: number
  /** Counted from 1. */
  step: number
}

/** Takes steps: the gradient on the executor, batch after batch, then the optimiser's update on the processor. */
export async function createStepper({ phase, graph, works, activations, executor, seed }: Setting) {
  const gradients = await openSteady(writeOnnx(graph.gradient), executor, {
    open: gradientOpener(graph, works, phase),
    mostOnProcessor: worksAtOnce(graph),
  })
  const longest = phase.clip === null ? {} : { longest: phase.clip }
  const update = await openSession(writeOnnx(updateGraph(phase.optimiser, graph.length, longest)), 'cpu')
  const { length } = graph

  async function gradientOf({ weights, batch, turns = [], round, step }: Omit<Step, 'state' | 'rate'>) {
    let gradient: Float32Array | null = null
    let [loss, correct] = [0, 0]
    const scale = works.heads.map((_, head) => 1 / Math.max(1e-12, totalWeight(works, head, batch)))
    let running: Float32Array = weights.slice(graph.learning)
    for (let start = 0; start < batch.length; start += phase.batch) {
      const draws = batch.slice(start, start + phase.batch).map((work, at): Draw => ({ work, turn: turns[start + at] ?? 0, step, at: start + at })) // prettier-ignore
      const vector = tensor(withTail(weights, running), [length])
      const results = await gradients.run(draws, async (fitting) => ({
        ...(await inputsOf(fitting, round, scale)),
        weights: vector,
      }))
      for (const result of results) {
        loss += numberOf(result['loss'])
        for (const head of works.heads.keys()) correct += numberOf(result[`correct.${head}`])
        const ofPart = result['gradient']!.data as Float32Array
        gradient = gradient ? sumOf(gradient, ofPart) : ofPart
      }
      running = meanOf(results.flatMap(({ statistics }) => (statistics ? [statistics.data as Float32Array] : [])), running) // prettier-ignore
    }
    const judged = works.heads.filter((_, head) => totalWeight(works, head, batch) > 0).length
    return { gradient: gradient ?? new Float32Array(length), loss, accuracy: correct / Math.max(1, judged), running }
  }

  async function inputsOf(draws: readonly Draw[], round: number, scale: readonly number[]) {
    const part = draws.map(({ work }) => work)
    const variants = draws.map((draw) => variantOf(draw, round))
    const x = await activations.read(part, variants)
    const feeds: Record<string, OnnxValue> = { [graph.cut.name]: tensor(x, [part.length, ...graph.cut.shape]) }
    for (const [head, targets] of works.targets.entries()) {
      feeds[`labels.${head}`] = targetTensor(targets, part, works.heads[head]!.most ?? 1)
      const weights = Float32Array.from(part, (work) => weightOf(works, head, work) * scale[head]!)
      feeds[`weights.${head}`] = tensor(weights, [part.length])
    }
    for (const mask of graph.masks) feeds[mask.mask] = tensor(drawMask(mask, draws, seed), [part.length, ...mask.shape])
    return feeds
  }

  /** A work's first variant of a round is drawn, those of further turns follow it. */
  function variantOf({ work, turn }: Draw, round: number): number {
    const first = Math.floor(createRandom(`variant ${round} ${work}`, seed)() * phase.variants)
    return (first + turn) % phase.variants
  }

  return {
    /**
     * The weights and the optimiser's memory after the step; over the batch before it: loss, the weighted mean in nats, and
     * accuracy, the weighted share of labels met, mean of the heads.
     */
    async step({ weights, state, batch, turns = [], round, rate, step }: Step) {
      const { gradient, loss, accuracy, running } = await gradientOf({ weights, batch, turns, round, step })
      const memory = Object.entries(state)
      const result = await update.run({
        weights: tensor(weights, [length]),
        gradient: tensor(gradient, [length]),
        ...Object.fromEntries(memory.map(([name, vector]) => [`state/${name}`, tensor(vector, [length])])),
        rate: tensor(Float32Array.of(rate), []),
        step: tensor(Float32Array.of(step), []),
      })
      const vector = (name: string) => result[`new/${name}`]!.data as Float32Array
      const next = Object.fromEntries(memory.map(([name]) => [name, vector(`state/${name}`)]))
      return { weights: withTail(vector('weights'), running), state: next, loss, accuracy }
    },
    close: async () => {
      await gradients.release()
      await update.release()
    },
  }
}

/** TensorFlow.js makes the gradients itself; everybody else runs the graph of them. */
const gradientOpener =
  (graph: TrainingGraph, { heads }: Works, { smoothing }: Phase) =>
  (model: string | Uint8Array, executor: Executor) =>
    executor === 'tfjs'
      ? Promise.resolve().then(() => openTfjsSession(loadTensorFlow(), graph, { heads, smoothing }))
      : openSession(model, executor)

/** Weights with other running statistics at their end. */
function withTail(weights: Float32Array, running: Float32Array): Float32Array {
  if (running.length === 0) return weights
  const out = weights.slice()
  out.set(running, weights.length - running.length)
  return out
}

/** What the parts of a batch say the running statistics become; what they were where there are none. */
function meanOf(parts: readonly Float32Array[], old: Float32Array): Float32Array {
  if (parts.length < 2) return parts[0] ?? old
  return old.map((_, at) => parts.reduce((sum, part) => sum + part[at]!, 0) / parts.length)
}

const numberOf = (value: OnnxValue | undefined) => ((value?.data ?? []) as Float32Array)[0] ?? 0

const totalWeight = (works: Works, head: number, batch: readonly number[]) =>
  batch.reduce((total, work) => total + weightOf(works, head, work), 0)

const weightOf = ({ targets, termWeights }: Works, head: number, work: number) =>
  meanOfTerms(termsOf(targets[head]!, work), (term) => termWeights[head]![term]!)

function sumOf(a: Float32Array, b: Float32Array): Float32Array {
  const sum = new Float32Array(a.length)
  for (let i = 0; i < sum.length; i++) sum[i] = a[i]! + b[i]!
  return sum
}
