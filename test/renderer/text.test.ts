import { expect, test } from 'vitest'
import { ApiError } from '#preload/rpc.ts'
import { createFinder } from '#renderer/lib/rank.ts'
import * as en from '#renderer/text/en.ts'
import { errorText } from '#renderer/text/errorText.ts'
import { duration, percent } from '#renderer/text/format.ts'
import { likelihood } from '#renderer/text/likelihood.ts'
import { t } from '#renderer/text/text.ts'

const sentences = Object.entries(en).flatMap(([group, entries]) =>
  Object.entries(entries).flatMap(([name, entry]) =>
    (typeof entry === 'string' ? [entry] : Object.values(entry as Record<string, string>)).map(
      (text) => [`${group}.${name}`, text] as const,
    ),
  ),
)

test('numbers are written with separators and the right form of the noun', () => {
  expect(t('collection.count', { count: 1 })).toBe('1 work')
  expect(t('collection.count', { count: 0 })).toBe('0 works')
  expect(t('collection.count', { count: 12_345 })).toBe('12,345 works')
})

test('a value that looks like a placeholder is shown as it is', () => {
  expect(t('review.accept', { term: '{count} $& works' })).toBe('Change to {count} $& works')
})

test.each(sentences)('%s has no word of the workshop', (_, text) => {
  expect(text).not.toMatch(/\b(tensor|epoch|softmax|logit|embedding|backbone|null|undefined)s?\b/i)
  expect(text.trim()).toBe(text)
  expect(text).not.toBe('')
})

test('a probability is never said to be certain where it is not', () => {
  expect([0, 0.004, 0.5, 0.996, 1].map(percent)).toEqual(['0%', '< 1%', '50%', '> 99%', '100%'])
  expect([0.99, 0.8, 0.6, 0.4, 0.2, 0.05, 0.001].map(likelihood)).toEqual([
    'almost certain',
    'very likely',
    'likely',
    'possible',
    'unlikely',
    'very unlikely',
    'hardly possible',
  ])
})

test('a duration is rounded as one says it', () => {
  expect([0.2, 61, 89, 91, 3600, 7300].map(duration)).toEqual([
    '1 second',
    '61 seconds',
    '89 seconds',
    '2 minutes',
    '60 minutes',
    '2 hours',
  ])
})

test('an error that the app words itself is shown in its words, others in ours', () => {
  expect(errorText(new ApiError('disk-full', 'The disk is full. Make room.'))).toBe('The disk is full. Make room.')
  expect(errorText(new ApiError('app-gone', 'x'))).toMatch(/not running any more/)
  expect(errorText(new TypeError('boom'))).toMatch(/^Something went wrong.*\(boom\)$/)
})

test('typing finds a term without its accents, and what begins so first', () => {
  const terms = ['Neo-Impressionism', 'Impressionism', 'Écorché', 'Post Impressionism', 'Baroque']
  const find = createFinder(terms, (term) => [term])
  expect(find('imp')).toEqual(['Impressionism', 'Neo-Impressionism', 'Post Impressionism'])
  expect(find('ecor')).toEqual(['Écorché'])
  expect(find('')).toEqual(terms)
  const byAnyName = createFinder(terms, (term) => [term, term === 'Écorché' ? 'Muskelmann' : ''])
  expect(byAnyName('muskel')).toEqual(['Écorché'])
})
