import { Tensor, type InferenceSession } from 'onnxruntime-node'
import type * as Tfjs from '@tensorflow/tfjs'
import type { Head, TrainingGraph } from '../training/heads.ts'
import type { Session } from './onnx.ts'
import { createTfjsGradients } from './tfjs.ts'

/**
 * The gradient graph of a training as a session that TensorFlow.js executes by its own gradients: the same inputs and
 * outputs by the same names. Throws ApiError 'not-trainable'.
 */
export function openTfjsSession(
  tf: typeof Tfjs,
  graph: TrainingGraph,
  options: { heads: readonly Head[]; smoothing: number },
): Session {
  const gradients = createTfjsGradients(tf, graph, options)
  const at = [...options.heads.keys()]
  return {
    run: ((feeds: InferenceSession.OnnxValueMapType) => {
      const data = (name: string) => feeds[name]!.data
      const { loss, gradient, correct, statistics } = gradients(data('weights') as Float32Array, {
        x: data(graph.cut.name) as Float32Array,
        labels: at.map((head) => Int32Array.from(data(`labels.${head}`) as BigInt64Array, Number)),
        counts: at.map((head) => data(`weights.${head}`) as Float32Array),
        masks: Object.fromEntries(graph.masks.map(({ mask }) => [mask, data(mask) as Float32Array])),
      })
      const running =
        statistics.length > 0 ? { statistics: new Tensor('float32', statistics, [statistics.length]) } : {}
      return Promise.resolve({
        loss: number(loss),
        gradient: new Tensor('float32', gradient, [graph.length]),
        ...running,
        ...Object.fromEntries(correct.map((value, head) => [`correct.${head}`, number(value)])),
      })
    }) as Session['run'],
    release: () => Promise.resolve(),
  }
}

function number(value: number): Tensor {
  return new Tensor('float32', Float32Array.of(value), [])
}
