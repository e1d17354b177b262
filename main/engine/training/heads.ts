import { apartBiases } from '../graph/biases.ts'
import { createBuilder } from '../graph/build.ts'
import { cut as cutGraph } from '../graph/cut.ts'
import { float32, numberOf, sizeOf, type Graph } from '../graph/graph.ts'
import { choosePart, type Extent, type Part } from '../graph/layers.ts'
import { prune } from '../graph/prune.ts'
import { freeWeights, setWeights } from '../graph/weights.ts'
import { nothingFresh, type Fresh } from '../networks/layers.ts'
import { vectorGradient } from '../gradient/weightVector.ts'
import { createRandom } from './random.ts'
import { targetInput } from './targets.ts'
import { trainingForm, withoutDropouts, type Mask, type Statistic } from './trainingForm.ts'

/** One attribute's part of the network: a linear layer on the features. */
export type Head = {
  name: string
  terms: number
  /** How much its loss counts against those of the other heads. */
  weight: number
  /** How many terms a label names at the most; left out: one. */
  most?: number
}

/** A weight that is trained: its name in the graph, and where it begins in the vector of all weights. */
export type Parameter = { name: string; shape: readonly number[]; offset: number; size: number }

export type TrainingGraph = {
  /**
   * Inputs: the tensor at the cut, labels.I (targets.ts) and weights.I [n] of each head, all parameters as
   * one vector 'weights' [length], and a mask for each dropout. Outputs: loss [], correct.I [] (sum of the weights of works
   * whose label names the most probable term), 'gradient' [length] and, where there are some, 'statistics': what the running ones become.
   */
  gradient: Graph
  /** From the tensor at the cut, the parameters and the masks to p.I [n, terms], as the network is while it learns. */
  training: Graph
  masks: readonly Mask[]
  /** Running statistics of normalisations, in the order in which they stand at the end of the parameters. */
  statistics: readonly Statistic[]
  /** From the tensor at the cut and the parameters to p.I [n, terms] of each head and the features, unless they are the cut. */
  prediction: Graph
  /** The tensor of the features. */
  features: string
  /** What is computed once: from the image to the tensor at the cut. Null: training begins at the image. */
  trunk: Graph | null
  cut: { name: string; shape: readonly number[] }
  /** What learns, then the running statistics. */
  parameters: Parameter[]
  /** How many numbers learn: the statistics stand behind them. */
  learning: number
  /** Length of the vector of all weights. */
  length: number
  /** The weights before training, by name. */
  initial: ReadonlyMap<string, Float32Array>
}

type Options = {
  /** The output of the network, [n, dimension]. */
  features: string
  dimension: number
  /** Where the backbone ends and its neck begins; left out: at the features. An extent counts the layers before it. */
  base?: string
  /** Weights of the neck: they always learn. */
  neck?: readonly string[]
  /** Normalisations and dropouts that behave otherwise while they learn. */
  fresh?: Pick<Fresh, 'norms' | 'dropouts'>
  extent: Extent | { kind: 'heads' }
  heads: readonly Head[]
  /** Depthwise filters stay as they are: a few of the weights, and up to 40 % of the time on a processor. */
  freezeDepthwise: boolean
  /** Share of the label's weight given to all terms alike, in [0, 1) (Szegedy et al. 2016). */
  smoothing: number
}

/** The graph of one training step for the chosen part of a backbone with new heads. Throws ApiError 'not-trainable'. */
export function trainingGraph(backbone: Graph, options: Options): TrainingGraph {
  const network = prune(backbone, [options.features])
  const { cut, weights } = partOf(network, options)
  const { trunk, tail } = split(network, cut)
  const withHeads = attachHeads(tail, options)
  const form = trainingForm(withHeads, options.fresh ?? nothingFresh)
  const frozen = options.freezeDepthwise ? depthwiseFilters(network) : new Set<string>()
  const names = [
    ...weights.filter((name) => !frozen.has(name)),
    ...(options.neck ?? []),
    ...options.heads.flatMap((head) => headWeights(head)),
  ]
  const parameters = layOut(withHeads, [...names, ...form.statistics.map(({ name }) => name)])
  const free = (graph: Graph) => apartBiases(freeWeights(graph, parameters.map(({ name }) => name))) // prettier-ignore
  const training = free(form.graph)
  const [learners, still] = [parameters.slice(0, names.length), parameters.slice(names.length)]
  const input = tail.inputs[0]!
  return {
    gradient: vectorGradient(withLoss(training, options, form.statistics), learners, {
      keep: [...options.heads.map((_, index) => `correct.${index}`), 'statistics'],
      still,
    }),
    training,
    masks: form.masks,
    statistics: form.statistics,
    prediction: predictionOf(withoutDropouts(free(withHeads)), options),
    features: options.features,
    trunk,
    cut: { name: input.name, shape: (input.shape ?? []).slice(1).map(Number) },
    parameters,
    learning: learners.reduce((sum, { size }) => sum + size, 0),
    length: parameters.reduce((sum, { size }) => sum + size, 0),
    initial: new Map(parameters.map(({ name }) => [name, withHeads.initializers.get(name)!.data as Float32Array])),
  }
}

