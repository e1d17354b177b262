import type { QueueEntry } from '#preload/api.ts'
import { queueQuery, type QueueRow } from '../catalogue/queue.ts'
import type { LearnedTerms } from '../catalogue/learnedTerms.ts'
import { learningSetQuery } from '../catalogue/learningSet.ts'
import type { Catalogue } from '../catalogue/open.ts'
import { runTable } from '../catalogue/runs.ts'
import { termParts } from '../catalogue/termParts.ts'
import { termTable } from '../catalogue/terms.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import type { Parts } from '../evidence/parts.ts'
import { cannotBeJudged, reasonsFor } from '../evidence/reasons.ts'
import { learnedAttribute } from './learnedAttribute.ts'
import { openJudge } from './evidenceJudge.ts'

type Row = ReturnType<ReturnType<typeof queueQuery>['all']>[number]
type Judged = QueueRow & Pick<Row, 'isSkipped'>

/**
 * Every labelled work in one list: worst first, those skipped or decided after the others, and at the end those that the
 * current run cannot judge, with a score of 1. Labels newer than the run are judged by its predictions. Throws 'not-learned'.
 */
export async function wholeQueue(
  collection: OpenCollection,
  attribute: string,
  threshold: number,
): Promise<QueueEntry[]> {
  const { db } = collection
  const { id, indexOf, partsOf } = learnedAttribute(db, attribute, null)
  const rows = await judgeNewer(collection, attribute, queueQuery(db).all(id))
  const fewest = (JSON.parse(runTable(db).current()!.recipe) as { fewestWorks: number }).fewestWorks
  const known = knownLabels(db, id, { indexOf, partsOf })
  const combined = combinedLabels(db, id)
  const retired = new Set(termTable(db).all(id).flatMap(({ name, retiredAt }) => (retiredAt === null ? [] : [name]))) // prettier-ignore
  return rows.toSorted(inOrder).map((row, index) => {
    const { decided, isSkipped: _, parts, reopened, ...rest } = row
    const place = { rank: index + 1, attribute }
    if (rest.score === null) {
      const nothing = { suggestion: '', labelProbability: 0, suggestionProbability: 0, score: 1, flagged: false }
      return {
        ...place,
        ...rest,
        ...nothing,
        reasons: [
          cannotBeJudged(known.has(rest.label) ? null : fewest, {
            isRetired: retired.has(rest.label),
            isCombined: combined.has(rest.label),
          }),
        ],
      }
    }
    const flagged = rest.score < threshold && (decided === null || decided === 'skip')
    return {
      ...place,
      ...rest,
      flagged,
      reasons: [...(reopened === null ? [] : [reopened]), ...reasonsFor({ ...rest, parts: JSON.parse(parts!) as Parts }, threshold)], // prettier-ignore
    }
  })
}

/** Names of the terms that the run knows, and of those that are several of them. */
const knownLabels = (
  db: Catalogue,
  attribute: number,
  { indexOf, partsOf }: Pick<LearnedTerms, 'indexOf' | 'partsOf'>,
) =>
  new Set(
    learningSetQuery(db)
      .terms(attribute)
      .flatMap(({ id, name }) => (indexOf(id) < 0 && partsOf(id).length === 0 ? [] : [name])),
  )

function combinedLabels(db: Catalogue, attribute: number) {
  const combined = termParts(db).of(attribute)
  return new Set(learningSetQuery(db).terms(attribute).flatMap(({ id, name }) => (combined.has(id) ? [name] : []))) // prettier-ignore
}

/** 0: open, 1: skipped, 2: decided, 3: cannot be judged. */
const stage = ({ score, decided, isSkipped }: Row) =>
  score === null ? 3 : decided !== null && decided !== 'skip' ? 2 : isSkipped

const inOrder = (a: Row, b: Row) => stage(a) - stage(b) || (a.score ?? 1) - (b.score ?? 1) || a.artwork - b.artwork

async function judgeNewer(collection: OpenCollection, attribute: string, rows: readonly Row[]): Promise<Row[]> {
  const { db } = collection
  const { run, id, indexOf, partsOf } = learnedAttribute(db, attribute, null)
  const known = knownLabels(db, id, { indexOf, partsOf })
  const newer = new Map(rows.filter(({ score, label }) => score === null && known.has(label)).map((row) => [row.artwork, row])) // prettier-ignore
  if (newer.size === 0) return [...rows]
  const backbone = runTable(db).current()!.backbone
  const judge = await openJudge(collection, { run, backbone, attribute: { id, name: attribute } })
  const names = new Map(learningSetQuery(db).terms(id).map((term) => [term.id, term.name])) // prettier-ignore
  const judged = new Map<number, Judged>()
  for (const { artwork, suggestion, givenProbability, suggestionProbability, score, parts = '{}' } of judge.rows()) {
    const row = newer.get(artwork)
    if (!row) continue
    const doubt = {
      suggestion: names.get(suggestion)!,
      labelProbability: givenProbability,
      suggestionProbability,
      score,
    }
    judged.set(artwork, { ...row, ...doubt, parts })
  }
  return rows.map((row) => judged.get(row.artwork) ?? row)
}
