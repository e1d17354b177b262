import type * as Tfjs from '@tensorflow/tfjs'
import { numberOf, numbersOf, textOf, type Node } from '../graph/graph.ts'

export type Tensor = Tfjs.Tensor
export type Step = {
  tf: typeof Tfjs
  node: Node
  inputs: readonly (Tensor | undefined)[]
  /** The numbers in small constant inputs, such as axes and shapes. */
  constants: readonly (readonly number[] | undefined)[]
}
/** The outputs of a node, or the only one. */
type Operator = (step: Step) => Tensor | Tensor[]

const unary = (run: (tf: typeof Tfjs, x: Tensor) => Tensor): Operator => ({ tf, inputs }) => run(tf, inputs[0]!) // prettier-ignore
const binary = (run: (tf: typeof Tfjs, a: Tensor, b: Tensor) => Tensor): Operator => ({ tf, inputs }) => run(tf, inputs[0]!, inputs[1]!) // prettier-ignore

/** ONNX operators in the words of TensorFlow.js: what the last layers of networks for images are made of. */
export const operators: Readonly<Record<string, Operator>> = {
  Identity: unary((_, x) => x),
  Relu: unary((tf, x) => tf.relu(x)),
  Sigmoid: unary((tf, x) => tf.sigmoid(x)),
  Tanh: unary((tf, x) => tf.tanh(x)),
  Exp: unary((tf, x) => tf.exp(x)),
  Sqrt: unary((tf, x) => tf.sqrt(x)),
  Erf: unary((tf, x) => tf.erf(x)),
  Neg: unary((tf, x) => tf.neg(x)),
  Add: binary((tf, a, b) => tf.add(a, b)),
  Sub: binary((tf, a, b) => tf.sub(a, b)),
  Mul: binary((tf, a, b) => tf.mul(a, b)),
  Div: binary((tf, a, b) => tf.div(a, b)),
  MatMul: binary((tf, a, b) => tf.matMul(asWide(tf, a, b), asWide(tf, b, a))),
  Softmax: ({ tf, inputs: [x], node }) => {
    const axis = numberOf(node, 'axis', -1)
    return tf.softmax(x!, axis < 0 ? x!.rank + axis : axis)
  },
  Clip: ({ tf, inputs: [x], constants: [, low, high] }) => tf.clipByValue(x!, low?.[0] ?? -3e38, high?.[0] ?? 3e38),
  HardSigmoid: ({ tf, inputs: [x], node }) =>
    tf.clipByValue(tf.add(tf.mul(x!, numberOf(node, 'alpha', 0.2)), numberOf(node, 'beta', 0.5)), 0, 1),
  HardSwish: ({ tf, inputs: [x] }) => tf.mul(x!, tf.clipByValue(tf.add(tf.div(x!, 6), 0.5), 0, 1)),
  Gemm: ({ tf, inputs: [a, b, c], node }) => {
    const product = tf.matMul(a!, b!, numberOf(node, 'transA', 0) > 0, numberOf(node, 'transB', 0) > 0)
    const scaled = tf.mul(product, numberOf(node, 'alpha', 1))
    return c ? tf.add(scaled, tf.mul(c, numberOf(node, 'beta', 1))) : scaled
  },
  Conv: conv,
  BatchNormalization: normalise,
  GlobalAveragePool: ({ tf, inputs: [x] }) => tf.mean(x!, [2, 3], true),
  ReduceMean: (step) => reduce(step, step.tf.mean),
  ReduceSum: (step) => reduce(step, step.tf.sum),
  MaxPool: (step) => pool(step),
  AveragePool: (step) => pool(step),
  Resize: resize,
  Pad: pad,
  Flatten: ({ tf, inputs: [x], node }) => {
    const axis = numberOf(node, 'axis', 1)
    return tf.reshape(x!, [x!.shape.slice(0, axis).reduce((product, size) => product * size, 1), -1])
  },
  Reshape: ({ tf, inputs: [x], constants: [, shape] }) =>
    tf.reshape(x!, shape!.map((size, axis) => (size === 0 ? x!.shape[axis]! : size))), // prettier-ignore
  Squeeze: ({ tf, inputs: [x], constants: [, axes] }) => tf.squeeze(x!, axes && [...axes]),
  Unsqueeze: ({ tf, inputs: [x], constants: [, axes] }) => axes!.reduce((y, axis) => tf.expandDims(y, axis), x!),
  Transpose: ({ tf, inputs: [x], node }) => tf.transpose(x!, numbersOf(node, 'perm') as number[] | undefined),
  Split: ({ tf, inputs: [x], constants: [, sizes], node }) => tf.split(x!, [...sizes!], numberOf(node, 'axis', 0)),
  Concat: ({ tf, inputs, node }) => tf.concat(inputs as Tensor[], numberOf(node, 'axis', 0)),
}

