import type { Catalogue } from './open.ts'

/** How the columns of a file of probabilities become terms: merged terms share one, retired ones have none. */
export type Columns = {
  /** Columns of the file. */
  width: number
  terms: number
  /** Of each column; -1: none. */
  of: readonly number[]
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
}

/** A term as a run learns it. `name`: what it is called in this run, null: as ever; `members`: the terms it stands for. */
export type NewLearnedTerm = { id: number; name: string | null; members: readonly number[] }

/** The terms that runs have learned, by id: a run outlives the names of its terms, and their mergers. */
export function learnedTermTable(db: Catalogue) {
  const insert = db.prepare(`insert into run_term (run, attribute, position, term, name) values (?, ?, ?, ?, ?)`)
  const insertMember = db.prepare(`insert into run_member (run, attribute, term, position) values (?, ?, ?, ?)`)
  const rows = db.prepare<[number, number], { id: number; name: string; retired: 0 | 1 }>(`
    select now.id, coalesce(run_term.name, now.name) as name, now.retired_at is not null as retired from run_term
    join term on term.id = run_term.term join term as now on now.id = coalesce(term.standing, term.id)
    where run_term.run = ? and run_term.attribute = ? order by run_term.position`)
  const members = db.prepare<[number, number], { id: number; position: number }>(`
    select coalesce(term.standing, term.id) as id, run_member.position from run_member join term on term.id = run_member.term
    where run_member.run = ? and run_member.attribute = ?`)
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
      const of = rows.all(run, attribute).map(({ id, name, retired }) => {
        if (retired) return -1
        if (!ids.includes(id)) {
          ids.push(id)
          names.push(name)
        }
        return ids.indexOf(id)
      })
      const index = new Map(members.all(run, attribute).map(({ id, position }) => [id, of[position]!]))
      for (const [at, id] of ids.entries()) index.set(id, at)
      return { names, ids, columns: { width: of.length, terms: ids.length, of }, indexOf: (term) => index.get(term) ?? -1 } // prettier-ignore
    },
  }
}
