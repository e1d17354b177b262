import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeTable } from '#main/catalogue/changes.ts'
import { findWorks } from '#main/catalogue/findWorks.ts'
import { namesWithin, termParts } from '#main/catalogue/termParts.ts'
import { termQuery } from '#main/catalogue/termQueries.ts'
import { termTable } from '#main/catalogue/terms.ts'
import { overview } from '#main/overview/overview.ts'
import { vocabularyDeeds } from '#main/vocabulary/deeds.ts'
import { allowSeveral, severalTerms } from '#main/vocabulary/severalTerms.ts'
import { reviewCatalogue } from '#test/fixtures/catalogue.ts'

const five = ['Symbolism/Expressionism', 'Symbolism', 'Fauvism', 'Symbolism / Fauvism', 'Symbolism/Expressionism'].map((label) => ({ label, suggestion: 'Fauvism', score: 0.9 })) // prettier-ignore

function vocabulary() {
  const it = reviewCatalogue(five)
  const { db, style, labels, now } = it
  const who = { actor: 'Ada', at: '2026-02-01T00:00:00.000Z' }
  const list = () => termQuery(db)({ id: style, name: 'style' })
  const names = () =>
    new Map(
      termTable(db)
        .all(style)
        .map(({ id, name }) => [id, name]),
    )
  return {
    ...it,
    list,
    deeds: vocabularyDeeds(db, who),
    id: (name: string) => labels.findTerm(style, name)!,
    allow: (separator: string | null) => allowSeveral(db, 'style', separator, who),
    parts: (): Record<string, (string | undefined)[]> => Object.fromEntries([...termParts(db).of(style)].map(([term, parts]) => [names().get(term), parts.map((part) => names().get(part))])), // prettier-ignore
    find: (term: string, not = false) => findWorks(db, { conditions: [{ kind: 'label', attribute: 'style', term, not }] }, 0.3), // prettier-ignore
    all: () => five.map((_, index) => it.label(index + 1)),
    dump: () => [termTable(db).all(style), termParts(db).separator(style), [...termParts(db).of(style)]],
    enter: (artwork: number, term: string) => labels.append({ artwork, attribute: 'style', term, ground: 'import', actor: 'import', at: now() }), // prettier-ignore
  }
}

test('names within a label come once and in order; one that stands alone is no list', () => {
  expect(namesWithin('Symbolism / Expressionism/Symbolism', '/')).toEqual(['Symbolism', 'Expressionism'])
  expect(['A/', '/A', 'A/A', 'A', ' / '].map((name) => namesWithin(name, '/'))).toEqual([['A/'], ['/A'], ['A/A'], ['A'], [' / ']]) // prettier-ignore
  expect(namesWithin('A/B', ';')).toEqual(['A/B'])
  expect(namesWithin('A/B', null)).toEqual(['A/B'])
})

test('terms that several labels name are found by each mark, most works first', () => {
  const { db } = vocabulary()
  expect(severalTerms(db, 'style')).toEqual({
    attribute: 'style',
    separator: null,
    marks: [{ separator: '/', works: 3, labels: 2, example: 'Symbolism/Expressionism', parts: ['Symbolism', 'Expressionism'], isLikely: true }], // prettier-ignore
  })
})

test('the overview advises to say that labels name several terms, until somebody has', () => {
  const { db, allow } = vocabulary()
  const advice = () => overview(db).advice.filter(({ kind }) => kind === 'several-terms')
  expect(advice()).toMatchObject([{ attribute: 'style', works: 3, term: 'Symbolism/Expressionism' }])
  allow('/')
  expect(advice()).toEqual([])
  // Neither combination is a term that is too rare to be learned.
  expect(overview(db).attributes[0]!.tooRare).toEqual({ terms: 2, works: 2 })
})

test('allowing several terms is one change: parts become terms, labels stay as they are, and undo takes all of it back', () => {
  const { db, allow, parts, all, dump, list, undo, redo, count } = vocabulary()
  const before = dump()
  const labels = all()
  expect(allow('/')).toBe(true)
  expect(allow('/')).toBe(false)
  expect(count('change')).toBe(1)
  expect(changeTable(db).list(1, 1e9)[0]!.facts).toEqual({ kind: 'several-terms', attribute: 'style', before: null, after: '/', works: 3, terms: 2 }) // prettier-ignore
  expect(parts()).toEqual({
    'Symbolism/Expressionism': ['Symbolism', 'Expressionism'],
    'Symbolism / Fauvism': ['Symbolism', 'Fauvism'],
  })
  expect(all()).toEqual(labels)
  expect(list().map(({ name, works, amongOthers, parts: own }) => [name, works, amongOthers, own.length])).toEqual([
    ['Expressionism', 0, 2, 0],
    ['Fauvism', 1, 1, 0],
    ['Symbolism', 1, 3, 0],
    ['Symbolism / Fauvism', 1, 0, 2],
    ['Symbolism/Expressionism', 2, 0, 2],
  ])
  const after = dump()
  undo()
  expect(dump()).toEqual(before)
  redo()
  expect(dump()).toEqual(after)
  allow(null)
  expect(parts()).toEqual({})
  undo()
  expect(dump()).toEqual(after)
})

