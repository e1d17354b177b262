import { createBuilder } from '../graph/build.ts'
import { float32, int, sizeOf, type Constant, type Graph } from '../graph/graph.ts'
import { join } from '../graph/join.ts'
import { differentiate } from './differentiate.ts'
import { lowerDepthwise } from './lowerDepthwise.ts'
import { lowerNorms } from './lowerNorms.ts'

/** Weights laid end to end in one vector: an optimiser's step is then a few operations, and a checkpoint a few arrays. */
export type Layout = readonly { readonly name: string; readonly shape: readonly number[] }[]

const lengthOf = (layout: Layout): number => layout.reduce((sum, { shape }) => sum + sizeOf(shape), 0)

export function packWeights(layout: Layout, values: ReadonlyMap<string, Constant>): Float32Array<ArrayBuffer> {
  const vector = new Float32Array(lengthOf(layout))
  let offset = 0
  for (const { name, shape } of layout) {
    const value = values.get(name)
    if (value?.type !== 'float32') throw new Error(`There are no weights named ${name}`)
    vector.set(value.data, offset)
    offset += sizeOf(shape)
  }
  return vector
}

export function unpackWeights(layout: Layout, vector: Float32Array): Map<string, Constant> {
  let offset = 0
  return new Map(
    layout.map(({ name, shape }) => {
      const data = vector.slice(offset, offset + sizeOf(shape))
      offset += data.length
      return [name, { type: 'float32', shape, data }]
    }),
  )
}

/**
 * A graph with a loss and weights as inputs becomes one with their vector as the input 'weights', and the gradient by it as the
 * output 'gradient', [length]. Weights in `still` stand at the vector's end and have a gradient of zero. Other inputs stay; of
 * the outputs those in `keep` do, and the loss.
 */
export function vectorGradient(
  graph: Graph,
  layout: Layout,
  { loss = 'loss', keep = [] as readonly string[], still = [] as Layout } = {},
): Graph {
  const names = layout.map(({ name }) => name)
  const differentiated = differentiate(lowerDepthwise(graph, names), { loss, with: names })
  const b = createBuilder({
    from: {
      ...differentiated,
      outputs: differentiated.outputs.filter(({ name }) => name === loss || keep.includes(name)),
    },
  })
  const flat = names.map((name) => b.reshape(`grad/${name}`, [-1]))
  if (still.length > 0) flat.push(b.constant(float32(new Float32Array(lengthOf(still)))))
  const all = [...layout, ...still]
  b.output('gradient', flat.length === 1 ? flat[0]! : b.concat(flat, 0), 'float32', [lengthOf(all)])
  return lowerNorms(join(splitVector(all, graph.opset), b.finish()))
}

/** From the vector to the weights by name. */
function splitVector(layout: Layout, opset: number): Graph {
  const b = createBuilder({ opset })
  const vector = b.input('weights', 'float32', [lengthOf(layout)])
  const parts = b.nodes(
    'Split',
    [vector, b.int64(layout.map(({ shape }) => sizeOf(shape)))],
    { axis: int(0) },
    layout.length,
  )
  for (const [at, { name, shape }] of layout.entries()) b.output(name, b.reshape(parts[at]!, shape), 'float32', shape)
  return b.finish()
}
