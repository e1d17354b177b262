import type { Graph, Node } from './graph.ts'

/** Everything a node reads: its inputs and what its inner graphs take from around them. */
export function readsOf(node: Node): string[] {
  const inner = Object.values(node.attributes).flatMap((attribute) =>
    attribute.kind === 'graph'
      ? attribute.value.nodes.flatMap(readsOf).concat(attribute.value.outputs.map(({ name }) => name))
      : [],
  )
  return [...node.inputs, ...inner].filter((name) => name !== '')
}

/** Keeps some outputs (all by default) and what they need of nodes and initialisers. Inputs stay, needed or not. */
export function prune(graph: Graph, outputs: readonly string[] = graph.outputs.map(({ name }) => name)): Graph {
  const needed = new Set(outputs)
  const kept: Node[] = []
  for (const node of graph.nodes.toReversed()) {
    if (!node.outputs.some((name) => needed.has(name))) continue
    kept.push(node)
    for (const name of readsOf(node)) needed.add(name)
  }
  return {
    ...graph,
    nodes: kept.toReversed(),
    outputs: graph.outputs.filter(({ name }) => outputs.includes(name)),
    initializers: new Map([...graph.initializers].filter(([name]) => needed.has(name))),
  }
}
