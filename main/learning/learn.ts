import { mkdir, rm } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import type { CurvePoint, JobResult, LearnOptions, RunAttribute } from '#preload/api.ts'
import { embeddingTable } from '../catalogue/embeddings.ts'
import { learnedTermTable } from '../catalogue/learnedTerms.ts'
import { reopenedTable } from '../catalogue/reopened.ts'
import { runTable } from '../catalogue/runs.ts'
import { metrics, type Metrics } from '../evidence/metrics.ts'
import { describeRun } from './describeRun.ts'
import { embedWorks } from './embedWorks.ts'
import { openJudge } from './evidenceJudge.ts'
import { findNeighbours } from './evidenceNeighbours.ts'
import { learnCompanions, unseenFile } from './evidenceUnseen.ts'
import { chosen, refuseNothing, withNetwork } from './recipeChoice.ts'
import { learnInEngine, type Learned, type TaskJob } from './engineTasks.ts'
import { writeFolds } from './foldFile.ts'
import { gather, type AttributeSet } from './gather.ts'
import { predictionFile, readPredictions, runFolder } from './predictions.ts'
import type { Recipe } from './recipeSchema.ts'
import { findRecipe } from './recipes.ts'
import { keptInDoubt } from './reopen.ts'
import { sweepRunFolders } from './runFiles.ts'
import { asRun } from './runView.ts'
import { readyToVote, vote } from './vote.ts'
import { ifThere } from './ifThere.ts'

export type LearnJob = TaskJob & { options: LearnOptions; threshold: number }
type GivenJob = Omit<LearnJob, 'network'>

/** Rows of evidence in one transaction: the catalogue stays free for a verdict in between. */
const evidenceBatch = 2000

/** What a run learns from, and how it comes to its probabilities. */
type Course = {
  sets: AttributeSet[]
  /** Writes the probabilities and the model into the run's folder. */
  run(task: { run: number; seed: number; works: number[]; sets: AttributeSet[] }): Promise<Learned>
}

/**
 * Learns all attributes, predicts every work out of sample and makes the new queue current in one step at the end: a job
 * that ends before leaves everything as it was. Throws ApiError 'nothing-to-learn', 'unknown-attribute' and those of a recipe.
 */
