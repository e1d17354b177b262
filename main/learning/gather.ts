import type { LeftOut } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { creatorsQuery } from '../catalogue/creators.ts'
import { groupsQuery } from '../catalogue/groups.ts'
import { learningSetQuery, type LabelledWork, type LearnableTerm } from '../catalogue/learningSet.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { termParts } from '../catalogue/termParts.ts'
import { workFieldsQuery } from '../catalogue/workFields.ts'
import { partWorks, type PartedSet } from './parts.ts'
import { drawCopies } from './prepareDraws.ts'
import { passes } from './prepareFilters.ts'
import { namedBy, prepareTerms, type RunTerm } from './prepareTerms.ts'
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
  /** Indexes into `terms` of works whose label names several: they share the target. By position; `labels` is -1 there. */
  several: Map<number, readonly number[]>
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
      const terms = { all: query.learnable(id), parts: termParts(db).of(id) }
      return attributeSet({ id, name, leftOut }, terms, left, position, options)
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

/** `parts`: terms of those that are several at once. */
type Vocabulary = { all: readonly LearnableTerm[]; parts: ReadonlyMap<number, readonly number[]> }

function attributeSet(
  attribute: Pick<AttributeSet, 'id' | 'name' | 'leftOut'>,
  { all: terms, parts }: Vocabulary,
  labelled: readonly LabelledWork[],
  position: ReadonlyMap<number, number>,
  { seed, fewestWorks, preparation }: Options,
): PartedSet {
  const isTaught = preparation.severalTerms === 'keep'
  const { terms: named, leftOut } = prepareTerms(attribute.name, counted(terms, isTaught ? parts : new Map(), labelled), preparation) // prettier-ignore
  const frequent = named.filter((term) => namedBy(term) >= fewestWorks)
  const tooRare = named.filter((term) => namedBy(term) < fewestWorks).map((term) => ({ term: term.name, works: namedBy(term) })) // prettier-ignore
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
  const beside = labelled.filter(({ artwork, term }) => parts.has(term) && labels[position.get(artwork)!]! < 0)
  const shared = isTaught ? sharing(beside, { learned, terms, parts }) : new Map<LabelledWork, number[]>()
  const several = new Map([...shared].map(([{ artwork }, own]) => [position.get(artwork)!, own]))
  const images = new Set(kept.filter((_, index) => copies[index]! > 0).map(({ sha256 }) => sha256))
  for (const { artwork, sha256 } of shared.keys()) {
    const isCopy = preparation.duplicates === 'remove' && images.has(sha256)
    times[position.get(artwork)!] = isCopy || preparation.sample ? 0 : 1
    images.add(sha256)
  }
  // Those that teach nothing are judged all the same: they lie in a fold with their copies and the artist's other works.
  const judged = [...kept, ...(preparation.split.kind === 'folds' ? beside : shared.keys())]
  const idle = [...kept, ...shared.keys()].filter(({ artwork }) => times[position.get(artwork)!] === 0).length
  const all: AttributeSet['leftOut'] = [
    ...attribute.leftOut,
    ...leftOut.map(({ because, works }) => ({ because, works })),
    { because: 'several-terms', works: -shared.size }, // these teach
    { because: 'short', works: numbered.length - kept.length },
    { because: preparation.sample ? 'sample' : 'copies', works: idle },
  ]
  const { id, name } = attribute
  return {
    set: { id, name, terms: withIds(learned, terms), tooRare, leftOut: summed(all), labels, several, copies: times },
    images: new Map(judged.map(({ artwork, sha256 }) => [position.get(artwork)!, sha256])),
  }
}

/** Terms that any label names, with how many name them alone and beside others. */
function counted(terms: Vocabulary['all'], parts: Vocabulary['parts'], labelled: readonly LabelledWork[]) {
  const [alone, among] = [new Map<number, number>(), new Map<number, number>()]
  for (const { term } of labelled) {
    alone.set(term, (alone.get(term) ?? 0) + 1)
    for (const part of parts.get(term) ?? []) among.set(part, (among.get(part) ?? 0) + 1)
  }
  return terms
    .filter(({ id }) => alone.has(id) || among.has(id))
    .map(({ id, name, isSeveral }) => ({ name, works: alone.get(id) ?? 0, among: among.get(id) ?? 0, isSeveral: isSeveral === 1 })) // prettier-ignore
}

/** Of labels that name several terms, those of which the run learns each, with their places among the learned ones. */
function sharing(
  works: readonly LabelledWork[],
  { learned, terms, parts }: { learned: readonly RunTerm[]; terms: Vocabulary['all']; parts: Vocabulary['parts'] },
): Map<LabelledWork, number[]> {
  const placeOf = places(learned, terms)
  const out = new Map<LabelledWork, number[]>()
  for (const work of works) {
    const own = parts.get(work.term)!.map((part) => placeOf.get(part))
    if (own.every((place) => place !== undefined)) out.set(work, [...new Set(own)])
  }
  return out
}

function withIds(learned: readonly RunTerm[], terms: readonly { id: number; name: string }[]): AttributeSet['terms'] {
  const idOf = new Map(terms.map(({ id, name }) => [name, id]))
  return learned.map((term) => {
    const ids = term.members.map((member) => idOf.get(member)!)
    return { ...term, id: idOf.get(term.members.includes(term.name) ? term.name : term.members[0]!)!, ids }
  })
}

/** Of each term, its place among the learned ones; none where it is not learned. */
function places(learned: readonly RunTerm[], terms: Vocabulary['all']) {
  const byName = new Map(learned.flatMap(({ members }, index) => members.map((member) => [member, index] as const)))
  return new Map(terms.map(({ id, name }) => [id, byName.get(name)]))
}

/** Works with the place of their term among the learned ones. */
function number(learned: readonly RunTerm[], terms: Vocabulary['all'], labelled: readonly LabelledWork[]) {
  const placeOf = places(learned, terms)
  return labelled.flatMap(({ artwork, term, sha256 }) => {
    const index = placeOf.get(term)
    return index === undefined ? [] : [{ artwork, term: index, sha256 }]
  })
}

function summed(reasons: AttributeSet['leftOut']): AttributeSet['leftOut'] {
  const sums = new Map<LeftOut, number>()
  for (const { because, works } of reasons) sums.set(because, (sums.get(because) ?? 0) + works)
  return [...sums].flatMap(([because, works]) => (works > 0 ? [{ because, works }] : []))
}
