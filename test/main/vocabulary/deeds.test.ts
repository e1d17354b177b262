import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeTable } from '#main/catalogue/changes.ts'
import { overviewQuery } from '#main/catalogue/overview.ts'
import { standingLabelQuery } from '#main/catalogue/standingLabel.ts'
import { termQuery } from '#main/catalogue/termQueries.ts'
import { termTable } from '#main/catalogue/terms.ts'
import { createEntry } from '#main/importing/enterStatements.ts'
import { previewMerge, vocabularyDeeds } from '#main/vocabulary/deeds.ts'
import { guide } from '#main/vocabulary/guide.ts'
import { cardQuery } from '#main/catalogue/cards.ts'
import { reviewCatalogue } from '#test/fixtures/catalogue.ts'

const five = ['Baroque', 'Barock', 'Barock', 'Rococo', 'Baroque'].map((label) => ({ label, suggestion: 'Rococo', score: 0.2 })) // prettier-ignore

function vocabulary(works = five) {
  const it = reviewCatalogue(works)
  const { db, style, labels, now } = it
  const deeds = vocabularyDeeds(db, { actor: 'Ada', at: '2026-02-01T00:00:00.000Z' })
  const id = (name: string) => labels.findTerm(style, name)!
  const list = () => termQuery(db)({ id: style, name: 'style' })
  const all = () => works.map((_, index) => it.label(index + 1))
  const dump = () => ({ terms: termTable(db).all(style), labels: all(), standing: standing(db) })
  const enter = (artwork: number, term: string) => createEntry(db)([{ artwork, title: null, record: null, labels: [['style', term]] }], now()) // prettier-ignore
  return { ...it, deeds, id, list, all, dump, enter }
}

const standing = (db: ReturnType<typeof reviewCatalogue>['db']) => db.prepare(`select id, standing from term order by id`).all() // prettier-ignore
const codeOf = (deed: () => unknown) => {
  try {
    deed()
  } catch (error) {
    return (error as { code: string }).code
  }
  return null
}

test('a merger moves every work to the other term, keeps verdicts, is told before, and one undo takes it back', () => {
  const { deeds, id, list, all, dump, db, decide, decided, undo, redo } = vocabulary()
  decide(2, 'keep')
  const before = dump()
  expect(previewMerge(db, id('Barock'), id('Baroque'), 0.3)).toEqual({
    from: 'Barock', into: 'Baroque', works: 2, decided: 1, flagged: 1, narrower: [], bothLearned: false,
  }) // prettier-ignore
  deeds.merge(id('Barock'), id('Baroque'))
  expect(all()).toEqual(['Baroque', 'Baroque', 'Baroque', 'Rococo', 'Baroque'])
  expect(decided(2)).toBe('keep')
  expect(list().map(({ name, works, confirmed, merged }) => [name, works, confirmed, merged])).toEqual([['Baroque', 4, 1, ['Barock']], ['Rococo', 1, 0, []]]) // prettier-ignore
  expect(overviewQuery(db).correctionsSince('2026-01-02T00:00:01.500Z')).toBe(1)
  const after = dump()
  expect(changeTable(db).list(1, 1e9)[0]!.facts).toMatchObject({ kind: 'vocabulary', deed: 'merge', term: 'Barock', other: 'Baroque', works: 2 }) // prettier-ignore
  undo()
  expect(dump()).toEqual(before)
  redo()
  expect(dump()).toEqual(after)
})

test('a table that still says the merged or the former name is understood, before and after', () => {
  const { deeds, id, enter, label, count, undo } = vocabulary()
  deeds.merge(id('Barock'), id('Baroque'))
  deeds.rename(id('Rococo'), 'Rokoko')
  const events = count('label')
  expect([enter(2, 'Barock'), enter(4, 'Rococo'), enter(4, 'Rokoko')]).toEqual([0, 0, 0])
  expect(count('label')).toBe(events)
  expect(enter(1, 'Barock')).toBe(0)
  expect(enter(4, 'Barock')).toBe(1)
  expect([label(4), count('term')]).toEqual(['Baroque', 3])
  undo()
  undo()
  expect([label(2), label(4)]).toEqual(['Barock', 'Barock'])
})