export async function learn(given: GivenJob): Promise<Extract<JobResult, { kind: 'learning' }>> {
  const recipe = chosen(await findRecipe(given.options.recipe, given.collectionFolder), given.options.backbone)
  const curve: CurvePoint[] = []
  const job = keepingCurve(await withNetwork(given, recipe), curve)
  const { db, collectionFolder, backbone, options } = job
  const seed = options.seed ?? 0
  const startedAt = new Date()
  await embedWorks(job)
  const works = embeddingTable(db).ids(backbone.key)
  const course = await courseOf(job, recipe, { works, seed })

  const runs = runTable(db)
  runs.tidy()
  sweepRunFolders({ db, folder: collectionFolder })
  const run = runs.add({ recipe: JSON.stringify(recipe), seed, backbone: backbone.key, startedAt: startedAt.toISOString(), seconds: 0, works: works.length }) // prettier-ignore
  for (const set of course.sets) learnedTermTable(db).put(run, set.id, set.terms.map(asLearned)) // prettier-ignore
  const folder = runFolder(collectionFolder, run)
  try {
    await mkdir(folder, { recursive: true })
    // The models of an ensemble have parts of their own.
    if (recipe.kind !== 'ensemble') for (const set of course.sets) await writeFolds(collectionFolder, run, works, set)
    const learned = await course.run({ run, seed, works, sets: course.sets })
    const judged = await judgeRun(job, { run, seed, works, learned, recipe })
    await describeRun(job, { run, recipe, seed, works: works.length, learnedAt: startedAt, attributes: judged, curve, learned }) // prettier-ignore
    job.signal.throwIfAborted()
    const before = runs.current()
    const attributes = judged.map(({ learned: attribute }) => attribute)
    const queueChange = before ? runs.difference(before.id, run, job.threshold) : null
    const finish = db.transaction(() => {
      runs.finish(run, (Date.now() - startedAt.getTime()) / 1000, {
        attributes,
        queueChange,
        network: job.network.name,
        isCutShort: learned.isCutShort,
        votes: learned.votes,
      })
      const reopened = judged.flatMap(({ inDoubt }) => inDoubt)
      reopenedTable(db).put(run, new Date().toISOString(), reopened)
    })
    finish()
  } catch (error) {
    runs.tidy()
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  runs.tidy()
  return { kind: 'learning', run: asRun(runs.get(run)!), note: job.network.note }
}

/** A term that is called otherwise in this run alone keeps that name. */
const asLearned = ({ id, name, ids, members }: AttributeSet['terms'][number]) => ({
  id,
  name: members[ids.indexOf(id)] === name ? null : name,
  members: ids,
})

async function courseOf(
  job: LearnJob,
  recipe: Recipe,
  { works, seed }: { works: number[]; seed: number },
): Promise<Course> {
  const { db, options } = job
  if (recipe.kind === 'ensemble') {
    const ready = await readyToVote(job, recipe, { works, attributes: options.attributes ?? null, seed })
    return { sets: ready.sets, run: (task) => vote(job, ready, task) }
  }
  const together = recipe.kind === 'fine-tune'
  const sets = gather(db, works, { ...recipe, seed, attributes: options.attributes ?? null, together })
  refuseNothing(sets, options.attributes)
  return { sets, run: (task) => learnInEngine(job, recipe, task) }
}

/** Notes the points of the curve as they pass. */
const keepingCurve = (job: LearnJob, curve: CurvePoint[]): LearnJob => ({
  ...job,
  progress: (state) => {
    if (state.loss) curve.push({ stage: state.stage, ...state.loss })
    job.progress(state)
  },
})

/** inDoubt: labels that somebody kept and the run finds new evidence against. */
type Judgement = { learned: RunAttribute; measures: Metrics; inDoubt: ReturnType<typeof keptInDoubt> }
type Judged = { run: number; works: number[]; set: AttributeSet; l2: number }
type ToJudge = { run: number; seed: number; works: number[]; learned: Learned; recipe: Recipe }

/** What the run says of every label, with what else speaks of it. */
async function judgeRun(job: LearnJob, { run, seed, works, learned, recipe }: ToJudge): Promise<Judgement[]> {
  const { sets, l2 } = learned
  job.progress({ stage: 'comparing', done: 0, total: sets.length })
  await findNeighbours(job, works)
  const isFixedSplit = recipe.kind !== 'ensemble' && recipe.preparation.split.kind === 'fixed'
  await learnCompanions(job, { run, seed, works, sets, l2, isFixedSplit })
  const judged: Judgement[] = []
  for (const [index, set] of sets.entries()) {
    const { learned: attribute, measures, inDoubt } = await judge(job, { run, works, set, l2: l2[index]! })
    const helped = learned.helped[index]
    judged.push({ learned: { ...attribute, ...(helped ? { helped } : {}) }, measures, inDoubt })
    job.progress({ stage: 'comparing', done: index + 1, total: sets.length })
  }
  return judged
}

/** Writes the evidence of one attribute and returns how well it was learned. */
async function judge(
  { db, collectionFolder, backbone, threshold, signal }: LearnJob,
  { run, works, set, l2 }: Judged,
): Promise<Judgement> {
  const own = predictionFile(collectionFolder, run, set.id)
  const measures = await measured(own, works, set)
  const names = set.terms.map(({ name }) => name)
  const others = set.terms.filter(({ name, members }) => members.length !== 1 || members[0] !== name)
  const members = others.length === 0 ? {} : { members: Object.fromEntries(others.map((term) => [term.name, term.members])) } // prettier-ignore
  const about = { run, backbone: backbone.key, attribute: { id: set.id, name: set.name } }
  const rows = (await openJudge({ db, folder: collectionFolder }, about)).rows()
  const table = runTable(db)
  for (let start = 0; start < rows.length; start += evidenceBatch) {
    table.addEvidence(run, set.id, rows.slice(start, start + evidenceBatch))
    await setImmediate()
    signal.throwIfAborted()
  }
  const { works: count, accuracy, top3, macroF1 } = measures
  const flagged = rows.filter(({ score }) => score < threshold).length
  const unseen = set.apart === null ? await measuredOrNull(unseenFile(collectionFolder, run, set.id), works, set) : null
  const learned: RunAttribute = {  name: set.name, works: count, accuracy, top3, macroF1, flagged, l2, terms: names, tooRare: set.tooRare, leftOut: set.leftOut, apart: set.apart, unseen, ...members } // prettier-ignore
  const inDoubt = keptInDoubt(db, { run, attribute: set.id, threshold }, rows)
  return { learned, measures, inDoubt }
}

/** Of the labelled works of which the file says something. Throws ENOENT. */
async function measured(file: string, works: readonly number[], { labels, terms }: AttributeSet): Promise<Metrics> {
  const probabilities = await readPredictions(file, works, terms.length)
  const isSaid = (work: number) => probabilities.subarray(work * terms.length, (work + 1) * terms.length).some((p) => p > 0) // prettier-ignore
  const said = labels.map((label, work) => (label >= 0 && isSaid(work) ? label : -1))
  return metrics({ probabilities, labels: said, terms: terms.length })
}

async function measuredOrNull(
  file: string,
  works: readonly number[],
  set: AttributeSet,
): Promise<NonNullable<RunAttribute['unseen']> | null> {
  const found = await ifThere(measured(file, works, set))
  if (!found) return null
  const { works: count, accuracy, top3, macroF1 } = found
  return { works: count, accuracy, top3, macroF1 }
}
