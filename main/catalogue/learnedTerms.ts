import type { Catalogue } from './open.ts'

/** How the columns of a file of probabilities become terms: merged terms share one, retired ones have none. */
export type Columns = {
  /** Columns of the file. */
  width: number
  terms: number
  /** Of each column; -1: none. */
  of: readonly number[]
}

/** What a run has learned of an attribute, as its terms stand now. Names and ids are in the order of the folded columns. */
export type LearnedTerms = { names: string[]; ids: number[]; columns: Columns }

/** The terms that runs have learned, by id: a run outlives the names of its terms, and their mergers. */
export function learnedTermTable(db: Catalogue) {
  const insert = db.prepare(`insert into run_term (run, attribute, position, term) values (?, ?, ?, ?)`)
  const rows = db.prepare<[number, number], { id: number; name: string; retired: 0 | 1 }>(`
    select now.id, now.name, now.retired_at is not null as retired from run_term
    join term on term.id = run_term.term join term as now on now.id = coalesce(term.standing, term.id)
    where run_term.run = ? and run_term.attribute = ? order by run_term.position`)
  return {
    put: db.transaction((run: number, attribute: number, terms: readonly number[]) => {
      for (const [position, term] of terms.entries()) insert.run(run, attribute, position, term)
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
      return { names, ids, columns: { width: of.length, terms: ids.length, of } }
    },
  }
}
