import type { Run } from '#preload/api.ts'
import type { Metrics, RunRow } from '../catalogue/runs.ts'

/** A run as the contract shows it. */
export function asRun(row: RunRow): Run {
  const { attributes, queueChange } = JSON.parse(row.metrics) as Metrics
  const { id, seed, backbone, startedAt, seconds, works } = row
  const recipe = (JSON.parse(row.recipe) as { id: string }).id
  return {
    id,
    recipe,
    seed,
    backbone,
    startedAt,
    seconds,
    works,
    current: row.isCurrent === 1,
    attributes,
    queueChange,
  }
}
