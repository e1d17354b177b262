import { fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { InferenceSession } from 'onnxruntime-node'
import type { Backbone } from '../api.ts'
import { topOf } from '../backbone/top.ts'
import { fold } from '../graph/fold.ts'
import { readOnnx } from '../graph/read.ts'
import { widen } from '../graph/weights.ts'
import { writeOnnx } from '../graph/write.ts'
import { trainingGraph } from '../training/heads.ts'
import { createRandom } from '../training/random.ts'
import { labelTensor, openSession, tensor, type Executor } from './onnx.ts'
import { loadTensorFlow } from './tensorFlow.ts'
import { openTfjsSession } from './tfjsSession.ts'

/** The network that a trial looks with. `model`: absolute path of its ONNX file. */
export type TrialNetwork = { backbone: Backbone; model: string }
/** How long a batch of images and a step of training take, and what the network saw: that must be right, too. */
export type Trial = { works: true; lookMs: number; stepMs: number; features: number[] } | { works: false; why: string }

const batch = 8
/** Time for each of the two measurements, after a first run that compiles. */
const measureMs = 800
/** A trial that is not done by then has failed. */
const patienceMs = 30_000
const trialWord = 'trial'

/** Tries an executor in a process of its own: a driver that crashes or hangs must not take the engine with it. */
export function tryExecutor(executor: Executor, network: TrialNetwork): Promise<Trial> {
  const child = fork(process.argv[1]!, [trialWord], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  })
  return new Promise((resolve) => {
    const end = (trial: Trial) => {
      clearTimeout(timer)
      resolve(trial)
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => end({ works: false, why: 'its trial took too long' }), patienceMs)
    child.on('message', (trial) => end(trial as Trial))
    child.on('error', (error) => end({ works: false, why: error.message }))
    child.on('exit', () => end({ works: false, why: 'its driver crashed' }))
    child.send({ executor, network }, () => {})
  })
}

/** Whether this process was started by tryExecutor; then it answers one trial. */
export function isTrialProcess(): boolean {
  if (process.argv[2] !== trialWord) return false
  process.once('message', (message) => {
    const { executor, network } = message as { executor: Executor; network: TrialNetwork }
    measure(executor, network)
      .catch((error: Error): Trial => ({ works: false, why: error.message }))
      .then((trial) => process.send?.(trial))
  })
  return true
}

/** Batches of 8 images through the network, and steps of training of its last layers. */
export async function measure(executor: Executor, { backbone, model }: TrialNetwork): Promise<Trial> {
  const { input, outputs, dimension } = backbone
  const top = topOf(backbone)
  const shape = input.layout === 'NCHW' ? [3, input.size, input.size] : [input.size, input.size, 3]
  const pixels = tensor(noise(batch * 3 * input.size ** 2), [batch, ...shape])
  const looking = await openSession(model, executor)
  const look = () => looking.run({ [input.name]: pixels }, [outputs.features])
  const features = (await look())[outputs.features]!.data as Float32Array
  const lookMs = await median(look)
  await looking.release()

  const network = fold(widen(readOnnx(await readFile(model))))
  const heads = [{ name: 'trial', terms: 10, weight: 1 }]
  const graph = trainingGraph(network, { ...top, heads, extent: { kind: 'last', layers: 20 }, freezeDepthwise: true, smoothing: 0 }) // prettier-ignore
  const stepping =
    executor === 'tfjs'
      ? openTfjsSession(loadTensorFlow(), graph, { heads, smoothing: 0 })
      : await openSession(writeOnnx(graph.gradient), executor)
  const weights = new Float32Array(graph.length)
  for (const { name, offset } of graph.parameters) weights.set(graph.initial.get(name)!, offset)
  const size = graph.cut.shape.reduce((product, length) => product * length, 1)
  const feeds: InferenceSession.OnnxValueMapType = {
    [graph.cut.name]: tensor(noise(batch * size), [batch, ...graph.cut.shape]),
    weights: tensor(weights, [graph.length]),
    'labels.0': labelTensor(new Int32Array(batch)),
    'weights.0': tensor(new Float32Array(batch).fill(1 / batch), [batch]),
  }
  const step = () => stepping.run(feeds)
  await step()
  const stepMs = await median(step)
  await stepping.release()
  return { works: true, lookMs, stepMs, features: [...features.subarray(0, dimension)] }
}

const noise = (length: number) => Float32Array.from({ length }, createRandom('trial', 0))

async function median(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (const start = performance.now(); performance.now() - start < measureMs;) {
    const before = performance.now()
    await run()
    times.push(performance.now() - before)
  }
  return times.toSorted((a, b) => a - b)[times.length >> 1]!
}
