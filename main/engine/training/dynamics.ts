import { writeOnnx } from '../graph/write.ts'
import { labelTensor, openSession, tensor, type Executor } from '../runtimes/onnx.ts'
import type { Heads } from './probeGraph.ts'
import { columnsOf, dynamicsGraph } from './probeGraph.ts'

/** Evaluations of the solver after which the heads are looked at, most of them early, when they change most. */
export const moments = [2, 3, 4, 6, 8, 11, 15, 20] as const

/**
 * A row a work, float32: 1 + its label while learning (0: nothing is known of the work), then at each of the moments the probabilities
 * of the label and of the likeliest other term, by the model that has not seen the label, and by the one that learned from all works.
 */
export const dynamicsWidth = 1 + 4 * moments.length

/** Keeps the weights at the moments of a search; one that ended before a moment stands there as it ended. */
export function createSnapshots() {
  const taken: Float32Array[] = []
  return {
    see(step: number, weights: Float32Array) {
      if (step === moments[taken.length]) taken.push(weights.slice())
    },
    all: (end: Float32Array): Float32Array[] => moments.map((_, index) => taken[index] ?? end),
  }
}

type Recorded = {
  /** Coordinates of the works, [works, rank]. */
  u: Float32Array
  rank: number
  chunks: readonly (readonly [start: number, end: number])[]
  heads: Heads
  /** Models a head; the last one has learned from all works. */
  models: number
  /** [heads][works], -1 for none. */
  labels: readonly Int32Array[]
  /** [heads][works]: the model that has not seen the work's label, -1: there is none. */
  unseenBy: readonly Int32Array[]
  snapshots: readonly Float32Array[]
  executor: Executor
}

/** How the probability of each label behaved while it was learned: rows [works, dynamicsWidth] of each head. */
export async function recordDynamics(recorded: Recorded): Promise<Float32Array[]> {
  const { u, rank, chunks, heads, models, labels, unseenBy, snapshots, executor } = recorded
  const columns = columnsOf(heads, models)
  const rows = heads.map((_, head) => rowsWithLabels(labels[head]!, unseenBy[head]!))
  const session = await openSession(writeOnnx(dynamicsGraph(rank, heads, models)), executor)
  try {
    for (const [start, end] of chunks) {
      const works = { u: tensor(u.subarray(start * rank, end * rank), [end - start, rank]) }
      const feeds = heads.map((_, head) => feedOf(head, { start, end, models, labels: labels[head]!, unseenBy: unseenBy[head]! })) // prettier-ignore
      for (const [moment, weights] of snapshots.entries()) {
        const w = tensor(weights.subarray(0, rank * columns), [rank, columns])
        const b = tensor(weights.subarray(rank * columns), [columns])
        const found = await session.run(Object.assign({ ...works, w, b }, ...feeds))
        for (const head of heads.keys()) enter(rows[head]!, found[`d.${head}`]!.data as Float32Array, start, moment)
      }
    }
  } finally {
    await session.release()
  }
  return rows
}

function rowsWithLabels(labels: Int32Array, unseenBy: Int32Array): Float32Array {
  const rows = new Float32Array(labels.length * dynamicsWidth)
  for (const [work, label] of labels.entries()) if (unseenBy[work]! >= 0) rows[work * dynamicsWidth] = 1 + label
  return rows
}

type Part = { start: number; end: number; models: number; labels: Int32Array; unseenBy: Int32Array }

function feedOf(head: number, { start, end, models, labels, unseenBy }: Part) {
  const pick = new Float32Array((end - start) * models)
  for (let work = start; work < end; work++)
    if (unseenBy[work]! >= 0) pick[(work - start) * models + unseenBy[work]!] = 1
  return {
    [`labels.${head}`]: labelTensor(labels.subarray(start, end)),
    [`pick.${head}`]: tensor(pick, [end - start, models]),
  }
}

/** Puts what was found of a chunk, [works, 4], where the moment has its place; works of which nothing is known stay empty. */
function enter(rows: Float32Array, found: Float32Array, start: number, moment: number) {
  for (let index = 0; index < found.length / 4; index++) {
    const row = (start + index) * dynamicsWidth
    if (rows[row]! > 0) rows.set(found.subarray(index * 4, index * 4 + 4), row + 1 + 4 * moment)
  }
}
