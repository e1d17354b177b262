import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { dealGroups, dealShares } from '#main/learning/folds.ts'
import { preparation } from '#main/learning/preparationSchema.ts'
import { drawCopies } from '#main/learning/prepareDraws.ts'
import { passes } from '#main/learning/prepareFilters.ts'
import { hasSeveralTerms, prepareTerms } from '#main/learning/prepareTerms.ts'

const usual = v.parse(preparation, {})
const terms = [
  { name: 'Impressionism', works: 40 },
  { name: 'Post-Impressionism', works: 30 },
  { name: 'Cubism', works: 25 },
  { name: 'Symbolism/Expressionism', works: 12 },
  { name: 'Pop Art', works: 8 },
]
const prepared = (
  style: v.InferInput<typeof preparation>['terms'] & {} extends Record<string, infer T> ? T : never,
  rest = {},
) => prepareTerms('style', terms, { ...v.parse(preparation, { terms: { Style: style } }), ...rest })
const namesOf = (result: ReturnType<typeof prepareTerms>) => result.terms.map(({ name }) => name)

describe('the terms of a run', () => {
  test('are those of the collection where nothing is said', () => {
    const found = prepareTerms('style', terms, usual)
    expect(namesOf(found)).toEqual(terms.map(({ name }) => name).toSorted())
    expect(found.leftOut).toEqual([])
    for (const { name, members } of found.terms) expect(members).toEqual([name])
  })

  test('are merged, renamed and left out, whatever their capitals', () => {
    const found = prepared({
      merge: { Impressionists: ['impressionism', 'POST-IMPRESSIONISM'] },
      rename: { impressionists: 'Open air', Cubism: 'Cubes' },
      drop: ['pop art'],
    })
    expect(found.terms).toEqual([
      { name: 'Cubes', members: ['Cubism'], works: 25 },
      { name: 'Open air', members: ['Impressionism', 'Post-Impressionism'], works: 70 },
      { name: 'Symbolism/Expressionism', members: ['Symbolism/Expressionism'], works: 12 },
    ])
    expect(found.leftOut).toEqual([{ term: 'Pop Art', works: 8, because: 'dropped' }])
  })

  test('may exclude labels with several terms, unless they are merged into one', () => {
    const excluded = prepared({}, { severalTerms: 'exclude' })
    expect(namesOf(excluded)).not.toContain('Symbolism/Expressionism')
    expect(excluded.leftOut).toEqual([{ term: 'Symbolism/Expressionism', works: 12, because: 'several-terms' }])
    const merged = prepared({ merge: { Symbolism: ['Symbolism/Expressionism'] } }, { severalTerms: 'exclude' })
    expect(namesOf(merged)).toContain('Symbolism')
    expect(['a/b', 'a; b', 'a|b', 'a/', 'Art Nouveau (Modern)', 'Neo-Dada'].map(hasSeveralTerms)).toEqual([true, true, true, false, false, false]) // prettier-ignore
  })

  test('are chosen by name or by how many works they have', () => {
    expect(namesOf(prepared({ choose: { kind: 'frequent', count: 2 } }))).toEqual([
      'Impressionism',
      'Post-Impressionism',
    ])
    const named = prepared({
      choose: { kind: 'named', terms: ['Cubism', 'Pop Art', 'Byzantine Art'], otherwise: 'refuse' },
    })
    expect(namesOf(named)).toEqual(['Cubism', 'Pop Art'])
    expect(named.leftOut.every(({ because }) => because === 'not-chosen')).toBe(true)
    const missing = (otherwise: 'all' | 'refuse') =>
      prepared({ choose: { kind: 'named', terms: ['Byzantine Art', 'Baroque', 'Cubism'], otherwise } })
    expect(namesOf(missing('all'))).toHaveLength(5)
    expect(() => missing('refuse')).toThrow('of which this collection lacks Byzantine Art, Baroque.')
  })

  test('cannot be merged into two', () => {
    expect(() => prepared({ merge: { A: ['Cubism'], B: ['cubism'] } })).toThrow(
      'merges "cubism" (style) into both "A" and "B"',
    )
  })
})

