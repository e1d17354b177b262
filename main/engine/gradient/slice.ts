import { unknown } from '../graph/dimensions.ts'
import type { Dimension } from '../graph/graph.ts'
import type { Builder } from '../graph/build.ts'
import { fromFront, oneOpen } from './fit.ts'
import type { Operator } from './operator.ts'
import { fill, paddedReader } from './tensor64.ts'

type Cut = { readonly axis: number; readonly start: number; readonly step: number; readonly length: number }

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** One axis of a Slice as ONNX defines it: negative positions count from the end, positions beyond it are moved to it. */
function cutOf(axis: number, size: number, start: number, end: number, step: number): Cut {
  const [low, high] = step > 0 ? [0, size] : [-1, size - 1]
  const from = clamp(start < 0 ? start + size : start, 0, high)
  const to = clamp(end < 0 ? end + size : end, low, high)
  return { axis, start: from, step, length: Math.max(0, Math.ceil((to - from) / step)) }
}

/** given: starts, ends and, optionally, axes and steps. An axis of unknown size is left alone if the slice takes all of it. */
function cutsOf(shape: readonly Dimension[], given: readonly (readonly number[] | undefined)[]): (Cut | undefined)[] {
  const [starts = [], ends = [], axes, steps] = given
  return starts.map((start, at) => {
    const axis = fromFront(axes?.[at] ?? at, shape.length)
    const size = shape[axis]
    return typeof size === 'number' ? cutOf(axis, size, start, ends[at] ?? 0, steps?.[at] ?? 1) : undefined
  })
}

const takesAll = (start: number, end: number, step: number) => start === 0 && end >= 2 ** 31 - 1 && step === 1

export const Slice: Operator = {
  infer: (_, [x, ...given]) => {
    if (!x || given.some((known) => known && !known.values)) return []
    const numbers = given.map((known) => known?.values?.map(Number))
    const cuts = cutsOf(x.shape, numbers)
    const [starts = [], ends = [], axes, steps] = numbers
    const shape = [...x.shape]
    cuts.forEach((cut, at) => {
      const axis = cut?.axis ?? fromFront(axes?.[at] ?? at, shape.length)
      if (cut) shape[axis] = cut.length
      else if (!takesAll(starts[at] ?? 0, ends[at] ?? 0, steps?.[at] ?? 1)) shape[axis] = unknown
    })
    const [cut] = cuts
    const values =
      x.values && cut && Array.from({ length: cut.length }, (_unused, at) => x.values![cut.start + at * cut.step]!)
    return [values && x.shape.length === 1 ? { type: x.type, shape, values } : { type: x.type, shape }]
  },
  forward: (_, [x, ...given]) => {
    const cuts = cutsOf(
      x!.shape,
      given.map((tensor) => tensor && [...tensor.data]),
    ) as Cut[]
    const shape = [...x!.shape]
    for (const { axis, length } of cuts) shape[axis] = length
    const [read, from] = [paddedReader(x!), shape.map(() => 0)]
    return [
      fill(shape, (index) => {
        index.forEach((at, axis) => (from[axis] = at))
        for (const { axis, start, step } of cuts) from[axis] = start + index[axis]! * step
        return read(from)
      }),
    ]
  },
  backward: ({ b, g, x, y, shape, size, values }) => {
    const [data = '', ...given] = x
    const numbers = given.map((name) => (name ? values(name) : undefined))
    let [gradient, sizes] = [g, shape(y[0]!)]
    for (const cut of cutsOf(shape(data), numbers)) {
      if (!cut) continue
      const whole = size(data, cut.axis)
      gradient = unslice(b, gradient, sizes, whole, cut)
      sizes = sizes.with(cut.axis, whole)
    }
    return [gradient]
  },
}

/** Puts what a slice took of an axis back to its place, with zeros around and between. */
function unslice(b: Builder, gradient: string, shape: readonly Dimension[], whole: number, cut: Cut): string {
  const { axis, start, step, length } = cut
  if (step < 0) {
    const turned = b.slice(gradient, [-1], [-(2 ** 31)], [axis], [-1])
    return unslice(b, turned, shape, whole, { axis, start: start + (length - 1) * step, step: -step, length })
  }
  const spread = spreadAxis(b, gradient, shape, axis, step)
  const after = whole - start - length * step
  return start === 0 && after === 0 ? spread : b.pad(spread, padsOf(shape.length, axis, start, after))
}

/** Puts step - 1 zeros after each value along an axis of known size. */
export function spreadAxis(b: Builder, x: string, shape: readonly Dimension[], axis: number, step: number): string {
  if (step === 1) return x
  const apart = b.pad(b.unsqueeze(x, [axis + 1]), padsOf(shape.length + 1, axis + 1, 0, step - 1))
  const target = oneOpen(shape.with(axis, Number(shape[axis]) * step))
  if (!target) throw new Error('Two axes of this tensor have sizes known only at run time')
  return b.reshape(apart, target)
}

/** For Pad, along one axis. A negative number takes away. */
export function padsOf(rank: number, axis: number, before: number, after: number): number[] {
  return Array.from({ length: 2 * rank }, (_, at) => (at === axis ? before : at === rank + axis ? after : 0))
}
