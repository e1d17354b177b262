import { unknown } from '../graph/dimensions.ts'
import { numbersOf, textOf, numberOf, type Dimension, type Node } from '../graph/graph.ts'

/** How a kernel moves over the spatial axes of [n, c, ...]: one entry an axis in each list. */
export type Window = {
  readonly kernel: readonly number[]
  readonly strides: readonly number[]
  readonly dilations: readonly number[]
  /** Zeros before and after. */
  readonly before: readonly number[]
  readonly after: readonly number[]
  /** Sizes of the output. */
  readonly out: readonly Dimension[]
}

/** The window of a Conv or a pooling over spatial sizes. */
export function windowOf(node: Node, sizes: readonly Dimension[], kernel: readonly number[]): Window {
  const ones = kernel.map(() => 1)
  const strides = numbersOf(node, 'strides') ?? ones
  const dilations = numbersOf(node, 'dilations') ?? ones
  const pads = numbersOf(node, 'pads') ?? [...ones, ...ones].map(() => 0)
  const mode = textOf(node, 'auto_pad', 'NOTSET')
  const ceil = numberOf(node, 'ceil_mode', 0) !== 0
  const axes = kernel.map((width, axis) => {
    const [size = unknown, stride = 1] = [sizes[axis], strides[axis]]
    const reach = (dilations[axis] ?? 1) * (width - 1) + 1
    const given = [pads[axis] ?? 0, pads[axis + kernel.length] ?? 0] as const
    const [before, after] = mode.startsWith('SAME')
      ? samePads(mode, size, stride, reach)
      : mode === 'VALID'
        ? [0, 0]
        : given
    const out = typeof size === 'number' ? outSize(size + before + after - reach, stride, ceil, size + before) : unknown
    return { before, after, out }
  })
  return {
    kernel,
    strides,
    dilations,
    before: axes.map(({ before }) => before),
    after: axes.map(({ after }) => after),
    out: axes.map(({ out }) => out),
  }
}

/** room is how far the window can move. Rounded up, the last window must still begin inside, before `end`. */
function outSize(room: number, stride: number, ceil: boolean, end: number): number {
  const size = (ceil ? Math.ceil(room / stride) : Math.floor(room / stride)) + 1
  return ceil && (size - 1) * stride >= end ? size - 1 : size
}

function samePads(mode: string, size: Dimension, stride: number, reach: number): readonly [number, number] {
  if (typeof size !== 'number') return [0, 0]
  const total = Math.max(0, (Math.ceil(size / stride) - 1) * stride + reach - size)
  const less = Math.floor(total / 2)
  return mode === 'SAME_UPPER' ? [less, total - less] : [total - less, less]
}