describe('the works that teach', () => {
  const works = (sizes: number[], copies = 0) =>
    sizes.flatMap((size, term) =>
      Array.from({ length: size }, (_, i) => ({ term, sha256: `${term} ${i < copies ? 0 : i}` })),
    )
  const sizesOf = (given: { term: number }[], copies: Int32Array) =>
    [...new Set(given.map(({ term }) => term))].map((term) => copies.filter((_, at) => given[at]!.term === term).reduce((sum, often) => sum + often, 0)) // prettier-ignore

  test('are a fixed number of each term; a short one is dropped, drawn again or taken whole', () => {
    const given = works([30, 10, 4])
    const draw = (short: 'drop' | 'replace' | 'max') =>
      drawCopies(given, { ...usual, sample: { perTerm: 10, short } }, 1)
    expect(sizesOf(given, draw('drop').copies)).toEqual([10, 10, 0])
    expect(draw('drop').short).toEqual([2])
    expect(sizesOf(given, draw('replace').copies)).toEqual([10, 10, 10])
    expect(sizesOf(given, draw('max').copies)).toEqual([10, 10, 4])
    // Where there are enough, none is drawn twice.
    expect(Math.max(...draw('replace').copies.subarray(0, 40))).toBe(1)
    expect(drawCopies(given, { ...usual, sample: { perTerm: 10, short: 'max' } }, 2).copies).not.toEqual(
      draw('max').copies,
    )
  })

  test('are one of each image where copies are removed', () => {
    const given = works([6, 6], 3)
    expect([...drawCopies(given, { ...usual, duplicates: 'remove' }, 1).copies].filter((often) => often === 0)).toHaveLength(4) // prettier-ignore
    expect(sizesOf(given, drawCopies(given, { ...usual, duplicates: 'remove' }, 1).copies)).toEqual([4, 4])
  })

  test('of small terms are shown again, as evenly as can be, until they have their share of the largest', () => {
    const given = works([40, 30, 7])
    const { copies } = drawCopies(given, { ...usual, topUp: 0.5 }, 1)
    expect(sizesOf(given, copies)).toEqual([40, 30, 20])
    expect(new Set(copies.subarray(70))).toEqual(new Set([2, 3]))
    const few = works([1000, 2])
    expect(sizesOf(few, drawCopies(few, { ...usual, topUp: 1 }, 1).copies)[1]).toBeLessThanOrEqual(100)
  })

  test('do not depend on the order in which they come', () => {
    const given = works([20, 12])
    const options = { ...usual, sample: { perTerm: 8, short: 'max' as const } }
    const there = drawCopies(given, options, 3).copies
    expect(drawCopies(given.toReversed(), options, 3).copies.toReversed()).toEqual(there)
  })
})

test('filters compare a column as text or by its first number, and an absent one is empty', () => {
  const fields = { Date: 'c. 1885 (reworked 1890)', medium: 'Oil on canvas', title: '' }
  const pass = (field: string, kind: string, value: string) => passes(fields, v.parse(preparation, { filters: [{ field, test: kind, value }] }).filters) // prettier-ignore
  expect(pass('date', 'at-least', '1880')).toBe(true)
  expect(pass('date', 'at-most', '1880')).toBe(false)
  expect(pass('MEDIUM', 'contain', 'OIL')).toBe(true)
  expect(pass('medium', 'not-contain', 'oil')).toBe(false)
  expect(pass('medium', 'be', 'oil on canvas')).toBe(true)
  expect(pass('place', 'be', '')).toBe(true)
  expect(pass('place', 'not-be', '')).toBe(false)
  expect(pass('title', 'at-least', '1')).toBe(false)
})

describe('a fixed split', () => {
  const shares = [0.15, 0.7, 0.15] as const

  test('gives every term its shares and keeps copies of an image together', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ term: fc.nat(3), sha256: fc.nat(80).map((n) => `image ${n}`) }), { maxLength: 150 }), fc.nat(), (all, seed) => {
        const dealt = dealShares(all, shares, seed)
        expect(dealt).toEqual(dealShares(all, shares, seed))
        const of = new Map<string, number>()
        for (const [at, { sha256 }] of all.entries()) {
          expect(of.get(sha256) ?? dealt[at]).toBe(dealt[at])
          of.set(sha256, dealt[at]!)
        }
      }),
    ) // prettier-ignore
    const many = Array.from({ length: 400 }, (_, i) => ({ term: i % 4, sha256: `image ${i}` }))
    const dealt = dealShares(many, shares, 1)
    for (let term = 0; term < 4; term++)
      for (const [part, wanted] of [15, 70, 15].entries())
        expect(Math.abs(dealt.filter((own, at) => own === part && many[at]!.term === term).length - wanted)).toBeLessThanOrEqual(1) // prettier-ignore
  })

  test('of artists puts all works of one on one side, close to the shares, and leaves a part of nothing empty', () => {
    const works = Array.from({ length: 1000 }, (_, i) => ({ sha256: `image ${i}`, group: `artist ${i % 61}`, terms: [(i % 61) % 5] })) // prettier-ignore
    const dealt = dealGroups(works, shares, 2)
    const partOf = new Map<string, number>()
    for (const [at, { group }] of works.entries()) {
      expect(partOf.get(group) ?? dealt[at]).toBe(dealt[at])
      partOf.set(group, dealt[at]!)
    }
    for (const [part, share] of shares.entries())
      expect(Math.abs(dealt.filter((own) => own === part).length / 1000 - share)).toBeLessThan(0.05)
    expect(dealGroups(works, [0.3, 0.7, 0], 2)).not.toContain(2)
  })
})
