import { setImmediate } from 'node:timers/promises'
import { concatenate } from '../concatenate.ts'
import type { OnnxValue } from 'onnxruntime-node'
import { writeOnnx } from '../graph/write.ts'
import { tensor, type Executor } from '../runtimes/onnx.ts'
import { openSteady } from '../runtimes/steady.ts'
import type { Activations } from './activations.ts'
import type { TrainingGraph } from './heads.ts'

const batchSize = 16

/** Features [chosen works, dimension] and probabilities [chosen works, terms] of each head, of the images as they are. */
export async function createPredictor(graph: TrainingGraph, executor: Executor) {
  const session = await openSteady(writeOnnx(graph.prediction), executor)
  const { features, cut } = graph
  const heads = graph.prediction.outputs.filter(({ name }) => name !== features).length
  return {
    async run(
      weights: Float32Array,
      chosen: readonly number[],
      activations: Activations,
      check: () => void,
    ): Promise<{ features: Float32Array; heads: Float32Array[] }> {
      const parameters = parametersOf(graph, weights)
      const parts: Float32Array[][] = Array.from({ length: heads }, () => [])
      const seen: Float32Array[] = []
      for (let start = 0; start < chosen.length; start += batchSize) {
        check()
        const batch = chosen.slice(start, start + batchSize)
        const x = await activations.read(batch, batch.map(() => -1)) // prettier-ignore
        const size = x.length / batch.length
        const places = batch.map((_, at) => at)
        const results = await session.run(places, (part) => {
          const rows = x.subarray(part[0]! * size, (part.at(-1)! + 1) * size)
          return { ...parameters, [cut.name]: tensor(rows, [part.length, ...cut.shape]) }
        })
        for (const result of results) {
          for (let head = 0; head < heads; head++) parts[head]!.push(result[`p.${head}`]!.data as Float32Array)
          if (features !== cut.name) seen.push(result[features]!.data as Float32Array)
        }
        if (features === cut.name) seen.push(x)
        await setImmediate()
      }
      return { features: concatenate(seen), heads: parts.map(concatenate) }
    },
    close: () => session.release(),
  }
}

const parametersOf = ({ parameters }: TrainingGraph, weights: Float32Array): Record<string, OnnxValue> =>
  Object.fromEntries(
    parameters.map(({ name, offset, size, shape }) => [name, tensor(weights.subarray(offset, offset + size), shape)]),
  )
