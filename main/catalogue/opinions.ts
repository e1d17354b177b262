import type { Catalogue } from './open.ts'

export type OpinionRow = {
  package: string
  reviewer: string
  artwork: number
  attribute: number
  kind: 'term' | 'unsure' | 'wrong-image'
  term: string
  reason: string
  at: string
}

/** An opinion beside the label that the work had when the colleague was asked. */
export type HeldAgainst = Omit<OpinionRow, 'attribute' | 'package'> & {
  attribute: string
  file: string
  title: string
  sha256: string
  mine: string | null
  /** Somebody has decided about the label since the opinion came in, or it is the opinion's by now. */
  isSettled: 0 | 1
}

/** What colleagues were asked, and what they have said. */
export function opinionTable(db: Catalogue) {
  const ask = db.prepare(`
    insert into opinion_question (package, artwork, attribute, term) values (:package, :artwork, :attribute, :term)`)
  const add = db.prepare<[OpinionRow & { importedAt: string }]>(`
    insert into opinion (package, reviewer, artwork, attribute, kind, term, reason, at, imported_at)
    values (:package, :reviewer, :artwork, :attribute, :kind, :term, :reason, :at, :importedAt) on conflict do nothing`)
  // Of several opinions of one colleague on one label the newest holds.
  const all = db.prepare<[], HeldAgainst>(`
    select opinion.reviewer, opinion.artwork, opinion.kind, opinion.term, opinion.reason, opinion.at, attribute.name as attribute,
      artwork.file, artwork.title, artwork.sha256,
      coalesce((select coalesce(now.name, asked.name) from opinion_question as question join term as asked on asked.id = question.term
        left join term as now on now.id = asked.standing
        where question.package = opinion.package and question.artwork = opinion.artwork and question.attribute = opinion.attribute),
        standing.name) as mine,
      (exists (select 1 from verdict where verdict.artwork = opinion.artwork and verdict.attribute = opinion.attribute
        and verdict.kind <> 'undo' and verdict.at >= opinion.imported_at
        and not exists (select 1 from verdict as back where back.undoes = verdict.id)) or standing.name is opinion.term) as isSettled
    from opinion join artwork on artwork.id = opinion.artwork join attribute on attribute.id = opinion.attribute
    left join current_label on current_label.artwork = opinion.artwork and current_label.attribute = opinion.attribute
    left join term as standing on standing.id = current_label.term
    where opinion.id = (select max(id) from opinion as newer where newer.reviewer = opinion.reviewer
      and newer.artwork = opinion.artwork and newer.attribute = opinion.attribute)
    order by opinion.id`)
  return {
    ask: (question: { package: string; artwork: number; attribute: number; term: number }) => void ask.run(question),
    /** False: it is known already. */
    add: (opinion: OpinionRow, importedAt: string) => add.run({ ...opinion, importedAt }).changes > 0,
    all: () => all.all(),
  }
}
