import type { ChangeFacts } from '#preload/api.ts'
import { labelTable } from '../catalogue/labels.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { titleQuery } from '../catalogue/titles.ts'
import { record } from './history.ts'
import { mostFrequent } from './mostFrequent.ts'

export type Relabel = { ids: readonly number[]; attribute: string; /** Null removes the label. */ term: string | null }

/** Sets labels by hand, as one change. Returns the ids of the works whose label was another one; unknown ids are left out. */
export function relabelWorks(
  db: Catalogue,
  { ids, attribute, term: given }: Relabel,
  actor: string,
  at: string,
): number[] {
  const labels = labelTable(db)
  const titles = titleQuery(db)(ids)
  const before = new Map([...new Set(ids)].map((id) => [id, labels.current(id, attribute)?.term ?? null]))
  const attributeId = labels.findAttribute(attribute)
  const term = given === null || attributeId === undefined ? given : labels.written(attributeId, given)
  const meant = term === null || attributeId === undefined ? term : labels.nameNow(attributeId, term)
  const changed = [...before].filter(([id, label]) => titles.has(id) && label !== meant)
  if (changed.length === 0) return []
  const facts: ChangeFacts = {
    kind: 'relabel',
    attribute,
    before: mostFrequent(changed.map(([, label]) => label ?? '')),
    after: term,
    works: changed.length,
    title: changed.length === 1 ? titles.get(changed[0]![0])! : '',
  }
  record(db, facts, actor, at, ({ change }) => {
    for (const [artwork] of changed) labels.append({ artwork, attribute, term, ground: 'hand', actor, at, change })
  })
  return changed.map(([id]) => id)
}
