import { ApiError } from '#preload/rpc.ts'
import { int, int64, numbersOf, numberOf, type Constant, type Graph, type Node } from './graph.ts'

const oldest = 13
const oneForm = 18

/** Operators whose axes moved from an attribute to an input with opset 18. */
const reductions = new Set(
  ['Max', 'Min', 'Mean', 'Prod', 'L1', 'L2', 'LogSum', 'LogSumExp', 'SumSquare'].map((op) => `Reduce${op}`),
)

/** Brings a graph of opset 13-17 to opset 18, so that the rest of the engine knows one form of each operator. */
export function upgrade(graph: Graph): Graph {
  if (graph.opset < oldest) {
    throw new ApiError(
      'unsupported-model',
      `The network uses operators of version ${graph.opset}; this app reads version ${oldest} and later. Export it again with opset ${oneForm}.`,
    )
  }
  if (graph.opset >= oneForm) return graph
  const initializers = new Map(graph.initializers)
  const nodes = graph.nodes.map((node) => upgradeNode(node, initializers))
  return { ...graph, opset: oneForm, nodes, initializers }
}

function upgradeNode(node: Node, initializers: Map<string, Constant>): Node {
  if (node.domain !== '') return node
  const { axes: _, ...attributes } = node.attributes
  if (reductions.has(node.op)) {
    const axes = numbersOf(node, 'axes')
    if (!axes) return node
    const name = `${node.outputs[0]}/axes`
    initializers.set(name, int64(axes))
    return { ...node, attributes, inputs: [node.inputs[0] ?? '', name] }
  }
  if (node.op === 'Split' && !node.inputs[1] && numberOf(node, 'num_outputs', 0) === 0) {
    return { ...node, attributes: { ...node.attributes, num_outputs: int(node.outputs.length) } }
  }
  return node
}
