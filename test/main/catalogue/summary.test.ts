import { expect, test } from 'vitest'
import { summaryQuery } from '#main/catalogue/summary.ts'
import { decide } from '#main/history/decide.ts'
import { undo } from '#main/history/history.ts'
import { openCatalogue } from '#main/catalogue/open.ts'
import { enterWorks, syntheticWorks } from '#test/fixtures/syntheticWorks.ts'

test('each day and reviewer is summed up: what stands, stretches of work, and the most frequent corrections', () => {
  const works = syntheticWorks(60, 2)
    .map((work) => ({ ...work, labels: { style: work.id % 3 === 0 ? 'Realism' : 'Baroque' }, evidence: {}, decided: {} })) // prettier-ignore
  const db = openCatalogue(':memory:')
  enterWorks(db, works)
  const baroque = works.filter(({ labels }) => labels.style === 'Baroque').map(({ id }) => id)
  const realism = works.filter(({ labels }) => labels.style === 'Realism').map(({ id }) => id)
  const say = (
    artworks: number[],
    kind: 'relabel' | 'keep' | 'unsure' | 'skip',
    term: string | undefined,
    actor: string,
    at: string,
  ) =>
    // prettier-ignore
    decide(db, { artworks, attribute: 'style', kind, ...(term === undefined ? {} : { term }) }, actor, at)

  const local = (day: number, hour: number, minute = 0) => new Date(2026, 4, day, hour, minute).toISOString()
  say(realism.slice(0, 5), 'relabel', 'Naturalism', 'Ada', local(3, 9))
  say(baroque.slice(0, 2), 'relabel', 'Rococo', 'Ada', local(3, 9, 20))
  say(baroque.slice(2, 6), 'keep', undefined, 'Ada', local(3, 9, 40))
  say(baroque.slice(6, 7), 'unsure', undefined, 'Ada', local(3, 14))
  say(baroque.slice(7, 9), 'skip', undefined, 'Ada', local(3, 14, 1))
  say(realism.slice(5, 6), 'keep', undefined, 'Grace', local(3, 10))
  say(baroque.slice(9, 12), 'relabel', 'Rococo', 'Ada', local(4, 0, 30))
  undo(db, 'Ada', local(4, 0, 31))
  say(baroque.slice(12, 13), 'relabel', 'Rococo', 'Ada', local(4, 23, 59))

  expect(summaryQuery(db)(10)).toEqual([
    {
      day: '2026-05-04', reviewer: 'Ada', reviewed: 1, corrected: 1, kept: 0, other: 0, skipped: 0,
      sessions: [{ from: local(4, 23, 59), to: local(4, 23, 59), reviewed: 1, corrected: 1 }],
      changes: [{ attribute: 'style', before: 'Baroque', after: 'Rococo', labels: 1 }],
    },
    {
      day: '2026-05-03', reviewer: 'Ada', reviewed: 12, corrected: 7, kept: 4, other: 1, skipped: 2,
      sessions: [
        { from: local(3, 9), to: local(3, 9, 40), reviewed: 11, corrected: 7 },
        { from: local(3, 14), to: local(3, 14, 1), reviewed: 1, corrected: 0 },
      ],
      changes: [
        { attribute: 'style', before: 'Realism', after: 'Naturalism', labels: 5 },
        { attribute: 'style', before: 'Baroque', after: 'Rococo', labels: 2 },
      ],
    },
    expect.objectContaining({ day: '2026-05-03', reviewer: 'Grace', reviewed: 1, corrected: 0, kept: 1 }),
  ]) // prettier-ignore
  expect(summaryQuery(db)(1).map(({ day }) => day)).toEqual(['2026-05-04'])
  db.close()
})
