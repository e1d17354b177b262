import { float32, int, int64, numberOf, type Attributes, type Constant, type Graph, type Node } from '../graph/graph.ts'
import { inferShapes } from '../graph/shapes.ts'

/**
 * The same graph with normalisations by the batch (BatchNormalization in training mode) in plain operators, which every executor
 * has. The expressions are those of the gradient (normalization.ts): onnxruntime then computes each once.
 */
export function lowerNorms(graph: Graph): Graph {
  if (!graph.nodes.some(isByBatch)) return graph
  const known = inferShapes(graph)
  const initializers = new Map(graph.initializers)
  const nodes = graph.nodes.flatMap((node) =>
    isByBatch(node) ? lower(node, known.get(node.inputs[0] ?? '')?.shape.length ?? 4, initializers) : [node],
  )
  return { ...graph, nodes, initializers }
}

const isByBatch = (node: Node) => node.op === 'BatchNormalization' && numberOf(node, 'training_mode', 0) > 0

function lower(norm: Node, rank: number, initializers: Map<string, Constant>): Node[] {
  const [y = '', nextMean = '', nextVariance = ''] = norm.outputs
  const [x = '', scale = '', shift = '', mean = '', variance = ''] = norm.inputs
  const nodes: Node[] = []
  const node = (op: string, inputs: string[], to: string, attributes: Attributes = {}) => {
    nodes.push({ op, domain: '', name: to, inputs, outputs: [to], attributes })
    return to
  }
  const constant = (name: string, value: Constant) => {
    initializers.set(`${y}/${name}`, value)
    return `${y}/${name}`
  }
  const spatial = Array.from({ length: Math.max(0, rank - 2) }, (_, at) => at + 2)
  const batch = constant('axes', int64([0, ...spatial]))
  const wide = (vector: string, name: string) => spatial.length > 0 ? node('Unsqueeze', [vector, constant('spatial', int64(spatial.map((axis) => axis - 1)))], `${y}/${name}`) : vector // prettier-ignore
  const flat = (tensor: string, name: string) =>
    node('Reshape', [tensor, constant('flat', int64([-1]))], `${y}/${name}`)
  const mid = node('ReduceMean', [x, batch], `${y}/mean`, { keepdims: int(1) })
  const centred = node('Sub', [x, mid], `${y}/centred`)
  const square = node('Mul', [centred, centred], `${y}/square`)
  const spread = node('ReduceMean', [square, batch], `${y}/variance`, { keepdims: int(1) })
  const epsilon = constant('epsilon', float32([numberOf(norm, 'epsilon', 1e-5)], []))
  const root = node('Sqrt', [node('Add', [spread, epsilon], `${y}/spread`)], `${y}/root`)
  const standard = node('Mul', [centred, node('Reciprocal', [root], `${y}/factor`)], `${y}/standard`)
  const scaled = node('Mul', [standard, wide(scale, 'scale')], `${y}/scaled`)
  node('Add', [scaled, wide(shift, 'shift')], y)
  const momentum = numberOf(norm, 'momentum', 0.9)
  const [kept, taken] = [constant('kept', float32([momentum], [])), constant('taken', float32([1 - momentum], []))]
  const running = (old: string, now: string, to: string) =>
    to && node('Add', [node('Mul', [old, kept], `${to}/kept`), node('Mul', [now, taken], `${to}/taken`)], to)
  running(mean, flat(mid, 'mean/flat'), nextMean)
  running(variance, flat(spread, 'variance/flat'), nextVariance)
  return nodes
}
