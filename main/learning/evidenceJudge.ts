import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { learningSetQuery } from '../catalogue/learningSet.ts'
import type { Catalogue } from '../catalogue/open.ts'
import type { EvidenceRow } from '../catalogue/runs.ts'
import { writeAtomically } from '../engine/writeAtomically.ts'
import { combine, foretellAll, judge, type Combination, type Witnesses } from '../evidence/combination.ts'
import { heardWitnesses } from '../evidence/parts.ts'
import type { RuleHit } from '../evidence/rules.ts'
import { recordHits, rowHits } from './evidenceRules.ts'
import { readNeighbours } from './evidenceNeighbours.ts'
import { creatorsFor, unseenFile } from './evidenceUnseen.ts'
import { predictionFile, readPredictions, runFolder } from './predictions.ts'

/** A run's attribute; `terms`: names of the learned terms in the order of its probabilities. */
type Learned = { run: number; backbone: string; attribute: { id: number; name: string }; terms: readonly string[] }
type Place = { db: Catalogue; folder: string }

/** Judges the labels that stand when it is asked. Touches no file, so that it can be asked inside a transaction. */
export type Judge = {
  /** Evidence about every label that can be judged, by artwork. */
  rows(): EvidenceRow[]
  combination: Combination
}

const combinationFile = (folder: string, run: number, attribute: number) =>
  path.join(runFolder(folder, run), `witnesses-${attribute}.json`)

/**
 * Reads what a run has kept of an attribute. How much each witness counts was found when the run learned and stays with it.
 * Throws the file system's ENOENT where its probabilities are gone.
 */
export async function openJudge({ db, folder }: Place, learned: Learned): Promise<Judge> {
  const { run, attribute } = learned
  const witnesses = await witnessReader({ db, folder }, learned)
  const kept = await orNull(readFile(combinationFile(folder, run, attribute.id), 'utf8'))
  const combination = kept === null ? await found(folder, learned, witnesses()) : (JSON.parse(kept) as Combination)
  return { combination, rows: () => evidence(db, learned, witnesses(), combination) }
}

/** The witnesses of a run's attribute about the labels that stand, by row (artwork's id - 1). */
export const readWitnesses = async (place: Place, learned: Learned): Promise<Witnesses> =>
  (await witnessReader(place, learned))()

/** Reads the files once; what it returns reads the labels that stand when it is called. */
async function witnessReader({ db, folder }: Place, learned: Learned): Promise<() => Witnesses> {
  const { run, attribute, terms } = learned
  const rows = highestArtwork(db)
  const artworks = Array.from({ length: rows }, (_, row) => row + 1)
  const picture = await readPredictions(predictionFile(folder, run, attribute.id), artworks, terms.length)
  const unseen = await orNull(readPredictions(unseenFile(folder, run, attribute.id), artworks, terms.length))
  const neighbours = await readNeighbours({ db, collectionFolder: folder, key: learned.backbone }, rows)
  return () => {
    const artists = unseen && artistsOf(db, attribute.name, rows)
    return { labels: labelsOf(db, learned, rows), terms: terms.length, picture, neighbours, artists, unseen }
  }
}

async function found(folder: string, { run, attribute }: Learned, witnesses: Witnesses): Promise<Combination> {
  const combination = combine(witnesses)
  const text = `${JSON.stringify(combination, null, 2)}\n`
  await writeAtomically(combinationFile(folder, run, attribute.id), Buffer.from(text))
  return combination
}

function evidence(db: Catalogue, { attribute, terms }: Learned, witnesses: Witnesses, combination: Combination) {
  const idOf = new Map(learningSetQuery(db).terms(attribute.id).map(({ id, name }) => [name, id])) // prettier-ignore
  const creators = creatorsFor(db, attribute.name)
  const hear = heardWitnesses(witnesses, terms)
  const { labels } = witnesses
  const records = recordHits(db, attribute)
  const foretold = foretellAll(witnesses, combination)
  const rows = rowHits(db, { labels, foretold, terms: terms.length, names: terms })
  return judge(witnesses, combination).map((judgement): EvidenceRow => {
    const { work, given, suggestion, givenProbability, suggestionProbability } = judgement
    const artwork = work + 1
    const hits = [...(records.get(artwork) ?? []), ...(rows.get(artwork) ?? [])]
    const parts = { ...hear(judgement, creators?.of.get(artwork) ?? null), rules: hits.map(({ sentence }) => sentence) }
    return {
      artwork,
      given: idOf.get(terms[given]!)!,
      suggestion: idOf.get(terms[suggestion]!)!,
      givenProbability,
      suggestionProbability,
      score: judgement.score * worst(hits),
      parts: JSON.stringify(parts),
    }
  })
}

const worst = (hits: readonly RuleHit[]) => Math.min(1, ...hits.map(({ score }) => score))

/** The labels that stand, by row; those left out that learning would leave out too: works whose image is wrong. */
function labelsOf(db: Catalogue, { attribute, terms }: Learned, rows: number): Int32Array {
  const query = learningSetQuery(db)
  const index = new Map(terms.map((name, i) => [name, i]))
  const termOf = new Map(query.terms(attribute.id).map(({ id, name }) => [id, index.get(name) ?? -1])) // prettier-ignore
  const wrong = query.wrongImages(attribute.id)
  const labels = new Int32Array(rows).fill(-1)
  for (const { artwork, term } of query.labels(attribute.id))
    if (artwork <= rows && !wrong.has(artwork)) labels[artwork - 1] = termOf.get(term)!
  return labels
}

function artistsOf(db: Catalogue, attribute: string, rows: number): Int32Array | null {
  const creators = creatorsFor(db, attribute)
  if (!creators) return null
  const numbers = new Map<string, number>()
  const artists = new Int32Array(rows).fill(-1)
  for (const [artwork, name] of creators.of) {
    if (!numbers.has(name)) numbers.set(name, numbers.size)
    if (artwork <= rows) artists[artwork - 1] = numbers.get(name)!
  }
  return artists
}

const highestArtwork = (db: Catalogue) => db.prepare<[], number>(`select coalesce(max(id), 0) from artwork`).pluck().get()! // prettier-ignore

async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
