import type { Graph } from '../graph/graph.ts'
import { architectures, buildArchitecture, type Architecture } from './architectures.ts'

/**
 * Which of our architectures a network from elsewhere is, by the shapes of its convolutions in order of size: exporters fold
 * normalisations and name things as they like, but keep these. Null: another one.
 */
export function recognise(graph: Graph): Architecture | null {
  const found = filtersOf(graph)
  return architectures.find((architecture) => filtersOf(published(architecture)) === found) ?? null
}

/** The size does not matter to convolutions. */
const published = (architecture: Architecture): Graph =>
  buildArchitecture(architecture, { size: 224, width: 1, depth: 1 }, null).graph

function filtersOf({ nodes, initializers }: Graph): string {
  const shapes = nodes.flatMap(({ op, inputs }) => (op === 'Conv' ? [initializers.get(inputs[1] ?? '')?.shape.join('x') ?? ''] : [])) // prettier-ignore
  return shapes.toSorted().join(' ')
}
