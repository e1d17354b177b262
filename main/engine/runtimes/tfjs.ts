import type * as Tfjs from '@tensorflow/tfjs'
import { ApiError } from '#preload/rpc.ts'
import type { Constant, Graph, Node } from '../graph/graph.ts'
import { sizeOf } from '../graph/graph.ts'
import type { Head, TrainingGraph } from '../training/heads.ts'
import { operators, type Tensor } from './tfjsOperators.ts'

type Labelled = {
  /** The tensor at the cut, [works, ...shape]. */
  x: Float32Array
  /** [heads][works, most] (targets.ts), -1 for none, and how much each work counts. */
  labels: readonly Int32Array[]
  counts: readonly Float32Array[]
  /** What each dropout keeps, by the name of its mask. */
  masks?: Readonly<Record<string, Float32Array>>
}

/**
 * The same training graph through TensorFlow.js and its own gradients: on a graphics card with tfjs-node-gpu, on its pure-JS
 * backend as the oracle of ours. Gives the loss in nats, its gradient by the vector of all weights [length], of each head
 * the weight of the works whose label names the most probable term, and what the running statistics become.
 * Throws ApiError 'not-trainable' for an operator that this executor does not know.
 */
export function createTfjsGradients(
  tf: typeof Tfjs,
  graph: TrainingGraph,
  { heads, smoothing }: { heads: readonly Head[]; smoothing: number },
): (
  weights: Float32Array,
  batch: Labelled,
) => { loss: number; gradient: Float32Array; correct: number[]; statistics: Float32Array } {
  const { training, cut, length } = graph
  const parameters = graph.parameters.filter(({ offset }) => offset < graph.learning)
  const still = graph.parameters.slice(parameters.length)
  const unknown = training.nodes.find(({ op }) => !operators[op])
  if (unknown) throw new ApiError('not-trainable', `TensorFlow.js does not know the operator ${unknown.op} here.`)
  const logits = heads.map((_, head) => training.nodes.find(({ outputs }) => outputs[0] === `p.${head}`)!.inputs[0]!)

  return (weights, { x, labels, counts, masks = {} }) => {
    const works = counts[0]!.length
    let correct: number[] = []
    const statistics = new Float32Array(length - graph.learning)
    const partOf = (values: Float32Array, { offset, size, shape }: (typeof parameters)[number]) =>
      tf.tensor(values.slice(offset, offset + size), [...shape], 'float32')
    const lossOf = (...tensors: Tensor[]) => {
      const feeds = new Map(parameters.map(({ name }, at) => [name, tensors[at]!]))
      feeds.set(cut.name, tf.tensor(x, [works, ...cut.shape], 'float32'))
      for (const parameter of still) feeds.set(parameter.name, partOf(weights, parameter))
      for (const { mask, shape } of graph.masks) feeds.set(mask, tf.tensor(masks[mask]!, [works, ...shape], 'float32'))
      const values = evaluate(tf, training, feeds)
      for (const [at, { next }] of graph.statistics.entries())
        statistics.set(values.get(next)!.dataSync(), still[at]!.offset - graph.learning)
      const named = heads.map(({ most = 1 }, head) => tf.tensor2d(labels[head]!, [works, most], 'int32'))
      correct = heads.map((_, head) => {
        const found = tf.expandDims(tf.argMax(values.get(logits[head]!)!, 1), 1)
        const hit = tf.any(tf.equal(found, named[head]!), 1)
        return tf.sum(tf.mul(tf.cast(hit, 'float32'), tf.tensor1d(counts[head]!))).dataSync()[0]!
      })
      const losses = heads.map(({ terms, weight }, head) => {
        const given = tf.sum(tf.cast(tf.oneHot(named[head]!, terms), 'float32'), 1)
        const even = tf.div(given, tf.maximum(tf.sum(given, 1, true), 1))
        const target = tf.add(tf.mul(even, 1 - smoothing), smoothing / terms)
        const error = tf.neg(tf.sum(tf.mul(target, tf.logSoftmax(values.get(logits[head]!)!)), 1))
        return tf.mul(tf.sum(tf.mul(error, tf.tensor1d(counts[head]!))), weight)
      })
      return losses.reduce((sum, loss) => tf.add(sum, loss)) as Tfjs.Scalar
    }
    const gradient = new Float32Array(length)
    let loss = 0
    // Nothing is returned: what `tidy` is given it searches for tensors, number by number.
    tf.tidy(() => {
      const tensors = parameters.map((parameter) => partOf(weights, parameter))
      const { value, grads } = tf.valueAndGrads(lossOf)(tensors)
      for (const [at, { offset }] of parameters.entries()) gradient.set(grads[at]!.dataSync(), offset)
      loss = value.dataSync()[0]!
    })
    return { loss, gradient, correct, statistics }
  }
}

/** All tensors of a graph by name. */
function evaluate(tf: typeof Tfjs, graph: Graph, feeds: ReadonlyMap<string, Tensor>): Map<string, Tensor> {
  const values = new Map(feeds)
  for (const [name, constant] of graph.initializers)
    if (constant.type === 'float32' && !values.has(name)) values.set(name, toTensor(tf, constant))
  for (const node of graph.nodes) {
    const inputs = node.inputs.map((name) => values.get(name))
    const constants = node.inputs.map((name) => numbersIn(graph, name))
    const made = operators[node.op]!({ tf, node, inputs, constants })
    for (const [at, tensor] of (Array.isArray(made) ? made : [made]).entries()) values.set(node.outputs[at]!, tensor)
  }
  return values
}

const toTensor = (tf: typeof Tfjs, { data, shape }: Constant) =>
  tf.tensor(data as Float32Array, sizeOf(shape) === data.length ? [...shape] : undefined, 'float32')

function numbersIn(graph: Graph, name: Node['inputs'][number]): number[] | undefined {
  const constant = graph.initializers.get(name)
  return constant && constant.data.length <= 64 ? Array.from<number | bigint, number>(constant.data, Number) : undefined
}