/** A matrix once for each of those in another tensor: the gradient of TensorFlow.js needs both alike. */
function asWide(tf: typeof Tfjs, matrix: Tensor, other: Tensor): Tensor {
  if (matrix.rank >= other.rank) return matrix
  return tf.broadcastTo(matrix, [...other.shape.slice(0, other.rank - 2), ...matrix.shape.slice(-2)])
}

/** By the statistics of long ago, or by those of the batch; then what becomes of the running ones comes second and third. */
function normalise({ tf, inputs: [x, scale, bias, mean, variance], node }: Step): Tensor[] {
  const by = (values: Tensor | undefined) => tf.reshape(values!, [1, -1, ...Array<number>(x!.rank - 2).fill(1)])
  const standard = (middle: Tensor, spread: Tensor) => {
    const root = tf.sqrt(tf.add(spread, numberOf(node, 'epsilon', 1e-5)))
    return tf.add(tf.mul(tf.div(tf.sub(x!, middle), root), by(scale)), by(bias))
  }
  if (!numberOf(node, 'training_mode', 0)) return [standard(by(mean), by(variance))]
  const found = tf.moments(x!, [0, ...x!.shape.slice(2).map((_, axis) => axis + 2)], true)
  const kept = numberOf(node, 'momentum', 0.9)
  const running = (old: Tensor | undefined, now: Tensor) =>
    tf.add(tf.mul(old!, kept), tf.mul(tf.reshape(now, old!.shape), 1 - kept))
  return [standard(found.mean, found.variance), running(mean, found.mean), running(variance, found.variance)]
}

/** Bilinear by factors, places in the middle of pixels. */
function resize({ tf, inputs: [x], constants: [, , factors], node }: Step): Tensor {
  const known = textOf(node, 'mode', '') === 'linear' && textOf(node, 'coordinate_transformation_mode', 'half_pixel') === 'half_pixel' // prettier-ignore
  if (!known || !factors) throw new Error('Only bilinear resizing by factors is known here')
  const [height, width] = [2, 3].map((axis) => Math.floor(x!.shape[axis]! * factors[axis]!)) as [number, number]
  const channelsLast = tf.transpose(x!, [0, 2, 3, 1]) as Tfjs.Tensor4D
  return tf.transpose(tf.image.resizeBilinear(channelsLast, [height, width], false, true), [0, 3, 1, 2])
}

function reduce({ inputs: [x], constants: [, axes], node }: Step, run: typeof Tfjs.mean): Tensor {
  return run(x!, axes && [...axes], numberOf(node, 'keepdims', 1) > 0)
}

/** [before, after] of height and width. Throws where the sides are given by a word. */
function padsOf(node: Node): [[number, number], [number, number]] {
  if (!['NOTSET', 'VALID'].includes(textOf(node, 'auto_pad', 'NOTSET')))
    throw new Error(`Padding "${textOf(node, 'auto_pad', '')}" is not known here`)
  const [top = 0, left = 0, bottom = 0, right = 0] = numbersOf(node, 'pads') ?? []
  return [
    [top, bottom],
    [left, right],
  ]
}
const pair = (node: Node, name: string): [number, number] => {
  const [first = 1, second = 1] = numbersOf(node, name) ?? []
  return [first, second]
}

