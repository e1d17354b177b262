import type { ChangeFacts, Verdict, VerdictKind } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { labelTable } from '../catalogue/labels.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { titleQuery } from '../catalogue/titles.ts'
import { verdictTable } from '../catalogue/verdicts.ts'
import { record } from './history.ts'
import { mostFrequent } from './mostFrequent.ts'

export type Decision = { artworks: readonly number[]; attribute: string; kind: VerdictKind; term?: string; reason?: string } // prettier-ignore

/**
 * One verdict on the label of one or many works, as one change; each work has its own verdict in the trail, with what the
 * run in use said of it. Throws ApiError 'unknown-artwork', 'no-label', 'no-term'; then nothing is written.
 */
export function decide(db: Catalogue, decision: Decision, actor: string, at: string): Verdict[] {
  const { attribute, kind, reason = '' } = decision
  const labels = labelTable(db)
  const verdicts = verdictTable(db)
  const works = [...new Set(decision.artworks)]
  const titles = titleQuery(db)(works)
  const unknown = works.find((id) => !titles.has(id))
  if (unknown !== undefined) throw new ApiError('unknown-artwork', `There is no work ${unknown}`)
  const attributeId = labels.findAttribute(attribute)
  const before = works.map((id) => labels.current(id, attribute)?.term)
  if (attributeId === undefined || before.some((label) => label === undefined) || works.length === 0) throw noLabel(attribute, works.length) // prettier-ignore
  const term = labels.written(attributeId, decision.term?.trim() ?? '')
  if (kind === 'relabel' && term === '') throw new ApiError('no-term', 'Choose the term that the label should have.')
  const facts: ChangeFacts = {
    kind: 'verdict',
    verdict: kind,
    attribute,
    before: mostFrequent(before as string[]),
    after: kind === 'relabel' ? term : '',
    works: works.length,
    title: works.length === 1 ? titles.get(works[0]!)! : '',
  }
  const ids = record(db, facts, actor, at, (step) =>
    works.map((artwork, index) => {
      const beforeId = labels.term(attributeId, before[index]!)
      const after = kind === 'relabel' ? labels.term(attributeId, term) : beforeId
      const seen = verdicts.evidence(attributeId, artwork)
      const id = verdicts.append(
        { artwork, attribute: attributeId, kind, before: beforeId, after, reason, ...seen },
        step,
      )
      if (kind === 'relabel') labels.appendRow({ artwork, attribute: attributeId, term: after, ground: 'verdict', verdict: id, undoes: null, ...step }) // prettier-ignore
      return id
    }),
  )
  return ids.map((id) => verdicts.get(id))
}

function noLabel(attribute: string, works: number) {
  const sentence =
    works < 2
      ? `This work has no label for ${attribute}, so there is nothing to decide.`
      : `One of these works has no label for ${attribute}, so there is nothing to decide about it. Leave it out.`
  return new ApiError('no-label', sentence)
}
