import { readFile } from 'node:fs/promises'
import { highestArtwork } from '../catalogue/highestArtwork.ts'
import { combinationFile } from '../catalogue/keptWeights.ts'
import { learnedTermTable } from '../catalogue/learnedTerms.ts'
import { learningSetQuery } from '../catalogue/learningSet.ts'
import type { Catalogue } from '../catalogue/open.ts'
import type { EvidenceRow } from '../catalogue/runs.ts'
import { weighingTable } from '../catalogue/weighings.ts'
import { writeAtomically } from '../engine/writeAtomically.ts'
import { closenessOf } from '../evidence/attribution.ts'
import {
  combine,
  foretellAll,
  judge,
  weightsTold,
  type Combination,
  type Factors,
  type Witnesses,
} from '../evidence/combination.ts'
import { heardWitnesses } from '../evidence/parts.ts'
import { judgeSeveral } from '../evidence/severalTerms.ts'
import type { RuleHit } from '../evidence/rules.ts'
import { fitTemperature } from '../evidence/temperature.ts'
import { recordHits, rowHits } from './evidenceRules.ts'
import { readNeighbours } from './evidenceNeighbours.ts'
import { creatorsFor, familiarFile, unseenFile } from './evidenceUnseen.ts'
import { judgedTerms, type JudgedTerms } from './judgedTerms.ts'
import { ifThere } from './ifThere.ts'
import { dynamicsFile, readDynamics } from './labelDynamics.ts'
import { foldColumns, predictionFile, readPredictions } from './predictions.ts'

/** A run's attribute. */
export type Learned = { run: number; backbone: string; attribute: { id: number; name: string } }
type Place = { db: Catalogue; folder: string }

/** Judges the labels that stand when it is asked. Touches no file, so that it can be asked inside a transaction. */
export type Judge = {
  /** Evidence about every label that can be judged, by artwork. */
  rows(): EvidenceRow[]
  combination: Combination
}

/**
 * Reads what a run has kept of an attribute. How much each witness counts was found when the run learned and stays with it.
 * Throws the file system's ENOENT where its probabilities are gone.
 */
export async function openJudge({ db, folder }: Place, learned: Learned): Promise<Judge> {
  const { combination, witnesses } = await openHearing({ db, folder }, learned)
  return { combination, rows: () => evidence(db, learned, witnesses(), combination) }
}

/** What a run has kept of an attribute, to take single labels apart by. `witnesses` reads the labels that stand when it is called. */
export type Hearing = { combination: Combination; witnesses(): Witnesses }

export async function openHearing(place: Place, learned: Learned): Promise<Hearing> {
  const witnesses = await witnessReader(place, learned)
  return {
    witnesses,
    combination: (await keptCombination(place, learned)) ?? (await found(place, learned, witnesses())),
  }
}

async function keptCombination({ folder }: Place, { run, attribute }: Learned): Promise<Combination | null> {
  const kept = await ifThere(readFile(combinationFile(folder, run, attribute.id), 'utf8'))
  return kept === null ? null : (JSON.parse(kept) as Combination)
}

/** How much each witness counts in a run. */
export const combinationOf = async (place: Place, learned: Learned): Promise<Combination> =>
  (await keptCombination(place, learned)) ?? (await openHearing(place, learned)).combination

/** A user lets witnesses count more or less: kept with the run. */
export async function keepFactors(place: Place, learned: Learned, factors: Factors): Promise<Combination> {
  const changed: Combination = { ...(await combinationOf(place, learned)), factors }
  await keep(place, learned, changed)
  return changed
}

/** The witnesses of a run's attribute about the labels that stand, by row (artwork's id - 1). */
export const readWitnesses = async (place: Place, learned: Learned): Promise<Witnesses> =>
  (await witnessReader(place, learned))()

/** Reads the files once; what it returns reads the labels, and the terms, that stand when it is called. */
async function witnessReader({ db, folder }: Place, learned: Learned): Promise<() => Witnesses> {
  const { run, attribute } = learned
  const { width } = learnedTermTable(db).of(run, attribute.id).columns
  const rows = highestArtwork(db)
  const artworks = Array.from({ length: rows }, (_, row) => row + 1)
  const read = (file: string) => readPredictions(file, artworks, width)
  const own = await read(predictionFile(folder, run, attribute.id))
  // A run that was judged on artists whom it does not know has a companion that knows them, any other one that does not.
  const familiar = await ifThere(read(familiarFile(folder, run, attribute.id)))
  const unseen = familiar ? own : await ifThere(read(unseenFile(folder, run, attribute.id)))
  const picture = familiar ?? own
  const dynamics = await ifThere(readDynamics(dynamicsFile(folder, run, attribute.id), artworks))
  const neighbours = await readNeighbours({ db, collectionFolder: folder, key: learned.backbone }, rows)
  return () => {
    const { artists, closeness } = unseen ? artistsOf(db, attribute.name, rows) : { artists: null, closeness: null }
    const terms = judgedTerms(db, run, attribute)
    const fold = (kept: Float32Array) => foldColumns(kept, terms.columns)
    const labels = labelsOf(db, attribute.id, terms, rows)
    const learnedAs = dynamics?.labels.map((column) => (column < 0 ? -1 : terms.columns.of[column]!))
    return {
      labels,
      several: severalOf(db, attribute.id, terms, rows),
      terms: terms.ids.length,
      picture: fold(picture),
      neighbours,
      artists,
      closeness: closeness ?? null,
      unseen: unseen && fold(unseen),
      dynamics: dynamics && { ...dynamics, labels: learnedAs! },
    }
  }
}

