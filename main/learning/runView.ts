import type { Run } from '#preload/api.ts'
import type { Metrics, RunRow } from '../catalogue/runs.ts'

/** A run as the contract shows it. */
export function asRun(row: RunRow): Run {
  const { attributes, queueChange, network } = JSON.parse(row.metrics) as Metrics
  const { id, seed, backbone, startedAt, seconds, works } = row
  const { id: recipe, name } = JSON.parse(row.recipe) as { id: string; name?: string }
  return {
    id,
    recipe,
    recipeName: name ?? recipe,
    seed,
    backbone,
    network: network ?? backbone,
    startedAt,
    seconds,
    works,
    current: row.isCurrent === 1,
    attributes,
    queueChange,
  }
}
