import { createBuilder } from '../graph/build.ts'
import type { Graph } from '../graph/graph.ts'
import { alexNet } from './alexNet.ts'
import { efficientNet } from './efficientNet.ts'
import { efficientNetV2 } from './efficientNetV2.ts'
import { createLayers, renamed, type Fresh, type Layers } from './layers.ts'
import { resNet50 } from './resNet50.ts'
import { smallCnn } from './smallCnn.ts'

/** The networks that can be trained from nothing, by name. */
export const architectures = ['efficientnet-b0', 'efficientnet-v2-s', 'resnet50', 'alexnet', 'small-cnn'] as const
export type Architecture = (typeof architectures)[number]

/** `size`: side of the image in pixels; `width` and `depth`: shares of the published channels and of the repeated blocks. */
export type Shape = { readonly size: number; readonly width: number; readonly depth: number }

/** Tensors of a network: its last map [n, channels, side, side] and its features [n, dimension]. */
export type Ends = { readonly map: string; readonly features: string; readonly dimension: number }

/** Writes a network from an image [n, 3, size, size] on. */
export type Draw = (layers: Layers, image: string, shape: Shape) => Ends

const drawings: Readonly<Record<Architecture, Draw>> = {
  'efficientnet-b0': efficientNet,
  'efficientnet-v2-s': efficientNetV2,
  resnet50: resNet50,
  alexnet: alexNet,
  'small-cnn': smallCnn,
}

export const architectureNames: Readonly<Record<Architecture, string>> = {
  'efficientnet-b0': 'EfficientNet-B0',
  'efficientnet-v2-s': 'EfficientNetV2-S',
  resnet50: 'ResNet50',
  alexnet: 'AlexNet',
  'small-cnn': 'small network',
}

/** An architecture with first weights: the same for the same seed; with null they are zeros, for who looks at shapes alone. */
export function buildArchitecture(
  architecture: Architecture,
  shape: Shape,
  seed: number | null,
): { graph: Graph; fresh: Fresh } & Ends {
  const b = createBuilder({ name: architecture })
  const layers = createLayers(b, seed)
  const image = b.input('image', 'float32', ['n', 3, shape.size, shape.size])
  const { map, features, dimension } = drawings[architecture](layers, image, shape)
  b.output('features', features, 'float32', ['n', dimension])
  const fresh = renamed(layers.fresh(), features, 'features')
  return { graph: b.finish(), fresh, map, features: 'features', dimension }
}
