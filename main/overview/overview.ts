import type { AttributeOverview, Overview } from '#preload/api.ts'
import { dataCountsQuery, type DataCounts, type TermCount } from '../catalogue/dataCounts.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { severalLabelsQuery } from '../catalogue/severalLabels.ts'
import { termParts } from '../catalogue/termParts.ts'
import { adviceOn } from './advice.ts'

/** Terms with fewer works are not learned. */
const fewestWorks = 5
/** Pixels of the shorter side: what the networks look at is 224 to 384. */
const steps = [0, 200, 400, 800, 1600, 3200]

/** What there is to learn from, before learning. */
export function overview(db: Catalogue): Overview {
  const counts = dataCountsQuery(db)
  const works = counts.works()
  const found = counts.attributes()
  const attributes = found.map(({ id, name, labelled }) => ofAttribute({ name, labelled, missing: works - labelled }, counts.terms(id))) // prettier-ignore
  const sets = counts.copySets()
  const several = found.flatMap(({ id, name }) => {
    const mark = termParts(db).separator(id) === null ? severalLabelsQuery(db)(id).find(({ isLikely }) => isLikely) : undefined // prettier-ignore
    return mark ? [{ attribute: name, works: mark.works, term: mark.example }] : []
  })
  const differing = found.map(({ id, name }) => ({ name, leaders: new Set(counts.differing(id)) }))
  const concerns = [...counts.concerns(), { concern: 'unreadable' as const, works: counts.problems(), examples: [] }]
  const facts: Omit<Overview, 'advice'> = {
    works,
    measured: counts.measured(),
    attributes,
    concerns: concerns.map((one) => ({ ...one, share: works === 0 ? 0 : one.works / works })),
    copies: sets.listed.map(({ leader, images, artworks }) => ({
      kind: images === 1 ? 'copy' : 'near-copy',
      artworks,
      differ: differing.filter(({ leaders }) => leaders.has(leader)).map(({ name }) => name),
    })),
    copySets: { exact: sets.exact, near: sets.near },
    sizes: sizesOf(counts.sides()),
    formats: counts.formats(),
  }
  const disputed = differing.map(({ name, leaders }) => ({ attribute: name, works: [...leaders].reduce((sum, leader) => sum + sets.sizes.get(leader)!, 0) })) // prettier-ignore
  return {
    ...facts,
    advice: adviceOn(facts, {
      copied: [...sets.sizes.values()].reduce((sum, size) => sum + size, 0),
      disputed,
      several,
    }),
  }
}

function ofAttribute(
  about: Pick<AttributeOverview, 'name' | 'labelled' | 'missing'>,
  terms: TermCount[],
): AttributeOverview {
  const single = terms.filter(({ isSeveral }) => !isSeveral)
  const rare = single.filter(({ works, among }) => works + among < fewestWorks)
  const learned = single.filter(({ works, among }) => works + among >= fewestWorks)
  return {
    ...about,
    terms: terms.map(({ term, works, train, validation, test }) => ({ term, works, train, validation, test })), // prettier-ignore
    tooRare: { terms: rare.length, works: rare.reduce((sum, { works }) => sum + works, 0) },
    imbalance: learned.length === 0 ? null : learned[0]!.works / learned.at(-1)!.works,
    evenness: evennessOf(terms.map(({ works }) => works)),
  }
}

/** Entropy over its maximum (Pielou 1966); a single term is not uneven. */
export function evennessOf(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (counts.length < 2) return 1
  return -counts.reduce((sum, count) => sum + (count / total) * Math.log(count / total), 0) / Math.log(counts.length)
}

const sizesOf = (sides: ReturnType<DataCounts['sides']>): Overview['sizes'] =>
  steps.map((from, at) => {
    const to = steps[at + 1] ?? null
    const within = sides.filter(({ side }) => side >= from && (to === null || side < to))
    return { from, to, works: within.reduce((sum, { works }) => sum + works, 0) }
  })
