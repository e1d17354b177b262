import { ApiError } from '#preload/rpc.ts'
import { createBuilder } from '../graph/build.ts'
import type { Graph } from '../graph/graph.ts'
import { inferShapes } from '../graph/shapes.ts'
import { prune } from '../graph/prune.ts'
import { convLstmPyramid } from './convLstmPyramid.ts'
import { createLayers, renamed, type Fresh, type Layers } from './layers.ts'
import { lstmNeck } from './lstm.ts'

/** What lies between a network's last map and the heads. `pyramid`: see convLstmPyramid.ts. */
export type Neck =
  | { readonly kind: 'none' }
  | { readonly kind: 'lstm'; readonly hidden: number; readonly grid: number }
  | {
      readonly kind: 'convlstm-pyramid'
      readonly channels: number
      readonly steps: number
      readonly first: number
      readonly second: number
      readonly level: number
      readonly side: number
      readonly dropout: number
    }

/** A map in a graph: its tensor, [n, channels, height, width]. */
export type MapAt = { tensor: string; channels: number; height: number; width: number }

/** Writes a neck behind a map. Returns its features [n, dimension]. */
export type DrawNeck<N> = (layers: Layers, map: MapAt, neck: N) => { features: string; dimension: number }

/** The features that a neck makes; the outputs are these alone. */
export const neckFeatures = 'neck'

/** A network up to its last map with a neck behind it, whose weights are drawn by the seed. */
export function appendNeck(
  graph: Graph,
  map: string,
  neck: Exclude<Neck, { kind: 'none' }>,
  seed: number | null,
): { graph: Graph; dimension: number; fresh: Fresh } {
  const at = mapAt(graph, map)
  const b = createBuilder({ from: { ...graph, outputs: [] } })
  const layers = createLayers(b, seed)
  const { features, dimension } = neck.kind === 'lstm' ? lstmNeck(layers, at, neck) : convLstmPyramid(layers, at, neck)
  b.output(neckFeatures, features, 'float32', ['n', dimension])
  return { graph: prune(b.finish()), dimension, fresh: renamed(layers.fresh(), features, neckFeatures) }
}

function mapAt(graph: Graph, tensor: string): MapAt {
  const [, channels, height, width] = inferShapes(graph).get(tensor)?.shape ?? []
  if (typeof channels === 'number' && typeof height === 'number' && typeof width === 'number')
    return { tensor, channels, height, width }
  throw new ApiError('bad-recipe', `The size of "${tensor}" in this network is not known, so nothing can read its places one by one.`) // prettier-ignore
}
