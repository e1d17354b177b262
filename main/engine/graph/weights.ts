import { ApiError } from '#preload/rpc.ts'
import { fromFloat16 } from '../float16.ts'
import { int, sizeOf, type Attributes, type Constant, type Graph, type Node, type Value } from './graph.ts'

/** How many numbers the network has learned: its initialisers of real numbers. */
export const countParameters = (graph: Graph): number =>
  [...graph.initializers.values()].reduce((sum, { type, shape }) => sum + (isReal(type) ? sizeOf(shape) : 0), 0)

const isReal = (type: string) => type === 'float32' || type === 'float16' || type === 'bfloat16' || type === 'double'

/** Weights become inputs of the graph, so that they can change from run to run. */
export function freeWeights(graph: Graph, names: readonly string[]): Graph {
  const initializers = new Map(graph.initializers)
  const inputs = names.map((name): Value => {
    const constant = initializers.get(name)
    if (!constant) throw new Error(`The graph has no weights named ${name}`)
    initializers.delete(name)
    return { name, type: constant.type, shape: constant.shape }
  })
  return { ...graph, inputs: [...graph.inputs, ...inputs], initializers }
}

/** Inputs become weights again, or weights get new values. */
export function setWeights(graph: Graph, values: ReadonlyMap<string, Constant>): Graph {
  return {
    ...graph,
    inputs: graph.inputs.filter(({ name }) => !values.has(name)),
    initializers: new Map([...graph.initializers, ...values]),
  }
}

/** A network of half-precision numbers as one of single precision, in which it can be trained. */
export function widen(graph: Graph): Graph {
  return {
    ...graph,
    inputs: graph.inputs.map(widenValue),
    outputs: graph.outputs.map(widenValue),
    initializers: new Map([...graph.initializers].map(([name, constant]) => [name, widenConstant(constant)])),
    nodes: graph.nodes.map((node): Node => ({ ...node, attributes: widenAttributes(node) })),
  }
}

const widenValue = (value: Value): Value => (value.type === 'float16' ? { ...value, type: 'float32' } : value)

function widenAttributes(node: Node): Attributes {
  const { to, value } = node.attributes
  if (node.op === 'Cast' && to?.kind === 'int' && to.value === 10) return { ...node.attributes, to: int(1) }
  if (value?.kind === 'tensor')
    return { ...node.attributes, value: { kind: 'tensor', value: widenConstant(value.value) } }
  if (Object.values(node.attributes).some(({ kind }) => kind === 'graph')) {
    throw new ApiError(
      'unsupported-model',
      `The network decides its way as it runs (${node.op}); such a network cannot be trained`,
    )
  }
  return node.attributes
}

function widenConstant(constant: Constant): Constant {
  if (constant.type !== 'float16') return constant
  return { type: 'float32', shape: constant.shape, data: fromFloat16(constant.data) }
}
