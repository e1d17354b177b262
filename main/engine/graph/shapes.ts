import { arrayTypes } from './elementTypes.ts'
import type { Constant, Dimension, ElementType, Graph, Node } from './graph.ts'
import { operatorOf } from '../gradient/operators.ts'

/** What is known of a tensor before the graph runs. values: what a small tensor holds, such as a shape or pads. */
export type Known = {
  readonly type: ElementType
  readonly shape: readonly Dimension[]
  readonly values?: readonly Dimension[]
}

/** How an operator's outputs follow from its inputs. undefined stands for an input left out. */
export type Infer = (node: Node, inputs: readonly (Known | undefined)[]) => readonly Known[]

const smallest = 64

/** Operators without a gradient here whose output is as large as their input: what follows them can still be trained. */
const shapeKeeping = new Set(['Celu', 'Cos', 'LRN', 'MeanVarianceNormalization', 'Mish', 'Round', 'Selu', 'Sin', 'Softsign', 'ThresholdedRelu']) // prettier-ignore
const asInput: Infer = (_, [input]) => [{ type: input!.type, shape: input!.shape }]

/** Types and shapes of all tensors, as far as they are known before the graph runs. sizes replaces the shapes of inputs. */
export function inferShapes(
  graph: Graph,
  sizes: Readonly<Record<string, readonly Dimension[]>> = {},
): Map<string, Known> {
  const known = new Map<string, Known>()
  for (const { name, type, shape } of graph.inputs) {
    const given = sizes[name] ?? shape
    if (given) known.set(name, { type, shape: given })
  }
  for (const [name, constant] of graph.initializers) known.set(name, knownOf(constant))
  for (const node of graph.nodes) {
    const inputs = node.inputs.map((name) => known.get(name))
    const infer = operatorOf(node)?.infer ?? (node.domain === '' && shapeKeeping.has(node.op) ? asInput : undefined)
    if (!infer || node.inputs.some((name) => name !== '' && !known.has(name))) continue
    const outputs = infer(node, inputs)
    node.outputs.forEach((name, index) => {
      const output = outputs[index]
      if (name && output) known.set(name, output)
    })
  }
  return known
}

export const isWhole = (type: ElementType): boolean =>
  type !== 'bool' && arrayTypes[type] !== Float32Array && arrayTypes[type] !== Float64Array && !type.endsWith('float16')

export function knownOf(constant: Constant): Known {
  const { type, shape, data } = constant
  const readable = type !== 'float16' && type !== 'bfloat16' && data.length <= smallest
  return readable ? { type, shape, values: Array.from<number | bigint, number>(data, Number) } : { type, shape }
}
