import type { Run } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { runTable } from '../catalogue/runs.ts'
import { asRun } from './runView.ts'

/** A finished run that has not been deleted. Throws ApiError 'unknown-run'. */
export function knownRun(db: Catalogue, id: number): Run {
  const row = runTable(db).get(id)
  if (!row) throw unknownRun(db, id)
  return asRun(row)
}

export function unknownRun(db: Catalogue, id: number): ApiError {
  const known = runTable(db).all().map((run) => run.id).toReversed() // prettier-ignore
  const there = known.length === 0 ? 'Nothing has been learned yet.' : `There are: ${known.join(', ')}.`
  return new ApiError('unknown-run', `There is no run ${id} in this collection. ${there}`)
}
