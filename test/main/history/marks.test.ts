import { expect, test } from 'vitest'
import { changeTable } from '#main/catalogue/changes.ts'
import { cardQuery } from '#main/catalogue/cards.ts'
import { findWorks } from '#main/catalogue/findWorks.ts'
import { markTable } from '#main/catalogue/marks.ts'
import { markWorks } from '#main/history/mark.ts'
import { reviewCatalogue } from '#test/fixtures/catalogue.ts'

const three = ['Baroque', 'Rococo', 'Baroque'].map((label) => ({ label, suggestion: 'Mannerism', score: 0.1 }))

test('flags and notes are found, changed and taken back step by step, and every version is kept', () => {
  const { db, undo, redo, now, count } = reviewCatalogue(three)
  const mark = (artworks: number[], kind: 'flag' | 'note', text: string | null) => markWorks(db, { artworks, kind, text }, 'me', now()) // prettier-ignore
  const found = (kind: 'flag' | 'note') => findWorks(db, { marked: kind }, 0.3)
  const note = () => markTable(db).of(1).find(({ kind }) => kind === 'note')?.text // prettier-ignore
  expect(mark([1, 3, 99], 'flag', '')).toBe(2)
  expect(mark([1, 3], 'flag', '')).toBe(0)
  mark([1], 'note', 'Signature?')
  mark([1], 'note', 'Signature: Guardi')
  expect([found('flag'), found('note'), note()]).toEqual([[1, 3], [1], 'Signature: Guardi'])
  expect(cardQuery(db)([1, 2, 3], 0.3).map(({ marks }) => marks)).toEqual([['flag', 'note'], [], ['flag']])
  undo()
  expect(note()).toBe('Signature?')
  undo()
  expect(note()).toBeUndefined()
  undo()
  expect([found('flag'), found('note')]).toEqual([[], []])
  redo()
  redo()
  expect([found('flag'), note()]).toEqual([[1, 3], 'Signature?'])
  mark([1], 'flag', null)
  expect(found('flag')).toEqual([3])
  expect(count('mark')).toBe(4 + 4 + 3 + 1)
  expect(() => db.exec(`update mark set text = 'x'`)).toThrow('append-only')
  const [newest, , first] = changeTable(db).list(9, 1e9)
  expect(newest).toMatchObject({ facts: { kind: 'mark', mark: 'flag', text: null, works: 1, title: '1.jpg' } })
  expect(findWorks(db, { change: newest!.id }, 0.3)).toEqual([1])
  expect(first).toMatchObject({ facts: { text: 'Signature?' } })
})
