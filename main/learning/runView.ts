import type { Run } from '#preload/api.ts'
import type { Metrics, RunRow } from '../catalogue/runs.ts'

/** What an older run has kept of its recipe may lack fields. */
type KeptRecipe = { id: string; name?: string; preparation?: { split?: { kind: string } } }

/** A run as the contract shows it. */
export function asRun(row: RunRow): Run {
  const { attributes, queueChange, network, isCutShort, votes } = JSON.parse(row.metrics) as Metrics
  const { id, seed, backbone, startedAt, seconds, works } = row
  const { id: recipe, name, preparation } = JSON.parse(row.recipe) as KeptRecipe
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
    isFixedSplit: preparation?.split?.kind === 'fixed',
    isCutShort: isCutShort ?? false,
    votes: votes ?? [],
  }
}
