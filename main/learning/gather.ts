import { learningSetQuery } from '../catalogue/learningSet.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { dealFolds } from './folds.ts'

export type AttributeSet = {
  id: number
  name: string
  /** Learned terms, by name. */
  terms: { id: number; name: string }[]
  tooRare: { term: string; works: number }[]
  /** Index into `terms` for each work, -1 for none. [works] */
  labels: Int32Array
  /** [works], -1 where there is no label. */
  folds: Int8Array
}

type Options = { folds: number; seed: number; fewestWorks: number; attributes: readonly string[] | null }

/** What each attribute is learned from, over embedded works given by ascending id. Attributes with under two terms drop out. */
export function gather(db: Catalogue, works: readonly number[], options: Options): AttributeSet[] {
  const query = learningSetQuery(db)
  const position = new Map(works.map((id, index) => [id, index]))
  return query
    .attributes()
    .filter(({ name }) => options.attributes === null || options.attributes.includes(name))
    .map(({ id, name }) => {
      const wrong = query.wrongImages(id)
      const labelled = query.labels(id).filter(({ artwork }) => position.has(artwork) && !wrong.has(artwork))
      return attributeSet({ id, name }, query.terms(id), labelled, position, options)
    })
    .filter(({ terms }) => terms.length >= 2)
}

function attributeSet(
  attribute: { id: number; name: string },
  terms: { id: number; name: string }[],
  labelled: { artwork: number; term: number; sha256: string }[],
  position: ReadonlyMap<number, number>,
  { folds, seed, fewestWorks }: Options,
): AttributeSet {
  const counts = new Map<number, number>()
  for (const { term } of labelled) counts.set(term, (counts.get(term) ?? 0) + 1)
  const countOf = (term: { id: number }) => counts.get(term.id) ?? 0
  const learned = terms.filter((term) => countOf(term) >= fewestWorks)
  const index = new Map(learned.map(({ id }, i) => [id, i]))
  const kept = labelled
    .filter(({ term }) => index.has(term))
    .map(({ artwork, term, sha256 }) => ({ artwork, term: index.get(term)!, sha256 }))
  const dealt = dealFolds(kept, folds, seed)
  const labels = new Int32Array(position.size).fill(-1)
  const foldOf = new Int8Array(position.size).fill(-1)
  for (const [i, { artwork, term }] of kept.entries()) {
    labels[position.get(artwork)!] = term
    foldOf[position.get(artwork)!] = dealt[i]!
  }
  const tooRare = terms
    .filter((term) => countOf(term) > 0 && countOf(term) < fewestWorks)
    .map((term) => ({ term: term.name, works: countOf(term) }))
  return { ...attribute, terms: learned, tooRare, labels, folds: foldOf }
}
