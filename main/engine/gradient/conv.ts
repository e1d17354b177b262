import { numberOf, type Node } from '../graph/graph.ts'
import { filterGradient } from './convFilter.ts'
import { inputGradient } from './convInput.ts'
import type { Operator } from './operator.ts'
import { tensor64, type Tensor64 } from './tensor64.ts'
import { windowOf, type Window } from './window.ts'

/** x [n, c, ...] with filters [m, c / group, ...] and a bias [m]. */
export const Conv: Operator = {
  infer: (node, [x, w]) => {
    if (!x || !w || x.shape.length !== w.shape.length) return []
    const window = windowOf(node, x.shape.slice(2), w.shape.slice(2).map(Number))
    return [{ type: x.type, shape: [x.shape[0]!, w.shape[0]!, ...window.out] }]
  },
  forward: (node, [x, w, bias]) => {
    const window = windowOf(node, x!.shape.slice(2), w!.shape.slice(2))
    if (x!.shape.length === 4) return [convolve(x!, w!, bias, window, node)]
    const y = convolve(wide(x!), wide(w!), bias, wideWindow(window), node)
    return [tensor64(y.shape.toSpliced(2, 1), y.data)]
  },
  backward: (step) => {
    const { b, g, node, x, needs, shape, sizes, size } = step
    const [data = '', filters = '', bias = ''] = x
    const spatial = shape(data)
      .slice(2)
      .map((_, axis) => size(data, axis + 2))
    const conv = {
      group: numberOf(node, 'group', 1),
      filters: sizes(filters),
      spatial,
      window: windowOf(node, spatial, sizes(filters).slice(2)),
    }
    const axes = [0, ...spatial.map((_, axis) => axis + 2)]
    return [
      needs(0) ? inputGradient(b, g, filters, conv) : undefined,
      needs(1) ? filterGradient(b, g, data, conv) : undefined,
      bias && needs(2) ? b.reduceSum(g, axes) : undefined,
    ]
  },
}

/** One spatial axis is two, the first of them of size 1. */
const wide = (x: Tensor64) => tensor64(x.shape.toSpliced(2, 0, 1), x.data)
const wideWindow = (window: Window): Window => ({
  kernel: [1, ...window.kernel],
  strides: [1, ...window.strides],
  dilations: [1, ...window.dilations],
  before: [0, ...window.before],
  after: [0, ...window.after],
  out: [1, ...window.out],
})

function convolve(x: Tensor64, w: Tensor64, bias: Tensor64 | undefined, window: Window, node: Node): Tensor64 {
  const [images = 0, channels = 0, height = 0, width = 0] = x.shape
  const [filters = 0, depth = 0, rows = 0, columns = 0] = w.shape
  const [outHeight = 0, outWidth = 0] = window.out as number[]
  const perGroup = filters / numberOf(node, 'group', 1)
  const y = tensor64([images, filters, outHeight, outWidth])
  const add = (image: number, filter: number, c: number, row: number, column: number) => {
    const weight = w.data[((filter * depth + c) * rows + row) * columns + column]!
    const from = (image * channels + Math.floor(filter / perGroup) * depth + c) * height * width
    const to = (image * filters + filter) * outHeight * outWidth
    for (let oh = 0; oh < outHeight; oh++) {
      const h = oh * window.strides[0]! + row * window.dilations[0]! - window.before[0]!
      if (h < 0 || h >= height) continue
      for (let ow = 0; ow < outWidth; ow++) {
        const at = ow * window.strides[1]! + column * window.dilations[1]! - window.before[1]!
        if (at >= 0 && at < width) y.data[to + oh * outWidth + ow]! += weight * x.data[from + h * width + at]!
      }
    }
  }
  for (let image = 0; image < images; image++) {
    for (let filter = 0; filter < filters; filter++) {
      const start = (image * filters + filter) * outHeight * outWidth
      y.data.fill(bias?.data[filter] ?? 0, start, start + outHeight * outWidth)
      for (let c = 0; c < depth; c++) {
        for (let row = 0; row < rows; row++) {
          for (let column = 0; column < columns; column++) add(image, filter, c, row, column)
        }
      }
    }
  }
  return y
}
