import { numberOf } from '../graph/graph.ts'
import { fromFront, inverse, zerosLike } from './fit.ts'
import type { Backward, Operator } from './operator.ts'
import { padsOf } from './slice.ts'
import { fill, paddedReader } from './tensor64.ts'

/** Takes slices of x along an axis by their numbers. What a slice gave, goes back to it; what it gave twice, is summed. */
export const Gather: Operator = {
  infer: (node, [x, indices]) => {
    if (!x || !indices) return []
    const axis = fromFront(numberOf(node, 'axis', 0), x.shape.length)
    const known = { type: x.type, shape: [...x.shape.slice(0, axis), ...indices.shape, ...x.shape.slice(axis + 1)] }
    const values = x.shape.length === 1 && x.values && indices.values?.map((at) => x.values!.at(Number(at)) ?? '?')
    return [values ? { ...known, values } : known]
  },
  forward: (node, [x, indices]) => {
    const axis = fromFront(numberOf(node, 'axis', 0), x!.shape.length)
    const [read, which] = [paddedReader(x!), paddedReader(indices!)]
    const rank = indices!.shape.length
    const shape = [...x!.shape.slice(0, axis), ...indices!.shape, ...x!.shape.slice(axis + 1)]
    return [
      fill(shape, (index) => {
        const at = which(index.slice(axis, axis + rank))
        return read([...index.slice(0, axis), at < 0 ? at + x!.shape[axis]! : at, ...index.slice(axis + rank)])
      }),
    ]
  },
  backward: (step) => {
    const { node, x, shape } = step
    const axis = fromFront(numberOf(node, 'axis', 0), shape(x[0]!).length)
    return [shape(x[1]!).length === 0 && step.known(x[1]!) ? single(step, axis) : scattered(step, axis)]
  },
}

/** One slice, known beforehand, such as the class token of a vision transformer: zeros around it. */
function single({ b, g, x, shape, size, values }: Backward, axis: number): string {
  const [rank, whole] = [shape(x[0]!).length, size(x[0]!, axis)]
  const [index = 0] = values(x[1]!)
  const at = fromFront(index, whole)
  return b.pad(b.unsqueeze(g, [axis]), padsOf(rank, axis, at, whole - 1 - at))
}

function scattered(step: Backward, axis: number): string {
  const { b, g, x, shape } = step
  const [data = '', indices = ''] = x
  const [rank, added] = [shape(data).length, shape(indices).length]
  // To the front: the axes that the indices made, and in x the axis they point into.
  const made = Array.from({ length: added }, (_, at) => axis + at)
  const others = Array.from({ length: rank - 1 }, (_, at) => (at < axis ? at : at + added))
  const order = [axis, ...Array.from({ length: rank }, (_, at) => at).filter((at) => at !== axis)]
  const zeros = zerosLike(step, data)
  const inFront = axis === 0
  const updates = inFront ? g : b.transpose(g, [...made, ...others])
  const sums = b.node('ScatterND', [inFront ? zeros : b.transpose(zeros, order), b.unsqueeze(indices, [-1]), updates], {
    reduction: { kind: 'string', value: 'add' },
  })
  return inFront ? sums : b.transpose(sums, inverse(order))
}
