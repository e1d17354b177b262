import type { LeftOut } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { creatorsQuery } from '../catalogue/creators.ts'
import { groupsQuery } from '../catalogue/groups.ts'
import { learningSetQuery, type LabelledWork, type LearnableTerm } from '../catalogue/learningSet.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { workFieldsQuery } from '../catalogue/workFields.ts'
import { partWorks, type PartedSet } from './parts.ts'
import { drawCopies } from './prepareDraws.ts'
import { passes } from './prepareFilters.ts'
import { prepareTerms, type RunTerm } from './prepareTerms.ts'
import type { LearningRecipe } from './recipeSchema.ts'

export type AttributeSet = {
  id: number
  name: string
  /** Learned terms, by name; `id`: the term that is suggested for it, `ids`: those that it stands for, in the order of its members. */
  terms: (RunTerm & { id: number; ids: number[] })[]
  tooRare: { term: string; works: number }[]
  /** Labelled works that are not learned from, by the reason. */
  leftOut: { because: LeftOut; works: number }[]
  /** Index into `terms` for each work, -1 for none. [works] */
  labels: Int32Array
  /** How often each work teaches. [works] */
  copies: Int32Array
  /** Fold of each labelled work, or its part of a fixed split (0 judged, 1 taught, 2 choosing); -1 where there is no label. [works] */
  folds: Int8Array
  /** All works with one value of this attribute or column lie in one fold; null: they need not. */
  apart: string | null
}
type Options = Pick<LearningRecipe, 'folds' | 'groupBy' | 'fewestWorks' | 'preparation'> & {
  seed: number
  attributes: readonly string[] | null
  /** One network learns all attributes at once, so that they must share their folds. */
  together: boolean
}

/**
 * What each attribute is learned from, over embedded works given by ascending id, prepared as the recipe says. Attributes with
 * under two terms drop out, and so does one that the recipe names to group works by. Throws ApiError 'unknown-group',
 * 'bad-preparation'.
 */
export function gather(db: Catalogue, works: readonly number[], options: Options): AttributeSet[] {
  const query = learningSetQuery(db)
  const attributes = query
    .attributes()
    .filter(({ name }) => options.attributes === null || options.attributes.includes(name))
    .filter(({ name }) => name.toLowerCase() !== options.groupBy?.toLowerCase())
  const wrong = new Map(query.attributes().map(({ id }) => [id, query.wrongImages(id)]))
  const wrongAnywhere = new Set([...wrong.values()].flatMap((ids) => [...ids]))
  const { filters, irrelevant } = options.preparation
  const fields = filters.length > 0 ? workFieldsQuery(db)() : null
  const position = new Map(works.map((id, index) => [id, index]))
  const prepared = attributes
    .map(({ id, name }): PartedSet => {
      const away = irrelevant === 'remove' ? wrongAnywhere : wrong.get(id)!
      const known = query.labels(id).filter(({ artwork }) => position.has(artwork))
      const relevant = known.filter(({ artwork }) => !away.has(artwork))
      const left = fields ? relevant.filter(({ artwork }) => passes(fields(artwork), filters)) : relevant
      const leftOut: AttributeSet['leftOut'] = [
        { because: 'irrelevant' as const, works: known.length - relevant.length },
        { because: 'filtered' as const, works: relevant.length - left.length },
      ]
      return attributeSet({ id, name, leftOut }, query.learnable(id), left, position, options)
    })
    .filter(({ set }) => set.terms.length >= 2)
  return partWorks(prepared, works, { ...options, groups: groupsFor(db, options.groupBy) })
}

/** What keeps works together; 'auto': who made them, where the collection says so. Throws ApiError 'unknown-group'. */
export function groupsFor(
  db: Catalogue,
  groupBy: string | null,
): { name: string; of: Map<number, string>; isAuto: boolean } | null {
  if (groupBy === null) return null
  if (groupBy === 'auto') {
    const creators = creatorsQuery(db)()
    return creators && { ...creators, isAuto: true }
  }
  const of = groupsQuery(db)(groupBy)
  if (of) return { name: groupBy, of, isAuto: false }
  throw new ApiError(
    'unknown-group',
    `The recipe keeps all works of one ${groupBy} together, but this collection has no ${groupBy}. Import a table with such a column, or learn by another recipe.`,
  )
}

