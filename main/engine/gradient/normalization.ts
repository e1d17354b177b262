import { numberOf, type Node } from '../graph/graph.ts'
import { fromFront } from './fit.ts'
import type { Backward, Operator } from './operator.ts'
import { fill, reader, reduce, tensor64, type Tensor64 } from './tensor64.ts'

const epsilonOf = (node: Node) => numberOf(node, 'epsilon', 1e-5)
const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)

/** [x - mean, 1 / sqrt(variance + epsilon)] over some axes. */
function standardise(x: Tensor64, axes: readonly number[], epsilon: number): [Tensor64, Tensor64, Tensor64] {
  const mean = meanOf(x, axes)
  const [value, middle] = [reader(x), reader(mean)]
  const centred = fill(x.shape, (index) => value(index) - middle(index))
  const variance = meanOf(
    tensor64(
      x.shape,
      centred.data.map((d) => d * d),
    ),
    axes,
  )
  return [
    centred,
    tensor64(
      variance.shape,
      variance.data.map((v) => 1 / Math.sqrt(v + epsilon)),
    ),
    mean,
  ]
}

function meanOf(x: Tensor64, axes: readonly number[]): Tensor64 {
  const sum = reduce(x, axes, (total, value) => total + value)
  return tensor64(
    sum.shape,
    sum.data.map((total) => (total * sum.data.length) / x.data.length),
  )
}

/** A vector of one number a channel, so that it broadcasts over [n, c, ...]. */
const perChannel = (x: Tensor64, rank: number) => tensor64([x.shape[0]!, ...range(2, rank).map(() => 1)], x.data)

/**
 * The gradient through ŷ = (x - mean) s with s = 1/sqrt(variance + epsilon), mean and variance taken over `axes`:
 * dx = s (d - mean(d) - ŷ mean(d ŷ)), d being the gradient by ŷ.
 */
function throughStatistics(b: Backward['b'], d: string, standard: string, s: string, axes: readonly number[]): string {
  const along = b.mul(standard, b.reduceMean(b.mul(d, standard), axes, true))
  return b.mul(s, b.sub(b.sub(d, b.reduceMean(d, axes, true)), along))
}

/** Over the axes from `axis` on, then scaled and shifted. Its later outputs are the mean and 1/sqrt(variance + epsilon). */
export const LayerNormalization: Operator = {
  infer: (node, [x]) => {
    if (!x) return []
    const axis = fromFront(numberOf(node, 'axis', -1), x.shape.length)
    const statistics = { type: x.type, shape: x.shape.map((size, at) => (at < axis ? size : 1)) }
    return [x, statistics, statistics]
  },
  forward: (node, [x, scale, shift]) => {
    const axes = range(fromFront(numberOf(node, 'axis', -1), x!.shape.length), x!.shape.length)
    const [centred, factor, mean] = standardise(x!, axes, epsilonOf(node))
    const [value, by, weight, bias] = [reader(centred), reader(factor), reader(scale!), shift ? reader(shift) : () => 0]
    return [fill(x!.shape, (index) => value(index) * by(index) * weight(index) + bias(index)), mean, factor]
  },
  saves: 3,
  backward: (step) => {
    const { b, g, node, x, y, shape } = step
    const rank = shape(x[0]!).length
    const axis = fromFront(numberOf(node, 'axis', -1), rank)
    const [, mean = '', s = ''] = y
    const standard = b.mul(b.sub(x[0]!, mean), s)
    const rest = rank - shape(x[1]!).length
    const sum = (gradient: string) => (rest > 0 ? b.reduceSum(gradient, range(0, rest)) : gradient)
    return [
      throughStatistics(b, b.mul(g, x[1]!), standard, s, range(axis, rank)),
      sum(b.mul(g, standard)),
      x[2] ? sum(g) : undefined,
    ]
  },
}

