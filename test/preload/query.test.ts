import { expect, test } from 'vitest'
import type { Condition } from '#preload/api.ts'
import { conditionsOf, parseQuery, writeQuery } from '#preload/query.ts'

const names = { attributes: ['style', 'genre', 'Place of origin'], fields: ['medium', 'date', 'credit line'] }
const read = (text: string) => parseQuery(text, names)

test('a filter is read as people type it', () => {
  expect(read('style:Baroque year<1600 not is:reviewed "still life" medium:oil').conditions).toEqual([
    { kind: 'label', attribute: 'style', term: 'Baroque' },
    { kind: 'year', field: null, is: 'before', year: 1600 },
    { kind: 'reviewed', attribute: null, not: true },
    { kind: 'field', field: 'medium', text: 'oil' },
  ])
  expect(read('style:Baroque river "still life" boat').text).toBe('river "still life" boat')
})

test('every condition that can be written is read back as it was, and so is its opposite', () => {
  const all: Condition[] = [
    { kind: 'label', attribute: 'style', term: 'High Renaissance' },
    { kind: 'label', attribute: 'Place of origin', term: 'Köln' },
    { kind: 'label', attribute: 'genre', term: null },
    { kind: 'suggested', attribute: 'style', term: 'Op Art' },
    { kind: 'suggested', attribute: 'Place of origin', term: 'Ulm' },
    { kind: 'flagged', attribute: null },
    { kind: 'flagged', attribute: 'Place of origin' },
    { kind: 'reviewed', attribute: 'style' },
    { kind: 'verdict', verdict: 'wrong-image' },
    { kind: 'by', actor: 'Ada Lovelace' },
    { kind: 'field', field: 'credit line', text: 'gift of 1901: Müller' },
    { kind: 'field', field: 'title', text: 'boat' },
    { kind: 'year', field: 'date', is: 'after', year: -300 },
    { kind: 'year', field: null, is: 'before', year: 1600 },
    { kind: 'size', is: 'below', pixels: 800 },
    { kind: 'copies' },
    { kind: 'marked', mark: 'flag' },
    { kind: 'marked', mark: 'note' },
    { kind: 'split', split: 'test' },
  ]
  for (const condition of all.flatMap((one) => [one, { ...one, not: true }])) {
    const text = writeQuery([condition])
    expect(read(text), text).toEqual({ conditions: [condition], text: '', unknown: [] })
  }
  const together = all.map((condition, index) => (index % 2 ? { ...condition, not: true } : condition))
  expect(read(writeQuery(together, 'two words'))).toEqual({ conditions: together, text: 'two words', unknown: [] })
})

test('what only looks like a condition is searched for, and a condition that cannot be is told', () => {
  expect(read('Untitled: 12:30 a-b not far')).toEqual({ conditions: [], text: 'Untitled: 12:30 a-b not far', unknown: [] })
  expect(read('is:blue verdict:maybe no:colour pixels<many boat')).toEqual({
    conditions: [],
    text: 'boat',
    unknown: ['is:blue', 'verdict:maybe', 'no:colour', 'pixels<many'],
  })
}) // prettier-ignore

test('a quote that is not closed, an empty text and odd characters do no harm', () => {
  expect(read('"still life').text).toBe('"still life')
  expect(read('')).toEqual({ conditions: [], text: '', unknown: [] })
  expect(read('"" : < > : style:').conditions).toEqual([])
})

test('the short properties of a filter are conditions, too', () => {
  expect(conditionsOf({ attribute: 'style', term: null, flagged: true, reviewed: false, split: 'test', text: 'x' })).toEqual([
    { kind: 'label', attribute: 'style', term: null },
    { kind: 'flagged', attribute: 'style' },
    { kind: 'reviewed', attribute: 'style', not: true },
    { kind: 'split', split: 'test' },
  ])
}) // prettier-ignore