test('a name that is taken is never merged silently, whatever has it', () => {
  const { deeds, id } = vocabulary()
  expect(codeOf(() => deeds.rename(id('Barock'), ' Baroque '))).toBe('term-exists')
  expect(codeOf(() => deeds.add('style', 'Rococo'))).toBe('term-exists')
  deeds.retire(id('Rococo'), true)
  expect(() => deeds.add('style', 'Rococo')).toThrow('There is a retired term “Rococo”. Bring it back')
  deeds.merge(id('Barock'), id('Baroque'))
  expect(() => deeds.add('style', 'Barock')).toThrow('“Barock” was merged into “Baroque”')
  expect(codeOf(() => deeds.merge(id('Baroque'), id('Baroque')))).toBe('same-term')
  expect(codeOf(() => deeds.merge(999, id('Baroque')))).toBe('unknown-term')
  expect(codeOf(() => deeds.add('school', 'x'))).toBe('unknown-attribute')
  for (const name of ['', ' \n', 'x'.repeat(301)]) expect(codeOf(() => deeds.add('style', name))).toBe('bad-term')
})

test('a hierarchy has no circle, and a merger of a term with one below it makes none', () => {
  const { deeds, id, db } = vocabulary()
  const art = deeds.add('style', 'Art', {})
  deeds.describe(id('Baroque'), { parent: art })
  deeds.describe(id('Barock'), { parent: id('Baroque') })
  deeds.describe(id('Rococo'), { parent: id('Baroque') })
  expect(codeOf(() => deeds.describe(art, { parent: id('Barock') }))).toBe('term-cycle')
  expect(codeOf(() => deeds.describe(art, { parent: art }))).toBe('term-cycle')
  expect(codeOf(() => deeds.describe(art, { parent: 999 }))).toBe('unknown-term')
  deeds.merge(id('Baroque'), id('Barock'))
  const parents = Object.fromEntries(termTable(db).all(1).map(({ name, parent }) => [name, parent])) // prettier-ignore
  expect(parents).toEqual({ Art: null, Barock: art, Baroque: null, Rococo: termTable(db).standing(id('Barock')) })
})

test('works that are split off have the new term, the others stay, and undo brings back the one term', () => {
  const { deeds, id, all, undo, redo, list } = vocabulary()
  deeds.split(id('Baroque'), 'Late Baroque', [5, 4])
  expect(all()).toEqual(['Baroque', 'Barock', 'Barock', 'Rococo', 'Late Baroque'])
  expect(codeOf(() => deeds.split(id('Baroque'), 'Other', [4]))).toBe('no-works')
  undo()
  expect(all()).toEqual(five.map(({ label }) => label))
  expect(list().find(({ name }) => name === 'Late Baroque')?.retired ?? true).toBe(true)
  redo()
  expect([all()[4], list().find(({ name }) => name === 'Late Baroque')!.retired]).toEqual(['Late Baroque', false])
})

test('a verdict whose label was merged since is taken back to what the label says now', () => {
  const { deeds, id, decide, undo, redo, label } = vocabulary()
  decide(1, 'relabel', 'Rococo')
  deeds.merge(id('Rococo'), id('Barock'))
  expect(label(1)).toBe('Barock')
  undo()
  undo()
  expect([label(1), label(4)]).toEqual(['Baroque', 'Rococo'])
  redo()
  redo()
  expect([label(1), label(4)]).toEqual(['Barock', 'Barock'])
})

