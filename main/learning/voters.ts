import type { Run, RunAttribute } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { labelTable } from '../catalogue/labels.ts'
import { learnedTermTable, type LearnedTerms } from '../catalogue/learnedTerms.ts'
import { learningSetQuery } from '../catalogue/learningSet.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { runTable } from '../catalogue/runs.ts'
import { dealFolds } from './folds.ts'
import type { AttributeSet } from './gather.ts'
import { knownRun } from './knownRun.ts'
import type { EnsembleRecipe } from './recipeSchema.ts'
import { asRun } from './runView.ts'

/** An attribute with the runs that vote on it, each with what it has learned of it. */
export type Election = { set: AttributeSet; voters: { run: Run; learned: RunAttribute; terms: LearnedTerms }[] }

type Options = { works: readonly number[]; attributes: string[] | null; seed: number }
const folds = 5

/**
 * Who votes on what: the runs that the recipe names, or the newest of every recipe that has the same terms as the newest of
 * all. Throws ApiError 'unknown-run', 'cannot-vote'.
 */
export function findVoters(db: Catalogue, { runs: wanted }: EnsembleRecipe, options: Options): Election[] {
  const runs = wanted === null ? newestOfEach(db) : wanted.map((id) => knownRun(db, id))
  const vote = runs.find(({ votes }) => votes.length > 0)
  if (vote) throw new ApiError('cannot-vote', `Run ${vote.id} is a vote itself. Name the runs that have learned by themselves.`) // prettier-ignore
  const names = options.attributes ?? [...new Set(runs.flatMap(({ attributes }) => attributes.map(({ name }) => name)))]
  const elections = names.flatMap((name) => {
    const voters = votersOn(db, runs, name, wanted !== null)
    return voters.length < 2 ? [] : [{ voters, set: setOf(db, voters, name, options) }]
  })
  if (elections.length > 0) return elections
  throw new ApiError('cannot-vote', 'A vote needs at least two runs that know the same terms of an attribute. Learn by another recipe first, then let them vote.') // prettier-ignore
}

function newestOfEach(db: Catalogue): Run[] {
  const all = runTable(db).all()
  const learned = all.map(asRun).filter(({ votes }) => votes.length === 0)
  const newest = new Map<string, Run>()
  // One fixed split judges few works: runs by it vote among themselves.
  for (const run of learned.filter(({ isFixedSplit }) => isFixedSplit === learned[0]!.isFixedSplit))
    if (!newest.has(`${run.recipe} ${run.backbone}`)) newest.set(`${run.recipe} ${run.backbone}`, run)
  return [...newest.values()]
}

/** Runs with the same terms of an attribute. Where runs are named, those with other terms are refused, not left out. */
function votersOn(db: Catalogue, runs: readonly Run[], name: string, areNamed: boolean): Election['voters'] {
  const attribute = labelTable(db).findAttribute(name)
  if (attribute === undefined) return []
  const termsOf = learnedTermTable(db).of
  const known = learningSetQuery(db).terms(attribute).map(({ id }) => id) // prettier-ignore
  const all = runs.flatMap((run) =>
    run.attributes
      .filter((learned) => learned.name === name)
      .map((learned) => ({ run, learned, terms: termsOf(run.id, attribute) })),
  )
  const [first] = all
  if (!first) return []
  const same = all.filter(({ terms }) => sayingOf(terms, known) === sayingOf(first.terms, known))
  const other = all.find((voter) => !same.includes(voter))
  if (areNamed && other)
    throw new ApiError('cannot-vote', `Runs ${first.run.id} and ${other.run.id} know different terms of ${name}, so that they cannot vote together.`) // prettier-ignore
  return same
}

/** The same for runs with the same terms that stand for the same terms of the collection, in whatever order. */
const sayingOf = ({ names, indexOf }: LearnedTerms, known: readonly number[]) =>
  JSON.stringify([names.toSorted(), known.map((id) => names[indexOf(id)] ?? null)])

/** The labels that stand of the terms that the voters know. Its folds part the works for finding the weights. */
function setOf(db: Catalogue, voters: Election['voters'], name: string, { works, seed }: Options): AttributeSet {
  const { learned, terms: known } = voters[0]!
  const id = labelTable(db).findAttribute(name)!
  const query = learningSetQuery(db)
  const all = query.terms(id)
  const position = new Map(works.map((artwork, at) => [artwork, at]))
  const wrong = query.wrongImages(id)
  const labelled = query
    .labels(id)
    .filter(({ artwork, term }) => position.has(artwork) && !wrong.has(artwork) && known.indexOf(term) >= 0)
    .map(({ artwork, term, sha256 }) => ({ at: position.get(artwork)!, term: known.indexOf(term), sha256 }))
  const dealt = dealFolds(labelled, folds, seed)
  const [labels, parts] = [new Int32Array(works.length).fill(-1), new Int8Array(works.length).fill(-1)]
  for (const [i, { at, term }] of labelled.entries()) {
    labels[at] = term
    parts[at] = dealt[i]!
  }
  const terms = known.names.map((term, at) => {
    const members = all.filter((member) => known.indexOf(member.id) === at)
    const count = labelled.filter((work) => work.term === at).length
    return { id: known.ids[at]!, name: term, members: members.map((member) => member.name), ids: members.map((member) => member.id), works: count } // prettier-ignore
  })
  return {
    id,
    name,
    terms,
    tooRare: learned.tooRare,
    leftOut: learned.leftOut ?? [],
    labels,
    several: new Map(), // they are judged, but do not say how well a run votes
    copies: new Int32Array(works.length).fill(1),
    folds: parts,
    apart: voters.every(({ learned: own }) => own.apart === learned.apart) ? (learned.apart ?? null) : null,
  }
}
