import type { ChangeFacts, MarkKind } from '#preload/api.ts'
import { markTable } from '../catalogue/marks.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { titleQuery } from '../catalogue/titles.ts'
import { record } from './history.ts'

export type Marking = { artworks: readonly number[]; kind: MarkKind; text: string | null }

/** Sets or removes (null) a flag or a note, as one change. Returns how many works had another; unknown ids are left out. */
export function markWorks(db: Catalogue, { artworks, kind, text }: Marking, actor: string, at: string): number {
  const marks = markTable(db)
  const titles = titleQuery(db)(artworks)
  const standing = (id: number) => marks.of(id).find((mark) => mark.kind === kind)?.text ?? null
  const works = [...titles.keys()].filter((id) => standing(id) !== text)
  if (works.length === 0) return 0
  const title = works.length === 1 ? titles.get(works[0]!)! : ''
  const facts: ChangeFacts = { kind: 'mark', mark: kind, attribute: '', text, works: works.length, title }
  record(db, facts, actor, at, (step) => {
    for (const artwork of works) marks.append({ artwork, kind, text }, step)
  })
  return works.length
}
