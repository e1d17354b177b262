import { expect, test } from 'vitest'
import shipped from '../../../resources/vocabulary/terms.json' with { type: 'json' }
import { termTable } from '#main/catalogue/terms.ts'
import { plainName } from '#main/evidence/plainName.ts'
import { spanOf } from '#main/evidence/movements.ts'
import { vocabularyDeeds } from '#main/vocabulary/deeds.ts'
import { matchEdits, matches } from '#main/vocabulary/knownTerms.ts'
import { reviewCatalogue } from '#test/fixtures/catalogue.ts'

test('the terms that ship are sound: every parent exists, no circle, no name means two, years in order, addresses of the AAT', () => {
  const byId = new Map(shipped.map((term) => [term.id, term]))
  expect(byId.size).toBe(shipped.length)
  expect(shipped.length).toBeGreaterThan(90)
  const owner = new Map<string, string>()
  for (const { id, names, synonyms, from, to, uri, parent } of shipped) {
    expect(Object.keys(names)).toEqual(['en', 'de', 'fr', 'es'])
    for (const name of [...Object.values(names), ...synonyms].map(plainName)) {
      expect([id, undefined], `${name} of ${id}`).toContain(owner.get(name))
      owner.set(name, id)
    }
    if (from !== null && to !== null) expect(from, id).toBeLessThan(to)
    expect(uri).toMatch(/^$|^http:\/\/vocab\.getty\.edu\/aat\/300\d{6}$/)
    const above = new Set([id])
    for (let at = parent; at !== null; at = byId.get(at)!.parent) {
      expect(above.has(at), id).toBe(false)
      above.add(at)
      expect(byId.has(at), at).toBe(true)
    }
  }
  const uris = shipped.map(({ uri }) => uri).filter((uri) => uri !== '')
  expect(new Set(uris).size).toBe(uris.length)
})

test('a movement has its span under every name of it, accents and capitals aside', () => {
  for (const name of ['Baroque', 'barock', 'BARROCO']) expect(spanOf(name)).toEqual({ name, from: 1580, to: 1770 })
  expect(spanOf('Impressionisme')).toBeNull()
  expect([spanOf('impresionismo')?.from, spanOf('Art_Nouveau_Modern')?.from, spanOf('neo impressionism')?.from, spanOf('Realismus')?.to]).toEqual([1855, undefined, 1884, 9999]) // prettier-ignore
  expect(spanOf('Portrait')).toBeNull()
})

test('terms are matched by case, accents, translation and synonym; what was said of them stays; one undo takes all back', () => {
  const names = [
    'BARROCO',
    'Tenebrismus',
    'impressionism',
    'Postimpressionismus',
    'Les Nabis',
    'My own style',
    'Rococo',
  ]
  const { db, style, undo, labels } = reviewCatalogue(names.map((label) => ({ label })))
  const deeds = vocabularyDeeds(db, { actor: 'Ada', at: '2026-02-01T00:00:00.000Z' })
  deeds.describe(labels.findTerm(style, 'Rococo')!, { from: 1715, to: 1780, uri: '300999999', synonyms: ['Louis XV'] })
  const before = termTable(db).all(style)
  const found = matches(db, style)
  expect(found.map(({ name, known, by }) => [name, known.name, by])).toEqual([
    ['BARROCO', 'Baroque', 'translation'], ['Les Nabis', 'Nabis', 'synonym'], ['Postimpressionismus', 'Post-Impressionism', 'translation'],
    ['Rococo', 'Rococo', 'name'], ['Tenebrismus', 'Tenebrism', 'translation'], ['impressionism', 'Impressionism', 'name'],
  ]) // prettier-ignore
  expect(found.find(({ name }) => name === 'Rococo')!.adds).toEqual(['translations', 'synonyms'])
  expect(found.find(({ name }) => name === 'Tenebrismus')!.adds).toContain('parent')
  const edits = matchEdits(db, style, [...found.map(({ term, known }) => ({ term, known: known.id })), { term: 999, known: 'baroque' }]) // prettier-ignore
  expect(deeds.writeAll('match', edits)).toBe(6)
  const state = (name: string) => termTable(db).get(labels.findTerm(style, name)!)!
  expect(state('BARROCO')).toMatchObject({ from: 1580, to: 1770, uri: 'http://vocab.getty.edu/aat/300021147', translations: [{ language: 'de', name: 'Barock' }, { language: 'en', name: 'Baroque' }, { language: 'fr', name: 'Baroque' }] }) // prettier-ignore
  expect(state('Rococo')).toMatchObject({ from: 1715, to: 1780, uri: 'http://vocab.getty.edu/aat/300999999' })
  expect(state('Rococo').synonyms).toContain('Louis XV')
  expect(state('Tenebrismus').parent).toBe(state('BARROCO').id)
  expect(state('Postimpressionismus').parent).toBeNull()
  expect(matches(db, style)).toEqual([])
  undo()
  expect(termTable(db).all(style)).toEqual(before)
})
