import type { Verdict } from '#preload/api.ts'
import type { Step } from './changes.ts'
import { currentRun } from './flagged.ts'
import type { Catalogue } from './open.ts'

/** A verdict as it is stored; attribute, terms and run by id. `evidence`: JSON. */
export type VerdictRow = {
  artwork: number
  attribute: number
  kind: string
  before: number | null
  after: number | null
  suggestion: number | null
  evidence: string
  run: number | null
  reason: string
}

const columns = `
  verdict.id, verdict.artwork, artwork.file, artwork.title, attribute.name as attribute, verdict.kind,
  coalesce(before.name, '') as before, coalesce(after.name, '') as after, suggestion.name as suggestion, verdict.actor, verdict.at
  from verdict
  join artwork on artwork.id = verdict.artwork
  join attribute on attribute.id = verdict.attribute
  left join term as before on before.id = verdict.before
  left join term as after on after.id = verdict.after
  left join term as suggestion on suggestion.id = verdict.suggestion`

const standing = `verdict.kind <> 'undo' and not exists (select 1 from verdict as later where later.undoes = verdict.id)`

/** Verdicts are events. Taking one back appends the opposite event; `decision` holds the one that stands for each label. */
export function verdictTable(db: Catalogue) {
  const insert = db.prepare<[VerdictRow & { actor: string; at: string; undoes: number | null; change: number }]>(`
    insert into verdict (artwork, attribute, kind, before, after, suggestion, evidence, run, reason, actor, at, undoes, change)
    values (:artwork, :attribute, :kind, :before, :after, :suggestion, :evidence, :run, :reason, :actor, :at, :undoes, :change)`)
  const setDecision = db.prepare<[{ artwork: number; attribute: number; verdict: number }]>(`
    insert into decision (artwork, attribute, verdict) values (:artwork, :attribute, :verdict)
    on conflict do update set verdict = excluded.verdict`)
  const removeDecision = db.prepare(`delete from decision where artwork = ? and attribute = ?`)
  const get = db.prepare<[number], Verdict>(`select ${columns} where verdict.id = ?`)
  const list = db.prepare<[number], Verdict>(`select ${columns} where ${standing} order by verdict.id desc limit ?`)
  const previous = db.prepare<[number, number, number], number>(`
    select id from verdict where artwork = ? and attribute = ? and id < ? and ${standing} order by id desc limit 1`).pluck() // prettier-ignore
  const evidence = db.prepare<[number, number], Evidence>(`
    select evidence.run, evidence.suggestion, evidence.given_probability, evidence.suggestion_probability, evidence.score,
      evidence.parts, weighing.weights
    from evidence
    left join weighing on weighing.run = evidence.run and weighing.attribute = evidence.attribute
    where evidence.run = ${currentRun} and evidence.attribute = ? and evidence.artwork = ?`)

  return {
    /** The new verdict stands. Returns its id. */
    append(verdict: VerdictRow, { change, actor, at }: Step): number {
      const id = Number(insert.run({ ...verdict, actor, at, change, undoes: null }).lastInsertRowid)
      setDecision.run({ artwork: verdict.artwork, attribute: verdict.attribute, verdict: id })
      return id
    },
    /** The verdict before it stands again, if there is one. */
    takeBack({ id, artwork, attribute, before, after, suggestion, run }: VerdictRow & { id: number }, step: Step) {
      const row = { artwork, attribute, kind: 'undo', before: after, after: before, suggestion, run, evidence: '{}', reason: '' } // prettier-ignore
      insert.run({ ...row, ...step, undoes: id })
      const earlier = previous.get(artwork, attribute, id)
      if (earlier !== undefined) setDecision.run({ artwork, attribute, verdict: earlier })
      else removeDecision.run(artwork, attribute)
    },
    /** What the run in use says of a label, as a verdict keeps it: what was shown when it was taken. */
    evidence(attribute: number, artwork: number): Pick<VerdictRow, 'suggestion' | 'evidence' | 'run'> {
      const seen = evidence.get(attribute, artwork)
      if (!seen) return { suggestion: null, run: null, evidence: '{}' }
      return { suggestion: seen.suggestion, run: seen.run, evidence: JSON.stringify(describe(seen)) }
    },
    get: (id: number): Verdict => get.get(id)!,
    /** Those that stand, newest first. */
    list: (limit: number): Verdict[] => list.all(limit),
  }
}

type Evidence = {
  run: number
  suggestion: number
  given_probability: number
  suggestion_probability: number
  score: number
  parts: string
  weights: string | null
}

const describe = ({ given_probability, suggestion_probability, score, parts, weights }: Evidence) => ({
  givenProbability: given_probability,
  suggestionProbability: suggestion_probability,
  score,
  ...(parts === '{}' ? {} : { witnesses: JSON.parse(parts) as unknown }),
  ...(weights === null ? {} : { weights: JSON.parse(weights) as unknown }),
})
