import { mkdir, rm } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import type { CurvePoint, JobResult, LearnOptions, RunAttribute } from '#preload/api.ts'
import { embeddingTable } from '../catalogue/embeddings.ts'
import { learnedTermTable } from '../catalogue/learnedTerms.ts'
import { runTable } from '../catalogue/runs.ts'
import { metrics, type Metrics } from '../evidence/metrics.ts'
import { describeRun } from './describeRun.ts'
import { embedWorks } from './embedWorks.ts'
import { openJudge } from './evidenceJudge.ts'
import { findNeighbours } from './evidenceNeighbours.ts'
import { learnUnseen } from './evidenceUnseen.ts'
import { chosen, refuseNothing, withBackbone } from './recipeChoice.ts'
import { learnInEngine, type TaskJob } from './engineTasks.ts'
import { gather, type AttributeSet } from './gather.ts'
import { predictionFile, readPredictions, runFolder } from './predictions.ts'
import { findRecipe } from './recipes.ts'
import { sweepRunFolders } from './runFiles.ts'
import { asRun } from './runView.ts'

export type LearnJob = TaskJob & { options: LearnOptions; threshold: number }

/** Rows of evidence in one transaction: the catalogue stays free for a verdict in between. */
const evidenceBatch = 2000

/**
 * Learns all attributes, predicts every work out of sample and makes the new queue current in one step at the end: a job
 * that ends before leaves everything as it was. Throws ApiError 'nothing-to-learn', 'unknown-attribute' and those of a recipe.
 */
export async function learn(given: LearnJob): Promise<Extract<JobResult, { kind: 'learning' }>> {
  const recipe = chosen(await findRecipe(given.options.recipe), given.options.backbone)
  const curve: CurvePoint[] = []
  const job = keepingCurve(await withBackbone(given, recipe), curve)
  const { db, collectionFolder, backbone, options } = job
  const seed = options.seed ?? 0
  const startedAt = new Date()
  await embedWorks(job)
  const works = embeddingTable(db).ids(backbone.key)
  const sets = gather(db, works, { ...recipe, seed, attributes: options.attributes ?? null })
  refuseNothing(sets, options.attributes)

  const runs = runTable(db)
  runs.tidy()
  sweepRunFolders({ db, folder: collectionFolder })
  const run = runs.add({ recipe: JSON.stringify(recipe), seed, backbone: backbone.key, startedAt: startedAt.toISOString(), seconds: 0, works: works.length }) // prettier-ignore
  for (const set of sets) learnedTermTable(db).put(run, set.id, set.terms.map(({ id }) => id)) // prettier-ignore
  const folder = runFolder(collectionFolder, run)
  try {
    await mkdir(folder, { recursive: true })
    const l2 = await learnInEngine(job, recipe, { run, seed, works, sets })
    job.progress({ stage: 'comparing', done: 0, total: sets.length })
    await findNeighbours(job, works)
    await learnUnseen(job, { run, seed, works, sets, l2 })
    const judged: Judgement[] = []
    for (const [index, set] of sets.entries()) {
      judged.push(await judge(job, { run, works, set, l2: l2[index]! }))
      job.progress({ stage: 'comparing', done: index + 1, total: sets.length })
    }
    await describeRun(job, { run, recipe, seed, works: works.length, learnedAt: startedAt, attributes: judged, curve })
    job.signal.throwIfAborted()
    const before = runs.current()
    const attributes = judged.map(({ learned }) => learned)
    const queueChange = before ? runs.difference(before.id, run, job.threshold) : null
    runs.finish(run, (Date.now() - startedAt.getTime()) / 1000, {
      attributes,
      queueChange,
      network: backbone.backbone.name,
    })
  } catch (error) {
    runs.tidy()
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  runs.tidy()
  return { kind: 'learning', run: asRun(runs.get(run)!) }
}

/** Notes the points of the curve as they pass. */
const keepingCurve = (job: LearnJob, curve: CurvePoint[]): LearnJob => ({
  ...job,
  progress: (state) => {
    if (state.loss) curve.push({ stage: state.stage, ...state.loss })
    job.progress(state)
  },
})

type Judgement = { learned: RunAttribute; measures: Metrics }
type Judged = { run: number; works: number[]; set: AttributeSet; l2: number }

/** Writes the evidence of one attribute and returns how well it was learned. */
async function judge(
  { db, collectionFolder, backbone, threshold, signal }: LearnJob,
  { run, works, set, l2 }: Judged,
): Promise<Judgement> {
  const terms = set.terms.length
  const probabilities = await readPredictions(predictionFile(collectionFolder, run, set.id), works, terms)
  const predictions = { probabilities, labels: set.labels, terms }
  const names = set.terms.map(({ name }) => name)
  const about = { run, backbone: backbone.key, attribute: { id: set.id, name: set.name } }
  const rows = (await openJudge({ db, folder: collectionFolder }, about)).rows()
  const table = runTable(db)
  for (let start = 0; start < rows.length; start += evidenceBatch) {
    table.addEvidence(run, set.id, rows.slice(start, start + evidenceBatch))
    await setImmediate()
    signal.throwIfAborted()
  }
  const measures = metrics(predictions)
  const { works: count, accuracy, top3, macroF1 } = measures
  const flagged = rows.filter(({ score }) => score < threshold).length
  const learned = { name: set.name, works: count, accuracy, top3, macroF1, flagged, l2, terms: names, tooRare: set.tooRare } // prettier-ignore
  return { learned, measures }
}