/** Each channel of each image by itself. */
export const InstanceNormalization: Operator = {
  infer: (_, [x]) => (x ? [x] : []),
  forward: (node, [x, scale, shift]) => {
    const rank = x!.shape.length
    const [centred, factor] = standardise(x!, range(2, rank), epsilonOf(node))
    const [value, by] = [reader(centred), reader(factor)]
    const [weight, bias] = [reader(perChannel(scale!, rank)), reader(perChannel(shift!, rank))]
    return [fill(x!.shape, (index) => value(index) * by(index) * weight(index) + bias(index))]
  },
  backward: ({ b, g, node, x, shape }) => {
    const rank = shape(x[0]!).length
    const [axes, batch] = [range(2, rank), [0, ...range(2, rank)]]
    const centred = b.sub(x[0]!, b.reduceMean(x[0]!, axes, true))
    const variance = b.reduceMean(b.mul(centred, centred), axes, true)
    const s = b.reciprocal(b.sqrt(b.add(variance, epsilonOf(node))))
    const standard = b.mul(centred, s)
    const weight = b.unsqueeze(x[1]!, range(1, rank - 1))
    return [
      throughStatistics(b, b.mul(g, weight), standard, s, axes),
      b.reduceSum(b.mul(g, standard), batch),
      b.reduceSum(g, batch),
    ]
  },
}

/**
 * With the statistics of the training long ago: x, scale, shift, mean and variance. In training mode with those of the batch;
 * then its later outputs are the running statistics, momentum of the old ones and the rest from the batch.
 */
export const BatchNormalization: Operator = {
  infer: (node, [x, scale]) => (x && scale ? [x, ...(numberOf(node, 'training_mode', 0) ? [scale, scale] : [])] : []),
  forward: (node, inputs) => {
    const [x, scale, shift, mean, variance] = inputs as Tensor64[]
    const rank = x!.shape.length
    if (numberOf(node, 'training_mode', 0)) return inTraining(node, inputs as Tensor64[])
    const [value, weight, bias, middle, spread] = [
      reader(x!),
      ...[scale, shift, mean, variance].map((v) => reader(perChannel(v!, rank))),
    ]
    const at = (index: readonly number[]) => weight!(index) / Math.sqrt(spread!(index) + epsilonOf(node))
    return [fill(x!.shape, (index) => (value!(index) - middle!(index)) * at(index) + bias!(index))]
  },
  backward: ({ b, g, node, x, shape }) => {
    const rank = shape(x[0]!).length
    const batch = [0, ...range(2, rank)]
    const [data = '', scale = '', , mean = '', variance = ''] = x
    const wide = (vector: string) => (rank > 2 ? b.unsqueeze(vector, range(1, rank - 1)) : vector)
    const byShift = b.reduceSum(g, batch)
    if (numberOf(node, 'training_mode', 0)) {
      const centred = b.sub(data, b.reduceMean(data, batch, true))
      const s = b.reciprocal(b.sqrt(b.add(b.reduceMean(b.mul(centred, centred), batch, true), epsilonOf(node))))
      const standard = b.mul(centred, s)
      const byData = throughStatistics(b, b.mul(g, wide(scale)), standard, s, batch)
      return [byData, b.reduceSum(b.mul(g, standard), batch), byShift]
    }
    const s = b.reciprocal(b.sqrt(b.add(variance, epsilonOf(node))))
    // Σ g (x - mean) s, without a pass over the data for the difference.
    const byScale = b.mul(b.sub(b.reduceSum(b.mul(g, data), batch), b.mul(mean, byShift)), s)
    return [b.mul(g, wide(b.mul(scale, s))), byScale, byShift]
  },
}

function inTraining(node: Node, [x, scale, shift, mean, variance]: readonly Tensor64[]): Tensor64[] {
  const rank = x!.shape.length
  const [centred, factor, batchMean] = standardise(x!, [0, ...range(2, rank)], epsilonOf(node))
  const [value, by, weight, bias] = [
    reader(centred),
    reader(factor),
    reader(perChannel(scale!, rank)),
    reader(perChannel(shift!, rank)),
  ]
  const momentum = numberOf(node, 'momentum', 0.9)
  const running = (old: Tensor64, now: (channel: number) => number) =>
    tensor64(
      old.shape,
      old.data.map((kept, channel) => kept * momentum + now(channel) * (1 - momentum)),
    )
  return [
    fill(x!.shape, (index) => value(index) * by(index) * weight(index) + bias(index)),
    running(mean!, (channel) => batchMean.data[channel]!),
    running(variance!, (channel) => 1 / factor.data[channel]! ** 2 - epsilonOf(node)),
  ]
}
