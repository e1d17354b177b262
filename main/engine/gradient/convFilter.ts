import type { Builder } from '../graph/build.ts'
import { int, int64, ints, sizeOf } from '../graph/graph.ts'
import type { Convolution } from './convInput.ts'

/** The gradient by the filters, [m, c / group, ...kernel], from that by the output, [n, m, ...]. */
export function filterGradient(b: Builder, g: string, x: string, conv: Convolution): string {
  const { kernel, before, after } = conv.window
  const pointwise = sizeOf(kernel) === 1 && [...before, ...after].every((pad) => pad === 0)
  if (pointwise && conv.group === 1) return product(b, g, x, conv)
  if (isDepthwise(conv)) return blocks(b, g, x, conv)
  return conv.group === 1 && isSmall(conv) ? unfolded(b, g, x, conv) : convolution(b, g, x, conv)
}

/** 1x1: one product of [m, pixels of the batch] with [pixels of the batch, c]. */
function product(b: Builder, g: string, x: string, { filters, window }: Convolution): string {
  const [m = 0, c = 0] = filters
  const axes = window.strides.map((_, axis) => axis + 2)
  const rank = axes.length + 2
  const seen = window.strides.every((stride) => stride === 1)
    ? x
    : b.slice(
        x,
        axes.map(() => 0),
        axes.map(() => 2 ** 31 - 1),
        axes,
        window.strides,
      )
  const order = [1, 0, ...axes].slice(0, rank)
  const rows = (tensor: string, channels: number) => b.reshape(b.transpose(tensor, order), [channels, -1])
  return b.reshape(b.gemm(rows(g, m), rows(seen, c), undefined, { transB: true }), filters)
}

/** Up to 3x3, and at most 16 MB of copies an image: for larger kernels, as stems have, the copying costs more than it saves. */
const isSmall = ({ filters, window }: Convolution): boolean =>
  window.out.length === 2 &&
  sizeOf(window.kernel) <= 9 &&
  sizeOf(filters.slice(1)) * sizeOf(window.out.map(Number)) <= 4e6

/**
 * x copied once for each offset of the kernel, so that all is one product of [m, pixels of the batch] with [kernel · c, pixels]:
 * three times as fast as the convolution below at 256 channels of 14x14. x is dealt out by strides first, as slices with steps
 * are slow: offset k of the kernel begins in part k mod stride, k div stride pixels later.
 */
function unfolded(b: Builder, g: string, x: string, { filters, spatial, window }: Convolution): string {
  const [m = 0, c = 0] = filters
  const { kernel, strides, dilations, before } = window
  const [height = 0, width = 0] = window.out.map(Number)
  const lengths = kernel.map(
    (size, axis) => Number(window.out[axis]) + Math.floor(((size - 1) * dilations[axis]!) / strides[axis]!),
  )
  const after = lengths.map((length, axis) => length * strides[axis]! - spatial[axis]! - before[axis]!)
  const padded = [...before, ...after].every((pad) => pad === 0) ? x : b.pad(x, [0, 0, ...before, 0, 0, ...after])
  const parts = b.transpose(
    b.reshape(padded, [-1, c, lengths[0]!, strides[0]!, lengths[1]!, strides[1]!]),
    [3, 5, 1, 0, 2, 4],
  )
  const copies = range(kernel[0]!).flatMap((row) =>
    range(kernel[1]!).map((column) => {
      const at = [row * dilations[0]!, column * dilations[1]!]
      const [part, shift] = [
        at.map((u, axis) => u % strides[axis]!),
        at.map((u, axis) => Math.floor(u / strides[axis]!)),
      ]
      const ends = [part[0]! + 1, part[1]! + 1, shift[0]! + height, shift[1]! + width]
      return b.reshape(b.slice(parts, [...part, ...shift], ends, [0, 1, 4, 5]), [c, -1])
    }),
  )
  const rows = b.reshape(b.transpose(g, [1, 0, 2, 3]), [m, -1])
  const sums = b.gemm(rows, b.concat(copies, 0), undefined, { transB: true })
  return b.reshape(b.transpose(b.reshape(sums, [m, sizeOf(kernel), c]), [0, 2, 1]), filters)
}

/**
 * A convolution again, in which batch and channels change places: x [c / group, group · n, ...] with the output's gradient
 * [m, n, ...] as the filters, strides and dilations exchanged.
 */
