import { availableParallelism } from 'node:os'
import type { JobResult } from '#preload/api.ts'
import { measureTable } from '../catalogue/measures.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { measureThumbnail, type Measure } from '../images/measure.ts'
import { thumbnailPath } from '../images/thumbnail.ts'
import { inOrder } from '../importing/inOrder.ts'
import type { Progress } from '../jobs.ts'
import { findNearCopies } from './findNearCopies.ts'

/** Pictures in one transaction. */
const batchSize = 64

type MeasureJob = OpenCollection & { signal: AbortSignal; progress(state: Progress): void }

/** Measures the pictures that import has not (those of older collections), and finds near copies. Called again it goes on where it was. */
export async function measureWorks({
  db,
  folder,
  signal,
  progress,
}: MeasureJob): Promise<Extract<JobResult, { kind: 'measuring' }>> {
  // prettier-ignore
  const measures = measureTable(db)
  const missing = measures.missing()
  let [measured, done] = [0, 0]
  let batch: { sha256: string; measure: Measure }[] = []
  const flush = () => {
    db.transaction(() => batch.forEach(({ sha256, measure }) => measures.put(sha256, measure)))()
    measured += batch.length
    batch = []
  }
  const read = async (sha256: string) => ({ sha256, measure: await measureThumbnail(thumbnailPath(folder, sha256)).catch(() => null) }) // prettier-ignore
  progress({ stage: 'measuring', done, total: missing.length })
  try {
    for await (const { sha256, measure } of inOrder(each(missing), availableParallelism() + 1, signal, read)) {
      if (measure && batch.push({ sha256, measure }) >= batchSize) flush()
      progress({ stage: 'measuring', done: ++done, total: missing.length })
    }
  } finally {
    flush()
  }
  await findNearCopies(db, signal)
  return { kind: 'measuring', measured, failed: missing.length - measured }
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}
