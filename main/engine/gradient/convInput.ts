import type { Builder } from '../graph/build.ts'
import { int, ints, sizeOf } from '../graph/graph.ts'
import { spreadAxis } from './slice.ts'
import type { Window } from './window.ts'

/** A convolution whose sizes are known but for the batch. */
export type Convolution = {
  readonly group: number
  /** [m, c / group, ...kernel] */
  readonly filters: readonly number[]
  /** Sizes of the input's spatial axes. */
  readonly spatial: readonly number[]
  readonly window: Window
}

/** The gradient by the input, [n, c, ...], from that by the output, [n, m, ...]. */
export function inputGradient(b: Builder, g: string, filters: string, conv: Convolution): string {
  const { strides, kernel, before, after } = conv.window
  if (strides.every((stride) => stride === 1)) return correlateFlipped(b, g, filters, conv)
  const pointwise = sizeOf(kernel) === 1 && [...before, ...after].every((pad) => pad === 0)
  return pointwise
    ? spread(b, b.node('Conv', [g, turned(b, filters, conv)], { group: int(conv.group) }), conv)
    : transposed(b, g, filters, conv)
}

/** Stride 1: what a pixel gave to its neighbours comes back through the filter turned around. */
function correlateFlipped(b: Builder, g: string, filters: string, conv: Convolution): string {
  const { kernel, dilations, before, out } = conv.window
  const reach = kernel.map((width, axis) => dilations[axis]! * (width - 1))
  const begin = reach.map((room, axis) => room - before[axis]!)
  const end = reach.map((room, axis) => conv.spatial[axis]! - Number(out[axis]) - begin[axis]! + room)
  const cropped = [...begin, ...end].some((pad) => pad < 0)
  const source = cropped ? b.pad(g, [...crop(begin), ...crop(end)]) : g
  return b.node('Conv', [source, turned(b, filters, conv)], {
    group: int(conv.group),
    dilations: ints(dilations),
    pads: ints([...begin, ...end].map((pad) => Math.max(0, pad))),
  })
}

const crop = (pads: readonly number[]) => [0, 0, ...pads.map((pad) => Math.min(0, pad))]

/** Filters with input and output channels exchanged within each group, and turned around: [c, m / group, ...]. */
function turned(b: Builder, filters: string, { group, filters: shape, window }: Convolution): string {
  const [m = 0, depth = 0, ...kernel] = shape
  const pixels = sizeOf(kernel)
  const depthwise = depth === 1 && m === group
  const exchanged = depthwise
    ? b.reshape(filters, [m, 1, pixels])
    : b.reshape(b.transpose(b.reshape(filters, [group, m / group, depth, pixels]), [0, 2, 1, 3]), [
        group * depth,
        m / group,
        pixels,
      ])
  const backwards = Array.from({ length: pixels }, (_, at) => pixels - 1 - at)
  const flipped = pixels === 1 ? exchanged : b.gather(exchanged, b.int64(backwards), 2)
  return b.reshape(flipped, [group * depth, m / group, ...window.kernel])
}

/** A 1x1 convolution with strides saw only every so many pixels; the others get 0. */
function spread(b: Builder, small: string, { group, filters, spatial, window }: Convolution): string {
  let shape: (number | string)[] = ['n', filters[1]! * group, ...(window.out as number[])]
  let wide = small
  spatial.forEach((_, at) => {
    wide = spreadAxis(b, wide, shape, at + 2, window.strides[at]!)
    shape = shape.with(at + 2, Number(shape[at + 2]) * window.strides[at]!)
  })
  const missing = spatial.map((size, at) => size - Number(shape[at + 2]))
  return missing.every((count) => count === 0) ? wide : b.pad(wide, [0, 0, ...missing.map(() => 0), 0, 0, ...missing])
}

/** Strides over larger filters. A last window that reached beyond the input, as pooling allows, is cut off. */
function transposed(b: Builder, g: string, filters: string, { group, spatial, window }: Convolution): string {
  const { kernel, strides, dilations, before, after, out } = window
  const missing = spatial.map((size, axis) => {
    const reach = dilations[axis]! * (kernel[axis]! - 1) + 1
    return size - ((Number(out[axis]) - 1) * strides[axis]! + reach - before[axis]! - after[axis]!)
  })
  return b.node('ConvTranspose', [g, filters], {
    group: int(group),
    strides: ints(strides),
    dilations: ints(dilations),
    pads: ints([...before, ...after.map((pad, axis) => pad - Math.min(0, missing[axis]!))]),
    output_padding: ints(missing.map((count) => Math.max(0, count))),
  })
}
