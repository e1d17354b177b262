import { broadcast } from '../graph/dimensions.ts'
import type { Dimension, Node } from '../graph/graph.ts'
import { isWhole, type Known } from '../graph/shapes.ts'
import { unbroadcast } from './fit.ts'
import type { Backward, Operator } from './operator.ts'
import { fill, reader } from './tensor64.ts'

type Forward = (...values: number[]) => number
type Meaning = {
  /** Of one number of each input; a factory for what depends on attributes. NaN stands for an input left out. */
  readonly forward: Forward | { readonly of: (node: Node) => Forward }
  /** In the shape of the output: the sums over broadcast axes are added here. */
  readonly backward?: (step: Backward) => readonly (string | undefined)[]
  /** For whole numbers that may be sizes of shapes. */
  readonly sizes?: (...values: Dimension[]) => Dimension
  readonly type?: 'bool'
}

/** An operator that works number by number, its inputs broadcast to one shape. */
export function elementwise({ forward, backward, sizes, type }: Meaning): Operator {
  return {
    infer: (_, inputs) => {
      const present = inputs.filter((input) => input !== undefined)
      const known = { type: type ?? present[0]?.type ?? 'float32', shape: broadcast(present.map(({ shape }) => shape)) }
      const values = sizes && isWhole(present[0]?.type ?? 'float32') && combine(present, known.shape, sizes)
      return [values ? { ...known, values } : known]
    },
    forward: (node, inputs) => {
      const f = typeof forward === 'function' ? forward : forward.of(node)
      const shape = broadcast(inputs.flatMap((input) => (input ? [input.shape] : []))) as number[]
      const readers = inputs.map((input) => (input ? reader(input) : () => Number.NaN))
      return [fill(shape, (index) => f(...readers.map((read) => read(index))))]
    },
    ...(backward && {
      backward: (step) => {
        const from = step.shape(step.y[0]!)
        return backward(step).map((gradient, input) => gradient && unbroadcast(step, gradient, from, step.x[input]!))
      },
    }),
  }
}

/** Shape arithmetic on vectors and scalars of sizes. */
export function combine(
  inputs: readonly Known[],
  shape: readonly Dimension[],
  f: (...values: Dimension[]) => Dimension,
) {
  const [length = 1] = shape
  if (shape.length > 1 || typeof length !== 'number') return undefined
  const columns = inputs.map(({ values }) => values)
  if (!columns.every((values) => values !== undefined)) return undefined
  return Array.from({ length }, (_, at) => f(...columns.map((values) => values[values.length === 1 ? 0 : at] ?? '?')))
}
