import { ApiError } from '#preload/rpc.ts'
import { createBuilder } from '../graph/build.ts'
import { dependents } from '../graph/cut.ts'
import type { Dimension, Graph, Node, Value } from '../graph/graph.ts'
import { inferShapes } from '../graph/shapes.ts'

/** How a tensor becomes features [n, dimension]. */
export type Pooling = 'none' | 'flatten' | 'mean-of-map' | 'first-token' | 'mean-of-tokens'

/** A tensor that says what is in the image, and how it becomes a row of numbers. */
export type Candidate = {
  readonly tensor: string
  readonly pooling: Pooling
  readonly dimension: number
  /** Channels come last: [n, height, width, channels]. */
  readonly channelsLast: boolean
}
export type Found = {
  /** Best first; never empty. */
  readonly features: readonly Candidate[]
  readonly logits: { readonly tensor: string; readonly terms: number } | null
}

const namedAsFeatures = /feat|embed|pool|repr/i
const namedAsLogits = /logit|prob|class|softmax|score/i
/** Class counts of ImageNet and its relatives. */
const classCounts = new Set([1000, 1001, 10450, 11821, 21841, 21843])
const linear = new Set(['Gemm', 'MatMul'])
const passing = new Set(['Add', 'Softmax', 'LogSoftmax', 'Sigmoid', 'Identity', 'Flatten', 'Reshape', 'Squeeze', 'GlobalAveragePool', 'ReduceMean', 'Relu', 'Cast', 'Transpose']) // prettier-ignore

/** Where a network for images has its features. The graph should be folded. Throws ApiError 'no-features'. */
export function findFeatures(graph: Graph): Found {
  const known = inferShapes(graph)
  const shapeOf = (name: string) =>
    known.get(name)?.shape ?? graph.outputs.find((output) => output.name === name)?.shape
  const logits = graph.outputs.find((output) => isLogits(graph, output, shapeOf(output.name)))
  const outputs = graph.outputs.filter((output) => output !== logits && !namedAsLogits.test(output.name))
  const inner = logits ? lastWeighted(graph, logits.name).taken : undefined
  const names = [...new Set([...outputs.map(({ name }) => name), ...(inner === undefined ? [] : [inner])])]
  const features = names.flatMap((name) => candidates(name, shapeOf(name) ?? null))
  if (features.length === 0)
    throw new ApiError(
      'no-features',
      'No output of this network is a row of numbers or a map for each image. Export it with its pooled features as an output.',
    )
  const terms = logits && shapeOf(logits.name)?.at(-1)
  return {
    features: features.toSorted((a, b) => rank(a) - rank(b)),
    logits: logits && typeof terms === 'number' ? { tensor: logits.name, terms } : null,
  }
}

/** Named as features before unnamed ones; rows before what must be pooled. */
const rank = ({ tensor, pooling }: Candidate) =>
  (namedAsFeatures.test(tensor) ? 0 : 10) + (pooling === 'none' || pooling === 'flatten' ? 0 : 1)

function isLogits(graph: Graph, { name }: Value, shape: readonly Dimension[] | null | undefined): boolean {
  if (namedAsFeatures.test(name) || shape?.length !== 2) return false
  const { taken, op } = lastWeighted(graph, name)
  if (taken === undefined) return false
  return namedAsLogits.test(name) || classCounts.has(Number(shape[1])) || linear.has(op)
}

/** The last layer with weights before an output, and what it takes. Nothing where another operator is in between. */
function lastWeighted(graph: Graph, output: string): { op: string; taken: string | undefined } {
  const makers = new Map(graph.nodes.flatMap((node) => node.outputs.map((name) => [name, node] as const)))
  const inputs = graph.inputs.map(({ name }) => name)
  const moving = dependents(graph, inputs)
  for (let node = makers.get(output); node;) {
    const taken: string | undefined = node.inputs.find((name) => moving.has(name))
    if (taken === undefined || inputs.includes(taken)) break
    if (linear.has(node.op) || node.op === 'Conv') return { op: node.op, taken }
    if (!passing.has(node.op)) break
    node = makers.get(taken)
  }
  return { op: '', taken: undefined }
}

function candidates(tensor: string, shape: readonly Dimension[] | null): Candidate[] {
  const sizes = shape?.slice(1) ?? []
  if (!sizes.every((size) => typeof size === 'number')) return []
  const as = (pooling: Pooling, dimension: number, channelsLast = false): Candidate[] =>
    dimension < 2 ? [] : [{ tensor, pooling, dimension, channelsLast }]
  const [first = 0, second = 0, third = 0] = sizes
  switch (sizes.length) {
    case 1:
      return as('none', first)
    case 2: {
      const square = Number.isInteger(Math.sqrt(first))
      const [usual, other]: Pooling[] = square ? ['mean-of-tokens', 'first-token'] : ['first-token', 'mean-of-tokens']
      return [...as(usual!, second), ...as(other!, second)]
    }
    case 3:
      if (second === third) return as(second === 1 ? 'flatten' : 'mean-of-map', first)
      return first === second ? as('mean-of-map', third, true) : []
    default:
      return []
  }
}

/** The graph with features [n, dimension] and, where there are some, logits as its only outputs, and a batch of any size. */
export function exposeFeatures(graph: Graph, { tensor, pooling, channelsLast, dimension }: Candidate, found: Found) {
  const logits = graph.outputs.filter(({ name }) => name === found.logits?.tensor)
  const inputs = graph.inputs.map((value) => ({ ...value, shape: value.shape && ['n', ...value.shape.slice(1)] }))
  const kept = graph.outputs.filter(({ name }) => name === tensor)
  if (pooling === 'none' && kept.length > 0)
    return { graph: { ...graph, inputs, outputs: [...kept, ...logits].map(unbatched) }, features: tensor }
  const b = createBuilder({ from: { ...graph, inputs, outputs: logits.map(unbatched) } })
  const name = freeName(graph)
  b.output(name, pool(), 'float32', ['n', dimension])
  return { graph: b.finish(), features: name }

  function pool(): string {
    switch (pooling) {
      case 'none':
        return b.identity(tensor)
      case 'flatten':
        return b.flatten(tensor)
      case 'mean-of-map':
        return channelsLast ? b.reduceMean(tensor, [1, 2]) : b.flatten(b.globalAveragePool(tensor))
      case 'mean-of-tokens':
        return b.reduceMean(tensor, [1])
      case 'first-token':
        return b.squeeze(b.slice(tensor, [0], [1], [1]), [1])
    }
  }
}

const unbatched = (value: Value): Value => ({ ...value, shape: value.shape && ['n', ...value.shape.slice(1)] })

function freeName(graph: Graph): string {
  const taken = new Set(
    [...graph.inputs, ...graph.outputs].map(({ name }) => name).concat(graph.nodes.flatMap(nodeNames)),
  )
  let name = 'features'
  while (taken.has(name)) name = `${name}_`
  return name
}

const nodeNames = (node: Node): string[] => [node.name, ...node.outputs, ...node.inputs]
