import type { Card, MarkKind } from '#preload/api.ts'
import { currentRun, isDecided, isFlagged } from './flagged.ts'
import type { Catalogue } from './open.ts'

type Row = Omit<Card, 'labels' | 'flagged' | 'reviewed' | 'marks'>
type Labelled = { artwork: number; attribute: string; term: string }
type Marked = { artwork: number; attribute: string }

/** What the grid shows of a work. */
export function cardQuery(db: Catalogue) {
  const works = db.prepare<[string], Row>(`
    select id, file, title, sha256, width, height from artwork where id in (select value from json_each(?))`)
  const labels = db.prepare<[string], Labelled>(`
    select current_label.artwork, attribute.name as attribute, term.name as term from current_label
    join attribute on attribute.id = current_label.attribute join term on term.id = current_label.term
    where current_label.artwork in (select value from json_each(?))`)
  const decided = db.prepare<[string], Marked>(`
    select decision.artwork, attribute.name as attribute from decision join attribute on attribute.id = decision.attribute
    where decision.artwork in (select value from json_each(?)) and ${isDecided('decision')}`)
  const marked = db.prepare<[string], { artwork: number; kind: MarkKind }>(`
    select artwork, kind from current_mark where artwork in (select value from json_each(?)) order by kind`)
  // The order of the joins is said: a few works, their attributes, then the evidence by its key.
  const doubted = db.prepare<[{ ids: string; threshold: number }], Marked>(`
    select evidence.artwork, attribute.name as attribute from json_each(:ids) as wanted cross join attribute cross join evidence
    where evidence.run = ${currentRun} and evidence.attribute = attribute.id and evidence.artwork = wanted.value and ${isFlagged}`)

  /** In the order of `ids`; unknown ones are left out. */
  return (ids: readonly number[], threshold: number): Card[] => {
    const json = JSON.stringify(ids)
    const cards = new Map(
      works.all(json).map((row) => [row.id, { ...row, labels: {}, flagged: [], reviewed: [], marks: [] } as Card]),
    )
    for (const { artwork, attribute, term } of labels.all(json)) cards.get(artwork)!.labels[attribute] = term
    for (const { artwork, attribute } of decided.all(json)) cards.get(artwork)!.reviewed.push(attribute)
    for (const { artwork, attribute } of doubted.all({ ids: json, threshold }))
      cards.get(artwork)!.flagged.push(attribute)
    for (const { artwork, kind } of marked.all(json)) cards.get(artwork)?.marks.push(kind)
    return ids.flatMap((id) => cards.get(id) ?? [])
  }
}
