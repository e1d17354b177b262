import { ApiError } from '#preload/rpc.ts'
import { operatorOf } from '../gradient/operators.ts'
import { dependents, listCuts, type Cut } from './cut.ts'
import { sizeOf, type Graph, type Node } from './graph.ts'
import { inferShapes } from './shapes.ts'

/** A node that data passes through, counted as Keras counts layers: convolutions, activations, sums and all. */
export type Layer = {
  readonly name: string
  readonly op: string
  /** Its place among the graph's nodes. */
  readonly at: number
  /** The initialisers it could learn, and how many numbers they are. */
  readonly weights: readonly string[]
  readonly parameters: number
}

/** What of a network is to be trained. */
export type Extent =
  | { readonly kind: 'all' }
  | { readonly kind: 'half' }
  | { readonly kind: 'last'; readonly layers: number }
  | { readonly kind: 'from'; readonly node: string }

export type Part = {
  /** Everything up to this tensor stays as it is; null where the part begins at the network's input. */
  readonly cut: string | null
  /** The initialisers to train. */
  readonly weights: readonly string[]
  readonly layers: readonly Layer[]
}

/** The inputs of an operator that training changes. Running statistics are not among them. */
const learned: Readonly<Record<string, readonly number[]>> = {
  Conv: [1, 2],
  ConvTranspose: [1, 2],
  Gemm: [0, 1, 2],
  MatMul: [0, 1],
  Add: [0, 1],
  Mul: [0, 1],
  PRelu: [1],
  BatchNormalization: [1, 2],
  InstanceNormalization: [1, 2],
  LayerNormalization: [1, 2],
  GroupNormalization: [1, 2],
}

/** Layers from the input to the output. The graph should be folded first, or constants count as layers. */
export function listLayers(graph: Graph): Layer[] {
  const moving = dependents(
    graph,
    graph.inputs.map(({ name }) => name),
  )
  return graph.nodes.flatMap((node, at) => {
    if (!node.outputs.some((name) => moving.has(name))) return []
    const weights = weightsOf(graph, node)
    const parameters = weights.reduce((sum, name) => sum + sizeOf(graph.initializers.get(name)!.shape), 0)
    return [{ name: node.name || (node.outputs[0] ?? ''), op: node.op, at, weights, parameters }]
  })
}

/** A single number in a sum or product is part of a formula; more than one was learned. */
function weightsOf(graph: Graph, node: Node): string[] {
  const places = (node.domain === '' && learned[node.op]) || []
  return places.flatMap((place) => {
    const name = node.inputs[place] ?? ''
    const constant = graph.initializers.get(name)
    const formula = (node.op === 'Add' || node.op === 'Mul') && constant?.data.length === 1
    return constant?.type === 'float32' && !formula ? [name] : []
  })
}

/**
 * Which weights an extent means, and the last place before them where the network can be cut. 'half' and 'last' mean at most
 * what comes after the last operator that no gradient passes: perhaps nothing, then the cut is the output.
 */
export function choosePart(graph: Graph, extent: Extent): Part {
  const layers = listLayers(graph)
  const wanted = layers.slice(firstOf(layers, extent))
  const cuts = listCuts(graph)
  const chosen = extent.kind === 'half' || extent.kind === 'last' ? afterObstacles(graph, cuts, wanted) : wanted
  const start = chosen[0]?.at ?? graph.nodes.length
  const cut = extent.kind === 'all' ? undefined : cuts.findLast(({ after }) => after <= start)
  return { cut: cut?.tensor ?? null, weights: [...new Set(chosen.flatMap(({ weights }) => weights))], layers: chosen }
}

/** The layers behind the first cut at which training can begin, where there is an operator without a gradient among them. */
function afterObstacles(graph: Graph, cuts: readonly Cut[], layers: readonly Layer[]): readonly Layer[] {
  if (layers.every(({ at }) => operatorOf(graph.nodes[at]!))) return layers
  const start = firstTrainable(graph, cuts)
  return layers.filter(({ at }) => start !== undefined && at >= start.after)
}

/** The earliest cut after all operators that no gradient passes whose size is known. Undefined: the output alone. */
export function firstTrainable(graph: Graph, cuts: readonly Cut[]): Cut | undefined {
  const last = listLayers(graph).findLast(({ at }) => !operatorOf(graph.nodes[at]!))
  const known = inferShapes(graph)
  return cuts.find(({ tensor, after }) => after > (last?.at ?? -1) && after < graph.nodes.length && known.has(tensor))
}

function firstOf(layers: readonly Layer[], extent: Extent): number {
  switch (extent.kind) {
    case 'all':
      return 0
    case 'half':
      return Math.floor(layers.length / 2)
    case 'last':
      return Math.max(0, layers.length - extent.layers)
    case 'from': {
      const at = layers.findIndex(({ name }) => name === extent.node)
      if (at < 0) throw new ApiError('no-cut', `The network has no layer "${extent.node}"`)
      return at
    }
  }
}
