import { ApiError } from '#preload/rpc.ts'
import type { NeighbourTask, NeighbourResult } from './api.ts'
import { createBuilder } from './graph/build.ts'
import { writeOnnx } from './graph/write.ts'
import { loadRowFile, pickRows } from './rowFile.ts'
import { openSession, tensor } from './runtimes/onnx.ts'

type Report = { progress(done: number, total: number): void; cancelled(): boolean }
/** Similarities held at once. */
const mostSimilarities = 8e6

/**
 * The works most like each work by the cosine of their embeddings, most alike first, the work itself left out. Compared with at
 * most `mostCompared` works, every so many-th of them. Throws ApiError 'cancelled'.
 */
export async function findNeighbours(task: NeighbourTask, report: Report): Promise<NeighbourResult> {
  const { embeddings, rows, mostCompared } = task
  const every = Math.max(1, Math.ceil(rows.length / mostCompared))
  const compared = rows.filter((_, index) => index % every === 0)
  const count = Math.min(task.count, compared.length - 1)
  const positions = new Int32Array(rows.length * task.count).fill(-1)
  const similarities = new Float32Array(rows.length * task.count)
  if (count < 1) return { positions, similarities }
  const stored = await loadRowFile(embeddings.file)
  const { dimension } = embeddings
  const reference = tensor(unit(pickRows(stored, dimension, compared), dimension), [compared.length, dimension])
  const session = await openSession(writeOnnx(similarityGraph(dimension, count + 1)), 'cpu')
  const chunk = Math.max(8, Math.floor(mostSimilarities / compared.length))
  try {
    for (let start = 0; start < rows.length; start += chunk) {
      if (report.cancelled()) throw new ApiError('cancelled', 'Comparing the works was cancelled')
      const queries = rows.subarray(start, start + chunk)
      const query = tensor(unit(pickRows(stored, dimension, queries), dimension), [queries.length, dimension])
      const found = await session.run({ query, reference })
      const values = found['similarities']!.data as Float32Array
      const indices = found['indices']!.data as BigInt64Array
      for (let i = 0; i < queries.length; i++) {
        let kept = 0
        for (let j = i * (count + 1); j < (i + 1) * (count + 1) && kept < count; j++) {
          const position = Number(indices[j]!) * every
          if (position === start + i) continue
          positions[(start + i) * task.count + kept] = position
          similarities[(start + i) * task.count + kept] = Math.min(1, Math.max(-1, values[j]!))
          kept++
        }
      }
      report.progress(Math.min(rows.length, start + chunk), rows.length)
    }
  } finally {
    await session.release()
  }
  return { positions, similarities }
}

function similarityGraph(dimension: number, count: number) {
  const b = createBuilder()
  const query = b.input('query', 'float32', ['works', dimension])
  const reference = b.input('reference', 'float32', ['compared', dimension])
  const { values, indices } = b.topK(b.gemm(query, reference, undefined, { transB: true }), count)
  b.output('similarities', values)
  b.output('indices', indices, 'int64')
  return b.finish()
}

/** Rows of length 1, in place; rows of zeros stay. */
function unit(rows: Float32Array, dimension: number): Float32Array {
  for (let start = 0; start < rows.length; start += dimension) {
    let squares = 0
    for (let i = start; i < start + dimension; i++) squares += rows[i]! ** 2
    const length = Math.sqrt(squares) || 1
    for (let i = start; i < start + dimension; i++) rows[i]! /= length
  }
  return rows
}
