import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dealFolds, dealGroupedFolds } from '#main/learning/folds.ts'

const works = fc.array(
  fc.record({ term: fc.integer({ min: 0, max: 4 }), sha256: fc.integer({ min: 0, max: 60 }).map((n) => `image ${n}`) }),
  { maxLength: 120 },
)

test('copies of an image lie in one fold, every work has a fold, and the same works give the same folds', () => {
  fc.assert(
    fc.property(works, fc.integer({ min: 2, max: 10 }), fc.nat(), (all, folds, seed) => {
      const dealt = dealFolds(all, folds, seed)
      expect(dealt).toEqual(dealFolds(all, folds, seed))
      const foldOf = new Map<string, number>()
      for (const [index, { sha256 }] of all.entries()) {
        expect(dealt[index]).toBeGreaterThanOrEqual(0)
        expect(dealt[index]).toBeLessThan(folds)
        expect(foldOf.get(sha256) ?? dealt[index]).toBe(dealt[index])
        foldOf.set(sha256, dealt[index]!)
      }
    }),
  )
})

test('every term is spread evenly over the folds, and so are all works together', () => {
  const all = Array.from({ length: 1003 }, (_, i) => ({ term: i % 17, sha256: `image ${i}` }))
  const dealt = dealFolds(all, 5, 3)
  for (let term = 0; term < 17; term++) {
    const counts = [0, 1, 2, 3, 4].map(
      (fold) => all.filter((work, i) => work.term === term && dealt[i] === fold).length,
    )
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
  }
  const sizes = [0, 1, 2, 3, 4].map((fold) => dealt.filter((value) => value === fold).length)
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(17)
})

test('the order in which works come does not matter, the seed does', () => {
  const all = Array.from({ length: 200 }, (_, i) => ({ term: i % 4, sha256: `image ${i}` }))
  const dealt = dealFolds(all, 5, 1)
  expect(dealFolds(all.toReversed(), 5, 1).toReversed()).toEqual(dealt)
  expect(dealFolds(all, 5, 2)).not.toEqual(dealt)
})

const grouped = fc.array(
  fc.record({
    sha256: fc.nat(60).map((n) => `image ${n}`),
    group: fc.option(fc.nat(15).map((n) => `artist ${n}`)),
    terms: fc.uniqueArray(fc.nat(6), { maxLength: 3 }),
  }),
  { maxLength: 120 },
)

test('works of a group and copies of an image lie in one fold, in whatever order they come', () => {
  fc.assert(
    fc.property(grouped, fc.integer({ min: 2, max: 10 }), fc.nat(), (all, folds, seed) => {
      const dealt = dealGroupedFolds(all, folds, seed)
      expect(dealGroupedFolds(all, folds, seed)).toEqual(dealt)
      const foldOf = new Map<string, number>()
      for (const [index, { sha256, group }] of all.entries()) {
        expect(dealt[index]).toBeGreaterThanOrEqual(0)
        expect(dealt[index]).toBeLessThan(folds)
        for (const tie of [sha256, group ?? sha256]) {
          expect(foldOf.get(tie) ?? dealt[index]).toBe(dealt[index])
          foldOf.set(tie, dealt[index]!)
        }
      }
    }),
  )
})

test('terms are spread over the folds as evenly as their groups allow', () => {
  const all = Array.from({ length: 2000 }, (_, i) => ({
    sha256: `image ${i}`,
    group: `artist ${i % 97}`,
    terms: [(i % 97) % 8],
  }))
  const dealt = dealGroupedFolds(all, 5, 1)
  for (let term = 0; term < 8; term++) {
    const counts = [0, 1, 2, 3, 4].map(
      (fold) => all.filter(({ terms }, i) => terms[0] === term && dealt[i] === fold).length,
    )
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(21) // one artist has 20 or 21 works
  }
})