test('a term is found where it is one of several, and what is not it leaves those out', () => {
  const { allow, find } = vocabulary()
  expect(find('Symbolism')).toEqual([2])
  allow('/')
  expect(find('Symbolism')).toEqual([1, 2, 4, 5])
  expect(find('symbolism')).toEqual([1, 2, 4, 5])
  expect(find('Symbolism', true)).toEqual([3])
  expect(find('Expressionism')).toEqual([1, 5])
  expect(find('Symbolism/Expressionism')).toEqual([1, 5])
})

test('labels that come later have their parts too, written as the vocabulary writes them', () => {
  const { allow, parts, byHand, decide, label, enter, undo, deeds, id } = vocabulary()
  allow('/')
  byHand(2, 'Symbolism /Expressionism')
  expect(label(2)).toBe('Symbolism/Expressionism')
  decide(3, 'relabel', 'Fauvism / Cubism')
  expect(label(3)).toBe('Fauvism/Cubism')
  expect(parts()['Fauvism/Cubism']).toEqual(['Fauvism', 'Cubism'])
  enter(4, 'Cubism/Dada/Fauvism')
  expect(parts()['Cubism/Dada/Fauvism']).toEqual(['Cubism', 'Dada', 'Fauvism'])
  undo()
  expect(label(3)).toBe('Fauvism')
  deeds.rename(id('Cubism'), 'Kubismus')
  expect(parts()['Cubism/Dada/Fauvism']).toEqual(['Kubismus', 'Dada', 'Fauvism'])
  deeds.merge(id('Dada'), id('Fauvism'))
  expect(parts()['Cubism/Dada/Fauvism']).toEqual(['Kubismus', 'Fauvism'])
  undo()
  expect(parts()['Cubism/Dada/Fauvism']).toEqual(['Kubismus', 'Dada', 'Fauvism'])
  deeds.rename(id('Dada'), 'Dada/Cubism')
  expect(parts()['Cubism/Dada/Fauvism']).toEqual(['Kubismus', 'Fauvism'])
})

test('a mark that cannot stand between terms, and an attribute that nobody knows, are refused', () => {
  const { db, allow, count } = vocabulary()
  expect(() => allow('e')).toThrow('cannot stand between terms')
  expect(() => severalTerms(db, 'mood')).toThrow('mood')
  expect(count('change')).toBe(0)
})

test('after any changes, undoing all of them restores the vocabulary and its parts', () => {
  const action = fc.oneof(
    fc.constantFrom('/', ';', null).map((separator) => ({ kind: 'allow' as const, separator })),
    fc.record({ kind: fc.constant('label' as const), work: fc.integer({ min: 1, max: 5 }), term: fc.constantFrom('Fauvism', 'Fauvism/Symbolism', 'Symbolism; Dada', 'Dada/Cubism') }), // prettier-ignore
    fc.record({ kind: fc.constant('rename' as const), from: fc.nat(8), to: fc.constantFrom('Naïve', 'Naïve/Outsider', 'Art; Craft') }), // prettier-ignore
    fc.record({ kind: fc.constant('merge' as const), from: fc.nat(8), into: fc.nat(8) }),
  )
  fc.assert(
    fc.property(fc.array(action, { maxLength: 8 }), (actions) => {
      const { db, style, allow, byHand, deeds, all, count, undo, parts } = vocabulary()
      const labels = all()
      for (const one of actions) {
        const ids = termTable(db).all(style).filter(({ mergedInto }) => mergedInto === null).map(({ id }) => id) // prettier-ignore
        try {
          if (one.kind === 'allow') allow(one.separator)
          else if (one.kind === 'label') byHand(one.work, one.term)
          else if (one.kind === 'rename') deeds.rename(ids[one.from % ids.length]!, one.to)
          else deeds.merge(ids[one.from % ids.length]!, ids[one.into % ids.length]!)
        } catch (error) {
          if (!['term-exists', 'same-term'].includes((error as { code: string }).code)) throw error
        }
        // Every combination has parts that stand, and no part is one itself.
        const separator = termParts(db).separator(style)
        for (const [name, own] of Object.entries(parts())) {
          expect(separator).not.toBeNull()
          expect(own.length).toBeGreaterThan(0)
          for (const part of own) expect([name, Object.keys(parts()).includes(part!)]).toEqual([name, false])
        }
      }
      while (undo()) expect(count('change')).toBeLessThan(100)
      expect(all()).toEqual(labels)
      expect([termParts(db).separator(style), parts()]).toEqual([null, {}])
    }),
    { seed: 7, numRuns: 30 },
  )
})