function convolution(b: Builder, g: string, x: string, { group, filters, spatial, window }: Convolution): string {
  const [, depth = 0] = filters
  const axes = spatial.map((_, axis) => axis)
  const swap = [1, 0, ...axes.map((axis) => axis + 2)]
  const grouped = b.transpose(b.reshape(x, [-1, group, depth, ...spatial]), [2, 1, 0, ...axes.map((axis) => axis + 3)])
  const data = group === 1 ? b.transpose(x, swap) : b.reshape(grouped, [depth, -1, ...spatial])
  const result = b.node('Conv', [data, b.transpose(g, swap)], {
    group: int(group),
    strides: ints(window.dilations),
    dilations: ints(window.strides),
    pads: ints([...window.before, ...window.after]),
  })
  // The window may have left out the last pixels; the exchanged one then moves a place too far.
  const seen = window.kernel.map((_, axis) => {
    const reach = window.strides[axis]! * (Number(window.out[axis]) - 1) + 1
    return (
      Math.floor((spatial[axis]! + window.before[axis]! + window.after[axis]! - reach) / window.dilations[axis]!) + 1
    )
  })
  const fits = seen.every((size, axis) => size === window.kernel[axis])
  const cut = fits
    ? result
    : b.slice(
        result,
        axes.map(() => 0),
        window.kernel,
        axes.map((axis) => axis + 2),
      )
  return depth === 1 ? b.reshape(cut, filters) : b.transpose(cut, [1, 0, ...axes.map((axis) => axis + 2)])
}

const isDepthwise = ({ group, filters, spatial, window }: Convolution): boolean =>
  filters[0] === group &&
  filters[1] === 1 &&
  spatial.length === 2 &&
  window.dilations.every((dilation) => dilation === 1)

/**
 * Depthwise: the convolution above has one filter a channel, for which onnxruntime lays out kernel-many copies of x. Here the
 * output's gradient is dealt out to `block`² filters, as squares to a chessboard, which see the same copies at a wider stride:
 * 1.4-1.9 times as fast at 672 channels of 14x14 and 144 of 56x56. One filter's part for offset k begins `strides` · its place later.
 */
function blocks(b: Builder, g: string, x: string, { group, filters, spatial, window }: Convolution): string {
  const { kernel, strides, before } = window
  const block = Math.min(4, 2 * Math.max(...strides))
  const out = window.out.map(Number)
  const dealt = out.map((size) => Math.ceil(size / block))
  const missing = out.map((size, axis) => dealt[axis]! * block - size)
  const even = missing.some((count) => count > 0) ? b.pad(g, [0, 0, 0, 0, 0, 0, ...missing]) : g
  const [rows = 1, columns = 1] = dealt
  const squares = b.transpose(b.reshape(even, [-1, group, rows, block, columns, block]), [1, 3, 5, 0, 2, 4])
  const reach = kernel.map((width, axis) => strides[axis]! * (block - 1) + width)
  const after = reach.map(
    (size, axis) => size + strides[axis]! * block * (dealt[axis]! - 1) - spatial[axis]! - before[axis]!,
  )
  const wide = b.node(
    'Conv',
    [
      b.reshape(b.transpose(x, [1, 0, 2, 3]), [1, -1, ...spatial]),
      b.reshape(squares, [group * block ** 2, -1, rows, columns]),
    ],
    {
      group: int(group),
      dilations: ints(strides.map((stride) => stride * block)),
      pads: ints([...before, ...after.map((pad) => Math.max(0, pad))]),
    },
  )
  const seen = reach.map((size, axis) => size + Math.max(0, -after[axis]!))
  const places = placesOf(kernel, strides, block, seen)
  const parts = b.gather(
    b.reshape(wide, [group, block ** 2 * sizeOf(seen)]),
    b.constant(int64(places, [sizeOf(kernel), block ** 2])),
    1,
  )
  return b.reshape(b.reduceSum(parts, [2]), filters)
}

const range = (size: number) => Array.from({ length: size }, (_, at) => at)

/** For each offset of the kernel, where each of the block's filters has its part of the gradient. */
function placesOf(
  kernel: readonly number[],
  strides: readonly number[],
  block: number,
  seen: readonly number[],
): number[] {
  const [height = 1, width = 1] = seen
  return range(kernel[0]!).flatMap((row) =>
    range(kernel[1]!).flatMap((column) =>
      range(block).flatMap((a) =>
        range(block).map((c) => ((a * block + c) * height + strides[0]! * a + row) * width + strides[1]! * c + column),
      ),
    ),
  )
}
