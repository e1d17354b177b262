import { float32, numberOf, numbersOf, sizeOf, text, type Node } from '../graph/graph.ts'
import { inputGradient } from './convInput.ts'
import { reshapeLike, zerosLike } from './fit.ts'
import type { Backward, Operator } from './operator.ts'
import { fill, paddedReader, stridesOf, tensor64, type Tensor64 } from './tensor64.ts'
import { windowOf, type Window } from './window.ts'

const infer: Operator['infer'] = (node, [x]) => {
  if (!x) return []
  const { out } = windowOf(node, x.shape.slice(2), numbersOf(node, 'kernel_shape') ?? [])
  const shape = [...x.shape.slice(0, 2), ...out]
  return [
    { type: x.type, shape },
    { type: 'int64', shape },
  ]
}

const windowAt = (node: Node, sizes: readonly number[]) => windowOf(node, sizes, numbersOf(node, 'kernel_shape') ?? [])

/** Calls visit with every index of x, [n, c, ...], that the window over an output's index covers; padding included. */
function cover(window: Window, index: readonly number[], visit: (from: readonly number[]) => void): void {
  const from = [...index]
  const walk = (axis: number) => {
    if (axis === window.kernel.length) return visit(from)
    for (let k = 0; k < window.kernel[axis]!; k++) {
      from[axis + 2] = index[axis + 2]! * window.strides[axis]! + k * window.dilations[axis]! - window.before[axis]!
      walk(axis + 1)
    }
  }
  walk(0)
}

/** The second output is the place of each maximum in x laid flat. What was not the maximum gets nothing. */
export const MaxPool: Operator = {
  infer,
  forward: (node, [x]) => {
    const window = windowAt(node, x!.shape.slice(2))
    const [read, strides, shape] = [
      paddedReader(x!, -Infinity),
      stridesOf(x!.shape),
      [...x!.shape.slice(0, 2), ...window.out],
    ]
    const places = tensor64(shape as number[])
    let at = 0
    const largest = fill(shape as number[], (index) => {
      let [best, place] = [-Infinity, -1]
      cover(window, index, (from) => {
        const value = read(from)
        if (value > best)
          [best, place] = [value, from.reduce((sum, position, axis) => sum + position * strides[axis]!, 0)]
      })
      places.data[at++] = place
      return best
    })
    return [largest, places]
  },
  saves: 2,
  backward: (step) => {
    const { b, g, x, y } = step
    const flat = (tensor: string) => b.reshape(tensor, [-1])
    const zeros = flat(zerosLike(step, x[0]!))
    const sums = b.node('ScatterElements', [zeros, flat(y[1]!), flat(g)], { reduction: text('add') })
    return [reshapeLike(step, sums, x[0]!)]
  },
}

/** How many values each window averages over, [1, 1, ...out]: without the padding unless the node counts it. */
function countsOf(node: Node, spatial: readonly number[], window: Window): Tensor64 {
  const padding = numberOf(node, 'count_include_pad', 0) !== 0
  const inside = (position: number, axis: number) =>
    padding ? position < spatial[axis]! + window.after[axis]! : position >= 0 && position < spatial[axis]!
  return fill([1, 1, ...(window.out as number[])], (index) => {
    let count = 0
    cover(window, index, (from) => (count += +from.slice(2).every(inside)))
    return count
  })
}

export const AveragePool: Operator = {
  infer,
  forward: (node, [x]) => {
    const window = windowAt(node, x!.shape.slice(2))
    const [read, count] = [paddedReader(x!), paddedReader(countsOf(node, x!.shape.slice(2), window))]
    return [
      fill([...x!.shape.slice(0, 2), ...(window.out as number[])], (index) => {
        let sum = 0
        cover(window, index, (from) => (sum += read(from)))
        return sum / count([0, 0, ...index.slice(2)])
      }),
    ]
  },
  backward: (step) => {
    const { b, g, node, x, shape, size } = step
    const spatial = shape(x[0]!)
      .slice(2)
      .map((_, axis) => size(x[0]!, axis + 2))
    const window = windowAt(node, spatial)
    const counts = Array.from(countsOf(node, spatial, window).data)
    const shares = b.mul(
      g,
      b.constant(
        float32(
          counts.map((count) => 1 / count),
          [1, 1, ...(window.out as number[])],
        ),
      ),
    )
    return [reshapeLike(step, spreadOut(step, shares, spatial, window), x[0]!)]
  },
}

/** Every channel is an image of one channel; a share goes to each pixel of its window through a filter of ones. */
function spreadOut({ b }: Backward, shares: string, spatial: readonly number[], window: Window): string {
  const images = b.reshape(shares, [-1, 1, ...(window.out as number[])])
  const ones = b.constant(
    float32(
      Array.from({ length: sizeOf(window.kernel) }, () => 1),
      [1, 1, ...window.kernel],
    ),
  )
  return inputGradient(b, images, ones, { group: 1, filters: [1, 1, ...window.kernel], spatial, window })
}
