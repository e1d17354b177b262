import { existsSync } from 'node:fs'
import { listSupportedBackends } from 'onnxruntime-node'
import type { Device, Settings } from '#preload/api.ts'
import { failureOf } from './failures.ts'
import { threads, type Executor } from './onnx.ts'
import { tryExecutor, type Trial, type TrialNetwork } from './trial.ts'

export const executorNames: Record<Executor, string> = {
  cpu: 'Processor',
  webgpu: 'Graphics card (WebGPU)',
  cuda: 'Graphics card (CUDA)',
  tfjs: 'Graphics card (CUDA by TensorFlow)',
  dml: 'Graphics card (DirectML)',
  coreml: 'Apple Neural Engine (Core ML)',
}
/** Below this a graphics card is not worth its surprises. */
const worthIt = 1.2
/** How far its features may be from the processor's, of their length: some cards reckon with half precision. */
const mostApart = 0.05

type Judged = { executor: Executor; works: boolean; ratio: number; why: string }

const trials = new Map<string, Promise<Trial>>()

/**
 * What this computer computes on, and why. What is not the processor is tried once by this process, with `network`; without
 * one nothing is tried and nothing but the processor chosen. The processor is the choice that never fails.
 */
export async function chooseExecutor(wanted: Settings['executor'], network?: TrialNetwork): Promise<Executor> {
  const others = wanted === 'cpu' ? [] : offered().filter((executor) => wanted === 'auto' || executor === wanted)
  return decide(wanted, network ? await judgeAll(others, network) : []).executor
}

/** The same for the user: all that this computer offers is tried, so that it can be chosen from. */
export async function describeDevice(wanted: Settings['executor'], network?: TrialNetwork): Promise<Device> {
  const judged = network ? await judgeAll(offered(), network) : []
  const { executor, why } = decide(wanted, judged)
  const processor = {
    executor: 'cpu',
    name: executorNames.cpu,
    works: true,
    why: 'works on every computer',
    failed: false,
  }
  const choices = judged.map(({ executor: other, works, why: reason }) => ({
    executor: other,
    name: executorNames[other],
    works,
    why: reason,
    failed: failureOf(other) !== undefined,
  }))
  return { executor, name: executorNames[executor], why, threads: threads(), choices: [processor, ...choices] }
}

/** The choice and its reason, from what the trials have shown. */
export function decide(wanted: Settings['executor'], judged: readonly Judged[]): { executor: Executor; why: string } {
  if (wanted === 'cpu') return { executor: 'cpu', why: 'chosen in the settings' }
  if (wanted !== 'auto') {
    const found = judged.find(({ executor }) => executor === wanted)
    if (found?.works) return { executor: wanted, why: `chosen in the settings; ${found.why}` }
    const reason = found ? `cannot be used: ${found.why}` : 'is not offered by this computer'
    return { executor: 'cpu', why: `${executorNames[wanted]} was chosen, but ${reason}` }
  }
  const best = judged.filter(({ works }) => works).toSorted((a, b) => b.ratio - a.ratio)[0]
  if (best && best.ratio >= worthIt) return { executor: best.executor, why: best.why }
  const why = best
    ? `${executorNames[best.executor]} is ${best.why}`
    : (judged.find(({ executor }) => failureOf(executor))?.why ?? 'no graphics card was found that can do this work')
  return { executor: 'cpu', why }
}

async function judgeAll(executors: readonly Executor[], network: TrialNetwork): Promise<Judged[]> {
  const results: { executor: Executor; trial: Trial }[] = []
  for (const executor of executors) results.push({ executor, trial: await tried(executor, network) }) // one at a time: they share memory
  if (!results.some(({ trial }) => trial.works))
    return results.map(({ executor, trial }) => judge(executor, trial, trial))
  const processor = await tried('cpu', network)
  return results.map(({ executor, trial }) => judge(executor, trial, processor))
}

function tried(executor: Executor, network: TrialNetwork): Promise<Trial> {
  const key = `${executor} ${network.backbone.sha256}`
  const trial = trials.get(key) ?? tryExecutor(executor, network)
  trials.set(key, trial)
  return trial
}

/** A trial against that of the processor, in words. */
export function judge(executor: Executor, trial: Trial, processor: Trial): Judged {
  const refuse = (why: string): Judged => ({ executor, works: false, ratio: 0, why })
  const failure = failureOf(executor)
  if (failure !== undefined) return refuse(`it failed while it was at work (${failure}), so the processor went on`)
  if (!trial.works) return refuse(inWords(trial.why))
  if (!processor.works) return refuse('the processor, which it is compared with, failed')
  // Written so that features which are not numbers are refused too.
  if (!(distance(trial.features, processor.features) <= mostApart))
    return refuse('it gives other results than the processor')
  const ratio = (processor.lookMs + processor.stepMs) / (trial.lookMs + trial.stepMs)
  const said = ratio >= 1 ? `${times(ratio)} times as fast as` : `${times(1 / ratio)} times slower than`
  return { executor, works: true, ratio, why: `${said} the processor in a trial on this computer` }
}

const times = (factor: number) => factor.toFixed(factor < 10 ? 1 : 0)
const length = (values: readonly number[]) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))

function distance(a: readonly number[], b: readonly number[]): number {
  return length(a.map((value, at) => value - b[at]!)) / Math.max(1e-9, length(b))
}

/** What runtimes say when they cannot start, for a reader who has never heard of them. */
function inWords(said: string): string {
  if (/no supported adapters|no device|failed to get a webgpu adapter/i.test(said))
    return 'no graphics card with a driver for it was found'
  if (/load (shared )?library|cannot open shared object/i.test(said)) return 'its library is not installed'
  if (/tensorflow for cuda/i.test(said)) return 'TensorFlow for NVIDIA cards is not installed'
  return `it could not be started (${said.slice(0, 200)})`
}

/** The executors besides the processor that this build of the runtime brings and this computer may have. */
export function offered(): Executor[] {
  const backends = new Set(listSupportedBackends().map(({ name }) => name as string))
  return (['cuda', 'coreml', 'dml', 'webgpu', 'tfjs'] as const).filter(
    (executor) => (executor === 'tfjs' ? process.platform !== 'darwin' : backends.has(executor)) && mayHave(executor),
  )
}

/** Linux shows its graphics cards as files; where none is there, a trial only costs time. */
function mayHave(executor: Executor): boolean {
  if (process.platform !== 'linux') return true
  const named = process.env['VK_ICD_FILENAMES'] ?? process.env['VK_DRIVER_FILES']
  if (executor === 'webgpu' && named) return true
  const files =
    executor === 'cuda' || executor === 'tfjs' ? ['/dev/nvidia0', '/dev/dxg'] : ['/dev/dri', '/dev/nvidia0', '/dev/dxg']
  return files.some((file) => existsSync(file))
}