/** With a constant, on the axes that are named or on all. */
function pad({ tf, node, inputs: [x], constants: [, pads, value, axes] }: Step): Tensor {
  if (textOf(node, 'mode', 'constant') !== 'constant' || !pads) throw new Error('Only padding with a constant is known')
  const named = axes ?? x!.shape.map((_, axis) => axis)
  const sides = x!.shape.map((_, axis): [number, number] => {
    const at = named.findIndex((one) => (one < 0 ? x!.rank + one : one) === axis)
    return at < 0 ? [0, 0] : [pads[at]!, pads[named.length + at]!]
  })
  return tf.pad(x!, sides, value?.[0] ?? 0)
}

/** TensorFlow.js wants channels last on a processor, and filters as [height, width, in, out]. */
function conv({ tf, node, inputs: [x, filter, bias] }: Step): Tensor {
  const groups = numberOf(node, 'group', 1)
  const pads = padsOf(node)
  const strides = pair(node, 'strides')
  const dilations = pair(node, 'dilations')
  const padded = tf.pad(tf.transpose(x!, [0, 2, 3, 1]), [[0, 0], ...pads, [0, 0]]) as Tfjs.Tensor4D
  const convolve = (image: Tensor, weights: Tensor) =>
    tf.conv2d(image as Tfjs.Tensor4D, tf.transpose(weights, [2, 3, 1, 0]) as Tfjs.Tensor4D, strides, 'valid', 'NHWC', dilations) // prettier-ignore
  const [height, width] = filter!.shape.slice(2)
  const isDepthwise = groups > 1 && groups === filter!.shape[0] && filter!.shape[1] === 1
  const depthwise = () =>
    tf.depthwiseConv2d(padded, tf.transpose(filter!, [2, 3, 0, 1]) as Tfjs.Tensor4D, strides, 'valid', 'NHWC', dilations) // prettier-ignore
  const grouped = () => {
    const images = tf.split(padded, groups, 3)
    return tf.concat(tf.split(filter!, groups, 0).map((weights, group) => convolve(images[group]!, weights)), 3) // prettier-ignore
  }
  const isProduct = groups === 1 && height === 1 && width === 1 && strides[0] === 1 && strides[1] === 1
  const product = () => {
    const [, ...sizes] = padded.shape
    const made = tf.matMul(
      tf.reshape(padded, [-1, sizes[2]!]),
      tf.reshape(filter!, [filter!.shape[0]!, -1]),
      false,
      true,
    )
    return tf.reshape(made, [-1, sizes[0]!, sizes[1]!, filter!.shape[0]!])
  }
  const dense = () => (isProduct ? product() : convolve(padded, filter!))
  const made = groups === 1 ? dense() : isDepthwise ? depthwise() : grouped()
  return tf.transpose(bias ? tf.add(made, bias) : made, [0, 3, 1, 2])
}

function pool({ tf, node, inputs: [x] }: Step): Tensor {
  const [top, left] = padsOf(node)
  const isMean = node.op === 'AveragePool'
  if (isMean && [...top, ...left].some((side) => side > 0))
    throw new Error('A mean over a padded map is not known here')
  const channelsLast = tf.pad(tf.transpose(x!, [0, 2, 3, 1]), [[0, 0], top, left, [0, 0]], isMean ? 0 : -3e38) as Tfjs.Tensor4D // prettier-ignore
  const run = isMean ? tf.avgPool : tf.maxPool
  const made = run(channelsLast, pair(node, 'kernel_shape'), pair(node, 'strides'), 'valid')
  return tf.transpose(made, [0, 3, 1, 2])
}