/** What learns of the backbone, and where it is cut: at its end where the neck and the heads learn alone. */
function partOf(network: Graph, { features, extent, base = features }: Options): Pick<Part, 'cut' | 'weights'> {
  if (extent.kind === 'heads') return { cut: base, weights: [] }
  return choosePart(base === features ? network : backboneOf(network, base), extent)
}

/** A network up to where its neck begins. */
export const backboneOf = (network: Graph, base: string): Graph =>
  prune({ ...network, outputs: [{ name: base, type: 'float32', shape: null }] })

/** The whole network with trained weights: from the image to the features and, under each head's name, its probabilities. */
export function trainedNetwork(
  backbone: Graph,
  options: Pick<Options, 'features' | 'dimension' | 'heads'>,
  learned: ReadonlyMap<string, Float32Array>,
): Graph {
  const network = prune(backbone, [options.features])
  const withHeads = attachHeads(network, options)
  const values = new Map(
    [...learned].map(([name, data]) => [name, float32(data, withHeads.initializers.get(name)!.shape)]),
  )
  const trained = withoutDropouts(setWeights(withHeads, values))
  const kept = prune(trained, options.heads.map((_, index) => `p.${index}`)) // prettier-ignore
  const b = createBuilder({ from: { ...kept, outputs: network.outputs } })
  for (const [index, { name, terms }] of options.heads.entries())
    b.output(name, b.identity(`p.${index}`), 'float32', ['n', terms])
  return b.finish()
}

/** Filters of convolutions in which every channel has its own. */
function depthwiseFilters(network: Graph): Set<string> {
  const depthwise = network.nodes.filter((node) => node.op === 'Conv' && numberOf(node, 'group', 1) > 1)
  return new Set(depthwise.map(({ inputs }) => inputs[1]!))
}

function predictionOf(graph: Graph, { features, dimension, heads }: Options): Graph {
  const probabilities = graph.outputs.filter(({ name }) => heads.some((_, index) => name === `p.${index}`))
  if (features === graph.inputs[0]!.name) return prune({ ...graph, outputs: probabilities })
  return prune({ ...graph, outputs: [...probabilities, { name: features, type: 'float32', shape: ['n', dimension] }] })
}

export const headWeights = ({ name }: Head) => [`head.${name}.w`, `head.${name}.b`]

function split(network: Graph, cut: string | null): { trunk: Graph | null; tail: Graph } {
  if (cut === null) return { trunk: null, tail: network }
  if (network.outputs.some(({ name }) => name === cut)) {
    const value = network.outputs.find(({ name }) => name === cut)!
    return { trunk: network, tail: { ...network, nodes: [], inputs: [value], outputs: [], initializers: new Map() } }
  }
  return cutGraph(network, cut)
}

/** New linear layers, zero biases and small normal weights (He et al. 2015 with a gain of one), the same for the same name. */
function attachHeads(
  tail: Graph,
  { features, dimension, heads }: Pick<Options, 'features' | 'dimension' | 'heads'>,
): Graph {
  const b = createBuilder({ from: { ...tail, outputs: [] } })
  for (const [index, head] of heads.entries()) {
    const [w, bias] = headWeights(head) as [string, string]
    const random = createRandom(`head ${head.name}`, 0)
    const values = Float32Array.from({ length: dimension * head.terms }, () => normal(random) / Math.sqrt(dimension))
    b.initializer(w, float32(values, [dimension, head.terms]))
    b.initializer(bias, float32(new Float32Array(head.terms)))
    const logits = b.gemm(features, w, bias)
    b.output(`logits.${index}`, logits)
    b.output(`p.${index}`, b.softmax(logits))
  }
  return b.finish()
}

/** Weighted cross-entropy, summed over the heads; labels of -1 have no weight. */
function withLoss(graph: Graph, { heads, smoothing }: Options, statistics: readonly Statistic[]): Graph {
  const b = createBuilder({ from: { ...graph, outputs: [] } })
  const losses = heads.map(({ terms, weight, most = 1 }, index) => {
    const { labels, target: given } = targetInput(b, `labels.${index}`, terms, most)
    const weights = b.input(`weights.${index}`, 'float32', ['n'])
    const logP = b.logSoftmax(`logits.${index}`)
    const target = smoothing > 0 ? b.add(b.mul(given, 1 - smoothing), smoothing / terms) : given
    const error = b.neg(b.reduceSum(b.mul(target, logP), [1]))
    const same = b.cast(b.equal(b.argMax(`logits.${index}`, 1, most > 1), labels), 'float32')
    const hit = most > 1 ? b.reduceSum(same, [1]) : same
    b.output(`correct.${index}`, b.reduceSum(b.mul(hit, weights)), 'float32', [])
    return b.mul(b.reduceSum(b.mul(error, weights)), weight)
  })
  b.output('loss', losses.reduce((sum, loss) => b.add(sum, loss)), 'float32', []) // prettier-ignore
  if (statistics.length > 0) b.output('statistics', b.concat(statistics.map(({ next }) => next), 0), 'float32') // prettier-ignore
  return b.finish()
}

function layOut(graph: Graph, names: readonly string[]): Parameter[] {
  let offset = 0
  return names.map((name) => {
    const shape = graph.initializers.get(name)!.shape
    const parameter = { name, shape, offset, size: sizeOf(shape) }
    offset += parameter.size
    return parameter
  })
}

/** Box and Muller (1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
