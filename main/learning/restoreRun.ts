import type { Run } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { labelTable } from '../catalogue/labels.ts'
import { runTable } from '../catalogue/runs.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { openJudge, type Judge } from './evidenceJudge.ts'
import { predictionFile } from './predictions.ts'
import { knownRun, unknownRun } from './knownRun.ts'
import { asRun } from './runView.ts'

/**
 * Makes an earlier run current. The files are read first; then, in one transaction, what the run has kept judges the labels
 * that stand now, so that whatever is interrupted leaves the run before with its queue. Throws ApiError 'unknown-run',
 * 'run-damaged'.
 */
export async function restoreRun(collection: OpenCollection, id: number): Promise<Run> {
  const { db, folder } = collection
  const runs = runTable(db)
  const { attributes, backbone } = knownRun(db, id)
  const judges: { attribute: number; judge: Judge }[] = []
  for (const { name } of attributes) {
    const attribute = { id: labelTable(db).findAttribute(name)!, name }
    const about = { run: id, backbone, attribute }
    const file = predictionFile(folder, id, attribute.id)
    judges.push({ attribute: attribute.id, judge: await orDamaged(openJudge(collection, about), id, file) })
  }
  const judged = () => judges.map(({ attribute, judge }) => ({ attribute, rows: judge.rows() }))
  if (!runs.restore(id, judged)) throw unknownRun(db, id)
  return asRun(runs.get(id)!)
}

async function orDamaged(opening: Promise<Judge>, run: number, file: string): Promise<Judge> {
  try {
    return await opening
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new ApiError(
      'run-damaged',
      `What run ${run} had predicted is not in the collection's folder any more (${file}). Learn again instead, or bring the file back.`,
    )
  }
}
