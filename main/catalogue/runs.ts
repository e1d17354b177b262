import type { RunAttribute, Vote } from '#preload/api.ts'
import type { Catalogue } from './open.ts'

export type RunRow = {
  id: number
  recipe: string
  seed: number
  backbone: string
  startedAt: string
  seconds: number
  works: number
  isCurrent: 0 | 1
  metrics: string
}
export type Metrics = {
  attributes: RunAttribute[]
  queueChange: { left: number; entered: number } | null
  /** Name of the network, as its maker calls it. */
  network?: string
  isCutShort?: boolean
  votes?: Vote[]
}
export type NewRun = Omit<RunRow, 'id' | 'isCurrent' | 'metrics'> & { metrics: Metrics }
/** Terms are ids. */
export type EvidenceRow = {
  artwork: number
  given: number
  suggestion: number
  givenProbability: number
  suggestionProbability: number
  score: number
  /** What each witness said, as JSON. */
  parts?: string
}

const columns = `id, recipe, seed, backbone, started_at as startedAt, seconds, works, is_current as isCurrent, metrics from run`

/** Runs, and the evidence that the current one gives. A run shows nothing until it is made current. */
export function runTable(db: Catalogue) {
  const insert = db.prepare(`
    insert into run (recipe, seed, backbone, started_at, seconds, works, metrics, is_current)
    values (:recipe, :seed, :backbone, :startedAt, :seconds, :works, :metrics, 0)`)
  const setMetrics = db.prepare(`update run set metrics = :metrics, seconds = :seconds where id = :id`)
  const makeCurrent = db.prepare(`update run set is_current = (id = ?)`)
  const finished = `removed_at is null and metrics <> '{}'`
  const all = db.prepare<[], RunRow>(`select ${columns} where ${finished} order by id desc`)
  const get = db.prepare<[number], RunRow>(`select ${columns} where id = ? and ${finished}`)
  const remove = db.prepare(`update run set removed_at = ? where id = ? and is_current = 0 and ${finished}`)
  const withFolder = db.prepare<[], number>(`select id from run where removed_at is null`).pluck()
  const current = db.prepare<[], RunRow>(`select ${columns} where is_current = 1`)
  const addEvidence = db.prepare(`
    insert into evidence (run, attribute, artwork, given, suggestion, given_probability, suggestion_probability, score, parts)
    values (:run, :attribute, :artwork, :given, :suggestion, :givenProbability, :suggestionProbability, :score, :parts)
    on conflict do update set given = excluded.given, suggestion = excluded.suggestion, score = excluded.score, parts = excluded.parts,
      given_probability = excluded.given_probability, suggestion_probability = excluded.suggestion_probability`)
  const dropOthers = db.prepare(`delete from evidence where run in (select id from run where is_current = 0)`)
  const dropEvidence = db.prepare(`delete from evidence where run = ?`)
  const dropOfAttribute = db.prepare(`delete from evidence where run = ? and attribute = ?`)
  const unfinished = db.prepare(`delete from run where is_current = 0 and metrics = '{}'`)
  const difference = db.prepare<
    [{ before: number; after: number; threshold: number }],
    { left: number; entered: number }
  >(`
    with old as (select attribute, artwork from evidence where run = :before and score < :threshold),
      new as (select attribute, artwork from evidence where run = :after and score < :threshold)
    select (select count(*) from (select * from old except select * from new)) as left,
      (select count(*) from (select * from new except select * from old)) as entered`)

  const addRows = (run: number, attribute: number, rows: readonly EvidenceRow[]) => {
    for (const row of rows) addEvidence.run({ run, attribute, parts: '{}', ...row })
  }

  return {
    /** A run without metrics yet: it is dropped if learning ends before `finish`. */
    add: (run: Omit<NewRun, 'metrics'>) => Number(insert.run({ ...run, metrics: '{}' }).lastInsertRowid),
    addEvidence: db.transaction(addRows),
    /** All that a run says of an attribute, anew: `judge` is asked inside the transaction. */
    replaceEvidence: db.transaction((run: number, attribute: number, judge: () => readonly EvidenceRow[]) => {
      const rows = judge()
      dropOfAttribute.run(run, attribute)
      addRows(run, attribute, rows)
    }),
    /** How the flagged labels of two runs differ; both must still have their evidence. */
    difference: (before: number, after: number, threshold: number) => difference.get({ before, after, threshold })!,
    finish: db.transaction((id: number, seconds: number, metrics: Metrics) => {
      setMetrics.run({ id, seconds, metrics: JSON.stringify(metrics) })
      makeCurrent.run(id)
    }),
    /** Deletes what runs that never finished, and runs that are no longer current, left behind. */
    tidy: db.transaction(() => {
      dropOthers.run()
      unfinished.run()
    }),
    /**
     * Makes a finished run current, with what it says about the labels that stand: `judge` is asked inside the transaction.
     * The evidence of the run before goes. False: there is no such run any more.
     */
    restore: db.transaction(
      (id: number, judge: () => { attribute: number; rows: readonly EvidenceRow[] }[]): boolean => {
        if (!get.get(id)) return false
        const before = current.get()
        dropEvidence.run(id)
        for (const { attribute, rows } of judge()) addRows(id, attribute, rows)
        makeCurrent.run(id)
        if (before && before.id !== id) dropEvidence.run(before.id)
        return true
      },
    ),
    /** False: there is no such run, or it is the current one. */
    remove: (id: number, at: string): boolean => remove.run(at, id).changes > 0,
    /** Ids of the runs whose folder is wanted, those that are still being learned included. */
    withFolder: () => withFolder.all(),
    /** Newest first; neither those deleted nor those still being learned. */
    all: () => all.all(),
    get: (id: number) => get.get(id),
    current: () => current.get(),
  }
}
