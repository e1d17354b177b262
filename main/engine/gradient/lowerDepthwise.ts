import { createBuilder } from '../graph/build.ts'
import { float32, numberOf, sizeOf, type Constant, type Dimension, type Graph, type Node } from '../graph/graph.ts'
import { inferShapes } from '../graph/shapes.ts'
import { windowOf, type Window } from './window.ts'

type Depthwise = { readonly channels: number; readonly spatial: readonly number[]; readonly window: Window }

/**
 * The same graph with depthwise convolutions over small maps, whose filters are in `learning`, as products of matrices: a channel's
 * pixels [n, pixels] times a matrix [pixels, places] that holds its filter at each place it is laid. onnxruntime makes kernel-many
 * copies of a map for such a convolution, and again for each of its gradients; the products take a third of that time at 1,152
 * channels of 7x7, and their gradients are products, too. Larger maps would need too large a matrix.
 */
export function lowerDepthwise(graph: Graph, learning: readonly string[]): Graph {
  if (!graph.nodes.some(({ op, inputs }) => op === 'Conv' && learning.includes(inputs[1] ?? ''))) return graph
  const known = inferShapes(graph)
  const b = createBuilder({ from: graph })
  const lower = (node: Node): readonly Node[] => {
    const [x = '', filters = '', bias = ''] = node.inputs
    const shapes = [x, filters].map((name) => known.get(name)?.shape ?? [])
    const conv = node.op === 'Conv' && learning.includes(filters) ? smallDepthwise(node, shapes) : null
    if (!conv) return [node]
    const { channels, spatial, window } = conv
    const places = window.out.map(Number)
    const start = b.finish().nodes.length
    const laid = b.matmul(b.reshape(filters, [channels, -1]), b.constant(layings(conv)))
    const pixels = b.transpose(b.reshape(x, [-1, channels, sizeOf(spatial)]), [1, 0, 2])
    const seen = b.matmul(pixels, b.reshape(laid, [channels, sizeOf(spatial), sizeOf(places)]))
    const y = b.reshape(b.transpose(seen, [1, 0, 2]), [-1, channels, ...places])
    if (bias) b.add(y, b.reshape(bias, [channels, 1, 1]))
    const written = b.finish().nodes.slice(start)
    return [...written.slice(0, -1), { ...written.at(-1)!, outputs: node.outputs }]
  }
  const nodes = graph.nodes.flatMap((node) => lower(node))
  return { ...graph, nodes, initializers: b.finish().initializers }
}

/** Pixels times places, up to 14x14 seen at 7x7: the numbers of a channel's matrix. */
const most = 196 * 49

/** null where the node is another kind of convolution, or its maps are too large. */
function smallDepthwise(node: Node, [x = [], filters = []]: readonly (readonly Dimension[])[]): Depthwise | null {
  const [channels, ...spatial] = x.slice(1)
  const sizes = [channels, ...spatial, ...filters]
  if (x.length !== 4 || !sizes.every((size): size is number => typeof size === 'number')) return null
  const apart = filters[0] === channels && filters[1] === 1 && numberOf(node, 'group', 1) === channels
  const window = windowOf(node, spatial, filters.slice(2) as number[])
  const numbers = sizeOf(spatial as number[]) * sizeOf(window.out as number[])
  return apart && numbers <= most ? { channels, spatial: spatial as number[], window } : null
}

/** [kernel, pixels · places]: 1 where a filter that is laid at that place has that weight on that pixel. */
function layings({ spatial, window }: Depthwise): Constant {
  const { kernel, strides, dilations, before } = window
  const [height = 0, width = 0] = spatial
  const [rows = 0, columns = 0] = window.out.map(Number)
  const [down = 0, along = 0] = kernel
  const pairs = height * width * rows * columns
  const ones = new Float32Array(down * along * pairs)
  for (let place = 0; place < rows * columns; place++) {
    for (let weight = 0; weight < down * along; weight++) {
      const [row, column] = [Math.floor(place / columns), place % columns]
      const y = row * strides[0]! + Math.floor(weight / along) * dilations[0]! - before[0]!
      const x = column * strides[1]! + (weight % along) * dilations[1]! - before[1]!
      const inside = y >= 0 && y < height && x >= 0 && x < width
      if (inside) ones[weight * pairs + (y * width + x) * rows * columns + place] = 1
    }
  }
  return float32(ones, [down * along, pairs])
}
