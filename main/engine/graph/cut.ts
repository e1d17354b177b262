import { ApiError } from '#preload/rpc.ts'
import type { Graph, Node, Value } from './graph.ts'
import { prune, readsOf } from './prune.ts'
import { inferShapes } from './shapes.ts'

/** A tensor that everything before passes through on its way to the outputs, and the number of nodes up to it. */
export type Cut = { readonly tensor: string; readonly after: number }

/** All tensors at which the graph falls into a part before and a part after, joined by that tensor alone; in order. */
export function listCuts(graph: Graph): Cut[] {
  const moving = dependents(
    graph,
    graph.inputs.map(({ name }) => name),
  )
  const lastUse = new Map<string, number>(graph.outputs.map(({ name }) => [name, Infinity]))
  graph.nodes.forEach((node, at) => {
    for (const name of readsOf(node)) if (moving.has(name)) lastUse.set(name, Math.max(at, lastUse.get(name) ?? 0))
  })
  const open = new Set(graph.inputs.map(({ name }) => name))
  const cuts: Cut[] = []
  graph.nodes.forEach((node, at) => {
    for (const name of node.outputs) if (lastUse.has(name) && moving.has(name)) open.add(name)
    for (const name of open) if ((lastUse.get(name) ?? -1) <= at) open.delete(name)
    const [only] = open
    if (open.size === 1 && only !== undefined && node.outputs.includes(only)) cuts.push({ tensor: only, after: at + 1 })
  })
  return cuts
}

/** The tensors that depend on some others, those included. */
export function dependents(graph: Graph, names: readonly string[]): Set<string> {
  const moving = new Set(names)
  for (const node of graph.nodes) {
    if (readsOf(node).some((name) => moving.has(name)))
      for (const output of node.outputs) if (output) moving.add(output)
  }
  return moving
}

/**
 * The graph in two: the trunk makes the tensor from the inputs, the tail makes the outputs from the tensor.
 * Throws 'no-cut' where the outputs also depend on the inputs in another way.
 */
export function cut(graph: Graph, tensor: string): { readonly trunk: Graph; readonly tail: Graph } {
  const value = valueOf(graph, tensor)
  const trunk = prune({ ...graph, outputs: [value] })
  const tail = prune({ ...graph, nodes: withoutMaker(graph.nodes, tensor), inputs: [value] })
  const inputs = new Set(graph.inputs.map(({ name }) => name))
  const around = tail.nodes.find((node) => readsOf(node).some((name) => inputs.has(name) && name !== tensor))
  if (around)
    throw new ApiError(
      'no-cut',
      `The network cannot be cut at "${tensor}": ${around.op} "${around.name}" reaches around it`,
    )
  return { trunk, tail }
}

/** The maker of a tensor leaves the tail; where it makes others too, it stays with those alone. */
const withoutMaker = (nodes: readonly Node[], tensor: string): Node[] =>
  nodes.flatMap((node) => {
    if (!node.outputs.includes(tensor)) return [node]
    const outputs = node.outputs.map((name) => (name === tensor ? '' : name))
    return outputs.every((name) => name === '') ? [] : [{ ...node, outputs }]
  })

/** A tensor as an output or input: with its type and shape, as far as they can be inferred. */
export function valueOf(graph: Graph, tensor: string): Value {
  const known = inferShapes(graph).get(tensor)
  if (known) return { name: tensor, type: known.type, shape: known.shape }
  const declared = [...graph.inputs, ...graph.outputs].find(({ name }) => name === tensor)
  if (declared) return declared
  if (!graph.nodes.some((node) => node.outputs.includes(tensor)))
    throw new ApiError('no-cut', `The network has no tensor "${tensor}"`)
  return { name: tensor, type: 'float32', shape: null }
}
