import type { Graph } from '../graph/graph.ts'
import { inferShapes } from '../graph/shapes.ts'
import type { TrainingGraph } from './heads.ts'

/** What a step may hold of its works on the processor, in bytes: with the rest of the process it stays under 2 GB. */
const budget = 7e8

/**
 * How many works of a batch go through the gradient graph at once on the processor. The others follow, and their gradients are
 * added up, which is the same step; but a layer that takes the statistics of its batch then takes those of each part, which is
 * therefore never smaller than `fewest`.
 */
export function worksAtOnce({ statistics, prediction }: TrainingGraph): number {
  // What is computed on the way to the loss is kept for the way back, which makes as much again.
  const fitting = Math.floor(budget / (2 * bytesOfWork(prediction)))
  return Math.max(statistics.length > 0 ? fewest : 1, fitting)
}

/** Works whose statistics tell enough of all (Hoffer et al. 2017 take parts of 8 to 128). */
const fewest = 8

/** All that is computed for one work: every tensor with an axis of no fixed size, which is that of the works. */
function bytesOfWork(graph: Graph): number {
  const known = inferShapes(graph)
  let numbers = 0
  for (const name of graph.nodes.flatMap(({ outputs }) => outputs)) {
    const shape = known.get(name)?.shape ?? []
    const fixed = shape.filter((size) => typeof size === 'number')
    if (fixed.length < shape.length) numbers += fixed.reduce((product, size) => product * size, 1)
  }
  return 4 * numbers
}
