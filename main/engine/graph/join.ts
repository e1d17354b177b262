import type { Graph, Node } from './graph.ts'
import { prune } from './prune.ts'

/**
 * Two graphs as one: the inputs of the second that the first has as tensors come from it. A trunk and its tail become a
 * network again. The outputs are those of the second, then those of the first that `keep` names.
 */
export function join(first: Graph, second: Graph, keep: readonly string[] = []): Graph {
  const taken = new Set([
    ...first.nodes.flatMap((node) => node.outputs),
    ...first.inputs.map(({ name }) => name),
    ...first.initializers.keys(),
  ])
  const given = new Set(second.inputs.map(({ name }) => name))
  const fixed = new Set([...given, ...second.outputs.map(({ name }) => name)])
  const clash = (name: string) => name !== '' && taken.has(name) && !fixed.has(name)
  const rename = (name: string) => (clash(name) ? `${name}/2` : name)
  const named = new Set(first.nodes.map(({ name }) => name))
  const nodes = second.nodes.map((node): Node => ({
    ...node,
    name: named.has(node.name) ? `${node.name}/2` : node.name,
    inputs: node.inputs.map(rename),
    outputs: node.outputs.map(rename),
  }))
  return prune({
    ...first,
    domains: { ...first.domains, ...second.domains },
    metadata: { ...first.metadata, ...second.metadata },
    opset: Math.max(first.opset, second.opset),
    nodes: [...first.nodes, ...nodes],
    inputs: [...first.inputs, ...second.inputs.filter(({ name }) => !taken.has(name))],
    outputs: [...second.outputs, ...first.outputs.filter(({ name }) => keep.includes(name))],
    initializers: new Map([
      ...first.initializers,
      ...[...second.initializers].map(([name, value]) => [rename(name), value] as const),
    ]),
  })
}
