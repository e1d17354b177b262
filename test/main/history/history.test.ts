import Database from 'better-sqlite3'
import fc from 'fast-check'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { changeTable } from '#main/catalogue/changes.ts'
import { migrations } from '#main/catalogue/migrations.ts'
import { openCatalogue } from '#main/catalogue/open.ts'
import { standingLabelQuery } from '#main/catalogue/standingLabel.ts'
import { redo, undo } from '#main/history/history.ts'
import { reviewCatalogue } from '#test/fixtures/catalogue.ts'
import { temporaryFolder } from '#test/fixtures/folder.ts'

const three = ['Baroque', 'Rococo', 'Baroque'].map((label) => ({ label, suggestion: 'Mannerism', score: 0.1 }))

test('a verdict on a thousand works is one change: each is in the trail, and one undo takes all back', () => {
  const works = Array.from({ length: 1000 }, (_, i) => ({ label: i % 3 === 0 ? 'Realism' : 'Romanticism', suggestion: 'Naturalism', score: 0.1 })) // prettier-ignore
  const { db, decide, undo: back, redo: again, label, count } = reviewCatalogue(works)
  const ids = works.map((_, index) => index + 1)
  decide(ids, 'relabel', 'Naturalism')
  const [change] = changeTable(db).list(10, 1e9)
  expect(change).toMatchObject({ actor: 'me', undone: null, facts: { kind: 'verdict', verdict: 'relabel', before: ['Romanticism', 'Realism'], after: 'Naturalism', works: 1000, title: '' } }) // prettier-ignore
  expect([count('change'), count('verdict'), count('decision')]).toEqual([1, 1000, 1000])
  back()
  expect(ids.map(label)).toEqual(works.map((work) => work.label))
  expect([count('change'), count('verdict'), count('decision')]).toEqual([2, 2000, 0])
  again()
  expect(new Set(ids.map(label))).toEqual(new Set(['Naturalism']))
  expect(changeTable(db).list(10, 1e9).map(({ undone }) => undone)).toEqual([null]) // prettier-ignore
})

test('a redo needs an undo before it, and a new change ends it', () => {
  const { decide, undo: back, redo: again, label, byHand } = reviewCatalogue(three)
  expect(again()).toBeNull()
  decide(1, 'relabel', 'Mannerism')
  byHand([1, 2], 'Rococo')
  expect(again()).toBeNull()
  back()
  back()
  expect([label(1), label(2)]).toEqual(['Baroque', 'Rococo'])
  expect([again()?.facts.kind, label(1)]).toEqual(['verdict', 'Mannerism'])
  expect([again()?.facts.kind, label(1), again()]).toEqual(['relabel', 'Rococo', null])
  back()
  decide(3, 'keep')
  expect([again(), label(1)]).toEqual([null, 'Mannerism'])
})

test('a verdict done again keeps its evidence and reason and says who did it again', () => {
  const { db, decide } = reviewCatalogue(three)
  decide(1, 'relabel', 'Mannerism')
  undo(db, 'Ben', '2026-01-03T00:00:00.000Z')
  redo(db, 'Ada', '2026-01-04T00:00:00.000Z')
  const trail = db.prepare(`select kind, evidence, run, actor, undoes, change from verdict order by id`).all()
  const evidence = JSON.stringify({ givenProbability: 0.1, suggestionProbability: 0.9, score: 0.1 })
  expect(trail).toEqual([
    { kind: 'relabel', evidence, run: 1, actor: 'me', undoes: null, change: 1 },
    { kind: 'undo', evidence: '{}', run: 1, actor: 'Ben', undoes: 1, change: 2 },
    { kind: 'relabel', evidence, run: 1, actor: 'Ada', undoes: null, change: 3 },
  ])
  expect(db.prepare(`select term, ground, verdict, undoes, change from label where artwork = 1 order by id`).all()).toMatchObject([
    { ground: 'import' }, { ground: 'verdict', verdict: 1, change: 1 }, { ground: 'undo', undoes: 4, change: 2 }, { ground: 'verdict', verdict: 3, change: 3 },
  ]) // prettier-ignore
})

