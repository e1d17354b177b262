import type { RunAttribute } from '#preload/api.ts'
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
export type Metrics = { attributes: RunAttribute[]; queueChange: { left: number; entered: number } | null }
export type NewRun = Omit<RunRow, 'id' | 'isCurrent' | 'metrics'> & { metrics: Metrics }
/** Terms are ids. */
export type EvidenceRow = {
  artwork: number
  given: number
  suggestion: number
  givenProbability: number
  suggestionProbability: number
  score: number
}

const columns = `id, recipe, seed, backbone, started_at as startedAt, seconds, works, is_current as isCurrent, metrics from run`

/** Runs and the evidence that each gives. A run shows nothing until `makeCurrent`. */
export function runTable(db: Catalogue) {
  const insert = db.prepare(`
    insert into run (recipe, seed, backbone, started_at, seconds, works, metrics, is_current)
    values (:recipe, :seed, :backbone, :startedAt, :seconds, :works, :metrics, 0)`)
  const setMetrics = db.prepare(`update run set metrics = :metrics, seconds = :seconds where id = :id`)
  const makeCurrent = db.prepare(`update run set is_current = (id = ?)`)
  const all = db.prepare<[], RunRow>(`select ${columns} order by id desc`)
  const get = db.prepare<[number], RunRow>(`select ${columns} where id = ?`)
  const current = db.prepare<[], RunRow>(`select ${columns} where is_current = 1`)
  const addEvidence = db.prepare(`
    insert into evidence (run, attribute, artwork, given, suggestion, given_probability, suggestion_probability, score)
    values (:run, :attribute, :artwork, :given, :suggestion, :givenProbability, :suggestionProbability, :score)
    on conflict do update set given = excluded.given, suggestion = excluded.suggestion, score = excluded.score,
      given_probability = excluded.given_probability, suggestion_probability = excluded.suggestion_probability`)
  const dropOthers = db.prepare(`delete from evidence where run in (select id from run where is_current = 0)`)
  const unfinished = db.prepare(`delete from run where is_current = 0 and metrics = '{}'`)
  const difference = db.prepare<
    [{ before: number; after: number; threshold: number }],
    { left: number; entered: number }
  >(`
    with old as (select attribute, artwork from evidence where run = :before and score < :threshold),
      new as (select attribute, artwork from evidence where run = :after and score < :threshold)
    select (select count(*) from (select * from old except select * from new)) as left,
      (select count(*) from (select * from new except select * from old)) as entered`)

  return {
    /** A run without metrics yet: it is dropped if learning ends before `finish`. */
    add: (run: Omit<NewRun, 'metrics'>) => Number(insert.run({ ...run, metrics: '{}' }).lastInsertRowid),
    addEvidence: db.transaction((run: number, attribute: number, rows: readonly EvidenceRow[]) => {
      for (const row of rows) addEvidence.run({ run, attribute, ...row })
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
    all: () => all.all().filter((run) => run.metrics !== '{}'),
    get: (id: number) => get.get(id),
    current: () => current.get(),
  }
}
