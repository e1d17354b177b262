import { int64, type Constant, type Graph, type Node } from './graph.ts'

/**
 * Convolutions with fixed filters and a bias that is trained, each as a convolution and a sum. onnxruntime lays filters out for
 * the vector units of the processor only where filter and bias are constants; a depthwise 5x5 of 7x7 pixels takes ten times as
 * long without.
 */
export function apartBiases(graph: Graph): Graph {
  const initializers = new Map(graph.initializers)
  const nodes = graph.nodes.flatMap((node) => {
    const filter = graph.initializers.get(node.inputs[1] ?? '')
    const bias = node.inputs[2] ?? ''
    if (node.op !== 'Conv' || !filter || bias === '' || graph.initializers.has(bias)) return [node]
    return apart(node, filter, bias, initializers)
  })
  return { ...graph, nodes, initializers }
}

function apart(node: Node, { shape }: Constant, bias: string, initializers: Map<string, Constant>): Node[] {
  const [y = ''] = node.outputs
  const [bare, form, column] = [`${y}/without-bias`, `${y}/form-of-bias`, `${y}/bias-column`]
  initializers.set(form, int64([shape[0]!, ...shape.slice(2).map(() => 1)]))
  const plain = { domain: '', attributes: {} }
  return [
    { ...node, inputs: node.inputs.slice(0, 2), outputs: [bare] },
    { ...plain, op: 'Reshape', name: column, inputs: [bias, form], outputs: [column] },
    { ...plain, op: 'Add', name: `${node.name}/add`, inputs: [bare, column], outputs: [y] },
  ]
}
