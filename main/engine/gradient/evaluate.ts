import { ApiError } from '#preload/rpc.ts'
import type { Graph, Node } from '../graph/graph.ts'
import { operatorOf } from './operators.ts'
import { fromConstant, type Tensor64 } from './tensor64.ts'

/** Runs a graph by the forward meanings of its operators, in float64: slow and exact. All its tensors by name. */
export function evaluate(graph: Graph, feeds: Readonly<Record<string, Tensor64>>): Map<string, Tensor64> {
  const values = new Map<string, Tensor64>(Object.entries(feeds))
  for (const [name, constant] of graph.initializers) if (!values.has(name)) values.set(name, fromConstant(constant))
  for (const node of graph.nodes) {
    const outputs = evaluateNode(
      node,
      node.inputs.map((name) => values.get(name)),
    )
    node.outputs.forEach((name, index) => {
      const output = outputs[index]
      if (name && output) values.set(name, output)
    })
  }
  return values
}

function evaluateNode(node: Node, inputs: readonly (Tensor64 | undefined)[]): readonly Tensor64[] {
  const forward = operatorOf(node)?.forward
  if (!forward) throw new ApiError('unsupported-model', `The operator ${node.op} is not known`)
  return forward(node, inputs)
}
