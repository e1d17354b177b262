import type { NewVerdict, Verdict } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { labelTable } from './labels.ts'
import type { Catalogue } from './open.ts'

type Row = Omit<Verdict, 'after'> & { after: string | null }

const columns = `
  verdict.id, verdict.artwork, artwork.file, artwork.title, attribute.name as attribute, verdict.kind,
  coalesce(before.name, '') as before, after.name as after, suggestion.name as suggestion, verdict.actor, verdict.at
  from verdict
  join artwork on artwork.id = verdict.artwork
  join attribute on attribute.id = verdict.attribute
  left join term as before on before.id = verdict.before
  left join term as after on after.id = verdict.after
  left join term as suggestion on suggestion.id = verdict.suggestion`

/** Verdicts are events. Undo appends the opposite event; `decision` holds the one that stands for each label. */
export function verdictTable(db: Catalogue) {
  const labels = labelTable(db)
  const insert = db.prepare(`
    insert into verdict (artwork, attribute, kind, before, after, suggestion, evidence, run, reason, actor, at, undoes)
    values (:artwork, :attribute, :kind, :before, :after, :suggestion, :evidence, :run, :reason, :actor, :at, :undoes)`)
  const setDecision = db.prepare(`
    insert into decision (artwork, attribute, verdict) values (:artwork, :attribute, :verdict)
    on conflict do update set verdict = excluded.verdict`)
  const removeDecision = db.prepare(`delete from decision where artwork = ? and attribute = ?`)
  const get = db.prepare<[number | bigint], Row>(`select ${columns} where verdict.id = ?`)
  const list = db.prepare<[number], Row>(`
    select ${columns} where verdict.kind <> 'undo' and not exists (select 1 from verdict as later where later.undoes = verdict.id)
    order by verdict.id desc limit ?`)
  const newest = db.prepare<[], { id: number; artwork: number; attribute: number; kind: string; before: number | null; after: number | null; suggestion: number | null; run: number | null }>(`
    select * from verdict where kind <> 'undo' and not exists (select 1 from verdict as later where later.undoes = verdict.id)
    order by id desc limit 1`) // prettier-ignore
  const previous = db.prepare<[number, number, number], number>(`
    select id from verdict where artwork = ? and attribute = ? and id < ? and kind <> 'undo'
      and not exists (select 1 from verdict as later where later.undoes = verdict.id)
    order by id desc limit 1`).pluck() // prettier-ignore
  const evidence = db.prepare<[number, number], Evidence>(`
    select evidence.run, evidence.suggestion, evidence.given_probability, evidence.suggestion_probability, evidence.score,
      evidence.parts
    from evidence join run on run.id = evidence.run and run.is_current = 1
    where evidence.attribute = ? and evidence.artwork = ?`)
  const exists = db.prepare<[number], number>(`select 1 from artwork where id = ?`).pluck()
  const termOf = db.prepare<[number, number], number>(`
    select term from current_label where artwork = ? and attribute = ?`).pluck() // prettier-ignore
  const termName = db.prepare<[number | null], string>(`select name from term where id = ?`).pluck()

  const read = (id: number | bigint): Verdict => withAfter(get.get(id)!)

  return {
    /** Throws ApiError 'unknown-artwork', 'no-label', 'no-term'. */
    decide: db.transaction((verdict: NewVerdict, actor: string, at: string): Verdict => {
      if (!exists.get(verdict.artwork)) throw new ApiError('unknown-artwork', `There is no work ${verdict.artwork}`)
      const attribute = labels.findAttribute(verdict.attribute)
      const before = attribute && labels.current(verdict.artwork, verdict.attribute)
      if (!attribute || !before)
        throw new ApiError(
          'no-label',
          `This work has no label for ${verdict.attribute}, so there is nothing to decide.`,
        )
      const term = verdict.term?.trim()
      if (verdict.kind === 'relabel' && !term)
        throw new ApiError('no-term', 'Choose the term that the label should have.')
      const seen = evidence.get(attribute, verdict.artwork)
      const beforeId = labels.term(attribute, before.term)
      const id = Number(
        insert.run({
          artwork: verdict.artwork,
          attribute,
          kind: verdict.kind,
          before: beforeId,
          after: verdict.kind === 'relabel' ? labels.term(attribute, term!) : beforeId,
          suggestion: seen?.suggestion ?? null,
          evidence: JSON.stringify(seen ? describe(seen) : {}),
          run: seen?.run ?? null,
          reason: verdict.reason ?? '',
          actor,
          at,
          undoes: null,
        }).lastInsertRowid,
      )
      setDecision.run({ artwork: verdict.artwork, attribute, verdict: id })
      if (verdict.kind === 'relabel')
        labels.append({ artwork: verdict.artwork, attribute: verdict.attribute, term: term!, ground: 'verdict', actor, at, verdict: id }) // prettier-ignore
      return read(id)
    }),

    /** Takes back the newest verdict that stands, with the label that it set, and returns it; null where there is none. */
    undo: db.transaction((actor: string, at: string): Verdict | null => {
      const last = newest.get()
      if (!last) return null
      const taken = read(last.id)
      const undo = {
        ...last,
        kind: 'undo',
        before: last.after,
        after: last.before,
        evidence: '{}',
        reason: '',
        actor,
        at,
      }
      insert.run({ ...undo, undoes: last.id })
      const earlier = previous.get(last.artwork, last.attribute, last.id)
      if (earlier) setDecision.run({ artwork: last.artwork, attribute: last.attribute, verdict: earlier })
      else removeDecision.run(last.artwork, last.attribute)
      // A label that somebody has set by hand since, or an import has brought, stays.
      if (last.kind === 'relabel' && termOf.get(last.artwork, last.attribute) === last.after) {
        const term = termName.get(last.before) ?? null
        labels.append({ artwork: last.artwork, attribute: taken.attribute, term, ground: 'undo', actor, at, verdict: last.id }) // prettier-ignore
      }
      return taken
    }),

    list: (limit: number): Verdict[] => list.all(limit).map(withAfter),
  }
}

type Evidence = {
  run: number
  suggestion: number
  given_probability: number
  suggestion_probability: number
  score: number
  parts: string
}

const withAfter = (row: Row): Verdict => ({ ...row, after: row.after ?? '' })

/** What was shown when the verdict was taken. */
const describe = ({ given_probability, suggestion_probability, score, parts }: Evidence) => ({
  givenProbability: given_probability,
  suggestionProbability: suggestion_probability,
  score,
  ...(parts === '{}' ? {} : { witnesses: JSON.parse(parts) as unknown }),
})
