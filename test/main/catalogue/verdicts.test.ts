import { expect, test } from 'vitest'
import { overviewQuery } from '#main/catalogue/overview.ts'
import { queueQuery } from '#main/catalogue/queue.ts'
import { reviewCatalogue } from '#test/fixtures/catalogue.ts'

const two = [
  { label: 'Baroque', suggestion: 'Rococo', score: 0.1 },
  { label: 'Rococo', suggestion: 'Baroque', score: 0.2 },
]

test('labels and verdicts cannot be changed or deleted', () => {
  const { db, decide } = reviewCatalogue(two)
  decide(1, 'relabel', 'Rococo')
  for (const table of ['label', 'verdict', 'change']) {
    expect(() => db.exec(`update ${table} set actor = 'somebody else'`)).toThrow(`${table}s are append-only`)
    expect(() => db.exec(`delete from ${table}`)).toThrow(`${table}s are append-only`)
  }
  expect(() => db.exec(`insert or replace into label (id, artwork, attribute, ground, actor, at) values (1, 1, 1, 'hand', '', '')`)).toThrow() // prettier-ignore
})

test('a verdict keeps what was shown: label, suggestion, probabilities, run, who and when', () => {
  const { db, decide } = reviewCatalogue(two)
  const verdict = decide(1, 'relabel', 'Rococo')
  expect(verdict).toMatchObject({ artwork: 1, file: '1.jpg', attribute: 'style', kind: 'relabel', before: 'Baroque', after: 'Rococo', suggestion: 'Rococo', actor: 'me' }) // prettier-ignore
  expect(db.prepare(`select run, evidence from verdict`).get()).toEqual({
    run: 1,
    evidence: JSON.stringify({ givenProbability: 0.1, suggestionProbability: 0.9, score: 0.1 }),
  })
})

test('a relabel changes the label, the other verdicts do not, and undo of each brings everything back', () => {
  for (const kind of ['relabel', 'keep', 'unsure', 'wrong-image', 'not-artwork', 'skip'] as const) {
    const { decide, undo, label, decided, verdicts } = reviewCatalogue(two)
    decide(1, kind, kind === 'relabel' ? 'Mannerism' : undefined)
    expect([label(1), decided(1)]).toEqual([kind === 'relabel' ? 'Mannerism' : 'Baroque', kind])
    expect(undo()).toMatchObject({
      facts: { verdict: kind, before: ['Baroque'], title: '1.jpg' },
      undone: { actor: 'me' },
    })
    expect([label(1), decided(1), verdicts()]).toEqual(['Baroque', null, []])
    expect(undo()).toBeNull()
  }
})

test('verdicts on one label are taken back one by one, and the one before stands again', () => {
  const { decide, undo, label, decided } = reviewCatalogue(two)
  decide(1, 'relabel', 'Rococo')
  decide(1, 'relabel', 'Mannerism')
  decide(1, 'keep')
  const states = [[label(1), decided(1)]]
  while (undo()) states.push([label(1), decided(1)])
  expect(states).toEqual([
    ['Mannerism', 'keep'],
    ['Mannerism', 'relabel'],
    ['Rococo', 'relabel'],
    ['Baroque', null],
  ])
})

test('after an undo one can decide again, and undo that too', () => {
  const { decide, undo, label, decided, verdicts } = reviewCatalogue(two)
  decide(1, 'relabel', 'Rococo')
  undo()
  decide(1, 'relabel', 'Mannerism')
  decide(2, 'keep')
  expect(verdicts().map(({ artwork, kind }) => `${artwork} ${kind}`)).toEqual(['2 keep', '1 relabel'])
  undo()
  undo()
  expect([label(1), decided(1), decided(2), undo()]).toEqual(['Baroque', null, null, null])
})

