import { compute, unknown } from '../graph/dimensions.ts'
import { textOf, type Node } from '../graph/graph.ts'
import { axisMatrix, mix, unmix, type AxisMatrix } from './axisMatrix.ts'
import { fromFront } from './fit.ts'
import type { Operator } from './operator.ts'
import { fill, paddedReader } from './tensor64.ts'

/** [before, after] of every axis. */
function padsOf(
  rank: number,
  pads: readonly number[],
  axes: readonly number[] | undefined,
): (readonly [number, number])[] {
  const half = pads.length / 2
  const result = Array.from({ length: rank }, (): readonly [number, number] => [0, 0])
  for (let at = 0; at < half; at++) {
    result[fromFront(axes?.[at] ?? at, rank)] = [pads[at] ?? 0, pads[at + half] ?? 0]
  }
  return result
}

export const Pad: Operator = {
  infer: (_, [x, pads, _value, axes]) => {
    if (!x || !pads?.values || (axes && !axes.values)) return []
    const sides = padsOf(x.shape.length, pads.values.map(Number), axes?.values?.map(Number))
    const shape = x.shape.map((size, axis) => {
      const added = sides[axis]![0] + sides[axis]![1]
      return added === 0 ? size : compute([size ?? unknown], (number) => number + added)
    })
    return [{ type: x.type, shape }]
  },
  forward: (node, [x, pads, value, axes]) => {
    const sides = padsOf(x!.shape.length, [...pads!.data], axes && [...axes.data])
    if (textOf(node, 'mode', 'constant') !== 'constant') return [mix(x!, matricesOf(node, x!.shape, sides))]
    const [read, from] = [paddedReader(x!, value?.data[0] ?? 0), x!.shape.map(() => 0)]
    const shape = x!.shape.map((size, axis) => size + sides[axis]![0] + sides[axis]![1])
    return [
      fill(shape, (index) => {
        index.forEach((at, axis) => (from[axis] = at - sides[axis]![0]))
        return read(from)
      }),
    ]
  },
  backward: ({ b, g, node, x, shape, size, values }) => {
    const rank = shape(x[0]!).length
    const sides = padsOf(rank, values(x[1]!), x[3] ? values(x[3]) : undefined)
    if (textOf(node, 'mode', 'constant') === 'constant')
      return [b.pad(g, [...sides.map(([before]) => -before), ...sides.map(([, after]) => -after)])]
    const padded = sides.flatMap(([before, after], axis) => (before || after ? [axis] : []))
    const sizes = sides.map((_, axis) => (padded.includes(axis) ? size(x[0]!, axis) : 1))
    return [unmix(b, g, rank, matricesOf(node, sizes, sides))]
  },
}

/** Which value of x stands where in the padded axis, for the modes that repeat values of x. */
function matricesOf(node: Node, shape: readonly number[], sides: readonly (readonly [number, number])[]): AxisMatrix[] {
  const mode = textOf(node, 'mode', 'constant')
  return sides.flatMap(([before, after], axis) => {
    if (before === 0 && after === 0) return []
    const size = shape[axis]!
    const source = (to: number) => {
      const at = to - before
      if (mode === 'edge') return Math.min(size - 1, Math.max(0, at))
      if (mode === 'wrap') return ((at % size) + size) % size
      return at < 0 ? -at : at >= size ? 2 * (size - 1) - at : at
    }
    return [axisMatrix(axis, size + before + after, size, (to, from) => +(source(to) === from))]
  })
}
