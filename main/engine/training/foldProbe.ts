import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FineTuneTask } from '../api.ts'
import type { Graph } from '../graph/graph.ts'
import { join } from '../graph/join.ts'
import { readOnnx } from '../graph/read.ts'
import { openRowFile } from '../rowFile.ts'
import type { Executor } from '../runtimes/onnx.ts'
import { foldOf } from './foldOf.ts'
import { learnProbe } from './probe.ts'
import { termsOf } from './namedTerms.ts'

export type Finish = { l2: number[] }
type Report = Parameters<typeof learnProbe>[2]

/**
 * Heads for a fine-tuned network, learned to the optimum on its features [works, dimension] rather than as far as the last
 * phase came: the labels of `fold` serve for the strength of regularisation alone. Returns the
 * probabilities [works, terms] of each attribute, how its labels came to be learned (dynamics.ts), and the heads as a graph from the features.
 */
export async function foldProbe(
  task: FineTuneTask & { finish: Finish },
  { features, dimension, fold, executor, report }: { features: Float32Array; dimension: number; fold: number; executor: Executor; report: Report }, // prettier-ignore
): Promise<{ probabilities: Float32Array[]; dynamics: Float32Array[]; heads: Graph }> {
  const { works, attributes, folder } = task
  const file = path.join(folder, `fold-${fold}.f16`)
  const rows = Int32Array.from(works, (_, index) => index)
  const rowFile = await openRowFile(file, dimension)
  await rowFile.write([...rows], features)
  await rowFile.close()
  const isFixed = task.split === 'fixed'
  const held = Int8Array.from(works, (_, work) => {
    const own = foldOf(attributes, work)
    return isFixed ? own : own === fold ? 0 : own < 0 ? -1 : 1
  })
  const outputs = attributes.map((_, index) => path.join(folder, `fold-${fold}-${index}.f32`))
  const courses = attributes.map((_, index) => path.join(folder, `fold-${fold}-${index}-dynamics.f32`))
  const model = path.join(folder, `fold-${fold}-heads.onnx`)
  await learnProbe(
    {
      embeddings: { file, dimension },
      rows,
      // Fold 0: the works that are held out, fold 1: those that teach, -1: those without a label. The heads that are kept
      // learn from both.
      attributes: attributes.map((attribute, index) => ({
        ...attribute,
        folds: held.map((kind, work) => (termsOf(attribute, work).length === 0 ? -1 : kind)),
        output: outputs[index]!,
        dynamics: courses[index]!,
      })),
      seed: task.seed,
      folds: isFixed ? 1 : 2,
      split: task.split ?? 'folds',
      l2: task.finish.l2,
      balance: task.balance,
      model,
    },
    executor,
    report,
  )
  const probabilities = await Promise.all(outputs.map(readFloats))
  const dynamics = await Promise.all(courses.map(readFloats))
  return { probabilities, dynamics, heads: readOnnx(await readFile(model)) }
}

/** The fine-tuned network with these heads: from the image to the features and the probabilities of each attribute. */
export function finishedNetwork(network: Graph, features: string, heads: Graph): Graph {
  const named = { ...heads, inputs: heads.inputs.map((value) => ({ ...value, name: features })) }
  const renamed = {
    ...named,
    nodes: heads.nodes.map((node) => ({
      ...node,
      inputs: node.inputs.map((name) => (name === 'features' ? features : name)),
    })),
  }
  return join(network, renamed, [features])
}

async function readFloats(file: string): Promise<Float32Array> {
  const bytes = await readFile(file)
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
}
