import type { DaySummary, VerdictKind } from '#preload/api.ts'
import type { Catalogue } from './open.ts'

type Row = { kind: VerdictKind; attribute: string; before: string; after: string; reviewer: string; at: string; day: string } // prettier-ignore

/** Minutes without a verdict that end a stretch of work. */
const pause = 30
const mostChanges = 10

/** What was decided on each day by each reviewer, newest day first; a day is one of this computer's calendar. */
export function summaryQuery(db: Catalogue) {
  const query = db.prepare<[number], Row>(`
    select verdict.kind, attribute.name as attribute, coalesce(before.name, '') as before, coalesce(after.name, '') as after,
      verdict.actor as reviewer, verdict.at, date(verdict.at, 'localtime') as day
    from verdict join attribute on attribute.id = verdict.attribute
    left join term as before on before.id = verdict.before left join term as after on after.id = verdict.after
    where verdict.kind <> 'undo' and not exists (select 1 from verdict as later where later.undoes = verdict.id)
      and date(verdict.at, 'localtime') in (select distinct date(at, 'localtime') from verdict where kind <> 'undo' order by 1 desc limit ?)
    order by verdict.id`)
  return (days: number): DaySummary[] =>
    [...Map.groupBy(query.all(days), ({ day, reviewer }) => `${day} ${reviewer}`).values()]
      .map(summarise)
      .toSorted((a, b) => compare(b.day, a.day) || b.reviewed - a.reviewed || compare(a.reviewer, b.reviewer))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Of one reviewer and day, in the order of the decisions. */
function summarise(rows: Row[]): DaySummary {
  const count = (...kinds: VerdictKind[]) => rows.filter(({ kind }) => kinds.includes(kind)).length
  const { day, reviewer } = rows[0]!
  return {
    day,
    reviewer,
    reviewed: rows.length - count('skip'),
    corrected: count('relabel'),
    kept: count('keep'),
    other: count('unsure', 'wrong-image', 'not-artwork'),
    skipped: count('skip'),
    sessions: sessionsOf(rows),
    changes: changesOf(rows),
  }
}

function sessionsOf(rows: readonly Row[]): DaySummary['sessions'] {
  const sessions: DaySummary['sessions'] = []
  for (const { kind, at } of rows) {
    const last = sessions.at(-1)
    const isNew = !last || Date.parse(at) - Date.parse(last.to) >= pause * 60_000
    if (isNew) sessions.push({ from: at, to: at, reviewed: 0, corrected: 0 })
    const session = sessions.at(-1)!
    session.to = at
    if (kind !== 'skip') session.reviewed++
    if (kind === 'relabel') session.corrected++
  }
  return sessions
}

function changesOf(rows: readonly Row[]): DaySummary['changes'] {
  const relabelled = rows.filter(({ kind, before, after }) => kind === 'relabel' && before !== after)
  const groups = Map.groupBy(relabelled, ({ attribute, before, after }) => JSON.stringify([attribute, before, after]))
  return [...groups.values()]
    .map((group) => ({ attribute: group[0]!.attribute, before: group[0]!.before, after: group[0]!.after, labels: group.length }))
    .toSorted((a, b) => b.labels - a.labels || compare(a.before, b.before) || compare(a.after, b.after))
    .slice(0, mostChanges)
} // prettier-ignore