test('whatever is renamed, merged, split, retired and relabelled, every label stands for what was said, and undo leads back', () => {
  const deed = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.nat(5), fc.nat(5), fc.nat(4))
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 14 }), (steps) => {
      const it = vocabulary()
      const start = it.all()
      const { db, deeds, style, undo, redo, byHand, decide } = it
      let done = 0
      for (const [kind, a, b, work] of steps) {
        const terms = termTable(db).all(style).filter(({ mergedInto }) => mergedInto === null) // prettier-ignore
        const [one, other] = [terms[a % terms.length]!, terms[b % terms.length]!]
        const before = it.count('change')
        try {
          if (kind === 0) deeds.rename(one.id, `Name ${b}`)
          else if (kind === 1) deeds.merge(one.id, other.id)
          else if (kind === 2) deeds.split(one.id, `Split ${b}`, [work + 1])
          else if (kind === 3) deeds.retire(one.id, b % 2 === 0)
          else if (kind === 4) deeds.describe(one.id, { parent: other.id })
          else if (kind === 5) byHand([work + 1], b === 5 ? null : other.name)
          else decide(work + 1, 'relabel', other.name)
        } catch (error) {
          if (!['term-exists', 'same-term', 'no-works', 'term-cycle', 'no-label'].includes((error as { code: string }).code)) throw error // prettier-ignore
        }
        done += it.count('change') - before
        expectSound(it)
      }
      const end = it.all()
      for (let i = 0; i < done; i++) {
        expect(undo()).not.toBeNull()
        expectSound(it)
      }
      expect([it.all(), undo()]).toEqual([start, null])
      for (let i = 0; i < done; i++) redo()
      expect(it.all()).toEqual(end)
    }),
    { numRuns: 60, seed: 7 },
  )
})

function expectSound({ db }: ReturnType<typeof vocabulary>) {
  const wrong = db.prepare(`
    select count(*) as n from current_label join label on label.id = current_label.label join term on term.id = label.term
    where current_label.term <> coalesce(term.standing, term.id)`).get() // prettier-ignore
  const dangling = db.prepare(`
    select count(*) as n from term join term as now on now.id = term.standing where now.merged_into is not null or term.merged_into is null`).get() // prettier-ignore
  expect([wrong, dangling]).toEqual([{ n: 0 }, { n: 0 }])
  for (const work of [1, 2, 3, 4, 5]) expect(standingLabelQuery(db)(work, 1)?.term ?? null).toBe(
    (db.prepare(`select term.name from current_label join term on term.id = current_label.term where artwork = ?`).pluck().get(work) ?? null) as string | null) // prettier-ignore
}

test('what is said of a term is checked, kept, and shown as its guide with confirmed pictures', () => {
  const { deeds, id, db, decide } = vocabulary()
  const describe = (details: Parameters<typeof deeds.describe>[1]) => codeOf(() => deeds.describe(id('Baroque'), details)) // prettier-ignore
  for (const bad of [{ uri: 'https://example.org/aat/300021147' }, { uri: 'aat 500115493' }, { uri: '30002' }, { from: 1700, to: 1600 }, { from: 1.5 }, { to: 123456 }, { translations: [{ language: 'german', name: 'Barock' }] }]) expect(describe(bad), JSON.stringify(bad)).toBe('bad-term') // prettier-ignore
  deeds.describe(id('Baroque'), {
    description: ' Full of movement. ', uri: 'AAT: 300021147', from: 1600, to: 1750, synonyms: ['Barocco', ' Barocco', ''],
    translations: [{ language: 'de', name: 'Barock' }], examples: [5],
  }) // prettier-ignore
  decide(1, 'keep')
  const cards = (ids: number[]) => cardQuery(db)(ids, 0.3)
  const [shown, missing] = guide(db, { attribute: 'style', terms: ['Baroque', 'Nothing'], count: 4 }, cards)
  expect(missing).toBeUndefined()
  expect(shown).toMatchObject({ name: 'Baroque', description: 'Full of movement.', uri: 'http://vocab.getty.edu/aat/300021147', from: 1600, to: 1750, synonyms: ['Barocco'], works: 2 }) // prettier-ignore
  expect(shown!.examples.map(({ id: work, confirmedBy }) => [work, confirmedBy])).toEqual([[5, null], [1, 'me']]) // prettier-ignore
  deeds.describe(id('Baroque'), { uri: 'https://vocab.getty.edu/page/ulan/500115493/' })
  expect(termTable(db).get(id('Baroque'))!.uri).toBe('http://vocab.getty.edu/ulan/500115493')
})
