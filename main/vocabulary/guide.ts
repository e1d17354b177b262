import type { Card, TermGuide } from '#preload/api.ts'
import { confirmedQuery, termFactsQuery } from '../catalogue/termQueries.ts'
import { labelTable } from '../catalogue/labels.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { termParts } from '../catalogue/termParts.ts'
import { termTable } from '../catalogue/terms.ts'
import { spanOf } from '../evidence/movements.ts'
import { knownAttribute } from './edits.ts'
import { termAttribution } from './termAttribution.ts'

type Options = { attribute: string; terms: readonly string[]; count: number }
const mostExamples = 24

/** What terms mean, each of a label's several, with pictures: chosen examples first, then works whose label somebody has confirmed. */
export function guide(
  db: Catalogue,
  { attribute, terms, count }: Options,
  cards: (ids: number[]) => Card[],
): TermGuide[] {
  // prettier-ignore
  const id = knownAttribute(db, attribute)
  const table = termTable(db)
  const confirmed = confirmedQuery(db)
  const parts = termParts(db).of(id)
  const meant = terms.flatMap((name) => {
    const found = labelTable(db).findTerm(id, name)
    if (found === undefined) return []
    const standing = table.standing(found)
    return parts.get(standing) ?? [standing]
  })
  return [...new Set(meant)].flatMap((one) => {
    const term = table.get(one)!
    const by = new Map<number, string | null>(term.examples.map((artwork) => [artwork, null]))
    for (const { artwork, actor } of confirmed(term.id, mostExamples)) if (!by.has(artwork)) by.set(artwork, actor)
    const shown = cards([...by.keys()].slice(0, Math.min(count, mostExamples)))
    const usual = term.from === null && term.to === null ? spanOf(term.name) : null
    return [
      {
        name: term.name,
        description: term.description,
        parent: term.parent === null ? null : (table.get(term.parent)?.name ?? null),
        from: usual ? usual.from : term.from,
        to: usual ? openEnd(usual.to) : term.to,
        uri: term.uri,
        synonyms: term.synonyms,
        translations: term.translations,
        works: termFactsQuery(db).of(term.id, 0).works,
        retired: term.retiredAt !== null,
        attribution: termAttribution(attribute, term.name),
        examples: shown.map((card) => ({ ...card, confirmedBy: by.get(card.id) ?? null })),
      },
    ]
  })
}

const openEnd = (year: number) => (year === 9999 ? null : year)