function attributeSet(
  attribute: Pick<AttributeSet, 'id' | 'name' | 'leftOut'>,
  terms: readonly LearnableTerm[],
  labelled: readonly LabelledWork[],
  position: ReadonlyMap<number, number>,
  { seed, fewestWorks, preparation }: Options,
): PartedSet {
  const counts = new Map<number, number>()
  for (const { term } of labelled) counts.set(term, (counts.get(term) ?? 0) + 1)
  const there = terms.filter(({ id }) => counts.has(id)).map(({ id, name, isSeveral }) => ({ name, works: counts.get(id)!, isSeveral: isSeveral === 1 })) // prettier-ignore
  const { terms: named, leftOut } = prepareTerms(attribute.name, there, preparation)
  const frequent = named.filter(({ works }) => works >= fewestWorks)
  const tooRare = named.filter(({ works }) => works < fewestWorks).map(({ name, works }) => ({ term: name, works }))
  const numbered = number(frequent, terms, labelled)
  const { short } = drawCopies(numbered, preparation, seed)
  const learned = frequent.filter((_, term) => !short.includes(term))
  const kept = number(learned, terms, labelled)
  const { copies } = drawCopies(kept, preparation, seed)
  const [labels, times] = [new Int32Array(position.size).fill(-1), new Int32Array(position.size)]
  for (const [index, { artwork, term }] of kept.entries()) {
    labels[position.get(artwork)!] = term
    times[position.get(artwork)!] = copies[index]!
  }
  // Labels with several terms teach nothing, but are judged: they lie in a fold with their copies and the artist's other works.
  const several = new Set(preparation.split.kind === 'folds' ? terms.flatMap(({ id, isSeveral }) => (isSeveral ? [id] : [])) : []) // prettier-ignore
  const judged = [...kept, ...labelled.filter(({ artwork, term }) => several.has(term) && labels[position.get(artwork)!]! < 0)] // prettier-ignore
  const images = new Map(judged.map(({ artwork, sha256 }) => [position.get(artwork)!, sha256]))
  const idle = copies.filter((often) => often === 0).length
  const all: AttributeSet['leftOut'] = [
    ...attribute.leftOut,
    ...leftOut.map(({ because, works }) => ({ because, works })),
    { because: 'short', works: numbered.length - kept.length },
    { because: preparation.sample ? 'sample' : 'copies', works: idle },
  ]
  const { id, name } = attribute
  return {
    set: { id, name, terms: withIds(learned, terms), tooRare, leftOut: summed(all), labels, copies: times },
    images,
  }
}

function withIds(learned: readonly RunTerm[], terms: readonly { id: number; name: string }[]): AttributeSet['terms'] {
  const idOf = new Map(terms.map(({ id, name }) => [name, id]))
  return learned.map((term) => {
    const ids = term.members.map((member) => idOf.get(member)!)
    return { ...term, id: idOf.get(term.members.includes(term.name) ? term.name : term.members[0]!)!, ids }
  })
}

/** Works with the place of their term among the learned ones. */
function number(
  learned: readonly RunTerm[],
  terms: readonly { id: number; name: string }[],
  labelled: readonly LabelledWork[],
) {
  const byName = new Map(learned.flatMap(({ members }, index) => members.map((member) => [member, index] as const)))
  const byId = new Map(terms.map(({ id, name }) => [id, byName.get(name)]))
  return labelled.flatMap(({ artwork, term, sha256 }) => {
    const index = byId.get(term)
    return index === undefined ? [] : [{ artwork, term: index, sha256 }]
  })
}

function summed(reasons: AttributeSet['leftOut']): AttributeSet['leftOut'] {
  const sums = new Map<LeftOut, number>()
  for (const { because, works } of reasons) sums.set(because, (sums.get(because) ?? 0) + works)
  return [...sums].flatMap(([because, works]) => (works > 0 ? [{ because, works }] : []))
}
