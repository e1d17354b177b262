import { isCreatorName } from '../catalogue/creators.ts'
import { learnedTermTable, type LearnedTerms } from '../catalogue/learnedTerms.ts'
import { learningSetQuery } from '../catalogue/learningSet.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { attributionOf } from '../evidence/attribution.ts'

/** Learned terms as labels are judged by them. `indexOf`: of a term of the attribute, its index among them; -1: none. */
export type JudgedTerms = LearnedTerms

/**
 * The terms that a run judges an attribute by. Of artists, "workshop of Rembrandt" and "after Rembrandt" are judged as Rembrandt:
 * a picture cannot tell them apart, so a qualifier alone is never an error, and none is suggested in place of another.
 */
export function judgedTerms(db: Catalogue, run: number, attribute: { id: number; name: string }): JudgedTerms {
  const learned = learnedTermTable(db).of(run, attribute.id)
  if (!isCreatorName(attribute.name)) return learned
  const attributions = learned.names.map(attributionOf)
  const artists = [...new Set(attributions.map(({ artist }) => artist))]
  const speaks = artists.map((artist) => {
    const own = attributions.findIndex((each) => each.artist === artist && each.qualifier === null)
    return own >= 0 ? own : attributions.findIndex((each) => each.artist === artist)
  })
  const place = new Map(artists.map((artist, index) => [artist, index]))
  const groupOf = (name: string) => place.get(attributionOf(name).artist) ?? -1
  const byTerm = new Map(learningSetQuery(db).terms(attribute.id).map(({ id, name }) => [id, groupOf(learned.names[learned.indexOf(id)] ?? name)])) // prettier-ignore
  const group = (term: number) => groupOf(learned.names[term]!)
  const of = learned.columns.of.map((term) => (term < 0 ? -1 : group(term)))
  const { shared } = learned.columns
  const sharedOf = shared && new Map([...shared].map(([column, terms]) => [column, terms.map(group)]))
  return {
    names: speaks.map((index) => learned.names[index]!),
    ids: speaks.map((index) => learned.ids[index]!),
    columns: { width: learned.columns.width, terms: artists.length, of, ...(sharedOf ? { shared: sharedOf } : {}) },
    indexOf: (term) => (learned.partsOf(term).length > 0 ? -1 : (byTerm.get(term) ?? -1)),
    partsOf: (term) => [...new Set(learned.partsOf(term).map(group))],
  }
}

/** The id of a term by its name; -1: the attribute has none. */
export const termIdOf = (db: Catalogue, attribute: number, name: string): number =>
  learningSetQuery(db).terms(attribute).find((term) => term.name === name)?.id ?? -1 // prettier-ignore
