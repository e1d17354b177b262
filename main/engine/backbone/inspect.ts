import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { BackboneReport } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { dependents, listCuts } from '../graph/cut.ts'
import { fold } from '../graph/fold.ts'
import type { Dimension, Graph, Value } from '../graph/graph.ts'
import { firstTrainable, listLayers } from '../graph/layers.ts'
import { prune } from '../graph/prune.ts'
import { readOnnx } from '../graph/read.ts'
import { countParameters, widen } from '../graph/weights.ts'
import { operatorOf } from '../gradient/operators.ts'
import { findFeatures, type Found } from './features.ts'

/** A network from a file, with one image input and what follows from it alone. */
export type ReadBackbone = { graph: Graph; input: BackboneReport['input']; found: Found }

const usualSize = 224
/** What a message of the ONNX format can hold at most. */
const mostBytes = 2 ** 31 - 1

/** Reads an ONNX file with the weights beside it. Throws ApiError with what is wrong in a sentence. */
export async function readBackbone(file: string): Promise<ReadBackbone> {
  return understand(readOnnx(await readBytes(file), { folder: path.dirname(file) }))
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file)
    if (size === 0) throw new ApiError('not-onnx', 'This file is empty. Export or download it again.')
    if (size > mostBytes)
      throw new ApiError('unsupported-model', 'This file is larger than 2 GB. Export it with its weights beside it.')
    return await readFile(file)
  } catch (error) {
    if (error instanceof ApiError) throw error
    throw new ApiError('unreadable', `The file ${file} cannot be read. Check that it is there.`)
  }
}

/** Finds the image input and the features. Throws ApiError 'no-image-input', 'no-features', 'unsupported-model'. */
export function understand(read: Graph): ReadBackbone {
  const whole = widen(read)
  const { value, ...input } = findImageInput(whole)
  const sizes = input.layout === 'NCHW' ? [3, input.size, input.size] : [input.size, input.size, 3]
  const others = whole.inputs.filter(({ name }) => name !== value.name)
  const reached = dependents(whole, others.map(({ name }) => name)) // prettier-ignore
  const outputs = whole.outputs.filter(({ name, type }) => !reached.has(name) && type === 'float32')
  const alone = prune({ ...whole, inputs: [value], outputs })
  const graph = fold(alone, { [value.name]: ['n', ...sizes] })
  return { graph, input, found: findFeatures(graph) }
}

/** What the user is told of a network before adding it. */
export function inspect({ graph, input, found }: ReadBackbone): BackboneReport {
  const [best] = found.features
  const network = prune({ ...graph, outputs: [{ name: best!.tensor, type: 'float32', shape: null }] })
  const layers = listLayers(network)
  const places = listCuts(network)
  const cuts = places.map(({ tensor, after }) => {
    const rest = layers.filter(({ at }) => at >= after)
    return { tensor, layersAfter: rest.length, parametersAfter: rest.reduce((sum, layer) => sum + layer.parameters, 0) } // prettier-ignore
  })
  const obstacles = layers.filter(({ at }) => !operatorOf(network.nodes[at]!))
  const last = obstacles.at(-1)
  return {
    input,
    features: found.features,
    logits: found.logits,
    parameters: countParameters(network),
    layers: layers.length,
    cuts,
    withoutGradient: [...new Set(obstacles.map(({ op }) => op))],
    trainableFrom: last ? (firstTrainable(network, places)?.tensor ?? best!.tensor) : null,
  }
}

function findImageInput(graph: Graph): BackboneReport['input'] & { value: Value } {
  const images = graph.inputs.flatMap((value) => {
    const layout = layoutOf(value.shape)
    return layout ? [{ value, layout }] : []
  })
  const [image] = images
  if (!image || images.length > 1) {
    const given = graph.inputs.map(({ name, shape }) => `"${name}" [${shape?.join(', ') ?? 'of any shape'}]`)
    throw new ApiError(
      'no-image-input',
      `This network does not take one colour image: its inputs are ${given.join(', ') || 'none'}. ` +
        'Choose a network whose input is [n, 3, height, width] or [n, height, width, 3].',
    )
  }
  const { value, layout } = image
  if (value.type !== 'float32')
    throw new ApiError('unsupported-model', `This network takes images as ${value.type}; this app gives real numbers.`)
  const [height, width] = layout === 'NCHW' ? value.shape!.slice(2) : value.shape!.slice(1, 3)
  if (typeof height === 'number' && typeof width === 'number' && height !== width)
    throw new ApiError(
      'unsupported-model',
      `This network takes images of ${width} by ${height}; this app gives squares.`,
    )
  const size = [height, width].find((length): length is number => typeof length === 'number' && length > 0)
  return { name: value.name, size: size ?? usualSize, layout, sizeIsFixed: size !== undefined, value }
}

function layoutOf(shape: readonly Dimension[] | null): 'NCHW' | 'NHWC' | null {
  if (shape?.length !== 4) return null
  if (shape[1] === 3) return 'NCHW'
  return shape[3] === 3 ? 'NHWC' : null
}
