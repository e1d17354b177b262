import { availableParallelism } from 'node:os'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { Settings } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'

export type Executor = Exclude<Settings['executor'], 'auto'>

/** What is needed of onnxruntime's session. */
export type Session = Pick<InferenceSession, 'run' | 'release'>

/** TensorFlow.js takes the steps of a training alone: everything else runs on the processor. */
const isProcessor = (executor: Executor) => executor === 'cpu' || executor === 'tfjs'

/** Opens a network from a file or from bytes. Throws ApiError 'bad-model' with what the runtime said. */
export async function openSession(model: string | Uint8Array, executor: Executor): Promise<InferenceSession> {
  const options: InferenceSession.SessionOptions = {
    executionProviders: isProcessor(executor) ? ['cpu'] : [executor, 'cpu'],
    graphOptimizationLevel: 'all',
    intraOpNumThreads: threads(),
    logSeverityLevel: 3,
  }
  try {
    return typeof model === 'string'
      ? await InferenceSession.create(model, options)
      : await InferenceSession.create(model, options)
  } catch (error) {
    throw new ApiError('bad-model', `The network could not be opened (${(error as Error).message.trim()}).`)
  }
}

export const tensor = (data: Float32Array, shape: readonly number[]) => new Tensor('float32', data, shape)

export const threads = () => availableParallelism()

/** Indices as the int64 tensor that OneHot and Gather take. */
export const labelTensor = (labels: Int32Array) =>
  new Tensor('int64', BigInt64Array.from(labels, BigInt), [labels.length])
