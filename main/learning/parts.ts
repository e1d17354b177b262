import { termsOf } from '../engine/training/namedTerms.ts'
import { dealFolds, dealGroups, dealShares, type Shares } from './folds.ts'
import type { AttributeSet } from './gather.ts'
import type { Preparation } from './preparationSchema.ts'

/** A set before its works are dealt. `images`: the hash of each work that is dealt, by position; without a label it is only judged. */
export type PartedSet = { set: Omit<AttributeSet, 'folds' | 'apart'>; images: Map<number, string> }

type Options = {
  folds: number
  seed: number
  preparation: Pick<Preparation, 'split'>
  together: boolean
  groups: { name: string; of: Map<number, string>; isAuto: boolean } | null
}

/**
 * Deals the labelled works of all attributes to folds, or to the three parts of a fixed split. Works of one group lie together
 * where works are grouped; copies of an image always do. Who made a work cannot be learned with all works of one maker on one
 * side: by the usual grouping such an attribute is dealt without, and so are all that one network learns together with it.
 */
export function partWorks(sets: readonly PartedSet[], works: readonly number[], options: Options): AttributeSet[] {
  const { together, preparation } = options
  const groups = options.groups?.isAuto && !canPart(sets, works, options) ? null : options.groups
  const { split } = preparation
  const isMaker = ({ set }: PartedSet) =>
    groups?.isAuto === true && set.name.toLowerCase() === groups.name.toLowerCase()
  const shared = together || split.kind === 'fixed' || split.stratify !== null
  const ungrouped = groups === null ? sets : shared && sets.some(isMaker) ? sets : sets.filter(isMaker)
  const grouped = sets.filter((set) => !ungrouped.includes(set))
  const dealt = new Map<PartedSet, AttributeSet>()
  for (const [set, folds] of shared ? dealTogether(ungrouped, works, options) : dealEach(ungrouped, options))
    dealt.set(set, { ...set.set, folds, apart: null })
  if (grouped.length > 0)
    for (const [set, folds] of dealTogether(grouped, works, options, groups!.of))
      dealt.set(set, { ...set.set, folds, apart: groups!.name })
  return sets.map((set) => dealt.get(set)!)
}

/** Whether there are makers enough for each part to have some, and none made more than half of the works. */
function canPart(sets: readonly PartedSet[], works: readonly number[], { groups, folds }: Options): boolean {
  const sizes = new Map<string, number>()
  let labelled = 0
  for (const [at, artwork] of works.entries()) {
    if (!sets.some(({ images }) => images.has(at))) continue
    const group = groups!.of.get(artwork) ?? `work ${artwork}`
    sizes.set(group, (sizes.get(group) ?? 0) + 1)
    labelled++
  }
  return sizes.size >= 2 * folds && Math.max(...sizes.values()) <= labelled / 2
}

type Dealt = [set: PartedSet, folds: Int8Array][]

const sharesOf = ({ preparation: { split }, folds }: Options): readonly number[] =>
  split.kind === 'folds' ? Array<number>(folds).fill(1) : [split.test, split.training, split.validation]

/** Each attribute by its own terms. */
function dealEach(sets: readonly PartedSet[], { folds, seed }: Options): Dealt {
  return sets.map((given) => {
    const positions = [...given.images.keys()]
    const dealt = dealFolds(positions.map((at) => ({ term: given.set.labels[at]!, sha256: given.images.get(at)! })), folds, seed) // prettier-ignore
    const out = new Int8Array(given.set.labels.length).fill(-1)
    for (const [index, at] of positions.entries()) out[at] = dealt[index]!
    return [given, out]
  })
}

/** All attributes by one dealing of the works that have any label. */
function dealTogether(
  sets: readonly PartedSet[],
  works: readonly number[],
  options: Options,
  groups: ReadonlyMap<number, string> | null = null,
): Dealt {
  const { seed, preparation } = options
  const { stratify } = preparation.split
  const labelled = [...works.keys()].filter((at) => sets.some(({ images }) => images.has(at)))
  const named = sets.filter(({ set }) => set.name.toLowerCase() === stratify?.toLowerCase())
  const leading = named.length > 0 ? named : sets
  const sha256 = (at: number) => sets.find(({ images }) => images.has(at))!.images.get(at)!
  const terms = termNumbers(leading)
  const shares = sharesOf(options)
  const dealt = groups
    ? dealGroups(labelled.map((at) => ({ sha256: sha256(at), group: groups.get(works[at]!) ?? null, terms: terms(at) })), shares, seed) // prettier-ignore
    : dealAlone(
        labelled.map((at) => ({ sha256: sha256(at), term: terms(at)[0] ?? -1 })),
        options,
      )
  const foldOf = new Map(labelled.map((at, index) => [at, dealt[index]!]))
  return sets.map((given) => [given, Int8Array.from(given.set.labels, (_, at) => (given.images.has(at) ? foldOf.get(at)! : -1))]) // prettier-ignore
}

const dealAlone = (
  works: readonly { term: number; sha256: string }[],
  { folds, seed, preparation: { split } }: Options,
) =>
  split.kind === 'folds'
    ? dealFolds(works, folds, seed)
    : dealShares(works, [split.test, split.training, split.validation] satisfies Shares, seed)

/** The labels of a work, each a number of its own across all attributes. */
function termNumbers(sets: readonly PartedSet[]) {
  const starts = sets.map((_, index) => sets.slice(0, index).reduce((sum, { set }) => sum + set.terms.length, 0))
  return (at: number) => sets.flatMap(({ set }, index) => termsOf(set, at).map((term) => starts[index]! + term))
}
