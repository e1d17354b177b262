import { ApiError } from '#preload/rpc.ts'
import { groupsQuery } from '../catalogue/groups.ts'
import { learningSetQuery } from '../catalogue/learningSet.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { dealFolds, dealGroupedFolds } from './folds.ts'

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

type Options = {
  folds: number
  seed: number
  fewestWorks: number
  attributes: readonly string[] | null
  /** An attribute or column whose works stay together in one fold, so that a model is judged on others than it has seen. */
  groupBy: string | null
}

/**
 * What each attribute is learned from, over embedded works given by ascending id. Attributes with under two terms drop out,
 * and so does the one that works are grouped by. Throws ApiError 'unknown-group'.
 */
export function gather(db: Catalogue, works: readonly number[], options: Options): AttributeSet[] {
  const query = learningSetQuery(db)
  const position = new Map(works.map((id, index) => [id, index]))
  const sets = query
    .attributes()
    .filter(({ name }) => options.attributes === null || options.attributes.includes(name))
    .filter(({ name }) => name.toLowerCase() !== options.groupBy?.toLowerCase())
    .map(({ id, name }) => {
      const wrong = query.wrongImages(id)
      const labelled = query.labels(id).filter(({ artwork }) => position.has(artwork) && !wrong.has(artwork))
      return attributeSet({ id, name }, query.learnable(id), labelled, position, options)
    })
    .filter(({ set }) => set.terms.length >= 2)
  if (options.groupBy === null) return sets.map(({ set }) => set)
  return grouped(sets, works, { ...options, groups: groupsOf(db, options.groupBy) })
}

/** The group of each work, by artwork. Throws ApiError 'unknown-group'. */
export function groupsOf(db: Catalogue, name: string): Map<number, string> {
  const groups = groupsQuery(db)(name)
  if (groups) return groups
  throw new ApiError(
    'unknown-group',
    `The recipe keeps all works of one ${name} together, but this collection has no ${name}. Import a table with such a column, or learn by another recipe.`,
  )
}

type WithImages = { set: AttributeSet; images: Map<number, string> }

/** All attributes share the folds of their groups. */
function grouped(
  sets: WithImages[],
  works: readonly number[],
  { groups, folds, seed }: Options & { groups: Map<number, string> },
): AttributeSet[] {
  const starts = sets.map((_, index) => sets.slice(0, index).reduce((sum, { set }) => sum + set.terms.length, 0))
  const labelled = works.flatMap((artwork, position) => {
    const sha256 = sets.find(({ images }) => images.has(position))?.images.get(position)
    const terms = sets.flatMap(({ set: { labels } }, index) => labels[position]! < 0 ? [] : [starts[index]! + labels[position]!]) // prettier-ignore
    return sha256 === undefined ? [] : [{ position, sha256, group: groups.get(artwork) ?? null, terms }]
  })
  const dealt = dealGroupedFolds(labelled, folds, seed)
  const foldOf = new Map(labelled.map(({ position }, index) => [position, dealt[index]!]))
  return sets.map(({ set }) => ({
    ...set,
    folds: set.folds.map((fold, position) => (fold < 0 ? -1 : foldOf.get(position)!)),
  }))
}

function attributeSet(
  attribute: { id: number; name: string },
  terms: { id: number; name: string }[],
  labelled: { artwork: number; term: number; sha256: string }[],
  position: ReadonlyMap<number, number>,
  { folds, seed, fewestWorks }: Options,
): WithImages {
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
  const images = new Map(kept.map(({ artwork, sha256 }) => [position.get(artwork)!, sha256]))
  return { set: { ...attribute, terms: learned, tooRare, labels, folds: foldOf }, images }
}
