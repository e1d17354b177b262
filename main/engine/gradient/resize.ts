import { compute, unknown } from '../graph/dimensions.ts'
import { numberOf, numbersOf, textOf, type Node } from '../graph/graph.ts'
import { axisMatrix, mix, unmix, type AxisMatrix } from './axisMatrix.ts'
import type { Operator } from './operator.ts'

/** What is not known here: cubic interpolation, smoothing, chosen axes, a kept aspect ratio. */
const isKnown = (node: Node): boolean =>
  ['nearest', 'linear'].includes(textOf(node, 'mode', 'nearest')) &&
  numberOf(node, 'antialias', 0) === 0 &&
  !numbersOf(node, 'axes') &&
  textOf(node, 'keep_aspect_ratio_policy', 'stretch') === 'stretch' &&
  textOf(node, 'coordinate_transformation_mode', 'half_pixel') !== 'tf_crop_and_resize'

/** inputs: x, roi, scales, sizes. */
export const Resize: Operator = {
  infer: (node, [x, , scales, sizes]) => {
    if (!x || !isKnown(node)) return []
    if (sizes?.values) return [{ type: x.type, shape: sizes.values }]
    if (!scales?.values) return []
    const factors = scales.values.map(Number)
    const shape = x.shape.map((size, axis) =>
      factors[axis] === 1 ? size : compute([size ?? unknown], (number) => Math.floor(number * factors[axis]!)),
    )
    return [{ type: x.type, shape }]
  },
  forward: (node, [x, , scales, sizes]) => {
    const factors = scales && scales.data.length > 0 ? [...scales.data] : undefined
    const target = factors
      ? x!.shape.map((size, axis) => Math.floor(size * factors[axis]!))
      : Array.from(sizes!.data, Number)
    return [mix(x!, matricesOf(node, x!.shape, target, factors))]
  },
  backward: ({ b, g, node, x, y, shape, values }) => {
    const [from, to] = [shape(x[0]!), shape(y[0]!)]
    const changed = from.map((size, axis) => (size === to[axis] ? 1 : Number(size)))
    const target = to.map((size, axis) => (size === from[axis] ? 1 : Number(size)))
    const factors = x[2] ? values(x[2]) : undefined
    return [unmix(b, g, from.length, matricesOf(node, changed, target, factors))]
  },
}

function matricesOf(
  node: Node,
  from: readonly number[],
  to: readonly number[],
  factors: readonly number[] | undefined,
): AxisMatrix[] {
  return from.flatMap((before, axis) => {
    const after = to[axis]!
    if (before === after && (factors?.[axis] ?? 1) === 1) return []
    const place = placing(node, before, after, factors?.[axis] ?? after / before)
    const linear = textOf(node, 'mode', 'nearest') === 'linear'
    const weight = linear
      ? linearWeight(before)
      : nearestWeight(textOf(node, 'nearest_mode', 'round_prefer_floor'), before)
    return [axisMatrix(axis, after, before, (target, source) => weight(place(target), source))]
  })
}

/** Where in the old axis a place of the new one lies. */
function placing(node: Node, before: number, after: number, scale: number): (at: number) => number {
  switch (textOf(node, 'coordinate_transformation_mode', 'half_pixel')) {
    case 'asymmetric':
      return (at) => at / scale
    case 'align_corners':
      return (at) => (after === 1 ? 0 : (at * (before - 1)) / (after - 1))
    case 'pytorch_half_pixel':
      return (at) => (after === 1 ? 0 : (at + 0.5) / scale - 0.5)
    case 'half_pixel_symmetric': {
      const shift = (before / 2) * (1 - after / (scale * before))
      return (at) => shift + (at + 0.5) / scale - 0.5
    }
    default:
      return (at) => (at + 0.5) / scale - 0.5
  }
}

const clamp = (at: number, size: number) => Math.min(size - 1, Math.max(0, at))

function nearestWeight(mode: string, size: number): (place: number, source: number) => number {
  const round = {
    floor: Math.floor,
    ceil: Math.ceil,
    round_prefer_ceil: (place: number) => Math.floor(place + 0.5),
    round_prefer_floor: (place: number) => Math.ceil(place - 0.5),
  }[mode]
  return (place, source) => +(clamp((round ?? Math.floor)(place), size) === source)
}

function linearWeight(size: number): (place: number, source: number) => number {
  return (place, source) => {
    const low = Math.floor(place)
    const part = place - low
    return (clamp(low, size) === source ? 1 - part : 0) + (clamp(low + 1, size) === source ? part : 0)
  }
}
