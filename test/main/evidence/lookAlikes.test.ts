import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gathered, lookAlikes, type Doubt } from '#main/evidence/lookAlikes.ts'

const neighbours = (lists: number[][]) => {
  const count = Math.max(1, ...lists.map((list) => list.length))
  const positions = new Int32Array(lists.length * count).fill(-1)
  for (const [work, list] of lists.entries()) positions.set(list, work * count)
  return { count, positions, similarities: new Float32Array(positions.length) }
}
const doubt = (work: number, suggestion: number, score = 0.1, given = 9): Doubt => ({ work, given, suggestion, score })

test('works are in one group when they are alike through others of it and the same is suggested', () => {
  // 0 - 1 - 2 are a chain, 3 is like 2 but another term is suggested, 4 is like nothing that waits, 5 and 6 are a pair.
  const alike = neighbours([[1], [2], [3], [2], [7], [6], [], []])
  const doubts = [
    doubt(0, 1, 0.3),
    doubt(1, 1, 0.1),
    doubt(2, 1, 0.2),
    doubt(3, 2),
    doubt(4, 1),
    doubt(5, 3),
    doubt(6, 3, 0.05),
  ]
  expect(lookAlikes(doubts, alike)).toEqual([
    { suggestion: 1, works: [1, 2, 0] },
    { suggestion: 3, works: [6, 5] },
  ])
})

test('the groups are those that a plain search through the neighbours finds', () => {
  const size = 12
  const graph = fc.array(fc.array(fc.integer({ min: 0, max: size - 1 }), { maxLength: 2 }), {
    minLength: size,
    maxLength: size,
  })
  fc.assert(
    fc.property(
      graph,
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: size, maxLength: size }),
      (lists, suggestions) => {
        const doubts = suggestions.slice(0, 10).map((suggestion, work) => doubt(work, suggestion, work / 20))
        const joined = (a: number, b: number) =>
          a < 10 && b < 10 && suggestions[a] === suggestions[b] && (lists[a]!.includes(b) || lists[b]!.includes(a))
        const seen = new Set<number>()
        const expected: number[][] = []
        for (let start = 0; start < 10; start++) {
          if (seen.has(start)) continue
          const group = [start]
          seen.add(start)
          for (const at of group)
            for (let other = 0; other < 10; other++)
              if (!seen.has(other) && joined(at, other)) {
                seen.add(other)
                group.push(other)
              }
          if (group.length > 1) expected.push(group.toSorted((a, b) => a - b))
        }
        const found = lookAlikes(doubts, neighbours(lists)).map(({ works }) => works)
        expect(new Set(found.map(String))).toEqual(new Set(expected.map(String)))
        expect(found.map(({ length }) => length)).toEqual(found.map(({ length }) => length).toSorted((a, b) => b - a))
      },
    ),
  )
})

test('works are gathered by what they share, and those that share nothing are left out', () => {
  const doubts = [doubt(0, 1, 0.2, 5), doubt(1, 1, 0.1, 5), doubt(2, 1, 0.1, 6), doubt(3, 2, 0.1, 5)]
  expect(gathered(doubts, ({ given }) => given)).toEqual([{ suggestion: 1, works: [1, 0] }])
  expect(gathered(doubts, ({ work }) => (work < 3 ? 'Ada' : null))).toEqual([{ suggestion: 1, works: [1, 2, 0] }])
})
