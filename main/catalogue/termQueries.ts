import type { Term } from '#preload/api.ts'
import { currentRun, isDecided, isFlagged } from './flagged.ts'
import type { Catalogue } from './open.ts'
import { termParts } from './termParts.ts'
import { termTable, type TermState } from './terms.ts'

/** Works of each term, and how many of them somebody has kept or relabelled. */
const counted = /* sql */ `
  select current_label.term, count(*) as works, sum(coalesce(verdict.kind in ('keep', 'relabel'), 0)) as confirmed
  from current_label
  left join decision on decision.artwork = current_label.artwork and decision.attribute = current_label.attribute
  left join verdict on verdict.id = decision.verdict
  where current_label.attribute = ? group by current_label.term`

/** A vocabulary as its users see it: merged terms stand as names of the term that took them in. */
export function termQuery(db: Catalogue) {
  const counts = db.prepare<[number], { term: number; works: number; confirmed: number }>(counted)
  const learned = db.prepare<[number], number>(`
    select distinct coalesce(term.standing, term.id) from run_term join term on term.id = run_term.term
    where run_term.run = ${currentRun} and run_term.attribute = ?`).pluck() // prettier-ignore
  return (attribute: { id: number; name: string }): Omit<Term, 'attribution'>[] => {
    const all = termTable(db).all(attribute.id)
    const byId = new Map(counts.all(attribute.id).map((row) => [row.term, row]))
    const known = new Set(learned.all(attribute.id))
    const parts = termParts(db).of(attribute.id)
    const names = new Map(all.map((term) => [term.id, term.name]))
    const among = new Map<number, number>()
    for (const [term, own] of parts)
      for (const part of own) among.set(part, (among.get(part) ?? 0) + (byId.get(term)?.works ?? 0))
    const into = Map.groupBy(
      all.filter(({ mergedInto }) => mergedInto !== null),
      ({ id }) => termTable(db).standing(id),
    )
    const asTerm = ({
      id,
      name,
      parent,
      description,
      uri,
      from,
      to,
      synonyms,
      translations,
      formerNames,
      examples,
      retiredAt,
    }: TermState): Omit<Term, 'attribution'> => ({
      id,
      name,
      parent,
      description,
      uri,
      from,
      to,
      synonyms,
      translations,
      formerNames,
      examples,
      attribute: attribute.name,
      retired: retiredAt !== null,
      merged: (into.get(id) ?? []).flatMap((term) => [term.name, ...term.formerNames]).toSorted(),
      works: byId.get(id)?.works ?? 0,
      confirmed: byId.get(id)?.confirmed ?? 0,
      learned: retiredAt === null && (parts.get(id) ?? [id]).every((each) => known.has(each)),
      parts: (parts.get(id) ?? []).map((part) => names.get(part)!),
      amongOthers: among.get(id) ?? 0,
    })
    return all.filter(({ mergedInto }) => mergedInto === null).map(asTerm)
  }
}

/** What a merger is about: works of a term, verdicts that stand on them, and how many of them are doubtful. */
export function termFactsQuery(db: Catalogue) {
  const works = db.prepare<[number], number>(`select count(*) from current_label where term = ?`).pluck()
  const decided = db.prepare<[number], number>(`
    select count(*) from current_label where term = ? and ${isDecided('current_label')}`).pluck() // prettier-ignore
  const flagged = db.prepare<[{ term: number; threshold: number }], number>(`
    select count(*) from evidence where evidence.run = ${currentRun} and evidence.given = :term
      and evidence.attribute = (select attribute from term where id = :term) and ${isFlagged}`).pluck() // prettier-ignore
  const worksOf = db.prepare<[number], number>(`select artwork from current_label where term = ? order by artwork`).pluck() // prettier-ignore
  return {
    of: (term: number, threshold: number) => ({ works: works.get(term)!, decided: decided.get(term)!, flagged: flagged.get({ term, threshold })! }), // prettier-ignore
    works: (term: number) => worksOf.all(term),
  }
}

/** Works of a term whose label somebody has kept or chosen, newest verdict first, with who did. */
export function confirmedQuery(db: Catalogue) {
  const query = db.prepare<[number, number], { artwork: number; actor: string }>(`
    select current_label.artwork, verdict.actor from current_label
    join decision on decision.artwork = current_label.artwork and decision.attribute = current_label.attribute
    join verdict on verdict.id = decision.verdict
    where current_label.term = ? and verdict.kind in ('keep', 'relabel') order by verdict.id desc limit ?`)
  return (term: number, count: number) => query.all(term, count)
}
