import type { QueueEntry } from '#preload/api.ts'
import { queueQuery, type QueueRow } from '../catalogue/queue.ts'
import { runTable } from '../catalogue/runs.ts'
import type { OpenCollection } from '../collection/openCollection.ts'
import { confidence } from '../evidence/confidence.ts'
import { cannotBeJudged, reasonsFor } from '../evidence/reasons.ts'
import { learnedAttribute } from './evaluation.ts'
import { predictionFile, readPredictions } from './predictions.ts'

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
  const { id, learned } = learnedAttribute(db, attribute, null)
  const rows = await judgeNewer(collection, attribute, queueQuery(db).all(id))
  const fewest = (JSON.parse(runTable(db).current()!.recipe) as { fewestWorks: number }).fewestWorks
  const known = new Set(learned.terms)
  return rows.toSorted(inOrder).map((row, index) => {
    const { decided, isSkipped: _, ...rest } = row
    const place = { rank: index + 1, attribute }
    if (rest.score === null) {
      const nothing = { suggestion: '', labelProbability: 0, suggestionProbability: 0, score: 1, flagged: false }
      return { ...place, ...rest, ...nothing, reasons: [cannotBeJudged(known.has(rest.label) ? null : fewest)] }
    }
    const flagged = rest.score < threshold && (decided === null || decided === 'skip')
    return { ...place, ...rest, flagged, reasons: reasonsFor(rest, threshold) }
  })
}

/** 0: open, 1: skipped, 2: decided, 3: cannot be judged. */
const stage = ({ score, decided, isSkipped }: Row) =>
  score === null ? 3 : decided !== null && decided !== 'skip' ? 2 : isSkipped

const inOrder = (a: Row, b: Row) => stage(a) - stage(b) || (a.score ?? 1) - (b.score ?? 1) || a.artwork - b.artwork

async function judgeNewer({ db, folder }: OpenCollection, attribute: string, rows: readonly Row[]): Promise<Row[]> {
  const { run, id, learned } = learnedAttribute(db, attribute, null)
  const index = new Map(learned.terms.map((term, i) => [term, i]))
  const newer = rows.filter(({ score, label }) => score === null && index.has(label))
  if (newer.length === 0) return [...rows]
  const works = newer.map(({ artwork }) => artwork)
  const terms = learned.terms.length
  const probabilities = await readPredictions(predictionFile(folder, run, id), works, terms)
  const labels = Int32Array.from(newer, ({ label }) => index.get(label)!)
  const judged = new Map<number, Judged>()
  for (const { work, suggestion, givenProbability, ...rest } of confidence({ probabilities, labels, terms })) {
    const { suggestionProbability, score } = rest
    const doubt = {
      suggestion: learned.terms[suggestion]!,
      labelProbability: givenProbability,
      suggestionProbability,
      score,
    }
    judged.set(works[work]!, { ...newer[work]!, ...doubt })
  }
  return rows.map((row) => judged.get(row.artwork) ?? row)
}
