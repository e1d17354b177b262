import { describe, expect, test } from 'vitest'
import type { Condition } from '#preload/api.ts'
import { conditionsOf, parseQuery, writeQuery, type QueryWords } from '#preload/query.ts'
import { query as de } from '#renderer/text/de/query.ts'
import { query as es } from '#renderer/text/es/query.ts'
import { query as fr } from '#renderer/text/fr/query.ts'

const names = { attributes: ['style', 'genre', 'Place of origin'], fields: ['medium', 'date', 'credit line'] }
const translated: [string, QueryWords][] = [
  ['German', de],
  ['French', fr],
  ['Spanish', es],
]
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

test('every condition that can be written is read back as it was, and so is its opposite', () => {
  for (const condition of all.flatMap((one) => [one, { ...one, not: true }])) {
    const text = writeQuery([condition])
    expect(read(text), text).toEqual({ conditions: [condition], text: '', unknown: [] })
  }
  const together = all.map((condition, index) => (index % 2 ? { ...condition, not: true } : condition))
  expect(read(writeQuery(together, 'two words'))).toEqual({ conditions: together, text: 'two words', unknown: [] })
})

describe.each(translated)('in %s', (_, words) => {
  test('the same is written and read with other words, and English is understood, too', () => {
    const verdicts = (['relabel', 'keep', 'unsure', 'wrong-image', 'not-artwork', 'skip'] as const).map((verdict) => ({ kind: 'verdict' as const, verdict })) // prettier-ignore
    const splits = (['train', 'validation', 'test'] as const).map((split) => ({ kind: 'split' as const, split }))
    for (const condition of [...all, ...verdicts, ...splits].flatMap((one) => [one, { ...one, not: true }])) {
      const text = writeQuery([condition], '', words)
      for (const written of [text, text.toUpperCase(), text.normalize('NFD'), writeQuery([condition])])
        expect(parseQuery(written, names, words).conditions.map(plain), written).toEqual([condition].map(plain))
    }
  })

  test('each way to write a word is one of its own where it stands', () => {
    const asked = [['is', 'no', 'by', 'verdict', 'split', 'pixels', 'suggested', 'year', 'title', 'file'], ['doubtful', 'reviewed', 'copy', 'marked', 'noted'], ['relabel', 'keep', 'unsure', 'wrong-image', 'not-artwork', 'skip'], ['train', 'validation', 'test']] as const // prettier-ignore
    for (const group of asked) {
      const forms = group.flatMap((word) => words[word].split(', '))
      expect(new Set(forms).size).toBe(forms.length)
      for (const form of forms) expect(form).toMatch(/^[\p{L}-]+$/u)
    }
  })
})

/** Names and values are compared without regard to capitals, as they are typed here. */
const plain = (condition: Condition) => JSON.parse(JSON.stringify(condition).normalize('NFC').toLowerCase()) as unknown

test('German, French and Spanish are typed as one would say it', () => {
  const [german, french, spanish] = translated.map(([, words]) => words) as [QueryWords, QueryWords, QueryWords]
  const expected: Condition[] = [
    { kind: 'label', attribute: 'style', term: 'Baroque' },
    { kind: 'year', field: null, is: 'before', year: 1600 },
    { kind: 'reviewed', attribute: null, not: true },
    { kind: 'flagged', attribute: 'style' },
    { kind: 'label', attribute: 'genre', term: null },
  ]
  const there = { ...names, fields: ['medium'] }
  const texts = [
    ['style:Baroque jahr<1600 nicht ist:geprüft ist.style:zweifelhaft ohne:genre Boot', german],
    ['style:Baroque année<1600 pas est:révisée est.style:douteuse sans:genre Boot', french],
    ['style:Baroque annee<1600 non est:revise EST.style:Douteux sans:genre Boot', french],
    ['style:Baroque año<1600 no es:revisada es.style:dudosa sin:genre Boot', spanish],
    ['style:Baroque year<1600 not is:reviewed is.style:doubtful no:genre Boot', spanish],
  ] as const
  for (const [text, words] of texts) expect(parseQuery(text, there, words), text).toEqual({ conditions: expected, text: 'Boot', unknown: [] }) // prettier-ignore
  expect(parseQuery('ist:blau urteil:vielleicht', there, german).unknown).toEqual(['ist:blau', 'urteil:vielleicht'])
  expect(parseQuery('ist:geprüft', there).conditions).toEqual([]) // only where that language is spoken
})

test('a column or an attribute of the collection comes before a word of the language', () => {
  const [[, german]] = translated as unknown as [[string, QueryWords]]
  const there = { attributes: ['style', 'von'], fields: ['Titel', 'Jahr'] }
  expect(parseQuery('von:Ada titel:Boot jahr>1900', there, german).conditions).toEqual([
    { kind: 'label', attribute: 'von', term: 'Ada' },
    { kind: 'field', field: 'Titel', text: 'Boot' },
    { kind: 'year', field: 'Jahr', is: 'after', year: 1900 },
  ])
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
