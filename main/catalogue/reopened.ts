import type { Catalogue } from './open.ts'

export type KeptLabel = {
  artwork: number
  /** The verdict that stands, when it was taken, under which run, and what was seen then, as JSON. */
  verdict: number
  at: string
  run: number | null
  evidence: string
  /** The label that was kept, by id. */
  term: number
}

/** Labels that somebody has kept, and those that came back to the queue because of evidence that is newer than the verdict. */
export function reopenedTable(db: Catalogue) {
  const kept = db.prepare<[number], KeptLabel>(`
    select decision.artwork, verdict.id as verdict, verdict.at, verdict.run, verdict.evidence, verdict.after as term from decision
    join verdict on verdict.id = decision.verdict
    where decision.attribute = ? and verdict.kind = 'keep' and verdict.id not in (select verdict from reopened)`)
  const insert = db.prepare(`insert into reopened (verdict, run, reason, at) values (?, ?, ?, ?)`)
  return {
    kept: (attribute: number) => kept.all(attribute),
    put: db.transaction((run: number, at: string, labels: readonly { verdict: number; reason: string }[]) => {
      for (const { verdict, reason } of labels) insert.run(verdict, run, reason, at)
    }),
  }
}
