import { expect, test } from 'vitest'
import { allArticles, findArticles } from '#renderer/help/articles.ts'
import { articles as texts } from '#renderer/text/en/articles.ts'

const articles = allArticles()
const found = (question: string) => findArticles(articles, question).map(({ id }) => id)

test('every article that is written stands in the contents, once', () => {
  const written = Object.keys(texts).filter((key) => key.endsWith('Title')).map((key) => key.slice(0, -5))
  expect(articles.map(({ id }) => id).toSorted()).toEqual(written.toSorted())
  for (const { id, paragraphs, title } of articles) {
    expect(paragraphs.length, id).toBeGreaterThan(0)
    expect(paragraphs.join(' ').split(' ').length, id).toBeGreaterThan(40)
    expect(title, id).not.toContain('.')
  }
}) // prettier-ignore

test('an article is found by its title, by what else people call it, and by the beginning of its words, accents aside', () => {
  expect(found('contact sheet')[0]).toBe('print')
  expect(found('PDF')).toContain('print')
  expect(found('gdpr')).toEqual(['privacy'])
  expect(found('undo')[0]).toBe('undo')
  expect(found('confus')[0]).toBe('evaluate')
  expect(found('kéyboard')).toContain('access')
  expect(found('why doubted')[0]).toBe('evidence')
  expect(found('zebra')).toEqual([])
  expect(found('')).toEqual(articles.map(({ id }) => id))
})