test('a label that an import has brought after a verdict stays when the verdict is taken back', () => {
  const { labels, decide, undo, label, decided, now } = reviewCatalogue(two)
  decide(1, 'relabel', 'Rococo')
  labels.append({ artwork: 1, attribute: 'style', term: 'Mannerism', ground: 'import', actor: 'import', at: now() })
  undo()
  expect([label(1), decided(1)]).toEqual(['Mannerism', null])
  decide(2, 'relabel', 'Mannerism')
  labels.append({ artwork: 2, attribute: 'style', term: null, ground: 'import', actor: 'import', at: now() })
  undo()
  expect(label(2)).toBeNull()
})

test('a verdict about nothing is refused with a sentence and leaves no trace', () => {
  const { decide, byHand, count } = reviewCatalogue(two)
  byHand(2, null)
  const before = ['label', 'verdict', 'decision', 'term', 'attribute'].map(count)
  expect(() => decide(3, 'keep')).toThrow('There is no work 3')
  expect(() => decide(2, 'keep')).toThrow('This work has no label for style')
  expect(() => decide(1, 'relabel')).toThrow('Choose the term')
  expect(() => decide(1, 'relabel', '  ')).toThrow('Choose the term')
  expect(['label', 'verdict', 'decision', 'term', 'attribute'].map(count)).toEqual(before)
})

test('corrections since a run are the labels that changed or were confirmed, not what was undone', () => {
  const { db, decide, undo, byHand, runs } = reviewCatalogue([...two, ...two])
  const corrections = () => overviewQuery(db).correctionsSince(runs.current()!.startedAt)
  decide(1, 'relabel', 'Rococo')
  decide(2, 'keep')
  decide(3, 'skip')
  byHand(4, 'Mannerism')
  expect(corrections()).toBe(3)
  byHand(4, 'Rococo')
  expect(corrections()).toBe(2)
  for (let changes = 5; changes > 0; changes--) undo()
  expect(corrections()).toBe(0)
})

test('a decided label leaves the queue, a skipped one goes to its end, and undo brings it back to its place', () => {
  const { db, style, decide, undo, learn } = reviewCatalogue([...two, ...two].map((work, i) => ({ ...work, score: 0.1 + i / 20 }))) // prettier-ignore
  const queue = () => queueQuery(db).waiting(style, 0.3, 10, 0).map(({ artwork }) => artwork) // prettier-ignore
  expect(queue()).toEqual([1, 2, 3, 4])
  decide(1, 'skip')
  expect(queue()).toEqual([2, 3, 4, 1])
  expect(queueQuery(db).summary(style, 0.3)).toEqual({ labelled: 4, flagged: 4, waiting: 4, reviewed: 0 })
  decide(2, 'keep')
  decide(3, 'unsure')
  decide(4, 'relabel', 'Baroque')
  expect(queue()).toEqual([1])
  expect(queueQuery(db).summary(style, 0.3)).toEqual({ labelled: 4, flagged: 4, waiting: 1, reviewed: 3 })
  undo()
  expect(queue()).toEqual([4, 1])
  undo()
  expect(queue()).toEqual([3, 4, 1])
  // What was skipped in one run comes back to its place in the next; a kept label does not come back.
  learn([1, 2, 3, 4].map((artwork) => ({ artwork, given: two[(artwork + 1) % 2]!.label, suggestion: 'Mannerism', score: artwork / 100 }))) // prettier-ignore
  expect(queue()).toEqual([1, 3, 4])
})

test('evidence about a label that was replaced does not count against the new one', () => {
  const { db, style, byHand } = reviewCatalogue(two)
  byHand(1, 'Rococo')
  const { waiting, one, summary, all } = queueQuery(db)
  expect(waiting(style, 2, 10, 0).map(({ artwork }) => artwork)).toEqual([2])
  expect(one(style, 1)).toBeUndefined()
  expect(summary(style, 0.3).waiting).toBe(1)
  expect(all(style).map(({ label, score }) => [label, score])).toEqual([['Rococo', null], ['Rococo', 0.2]]) // prettier-ignore
})
