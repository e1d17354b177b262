import { stat } from 'node:fs/promises'
import type { CardDynamics, EvidenceCard } from '#preload/api.ts'
import { ApiError } from '#preload/rpc.ts'
import { highestArtwork } from '../catalogue/highestArtwork.ts'
import { combinationFile } from '../catalogue/keptWeights.ts'
import { queueQuery } from '../catalogue/queue.ts'
import { runTable } from '../catalogue/runs.ts'
import { versionQuery } from '../catalogue/version.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { calibrated } from '../evidence/temperature.ts'
import { dynamicsOf, dynamicsWeight, type Combination, type Witnesses } from '../evidence/combination.ts'
import { courseOf, dynamicsReason } from '../evidence/dynamics.ts'
import type { Parts } from '../evidence/parts.ts'
import { namedBy, sumOf } from '../evidence/severalTerms.ts'
import { hearLabel } from '../evidence/whatIf.ts'
import { openHearing, type Hearing } from './evidenceJudge.ts'
import { ifThere } from './ifThere.ts'
import { judgedTerms, termIdOf } from './judgedTerms.ts'
import { learnedAttribute } from './learnedAttribute.ts'
import { asRun } from './runView.ts'

type Wanted = { artwork: number; attribute: string }

/** Everything that the score of a label rests on. Throws ApiError 'not-learned', 'no-evidence'. */
export async function evidenceCard(
  collection: OpenCollection,
  { artwork, attribute }: Wanted,
  threshold: number,
): Promise<EvidenceCard> {
  const { db } = collection
  const { run, id, learned } = learnedAttribute(db, attribute, null)
  const entry = queueQuery(db).one(id, artwork)
  if (!entry) throw new ApiError('no-evidence', 'There is no evidence about this label yet. Learn again to get it.')
  const about = asRun(runTable(db).get(run)!)
  const { combination, witnesses } = await hearingOf(collection, { run, id, attribute, backbone: about.backbone })
  const parts = JSON.parse(entry.parts) as Parts
  const judged = judgedTerms(db, run, { id, name: attribute })
  const label = termIdOf(db, id, entry.label)
  const suggestion = judged.indexOf(termIdOf(db, id, entry.suggestion))
  const [given = judged.indexOf(label), ...further] = judged.partsOf(label)
  const rules = parts.rules?.length
    ? Math.min(1, entry.score / Math.max(1e-9, parts.single * parts.batch * (parts.dynamics?.factor ?? 1)))
    : 1
  const judgement = { work: artwork - 1, given, further, suggestion, batch: parts.batch }
  const { hearings, whatIf } = hearLabel({ witnesses, combination, judgement, rules }, threshold)
  const temperature = combination.temperature ?? 1
  const row = {
    probabilities: rowOf(witnesses, artwork - 1),
    labels: Int32Array.of(given),
    terms: learned.terms.length,
  }
  const picture = calibrated(row, temperature)
  return {
    run: { id: about.id, recipeName: about.recipeName, network: about.network, seed: about.seed, startedAt: about.startedAt, works: learned.works }, // prettier-ignore
    label: entry.label,
    suggestion: entry.suggestion,
    labelProbability: sumOf(picture, namedBy(judgement)),
    suggestionProbability: picture[suggestion]!,
    uncalibrated: { label: entry.labelProbability, suggestion: entry.suggestionProbability, temperature },
    score: entry.score,
    threshold,
    single: parts.single,
    batch: combination.batch && parts.block !== undefined ? { chance: parts.batch, works: parts.block } : null,
    rules: { sentences: parts.rules ?? [], factor: rules },
    hearings: hearings.map(({ witness, weight, given: own, suggestion: other }) => ({ witness, weight, label: own, suggestion: other })), // prettier-ignore
    rate: combination.single.rate,
    artist: parts.artist ?? null,
    neighbours: parts.neighbours ?? null,
    dynamics: dynamicsFor(combination, witnesses, artwork - 1),
    whatIf,
  }
}

const rowOf = ({ picture, terms }: Witnesses, work: number) => picture.subarray(work * terms, (work + 1) * terms)

function dynamicsFor(combination: Combination, witnesses: Witnesses, work: number): CardDynamics {
  const { dynamics, labels } = witnesses
  if (!dynamics) return { state: 'none', why: 'not-kept' }
  if (dynamics.labels[work]! < 0) return { state: 'none', why: 'not-recorded' }
  if (dynamics.labels[work] !== labels[work]) return { state: 'none', why: 'other-label' }
  const { moments } = dynamics
  const [learned, unseen] = [courseOf(dynamics.learned, work, moments), courseOf(dynamics.unseen, work, moments)]
  const factor = dynamicsOf(witnesses, work, combination)
  return { state: 'kept', moments, learned, unseen, factor, weight: dynamicsWeight(combination), sentence: dynamicsReason(learned) } // prettier-ignore
}

type About = { run: number; id: number; attribute: string; backbone: string }

/** The files of the run asked last, and what stands in the catalogue: the next work asks the same. */
let kept: { key: string; hearing: Promise<Hearing>; version: string; witnesses: Witnesses | null } | undefined

async function hearingOf(collection: OpenCollection, { run, id, attribute, backbone }: About) {
  const { db, folder } = collection
  // Weights that a user has changed are in a new file.
  const weighed = await ifThere(stat(combinationFile(folder, run, id)))
  const key = JSON.stringify([folder, run, id, weighed?.mtimeMs, weighed?.ino, highestArtwork(db)])
  if (kept?.key !== key) {
    const hearing = openHearing(collection, { run, backbone, attribute: { id, name: attribute } })
    kept = { key, hearing, version: '', witnesses: null }
    hearing.catch(() => (kept = undefined))
  }
  const mine = kept
  const { combination, witnesses } = await mine.hearing
  const version = versionQuery(db)()
  if (mine.version !== version || !mine.witnesses) Object.assign(mine, { version, witnesses: witnesses() })
  return { combination, witnesses: mine.witnesses! }
}
