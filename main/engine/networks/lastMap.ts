import { ApiError } from '#preload/rpc.ts'
import { listCuts } from '../graph/cut.ts'
import type { Graph } from '../graph/graph.ts'
import { inferShapes } from '../graph/shapes.ts'

/**
 * The last tensor [n, channels, side, side] that everything passes through: what the pooling in front of the features reads.
 * Throws ApiError 'bad-recipe' for a network without one, such as a transformer.
 */
export function lastMap(graph: Graph): string {
  const known = inferShapes(graph)
  const found = listCuts(graph).findLast(({ tensor }) => {
    const [, channels, height, width] = known.get(tensor)?.shape ?? []
    return typeof channels === 'number' && typeof height === 'number' && height > 1 && height === width
  })
  if (found) return found.tensor
  throw new ApiError(
    'bad-recipe',
    'The recipe reads a network place by place, but this network has no map of places. Choose a convolutional network, or a recipe without a neck.',
  )
}