test('whatever is decided, set by hand, taken back and done again, the state is what a plain stack of states says', () => {
  const terms = ['Baroque', 'Rococo', 'Mannerism']
  const works = fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 })
  const step = fc.oneof(
    fc.record({ do: fc.constant('decide' as const), works, kind: fc.constantFrom('relabel' as const, 'keep' as const, 'skip' as const), term: fc.constantFrom(...terms) }),
    fc.record({ do: fc.constant('undo' as const) }),
    fc.record({ do: fc.constant('redo' as const) }),
    fc.record({ do: fc.constant('hand' as const), works, term: fc.constantFrom(...terms) }),
  ) // prettier-ignore
  fc.assert(
    fc.property(fc.array(step, { maxLength: 16 }), (steps) => {
      const it = reviewCatalogue(three)
      const now = () => [1, 2, 3].map((work) => [it.label(work), it.decided(work)])
      let past = [now()]
      let future: ReturnType<typeof now>[] = []
      for (const one of steps) {
        if (one.do === 'undo') {
          expect(it.undo() === null).toBe(past.length === 1)
          if (past.length > 1) future = [past.pop()!, ...future]
        } else if (one.do === 'redo') {
          expect(it.redo() === null).toBe(future.length === 0)
          past = [...past, ...future.slice(0, 1)]
          future = future.slice(1)
        } else {
          const isChange = one.do === 'decide' || one.works.some((work) => it.label(work) !== one.term)
          if (one.do === 'decide') it.decide(one.works, one.kind, one.term)
          else it.byHand(one.works, one.term)
          if (isChange) [past, future] = [[...past, now()], []]
        }
        expect(now()).toEqual(past.at(-1))
      }
      for (const work of [1, 2, 3]) expect(standingLabelQuery(it.db)(work, 1)?.term).toBe(it.label(work))
      expect(it.db.pragma('foreign_key_check')).toEqual([])
      it.db.close()
    }),
    { numRuns: 80 },
  )
})

test('verdicts of a catalogue without a history become one, can be taken back, and the label is what it was', async () => {
  const file = join(await temporaryFolder(), 'catalogue.sqlite')
  const old = new Database(file)
  for (const sql of migrations.slice(0, 3)) old.exec(sql)
  old.pragma('user_version = 3')
  old.exec(`
    insert into source (id, folder) values (1, '/pictures');
    insert into artwork (id, source, file, sha256, bytes, modified, width, height, format, added_at) values (1, 1, 'a.jpg', 's', 1, 1, 1, 1, 'jpeg', '');
    insert into attribute (id, name) values (1, 'style');
    insert into term (id, attribute, name) values (1, 1, 'Baroque'), (2, 1, 'Rococo');
    insert into label (id, artwork, attribute, term, ground, actor, at) values (1, 1, 1, 1, 'import', 'import', '1');
    insert into verdict (id, artwork, attribute, kind, before, after, actor, at, undoes) values
      (1, 1, 1, 'relabel', 1, 2, 'Ada', '2', null), (2, 1, 1, 'undo', 2, 1, 'Ada', '3', 1), (3, 1, 1, 'relabel', 1, 2, 'Ben', '4', null);
    insert into label (id, artwork, attribute, term, ground, verdict, actor, at) values (2, 1, 1, 2, 'verdict', 1, 'Ada', '2'),
      (3, 1, 1, 1, 'undo', 1, 'Ada', '3'), (4, 1, 1, 2, 'verdict', 3, 'Ben', '4');
    insert into current_label values (1, 1, 2, 4);
    insert into decision values (1, 1, 3);`)
  old.close()
  const db = openCatalogue(file)
  expect(changeTable(db).list(10, 1e9).map(({ id, actor, undone, facts }) => [id, actor, undone?.at, facts.kind, 'after' in facts && facts.after])).toEqual([[3, 'Ben', undefined, 'verdict', 'Rococo'], [1, 'Ada', '3', 'verdict', 'Rococo']]) // prettier-ignore
  expect(undo(db, 'Cy', '5')?.id).toBe(3)
  expect(standingLabelQuery(db)(1, 1)).toEqual({ term: 'Baroque', ground: 'import', actor: 'import', at: '1', previous: null }) // prettier-ignore
  expect(undo(db, 'Cy', '6')).toBeNull()
  expect(redo(db, 'Cy', '7')?.id).toBe(3)
  expect(standingLabelQuery(db)(1, 1)).toMatchObject({ term: 'Rococo', ground: 'verdict', actor: 'Cy' })
  for (const table of ['label', 'verdict', 'change'])
    expect(() => db.exec(`update ${table} set actor = 'x'`)).toThrow('append-only')
  db.close()
})
