import type { Catalogue } from './open.ts'
import { termParts } from './termParts.ts'

/** How the columns of a file of probabilities become terms: merged terms share one, retired ones have none. */
export type Columns = {
  /** Columns of the file. */
  width: number
  terms: number
  /** Of each column; -1: none. */
  of: readonly number[]
  /** Columns of terms that are several by now: their probability is shared out evenly among these. Left out: there are none. */
  shared?: ReadonlyMap<number, readonly number[]>
}

/**
 * What a run has learned of an attribute, as its terms stand now. Names and ids are in the order of the folded columns; a term
 * that was renamed or merged for the run alone keeps that name, and its id is that of the term that is suggested for it.
 */
export type LearnedTerms = {
  names: string[]
  ids: number[]
  columns: Columns
  /** Of a term of the attribute, its index among these; -1: the run does not know it. */
  indexOf(term: number): number
  /** Of a term that is several at once, the indexes of all of them; none where the run does not know each, or it is a single term. */
  partsOf(term: number): readonly number[]
}

/** A term as a run learns it. `name`: what it is called in this run, null: as ever; `members`: the terms it stands for. */
export type NewLearnedTerm = { id: number; name: string | null; members: readonly number[] }

/** The terms that runs have learned, by id: a run outlives the names of its terms, and their mergers. */
export function learnedTermTable(db: Catalogue) {
  const insert = db.prepare(`insert into run_term (run, attribute, position, term, name) values (?, ?, ?, ?, ?)`)
  const insertMember = db.prepare(`insert into run_member (run, attribute, term, position) values (?, ?, ?, ?)`)
  const rows = db.prepare<[number, number], { id: number; name: string; retired: 0 | 1; isOwn: 0 | 1 }>(`
    select now.id, coalesce(run_term.name, now.name) as name, now.retired_at is not null as retired,
      run_term.name is not null as isOwn from run_term
    join term on term.id = run_term.term join term as now on now.id = coalesce(term.standing, term.id)
    where run_term.run = ? and run_term.attribute = ? order by run_term.position`)
  const members = db.prepare<[number, number], { id: number; position: number }>(`
    select coalesce(term.standing, term.id) as id, run_member.position from run_member join term on term.id = run_member.term
    where run_member.run = ? and run_member.attribute = ?`)
  const parts = termParts(db)
  return {
    put: db.transaction((run: number, attribute: number, terms: readonly NewLearnedTerm[]) => {
      for (const [position, { id, name, members: others }] of terms.entries()) {
        insert.run(run, attribute, position, id, name)
        for (const member of others) if (member !== id) insertMember.run(run, attribute, member, position)
      }
    }),
    of(run: number, attribute: number): LearnedTerms {
      const names: string[] = []
      const ids: number[] = []
      const combined = parts.of(attribute)
      const kept = rows.all(run, attribute)
      const of = kept.map(({ id, name, retired, isOwn }) => {
        if (retired || (combined.has(id) && !isOwn)) return -1
        if (!ids.includes(id)) {
          ids.push(id)
          names.push(name)
        }
        return ids.indexOf(id)
      })
      const index = new Map(members.all(run, attribute).map(({ id, position }) => [id, of[position]!]))
      for (const [at, id] of ids.entries()) index.set(id, at)
      const indexOf = (term: number) => index.get(term) ?? -1
      const known = (term: number) => [...new Set((combined.get(term) ?? []).map(indexOf))].filter((at) => at >= 0)
      const shared = new Map(kept.flatMap(({ id, retired, isOwn }, column) => (retired || isOwn || !combined.has(id) ? [] : [[column, known(id)] as const]))) // prettier-ignore
      const columns = { width: of.length, terms: ids.length, of, ...(shared.size > 0 ? { shared } : {}) }
      const isKnown = (term: number) =>
        indexOf(term) < 0 && (combined.get(term) ?? []).every((part) => indexOf(part) >= 0)
      return { names, ids, columns, indexOf, partsOf: (term) => (isKnown(term) ? known(term) : []) }
    },
  }
}
