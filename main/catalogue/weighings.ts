import type { Catalogue } from './open.ts'

/** How much each witness counts in a run, by its name, a user's factor included. Numbers as they are told, to three places. */
export type Weights = Readonly<Record<string, number>>

/** The weights of runs: what is in a run's folder goes with the run, and a verdict must know them. */
export function weighingTable(db: Catalogue) {
  const put = db.prepare<[number, number, string]>(`
    insert into weighing (run, attribute, weights) values (?, ?, ?)
    on conflict do update set weights = excluded.weights where weights <> excluded.weights`)
  return {
    put(run: number, attribute: number, weights: Weights) {
      put.run(run, attribute, JSON.stringify(weights))
    },
  }
}
