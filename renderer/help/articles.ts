import type { articles } from '../text/en/articles.ts'
import { t } from '../text/text.ts'

type Titles = keyof typeof articles & `${string}Title`
export type ArticleId = Titles extends `${infer Id}Title` ? Id : never

/** In the order in which one needs them. */
const order: readonly ArticleId[] = [
  'sample', 'import', 'look', 'overview', 'learn', 'review', 'verdicts', 'evidence', 'undo', 'export', 'search', 'lists', 'sort', 'print', 'summary',
  'vocabulary', 'evaluate', 'findings', 'recipes', 'privacy', 'access', 'trouble',
] // prettier-ignore

export type Article = { id: ArticleId; title: string; paragraphs: string[]; words: string }

export const allArticles = (): Article[] =>
  order.map((id) => ({
    id,
    title: t(`articles.${id}Title`),
    paragraphs: t(`articles.${id}Text`).split('\n\n'),
    words: t(`articles.${id}Words`),
  }))

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/**
 * The articles that have every word of the question, as the beginning of one of theirs; a word in the title counts most, then one of those that people call it,
 * then one in the text. An empty question finds all, in their order.
 */
export function findArticles(articles: readonly Article[], question: string): Article[] {
  const wanted = plain(question).split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const score = (article: Article) => {
    const fields = [article.title, article.words, article.paragraphs.join(' ')].map((text) => ` ${plain(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')}`)
    const points = wanted.map((word) => [9, 4, 1].find((_, index) => fields[index]!.includes(` ${word}`)) ?? 0)
    return points.every((one) => one > 0) ? points.reduce((sum, one) => sum + one, 0) : -1
  }
  return articles
    .map((article) => ({ article, points: score(article) }))
    .filter(({ points }) => points >= 0)
    .toSorted((a, b) => b.points - a.points)
    .map(({ article }) => article)
} // prettier-ignore
