import { describe, expect, test } from 'vitest'
import * as en from '#renderer/text/en.ts'
import { languages, localeFor, type Translation } from '#renderer/text/language.ts'
import { builtInRecipes } from '#main/learning/builtInRecipes.ts'
import { sentencesOfCharts, sentencesOfMain } from '#test/fixtures/sentences.ts'

const english = textsOf(en)
const translations = await Promise.all(
  Object.entries(languages)
    .filter(([code]) => code !== 'en')
    .map(async ([code, { load }]) => [code, await load()] as const),
)

/** Every text by its key; a text by number is its two forms. */
function textsOf(texts: Translation): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [group, entries] of Object.entries(texts))
    for (const [name, entry] of Object.entries(entries as Record<string, string | { one: string; other: string }>))
      if (!['said', 'charts'].includes(group))
        found.set(`${group}.${name}`, typeof entry === 'string' ? [entry] : [entry.one, entry.other])
  return found
}

const placeholders = (texts: readonly string[]) =>
  [...new Set(texts.flatMap((text) => text.match(/\{\w+\}/g) ?? []))].toSorted()

describe.each(translations)('%s', (_, texts) => {
  test('says everything that English says, and nothing else', () => {
    const translated = textsOf(texts)
    expect([...translated.keys()].toSorted()).toEqual([...english.keys()].toSorted())
    for (const [key, said] of translated) {
      expect(
        said.every((text) => text.trim() === text && text !== ''),
        key,
      ).toBe(true)
      expect(placeholders(said), key).toEqual(placeholders(english.get(key)!))
    }
  })

  test('is another language: hardly a sentence is the English one', () => {
    const sentences = [...textsOf(texts)].filter(([, said]) => said[0]!.split(' ').length > 4)
    const same = sentences.filter(([key, said]) => said[0] === english.get(key)![0])
    expect(same.map(([key]) => key)).toEqual([])
  })

  test('says every sentence that the app words itself', () => {
    const missing = [...sentencesOfMain().keys()].filter((sentence) => !(sentence in texts.said))
    expect(missing).toEqual([])
    for (const [sentence, said] of Object.entries(texts.said))
      expect(placeholders([said]), sentence).toEqual(placeholders([sentence]))
  })

  test('says every sentence of the figures, and no other', () => {
    expect(Object.keys(texts.charts).toSorted()).toEqual([...sentencesOfCharts().keys()].toSorted())
    for (const [sentence, said] of Object.entries(texts.charts)) {
      expect(said, sentence).not.toBe(sentence)
      expect(placeholders([said]), sentence).toEqual(placeholders([sentence]))
    }
  })

  test('names and describes every way to learn that comes with the app', () => {
    const texted = builtInRecipes.flatMap(({ name, summary }) => [name, summary])
    expect(texted.filter((sentence) => !(sentence in texts.said))).toEqual([])
  })
})

test('the computer’s language is spoken where the app knows it, with its own way of writing numbers', () => {
  expect(localeFor('system', ['nl-NL', 'de-CH', 'en-US'])).toBe('de-CH')
  expect(localeFor('system', ['nl-NL'])).toBe('en')
  expect(localeFor('fr', ['de-CH', 'fr-CA'])).toBe('fr-CA')
  expect(localeFor('fr', ['de-CH'])).toBe('fr')
})