async function found(place: Place, learned: Learned, witnesses: Witnesses): Promise<Combination> {
  const combination = combine(witnesses)
  const { picture: probabilities, labels, terms } = witnesses
  const judged = judge(witnesses, combination).map(({ work }) => work)
  const calibrated = { ...combination, temperature: fitTemperature({ probabilities, labels, terms }, judged) }
  await keep(place, learned, calibrated)
  return calibrated
}

/** In the catalogue first: what has no file is found and kept again. */
function keep({ db, folder }: Place, { run, attribute }: Learned, combination: Combination) {
  weighingTable(db).put(run, attribute.id, weightsTold(combination))
  const text = `${JSON.stringify(combination, null, 2)}\n`
  return writeAtomically(combinationFile(folder, run, attribute.id), Buffer.from(text))
}

function evidence(db: Catalogue, { run, attribute }: Learned, witnesses: Witnesses, combination: Combination) {
  const { ids, names: terms } = judgedTerms(db, run, attribute)
  const labelOf = new Map(learningSetQuery(db).given(attribute.id).map(({ artwork, term }) => [artwork, term])) // prettier-ignore
  const creators = creatorsFor(db, attribute.name)
  const hear = heardWitnesses(witnesses, terms)
  const { labels } = witnesses
  const records = recordHits(db, attribute)
  const foretold = foretellAll(witnesses, combination)
  const nameOf = new Map(learningSetQuery(db).terms(attribute.id).map(({ id, name }) => [id, name])) // prettier-ignore
  const rows = rowHits(db, { labels, foretold, terms: terms.length, names: terms })
  const judgements = [...judge(witnesses, combination), ...judgeSeveral(witnesses, combination)]
  return judgements.map((judgement): EvidenceRow => {
    const { work, suggestion, givenProbability, suggestionProbability, further } = judgement
    const artwork = work + 1
    const label = further ? nameOf.get(labelOf.get(artwork)!)! : null
    const hits = [...(records.get(artwork) ?? []), ...(rows.get(artwork) ?? [])]
    const parts = {
      ...hear(judgement, creators?.of.get(artwork) ?? null, label),
      rules: hits.map(({ sentence }) => sentence),
    }
    return {
      artwork,
      given: labelOf.get(artwork)!,
      suggestion: ids[suggestion]!,
      givenProbability,
      suggestionProbability,
      score: judgement.score * worst(hits),
      parts: JSON.stringify(parts),
    }
  })
}

const worst = (hits: readonly RuleHit[]) => Math.min(1, ...hits.map(({ score }) => score))

/** The labels that stand, by row; those left out that learning would leave out too: works whose image is wrong. */
function labelsOf(db: Catalogue, attribute: number, { indexOf }: JudgedTerms, rows: number): Int32Array {
  const query = learningSetQuery(db)
  const wrong = query.wrongImages(attribute)
  const labels = new Int32Array(rows).fill(-1)
  for (const { artwork, term } of query.given(attribute))
    if (artwork <= rows && !wrong.has(artwork)) labels[artwork - 1] = indexOf(term)
  return labels
}

/** The terms of labels that name several, by row, where the run knows each of them. */
function severalOf(
  db: Catalogue,
  attribute: number,
  { partsOf }: JudgedTerms,
  rows: number,
): Map<number, readonly number[]> {
  const query = learningSetQuery(db)
  const wrong = query.wrongImages(attribute)
  const several = new Map<number, readonly number[]>()
  for (const { artwork, term } of query.given(attribute)) {
    const parts = partsOf(term)
    if (artwork <= rows && !wrong.has(artwork) && parts.length > 0) several.set(artwork - 1, parts)
  }
  return several
}

function artistsOf(db: Catalogue, attribute: string, rows: number): Pick<Witnesses, 'artists' | 'closeness'> {
  const creators = creatorsFor(db, attribute)
  if (!creators) return { artists: null, closeness: null }
  const numbers = new Map<string, number>()
  const artists = new Int32Array(rows).fill(-1)
  for (const [artwork, name] of creators.of) {
    if (!numbers.has(name)) numbers.set(name, numbers.size)
    if (artwork <= rows) artists[artwork - 1] = numbers.get(name)!
  }
  const closeness = new Float32Array(rows).fill(1)
  for (const [artwork, qualifier] of creators.qualified)
    if (artwork <= rows) closeness[artwork - 1] = closenessOf(qualifier)
  return { artists, closeness: creators.qualified.size > 0 ? closeness : null }
}
